import type { ChunkId, DocumentId, UnitId } from '../../legal/model.ts';
import type { DenseHit } from '../dense/dense.ts';
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { UnitScores, UnitWeights } from '../lexical/unit-scores.ts';
import type { ScoreTrace } from '../model.ts';

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

/** Scored units as candidates, best first, with what their scores are made of. Ties go by id, so that runs agree. */
export function toCandidates(
  lexical: LexicalIndex,
  scores: readonly UnitScores[],
  weightsOf: (id: DocumentId) => UnitWeights | undefined,
): Candidate[] {
  const out = scores.map((s): Candidate => {
    const { unitId, documentId } = lexical.unit(s);
    const w = weightsOf(documentId)!;
    const parts = {
      chunk: w.chunk * s.chunk,
      record: w.record * s.record,
      ...nameParts(w.title * s.title, w.asked * s.asked),
      allNames: s.allNames,
      prior: w.prior,
      nameFit: s.nameFit,
    };
    return { scores: s, unitId, documentId, score: s.score, trace: { parts } };
  });
  return out.sort(byScore);
}

/** Which of the names counted, under its own name in the trace. */
const nameParts = (title: number, asked: number): Record<string, number> =>
  asked > title ? { asked } : { title };

const byScore = (a: Candidate, b: Candidate) => b.score - a.score || (a.unitId < b.unitId ? -1 : 1);

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
  return out.sort(byScore);
}
