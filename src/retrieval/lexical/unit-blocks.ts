import type { Steps } from '../steps.ts';
import type { Bm25Parameters } from './bm25.ts';
import type { Postings } from './postings.ts';

/**
 * The posting lists of a field cut into blocks, one a unit, each with the most that a single chunk of it can score: the
 * block-max index of Ding & Suel (2011) with blocks that end where units end. A unit's own score (frequencies summed)
 * is exact from its block; chunks are read only where the bound leaves the unit in sight.
 */
export interface UnitBlocks {
  /** Blocks of key i: `[offsets[i], offsets[i+1])`, in order of units. */
  readonly offsets: Uint32Array;
  readonly units: Uint32Array;
  /** First posting of each block, and the end of the last. */
  readonly first: Uint32Array;
  /** Frequency in the whole unit, capped at 65,535. */
  readonly frequencies: Uint16Array;
  /** Exact forms seen in the unit. */
  readonly signatures: Uint8Array;
  /** The best chunk's f/(f + norm) in 255ths, rounded up. */
  readonly impacts: Uint8Array;
  /** The impacts are bounds while the mean length of entries is at most this: long means make short norms. */
  readonly validUpTo: number;
}

/** Impacts are made for a mean that is this much larger, so that added documents seldom make them anew. */
const HEADROOM = 1.1;
/** Postings that one step reads: well under a millisecond. */
const STEP = 50_000;
const MAX_FREQUENCY = 0xffff;
/** Steps of an impact. */
export const IMPACTS = 255;

/** @param meanLength of entries over all segments */
export function* blockSteps(p: Postings, { k1, b }: Bm25Parameters, meanLength: number): Steps<UnitBlocks> {
  const validUpTo = meanLength * HEADROOM;
  const norm = Float32Array.from(p.lengths, (n) => k1 * (1 - b + (b * n) / (validUpTo || 1)));
  const offsets = new Uint32Array(p.keys.length + 1);
  for (let k = 0; k < p.keys.length; k++) offsets[k + 1] = offsets[k]! + p.groupFrequency[k]!;
  const count = offsets[p.keys.length]!;
  const units = new Uint32Array(count);
  const first = new Uint32Array(count + 1);
  const frequencies = new Uint16Array(count);
  const signatures = new Uint8Array(count);
  const impacts = new Uint8Array(count);
  let block = 0;
  let pause = STEP;
  for (let k = 0; k < p.keys.length; k++) {
    const end = p.offsets[k + 1]!;
    for (let i = p.offsets[k]!; i < end; block++) {
      const unit = p.groupOf[p.entries[i]!]!;
      units[block] = unit;
      first[block] = i;
      let sum = 0;
      let forms = 0;
      let best = 0;
      for (; i < end; i++) {
        const e = p.entries[i]!;
        if (p.groupOf[e]! !== unit) break;
        const f = p.frequencies[i]!;
        sum += f;
        forms |= p.signatures[i]!;
        const part = f / (f + norm[e]!);
        if (part > best) best = part;
      }
      frequencies[block] = sum < MAX_FREQUENCY ? sum : MAX_FREQUENCY;
      signatures[block] = forms;
      impacts[block] = Math.ceil(best * IMPACTS);
    }
    if (end < pause) continue;
    pause = end + STEP;
    yield;
  }
  first[count] = p.entries.length;
  return { offsets, units, first, frequencies, signatures, impacts, validUpTo };
}
