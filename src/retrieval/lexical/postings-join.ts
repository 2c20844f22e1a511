import type { Steps } from '../steps.ts';
import { groupSteps, type Postings } from './postings.ts';

/** Postings that one step copies: under a millisecond. */
const STEP = 32_768;
const GONE = 0xffffffff;

/** Joins segments in order, leaving out groups that are gone. `keep[s]` is 1 for each group of segment s that
 * stays; groups and entries are renumbered densely. */
export function* joinSteps(parts: readonly Postings[], keep: readonly Uint8Array[]): Steps<Postings> {
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
  yield;
  const joined = yield* joinLists(parts, maps);
  const groupOf = Uint32Array.from(groups);
  const base = { ...joined, groupOf, groupCount: groupBase };
  return { ...base, lengths: Uint32Array.from(lengths), groupFrequency: yield* groupSteps(base) };
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

function* joinLists(parts: readonly Postings[], maps: readonly Uint32Array[]): Steps<Lists> {
  const most = parts.reduce((n, p) => n + p.keys.length, 0);
  const total = parts.reduce((n, p) => n + p.entries.length, 0);
  const keys = new Float64Array(most);
  const offsets = new Uint32Array(most + 1);
  const entries = new Uint32Array(total);
  const frequencies = new Uint8Array(total);
  const signatures = new Uint8Array(total);
  const cursor = parts.map(() => 0);
  let to = 0;
  let kept = 0;
  let pause = STEP;
  for (let key = smallest(parts, cursor); key < Infinity; key = smallest(parts, cursor)) {
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
    keys[kept++] = key;
    offsets[kept] = to;
    if (to < pause) continue;
    pause = to + STEP;
    yield;
  }
  return {
    keys: keys.slice(0, kept),
    offsets: offsets.slice(0, kept + 1),
    entries: entries.slice(0, to),
    frequencies: frequencies.slice(0, to),
    signatures: signatures.slice(0, to),
  };
}

/** The next key of all; Infinity at the end. */
function smallest(parts: readonly Postings[], cursor: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let s = 0; s < parts.length; s++) {
    const key = parts[s]!.keys[cursor[s]!];
    if (key !== undefined && key < least) least = key;
  }
  return least;
}
