import type { Retrieval } from '../retrieval/model.ts';
import type { Evidence } from './model.ts';
import type { Route } from './route.ts';

/** Below these the evidence is too weak to answer from (measured in docs/evaluation.md): an unanswerable question
 * gets a fluent wrong answer otherwise, and asking the department costs little. */
export const ENOUGH = { confidence: 0.04, coverage: 0.1, personnelConfidence: 0.85 } as const;

/** Is there evidence enough to answer? What the question names outright always is. */
export function enough(route: Route, retrieval: Retrieval, evidence: Evidence): boolean {
  if (evidence.units.length === 0) return false;
  if (retrieval.lookup.kind === 'found') return true;
  if (route === 'personnel' && retrieval.confidence < ENOUGH.personnelConfidence) return false;
  return retrieval.confidence >= ENOUGH.confidence && retrieval.coverage >= ENOUGH.coverage;
}
