import type { DocumentId, UnitId } from '../legal/model.ts';
import type { LexicalIndex, UnitScores } from './lexical-index.ts';
import type { DocumentKind, ScoreTrace } from './model.ts';

/** Weights of the parts of a unit's score, by kind of document; measured in docs/evaluation.md. Articles carry
 * their name in their own text, so it counts little again. */
export const WEIGHTS: Readonly<Record<DocumentKind, { chunk: number; record: number; title: number }>> = {
  procedure: { chunk: 1, record: 1, title: 0.5 },
  guide: { chunk: 1, record: 1, title: 0.5 },
  official: { chunk: 1.7, record: 0.3, title: 0.05 },
};

/** A unit with its fused score. */
export interface Candidate {
  readonly scores: UnitScores;
  readonly unitId: UnitId;
  readonly documentId: DocumentId;
  score: number;
  readonly trace: ScoreTrace;
}

export interface FusionInput {
  readonly lexical: LexicalIndex;
  readonly scores: readonly UnitScores[];
  readonly kindOf: (id: DocumentId) => DocumentKind;
  readonly priorOf: (id: DocumentId) => number;
}

/** Weighted sum of the parts times the prior; the best `limit`, best first. Ties go by id, so that runs agree. */
export function fuse({ lexical, scores, kindOf, priorOf }: FusionInput, limit: number): Candidate[] {
  const scored: { s: UnitScores; unit: ReturnType<LexicalIndex['unit']>; score: number }[] = [];
  for (const s of scores) {
    const unit = lexical.unit(s);
    const w = WEIGHTS[kindOf(unit.documentId)];
    const score = (w.chunk * s.chunk + w.record * s.record + w.title * s.title) * priorOf(unit.documentId);
    if (score > 0) scored.push({ s, unit, score });
  }
  scored.sort((a, b) => b.score - a.score || (a.unit.unitId < b.unit.unitId ? -1 : 1));
  return scored.slice(0, limit).map(({ s, unit, score }) => {
    const w = WEIGHTS[kindOf(unit.documentId)];
    const parts = {
      chunk: w.chunk * s.chunk,
      record: w.record * s.record,
      title: w.title * s.title,
      prior: priorOf(unit.documentId),
    };
    return { scores: s, ...unit, score, trace: { parts } };
  });
}
