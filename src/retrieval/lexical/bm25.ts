import { findKey, type Postings } from './postings.ts';

/** One term of a question as the index understands it. */
export interface QueryTerm {
  readonly key: number;
  readonly weight: number;
  /** Signature bit of the typed form; 0 when it was typed without diacritics and says nothing. */
  readonly bit: number;
}

/** Okapi BM25 (Robertson & Zaragoza 2009) with the idf of Lucene, which is never negative. */
export interface Bm25Parameters {
  readonly k1: number;
  readonly b: number;
}

/** What is counted over all segments of a field. */
export interface FieldStatistics {
  readonly entries: number;
  readonly groups: number;
  readonly averageEntryLength: number;
  readonly averageGroupLength: number;
}

export const idf = (count: number, frequency: number): number =>
  Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));

/** Every posting has at least one form, so this lets all of them pass for a term typed without diacritics. */
export const ANY_FORM = 0xff;

/** Share of a posting's score that stays when the typed diacritics are not among those of the text. */
export const OTHER_FORM = 0.35;

/** Syllables of all entries; counted once, postings never change. */
const TOTAL_LENGTH = new WeakMap<Postings, number>();

function totalLength(p: Postings): number {
  let total = TOTAL_LENGTH.get(p);
  if (total === undefined) {
    total = p.lengths.reduce((sum, n) => sum + n, 0);
    TOTAL_LENGTH.set(p, total);
  }
  return total;
}

export function statistics(parts: readonly Postings[]): FieldStatistics {
  let entries = 0;
  let groups = 0;
  let length = 0;
  for (const p of parts) {
    entries += p.lengths.length;
    groups += p.groupCount;
    length += totalLength(p);
  }
  const mean = (n: number) => (n > 0 ? length / n : 0);
  return { entries, groups, averageEntryLength: mean(entries), averageGroupLength: mean(groups) };
}

/** Length part of the BM25 denominator, k1·(1 − b + b·|d|/avg), for each entry and each group. */
export interface Norms {
  readonly entry: Float32Array;
  readonly group: Float32Array;
}

export function norms(p: Postings, s: FieldStatistics, entry: Bm25Parameters, group: Bm25Parameters): Norms {
  const groupLengths = new Float64Array(p.groupCount);
  for (let e = 0; e < p.lengths.length; e++) groupLengths[p.groupOf[e]!]! += p.lengths[e]!;
  const each = (lengths: ArrayLike<number>, q: Bm25Parameters, mean: number) => {
    const out = new Float32Array(lengths.length);
    for (let i = 0; i < out.length; i++) out[i] = q.k1 * (1 - q.b + (q.b * lengths[i]!) / (mean || 1));
    return out;
  };
  return {
    entry: each(p.lengths, entry, s.averageEntryLength),
    group: each(groupLengths, group, s.averageGroupLength),
  };
}

/** Document frequencies of a key over all segments. */
export function frequency(parts: readonly Postings[], key: number): { entries: number; groups: number } {
  return frequencyAt(
    parts,
    parts.map((p) => findKey(p, key)),
  );
}

function frequencyAt(parts: readonly Postings[], at: readonly number[]): { entries: number; groups: number } {
  let entries = 0;
  let groups = 0;
  for (const [s, p] of parts.entries()) {
    const k = at[s]!;
    if (k < 0) continue;
    entries += p.offsets[k + 1]! - p.offsets[k]!;
    groups += p.groupFrequency[k]!;
  }
  return { entries, groups };
}

/** A query term with what it is worth in this corpus. */
export interface WeightedTerm extends QueryTerm {
  readonly entryIdf: number;
  readonly groupIdf: number;
  /** Where its key is in each segment, or -1. */
  readonly at: readonly number[];
}

/** Terms that no segment has are left out. */
export function weigh(
  terms: readonly QueryTerm[],
  parts: readonly Postings[],
  s: FieldStatistics,
): WeightedTerm[] {
  const out: WeightedTerm[] = [];
  for (const { key, weight, bit } of terms) {
    const at = parts.map((p) => findKey(p, key));
    const f = frequencyAt(parts, at);
    if (f.entries === 0) continue;
    out.push({
      key,
      weight,
      bit,
      at,
      entryIdf: idf(s.entries, f.entries),
      groupIdf: idf(s.groups, f.groups),
    });
  }
  return out;
}

/** Whether a key occurs in the entries `[from, to)`, in the form of `bit` unless that is 0; binary search in its list. */
export function hasWithin(p: Postings, key: number, from: number, to: number, bit: number): boolean {
  const at = findKey(p, key);
  if (at < 0) return false;
  let lo = p.offsets[at]!;
  const end = p.offsets[at + 1]!;
  let hi = end;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (p.entries[mid]! < from) lo = mid + 1;
    else hi = mid;
  }
  const mask = bit || ANY_FORM;
  for (; lo < end && p.entries[lo]! < to; lo++) if ((p.signatures[lo]! & mask) !== 0) return true;
  return false;
}

/** Adds the scores of all terms to single entries: names, which are short. @param place of the segment in `at` */
export function accumulateEntries(
  p: Postings,
  n: Norms,
  terms: readonly WeightedTerm[],
  place: number,
  entry: Float32Array,
): void {
  const { entries, frequencies, signatures } = p;
  const norm = n.entry;
  for (const t of terms) {
    const at = t.at[place]!;
    if (at < 0) continue;
    const mask = t.bit || ANY_FORM;
    const weight = t.weight * t.entryIdf;
    const other = weight * OTHER_FORM;
    const end = p.offsets[at + 1]!;
    for (let i = p.offsets[at]!; i < end; i++) {
      const e = entries[i]!;
      const f = frequencies[i]!;
      entry[e]! += ((signatures[i]! & mask) !== 0 ? weight : other) * (f / (f + norm[e]!));
    }
  }
}
