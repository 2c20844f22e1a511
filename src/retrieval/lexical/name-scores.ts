import { allNamesNorm } from './all-names.ts';
import { ANY_FORM, frequency, idf, OTHER_FORM, type QueryTerm, type WeightedTerm, weigh } from './bm25.ts';
import { EVERYDAY, NAMELESS } from './name-precision.ts';
import { findKey, type Postings } from './postings.ts';
import type { NamesMet } from './scratch.ts';
import type { Segment } from './segment.ts';
import type { UnitBlocks } from './unit-blocks.ts';
import { isPairKey } from './vocabulary.ts';

/** Fields that hold names. */
const NAME_FIELDS = ['title', 'asked'] as const;
export type NameField = (typeof NAME_FIELDS)[number];

/** What a question compares names with. */
export interface NamesQuery {
  /** For all everyday names of a unit as one text. */
  readonly all: readonly QueryTerm[];
  /** Single syllables, for how much of each name the question covers. */
  readonly cover: readonly QueryTerm[];
}

/** The same with what each term is worth in this corpus, and where it is in each segment. */
export interface WeightedNames {
  readonly all: readonly WeightedTerm[];
  readonly cover: readonly CoverTerm[];
}

interface CoverTerm {
  readonly weight: number;
  readonly at: Readonly<Record<NameField, readonly number[]>>;
}

/** What is derived of a segment's names before a question comes. */
export interface NameTotals {
  /** Everyday names of each unit together, as blocks. */
  readonly all: UnitBlocks;
  /** Length part of their denominator; 0 for a unit that has none. */
  readonly norm: Float64Array;
  /** Summed idf of each name's distinct syllables. */
  readonly idf: Readonly<Record<NameField, Float64Array>>;
}

type Postingses = Readonly<Record<NameField, readonly Postings[]>>;

/** @param parts posting lists of all segments @param counts entries of the title field, groups of the asked one */
export function weighNames(
  query: NamesQuery,
  parts: Postingses,
  stats: Parameters<typeof weigh>[2] & { readonly titles: number },
): WeightedNames {
  const cover = query.cover.map(({ key, weight }): CoverTerm => {
    const at = (field: NameField) => parts[field].map((p) => findKey(p, key));
    return {
      weight: weight * idf(stats.titles, frequency(parts.title, key).entries),
      at: { title: at('title'), asked: at('asked') },
    };
  });
  return { all: weigh(query.all, parts.asked, stats), cover };
}

/** Length part of the denominator of all everyday names together, by unit. */
export function allNamesNorms({ lengths, groupOf, groupCount }: Postings): Float64Array {
  const total = new Float64Array(groupCount);
  const has = new Uint8Array(groupCount);
  for (let e = 0; e < lengths.length; e++) {
    total[groupOf[e]!]! += lengths[e]!;
    has[groupOf[e]!] = 1;
  }
  return total.map((length, u) => (has[u] ? allNamesNorm(length) : 0));
}

/** Summed idf of each entry's distinct syllables, the idf being that among official names of all segments. */
export function idfTotals(p: Postings, titles: readonly Postings[], titleCount: number): Float64Array {
  const out = new Float64Array(p.lengths.length);
  for (let k = 0; k < p.keys.length && !isPairKey(p.keys[k]!); k++) {
    const weight = idf(titleCount, frequency(titles, p.keys[k]!).entries);
    for (let i = p.offsets[k]!; i < p.offsets[k + 1]!; i++) out[p.entries[i]!]! += weight;
  }
  return out;
}

/** BM25 of all everyday names of each unit as one text, as {@link allNames} gives it for one document. */
export function scoreAllNames(
  { all, norm }: NameTotals,
  terms: readonly WeightedTerm[],
  place: number,
  out: Float64Array,
): void {
  const { offsets, units, frequencies, signatures } = all;
  for (const t of terms) {
    const at = t.at[place]!;
    if (at < 0) continue;
    const mask = t.bit || ANY_FORM;
    const weight = t.weight * t.groupIdf;
    const other = OTHER_FORM * weight;
    const end = offsets[at + 1]!;
    for (let i = offsets[at]!; i < end; i++) {
      const u = units[i]!;
      const f = frequencies[i]!;
      out[u]! += ((signatures[i]! & mask) !== 0 ? weight : other) * (f / (f + norm[u]!));
    }
  }
}

/** Writes what the question has of the names of a segment's units. */
export function meetNames(
  { fields }: Segment,
  { idf: totals }: NameTotals,
  terms: readonly CoverTerm[],
  place: number,
  { title, asked, entries }: NamesMet & { readonly entries: Float64Array },
): void {
  title.fill(0);
  asked.fill(0);
  entries.fill(0);
  for (const { weight, at } of terms) {
    // Every unit has one own name: entries are units.
    addTo(title, fields.title, at.title[place]!, weight);
    addTo(entries, fields.asked, at.asked[place]!, weight);
  }
  const { groupOf } = fields.asked;
  const total = totals.asked;
  for (let e = 0; e < entries.length; e++) {
    const share = entries[e]! > 0 ? entries[e]! / total[e]! : 0;
    if (share > asked[groupOf[e]!]!) asked[groupOf[e]!] = share;
  }
}

/** The share of a unit's best name that the question covers; everyday names count a little less. */
export function coverAt(met: NamesMet, totals: NameTotals, unit: number): number {
  const total = totals.idf.title[unit]!;
  return Math.max(total > 0 ? met.title[unit]! / total : NAMELESS, EVERYDAY * met.asked[unit]!);
}

function addTo(met: Float64Array, { offsets, entries }: Postings, at: number, weight: number): void {
  if (at < 0) return;
  const end = offsets[at + 1]!;
  for (let i = offsets[at]!; i < end; i++) met[entries[i]!]! += weight;
}
