import type { ChunkId, DocumentId, UnitId } from '../legal/model.ts';
import type { DenseHit } from './dense.ts';
import type { LexicalIndex, UnitScores } from './lexical-index.ts';
import type { DocumentKind, ScoreTrace } from './model.ts';

/** Weights of the parts of a unit's score, by kind of document; measured in docs/evaluation.md. Articles carry
 * their name in their own text, so it counts little again. */
export const WEIGHTS: Readonly<Record<DocumentKind, { chunk: number; record: number; title: number }>> = {
  procedure: { chunk: 1, record: 0.8, title: 0.8 },
  guide: { chunk: 1, record: 0.8, title: 0.8 },
  official: { chunk: 1.7, record: 0.3, title: 0.05 },
};

/** What official words for everyday ones count, by kind of document: laws are asked about in the law's words, where
 * added ones only blur (docs/evaluation.md). */
export const OFFICIAL_FACTOR: Readonly<Record<DocumentKind, number>> = {
  procedure: 1,
  guide: 1,
  official: 0.3,
};

/** A unit with its fused score. */
export interface Candidate {
  readonly scores: UnitScores;
  readonly unitId: UnitId;
  readonly documentId: DocumentId;
  score: number;
  readonly trace: ScoreTrace;
  /** The chunk to show where no word of the question met the unit. */
  readonly chunkId?: ChunkId;
}

export interface FusionInput {
  readonly lexical: LexicalIndex;
  readonly scores: readonly UnitScores[];
  readonly kindOf: (id: DocumentId) => DocumentKind;
  readonly priorOf: (id: DocumentId) => number;
  /** How well a document's name fits the question, for the best units of the weighted sum. */
  readonly nameFitOf: (id: DocumentId) => number;
}

/** Names are compared for this many of the best units only; below, no factor could lift a unit into sight. */
const NAMES_COMPARED = 400;

/** Weighted sum of the parts times the prior and the fit of the name; the best `limit`, best first. Ties go by id, so
 * that runs agree. */
export function fuse(input: FusionInput, limit: number): Candidate[] {
  const { lexical, scores, kindOf, priorOf, nameFitOf } = input;
  const scored = scores.map((s) => {
    const { unitId, documentId } = lexical.unit(s);
    const w = WEIGHTS[kindOf(documentId)];
    const sum = w.chunk * s.chunk + w.record * s.record + w.title * s.title;
    return { s, unitId, documentId, score: sum * priorOf(documentId) };
  });
  const best = top(scored, Math.max(limit, NAMES_COMPARED));
  for (const b of best) b.score *= nameFitOf(b.documentId);
  return top(best, limit).map(({ s, unitId, documentId, score }) => {
    const w = WEIGHTS[kindOf(documentId)];
    const parts = {
      chunk: w.chunk * s.chunk,
      record: w.record * s.record,
      title: w.title * s.title,
      prior: priorOf(documentId),
      nameFit: nameFitOf(documentId),
    };
    return { scores: s, unitId, documentId, score, trace: { parts } };
  });
}

function top<T extends { readonly score: number; readonly unitId: UnitId }>(items: T[], limit: number): T[] {
  return items
    .filter((i) => i.score > 0)
    .sort((a, b) => b.score - a.score || (a.unitId < b.unitId ? -1 : 1))
    .slice(0, limit);
}

/** Share of the best lexical score that the nearest neighbour gets; half each, as "relative score fusion" does. */
const DENSE_SHARE = 0.5;

/** Adds dense closeness to lexical candidates, and units that only the vectors found. Best first. */
export function addDense(
  lexical: LexicalIndex,
  candidates: readonly Candidate[],
  dense: readonly DenseHit[],
  priorOf: (id: DocumentId) => number,
): Candidate[] {
  if (dense.length === 0) return [...candidates];
  const scale = DENSE_SHARE * (candidates[0]?.score || 1);
  const near = new Map(dense.map((d) => [d.unitId, d]));
  const points = (d: DenseHit) => scale * d.closeness * priorOf(d.documentId);
  const out = candidates.map((c) => {
    const d = near.get(c.unitId);
    if (!d) return c;
    near.delete(c.unitId);
    return { ...c, score: c.score + points(d), trace: { parts: { ...c.trace.parts, dense: points(d) } } };
  });
  for (const c of lexical.candidatesFor([...near.keys()])) {
    const d = near.get(c.unitId)!;
    out.push({ ...c, chunkId: d.chunkId, score: points(d), trace: { parts: { dense: points(d) } } });
  }
  return out.sort((a, b) => b.score - a.score || (a.unitId < b.unitId ? -1 : 1));
}
