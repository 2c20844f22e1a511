import type { Token } from './terms.ts';
import { countTerms, type Vocabulary } from './vocabulary.ts';

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

/** Grows by doubling; typed arrays cannot. */
class Growing<T extends Uint32Array | Uint8Array> {
  data: T;
  length = 0;
  readonly #make: (size: number) => T;
  constructor(make: (size: number) => T) {
    this.#make = make;
    this.data = make(1024);
  }
  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = this.#make(this.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }
}
const growing32 = () => new Growing<Uint32Array>((n) => new Uint32Array(n));
const growing8 = () => new Growing<Uint8Array>((n) => new Uint8Array(n));

/** Collects entries in group order and turns them into posting lists. */
export class PostingsBuilder {
  readonly #vocabulary: Vocabulary;
  readonly #termOf = new Map<number, number>();
  readonly #keys: number[] = [];
  readonly #terms = growing32();
  readonly #entries = growing32();
  readonly #frequencies = growing8();
  readonly #signatures = growing8();
  readonly #lengths: number[] = [];
  readonly #groups: number[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  get entryCount(): number {
    return this.#lengths.length;
  }

  /** @param group must not be smaller than that of the entry before. */
  add(group: number, runs: readonly (readonly Token[])[]): void {
    const entry = this.#lengths.length;
    const { counts, length } = countTerms(runs, this.#vocabulary);
    for (const [key, packed] of counts) {
      let term = this.#termOf.get(key);
      if (term === undefined) {
        term = this.#keys.length;
        this.#termOf.set(key, term);
        this.#keys.push(key);
      }
      this.#terms.push(term);
      this.#entries.push(entry);
      this.#frequencies.push(Math.min(255, Math.floor(packed / 256)));
      this.#signatures.push(packed & 255);
    }
    this.#lengths.push(length);
    this.#groups.push(group);
  }

  finish(groupCount: number): Postings {
    const keys = Float64Array.from(this.#keys).sort();
    const rank = new Uint32Array(keys.length);
    for (let i = 0; i < keys.length; i++) rank[this.#termOf.get(keys[i]!)!] = i;
    const n = this.#terms.length;
    const offsets = new Uint32Array(keys.length + 1);
    for (let i = 0; i < n; i++) offsets[rank[this.#terms.data[i]!]! + 1]!++;
    for (let i = 0; i < keys.length; i++) offsets[i + 1]! += offsets[i]!;
    const entries = new Uint32Array(n);
    const frequencies = new Uint8Array(n);
    const signatures = new Uint8Array(n);
    const next = offsets.slice(0, keys.length);
    // Counting sort by term: entries were added in order, so each list comes out sorted.
    for (let i = 0; i < n; i++) {
      const to = next[rank[this.#terms.data[i]!]!]!++;
      entries[to] = this.#entries.data[i]!;
      frequencies[to] = this.#frequencies.data[i]!;
      signatures[to] = this.#signatures.data[i]!;
    }
    const groupOf = Uint32Array.from(this.#groups);
    const base = { keys, offsets, entries, frequencies, signatures, groupOf, groupCount };
    return { ...base, lengths: Uint32Array.from(this.#lengths), groupFrequency: countGroups(base) };
  }
}

function countGroups(p: Pick<Postings, 'keys' | 'offsets' | 'entries' | 'groupOf'>): Uint32Array {
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

const GONE = 0xffffffff;

/** Joins segments in order, leaving out groups that are gone. `keep[s]` is 1 for each group of segment s that
 * stays; groups and entries are renumbered densely. */
export function mergePostings(parts: readonly Postings[], keep: readonly Uint8Array[]): Postings {
  const maps = parts.map((p, s) => keptEntries(p, keep[s]!));
  let entryBase = 0;
  let groupBase = 0;
  const lengths: number[] = [];
  const groups: number[] = [];
  for (const [s, p] of parts.entries()) {
    const map = maps[s]!;
    const groupMap = dense(keep[s]!, groupBase);
    for (let e = 0; e < map.length; e++) {
      if (map[e] === GONE) continue;
      map[e]! += entryBase;
      lengths.push(p.lengths[e]!);
      groups.push(groupMap[p.groupOf[e]!]!);
    }
    entryBase = lengths.length;
    groupBase += keep[s]!.reduce((a, b) => a + b, 0);
  }
  const joined = joinLists(parts, maps);
  const groupOf = Uint32Array.from(groups);
  const base = { ...joined, groupOf, groupCount: groupBase };
  return { ...base, lengths: Uint32Array.from(lengths), groupFrequency: countGroups(base) };
}

function keptEntries(p: Postings, keep: Uint8Array): Uint32Array {
  const map = new Uint32Array(p.lengths.length);
  let next = 0;
  for (let e = 0; e < map.length; e++) map[e] = keep[p.groupOf[e]!] ? next++ : GONE;
  return map;
}

function dense(keep: Uint8Array, base: number): Uint32Array {
  const map = new Uint32Array(keep.length);
  let next = base;
  for (let g = 0; g < keep.length; g++) map[g] = keep[g] ? next++ : GONE;
  return map;
}

type Lists = Pick<Postings, 'keys' | 'offsets' | 'entries' | 'frequencies' | 'signatures'>;

function joinLists(parts: readonly Postings[], maps: readonly Uint32Array[]): Lists {
  const keys = distinctKeys(parts);
  const total = parts.reduce((n, p) => n + p.entries.length, 0);
  const entries = new Uint32Array(total);
  const frequencies = new Uint8Array(total);
  const signatures = new Uint8Array(total);
  const cursor = parts.map(() => 0);
  const keptKeys = new Float64Array(keys.length);
  const offsets = new Uint32Array(keys.length + 1);
  let to = 0;
  let kept = 0;
  for (const key of keys) {
    const start = to;
    for (const [s, p] of parts.entries()) {
      const at = cursor[s]!;
      if (at >= p.keys.length || p.keys[at] !== key) continue;
      cursor[s] = at + 1;
      const map = maps[s]!;
      for (let i = p.offsets[at]!; i < p.offsets[at + 1]!; i++) {
        const entry = map[p.entries[i]!]!;
        if (entry === GONE) continue;
        entries[to] = entry;
        frequencies[to] = p.frequencies[i]!;
        signatures[to++] = p.signatures[i]!;
      }
    }
    if (to === start) continue;
    keptKeys[kept++] = key;
    offsets[kept] = to;
  }
  return {
    keys: keptKeys.slice(0, kept),
    offsets: offsets.slice(0, kept + 1),
    entries: entries.slice(0, to),
    frequencies: frequencies.slice(0, to),
    signatures: signatures.slice(0, to),
  };
}

function distinctKeys(parts: readonly Postings[]): Float64Array {
  const all = new Float64Array(parts.reduce((n, p) => n + p.keys.length, 0));
  let at = 0;
  for (const p of parts) {
    all.set(p.keys, at);
    at += p.keys.length;
  }
  all.sort();
  let n = 0;
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) all[n++] = all[i]!;
  return all.slice(0, n);
}
