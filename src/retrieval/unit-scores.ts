import type { DocumentId } from '../legal/model.ts';
import type { BestOf } from './best-of.ts';
import { accumulate, accumulateEntries, type Norms, type QueryTerm, type WeightedTerm } from './bm25.ts';
import type { Field, Segment } from './segment.ts';

/** A unit with its raw scores, before any combination. */
export interface UnitScores {
  readonly segment: number;
  readonly unit: number;
  /** Best chunk's BM25, and that chunk. */
  readonly chunk: number;
  readonly bestChunk: number;
  /** BM25 of the unit taken as one text. */
  readonly record: number;
  /** BM25 of the unit's official name. */
  readonly title: number;
  /** Best BM25 among its everyday names and the questions people ask of it. */
  readonly asked: number;
  /** Weighted sum of chunk, record and the better of name and asked, times the prior. */
  readonly sum: number;
}

/** Everyday names are written in everyday words, so official words added for them count less there. */
export const OFFICIAL_IN_ASKED = 0.6;

/** What the parts of a unit's score count in one document. */
export interface UnitWeights {
  readonly chunk: number;
  readonly record: number;
  readonly title: number;
  readonly asked: number;
  /** Of official words beside those that were typed. */
  readonly official: number;
  /** Factor on the sum, whatever the question. */
  readonly prior: number;
}

/** A question ready to be scored. */
export interface LexicalQuery {
  /** Typed terms for texts and for names. */
  readonly body: readonly QueryTerm[];
  readonly title: readonly QueryTerm[];
  /** For everyday names and questions kept beside a document. */
  readonly asked: readonly QueryTerm[];
  /** Official words for everyday ones that were typed. */
  readonly official: readonly QueryTerm[];
  /** Undefined: the asker may not see the document. */
  readonly weightsOf: (id: DocumentId) => UnitWeights | undefined;
  /** Weighs chunks by their part of a procedure record (index as in Segment.chunkPart). */
  readonly chunkFactor?: Float32Array;
}

/** Scores of one segment's chunks, units as one text, and names. */
export interface SegmentScores {
  readonly chunk: Float32Array;
  readonly record: Float32Array;
  readonly title: Float32Array;
  readonly asked: Float32Array;
}

/** Scores everything that any term touches. */
export function scoreSegment(
  segment: Segment,
  norm: Record<Field, Norms>,
  terms: Record<Field, readonly WeightedTerm[]>,
): SegmentScores {
  const { units, chunkIds, fields } = segment;
  const chunk = new Float32Array(chunkIds.length);
  const record = new Float32Array(units.length);
  accumulate(fields.body, norm.body, terms.body, chunk, record);
  const bestEntry = (field: Field) => {
    const p = fields[field];
    const entry = new Float32Array(p.lengths.length);
    accumulateEntries(p, norm[field], terms[field], entry);
    const best = new Float32Array(units.length);
    for (let e = 0; e < entry.length; e++)
      if (entry[e]! > best[p.groupOf[e]!]!) best[p.groupOf[e]!] = entry[e]!;
    return best;
  };
  return { chunk, record, title: bestEntry('title'), asked: bestEntry('asked') };
}

/** Offers the units of one document. */
export function collect(
  s: number,
  segment: Segment,
  document: number,
  weights: UnitWeights,
  own: SegmentScores,
  extra: SegmentScores | undefined,
  chunkFactor: Float32Array | undefined,
  best: BestOf<UnitScores>,
): void {
  const { unitStart, chunkPart, documentUnits } = segment;
  const official = extra ? weights.official : 0;
  const { chunk: chunks, record: records, title: titles, asked: questions } = own;
  const more = extra ?? own;
  const end = documentUnits[document + 1]!;
  for (let u = documentUnits[document]!; u < end; u++) {
    const record = records[u]! + official * more.record[u]!;
    const title = titles[u]! + official * more.title[u]!;
    const asked = questions[u]! + OFFICIAL_IN_ASKED * official * more.asked[u]!;
    if (record <= 0 && title <= 0 && asked <= 0) continue;
    let bestChunk = unitStart[u]!;
    let chunk = 0;
    for (let c = bestChunk; c < unitStart[u + 1]!; c++) {
      let value = chunks[c]! + official * more.chunk[c]!;
      if (chunkFactor) value *= chunkFactor[chunkPart[c]!]!;
      if (value <= chunk) continue;
      chunk = value;
      bestChunk = c;
    }
    const sum =
      weights.prior *
      (weights.chunk * chunk +
        weights.record * record +
        Math.max(weights.title * title, weights.asked * asked));
    if (sum > best.threshold)
      best.offer(sum, { segment: s, unit: u, chunk, bestChunk, record, title, asked, sum });
  }
}
