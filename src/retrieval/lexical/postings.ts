import type { Steps } from '../steps.ts';

/** Posting lists of one segment as flat typed arrays: key `keys[i]` has the postings
 * `[offsets[i], offsets[i+1])`. Entries (chunks, titles) are numbered in order of their groups (units). */
export interface Postings {
  /** Sorted term keys. */
  readonly keys: Float64Array;
  readonly offsets: Uint32Array;
  /** Number of distinct groups a key occurs in. */
  readonly groupFrequency: Uint32Array;
  readonly entries: Uint32Array;
  /** Term frequency, capped at 255. */
  readonly frequencies: Uint8Array;
  /** Eight-bit signature of the exact (accented) forms seen. */
  readonly signatures: Uint8Array;
  /** Syllables of each entry. */
  readonly lengths: Uint32Array;
  /** Group of each entry, non-decreasing. */
  readonly groupOf: Uint32Array;
  readonly groupCount: number;
}

/** Keys that one step of sliced work reads. */
const STEP_KEYS = 5_000;

/** Number of distinct groups of each key. */
export function* groupSteps(
  p: Pick<Postings, 'keys' | 'offsets' | 'entries' | 'groupOf'>,
): Steps<Uint32Array> {
  const out = new Uint32Array(p.keys.length);
  for (let k = 0; k < p.keys.length; k++) {
    let previous = -1;
    let groups = 0;
    for (let i = p.offsets[k]!; i < p.offsets[k + 1]!; i++) {
      const g = p.groupOf[p.entries[i]!]!;
      if (g !== previous) groups++;
      previous = g;
    }
    out[k] = groups;
    if (k % STEP_KEYS === 0) yield;
  }
  return out;
}

/** Position of a key, or -1. */
export function findKey(p: Postings, key: number): number {
  let lo = 0;
  let hi = p.keys.length - 1;
  while (lo <= hi) {
    const mid = (lo + hi) >>> 1;
    const at = p.keys[mid]!;
    if (at === key) return mid;
    if (at < key) lo = mid + 1;
    else hi = mid - 1;
  }
  return -1;
}
