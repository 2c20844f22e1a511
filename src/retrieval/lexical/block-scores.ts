import type { Norms, WeightedTerm } from './bm25.ts';
import { ANY_FORM, OTHER_FORM } from './bm25.ts';
import type { Postings } from './postings.ts';
import type { Choice } from './scratch.ts';
import { IMPACTS, type UnitBlocks } from './unit-blocks.ts';

/** A field of a segment ready to be scored: its postings, blocks and norms. */
export interface Scored {
  readonly postings: Postings;
  readonly blocks: UnitBlocks;
  readonly norms: Norms;
  /** Place of this segment in {@link WeightedTerm.at}. */
  readonly place: number;
}

/** Adds the BM25 of whole units to `record`, and to `bound` what no chunk of the unit can exceed. */
export function scoreUnits(
  { blocks, norms, place }: Scored,
  terms: readonly WeightedTerm[],
  record: Float32Array,
  bound: Float32Array,
): void {
  const { offsets, units, frequencies, signatures, impacts } = blocks;
  const norm = norms.group;
  for (const t of terms) {
    const at = t.at[place]!;
    if (at < 0) continue;
    const mask = t.bit || ANY_FORM;
    const weight = t.weight * t.groupIdf;
    const other = weight * OTHER_FORM;
    const most = (t.weight * t.entryIdf) / IMPACTS;
    const otherMost = most * OTHER_FORM;
    const end = offsets[at + 1]!;
    for (let i = offsets[at]!; i < end; i++) {
      const u = units[i]!;
      const f = frequencies[i]!;
      const part = f / (f + norm[u]!);
      if ((signatures[i]! & mask) !== 0) {
        record[u]! += weight * part;
        bound[u]! += most * impacts[i]!;
      } else {
        record[u]! += other * part;
        bound[u]! += otherMost * impacts[i]!;
      }
    }
  }
}

/** The bounds alone, for what needs no unit scores. */
export function boundUnits(
  { blocks, place }: Scored,
  terms: readonly WeightedTerm[],
  bound: Float32Array,
): void {
  const { offsets, units, signatures, impacts } = blocks;
  for (const t of terms) {
    const at = t.at[place]!;
    if (at < 0) continue;
    const mask = t.bit || ANY_FORM;
    const most = (t.weight * t.entryIdf) / IMPACTS;
    const otherMost = most * OTHER_FORM;
    const end = offsets[at + 1]!;
    for (let i = offsets[at]!; i < end; i++)
      bound[units[i]!]! += ((signatures[i]! & mask) !== 0 ? most : otherMost) * impacts[i]!;
  }
}

/** Bounds are added in single precision: this covers the roundings of thousands of terms. */
export const ROUNDING = 1 + 1e-4;

/** Past this many blocks for each chosen unit, units are looked up in a list instead of the list read through. */
const SPARSE = 12;

/** Adds the scores of all terms to the chunks of the chosen units. */
export function scoreChunks(
  scored: Scored,
  terms: readonly WeightedTerm[],
  { chosen, isChosen, count, met }: Choice,
  chunk: Float32Array,
): void {
  const { offsets, units } = scored.blocks;
  for (const t of terms) {
    const at = t.at[scored.place]!;
    if (at < 0) continue;
    const from = offsets[at]!;
    const to = offsets[at + 1]!;
    const found =
      to - from < SPARSE * count
        ? readThrough(units, from, to, isChosen, met)
        : lookUp(units, from, to, chosen, count, met);
    addBlocks(scored, t, met, found, chunk);
  }
}

/** Writes the blocks of chosen units to `met`, without a branch that could be guessed wrong. @returns their number */
function readThrough(
  units: Uint32Array,
  from: number,
  to: number,
  isChosen: Uint8Array,
  met: Uint32Array,
): number {
  let n = 0;
  for (let block = from; block < to; block++) {
    met[n] = block;
    n += isChosen[units[block]!]!;
  }
  return n;
}

/** The same by looking for each unit. */
function lookUp(
  units: Uint32Array,
  from: number,
  to: number,
  chosen: Uint32Array,
  count: number,
  met: Uint32Array,
): number {
  let n = 0;
  let block = from;
  for (let c = 0; c < count; c++) {
    const unit = chosen[c]!;
    block = seek(units, unit, block, to);
    if (block === to) break;
    if (units[block] === unit) met[n++] = block;
  }
  return n;
}

function addBlocks(
  { postings, blocks, norms }: Scored,
  term: WeightedTerm,
  met: Uint32Array,
  found: number,
  chunk: Float32Array,
): void {
  const { entries, frequencies, signatures } = postings;
  const { first } = blocks;
  const norm = norms.entry;
  const mask = term.bit || ANY_FORM;
  const weight = term.weight * term.entryIdf;
  const other = weight * OTHER_FORM;
  for (let m = 0; m < found; m++) {
    const block = met[m]!;
    const end = first[block + 1]!;
    for (let i = first[block]!; i < end; i++) {
      const e = entries[i]!;
      const f = frequencies[i]!;
      chunk[e]! += ((signatures[i]! & mask) !== 0 ? weight : other) * (f / (f + norm[e]!));
    }
  }
}

/** First place in `[from, to)` of an ascending list that is not below a value. */
function seek(list: Uint32Array, value: number, from: number, to: number): number {
  let step = 1;
  while (from + step < to && list[from + step]! < value) step *= 2;
  let lo = from + (step >>> 1);
  let hi = Math.min(to, from + step);
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (list[mid]! < value) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
