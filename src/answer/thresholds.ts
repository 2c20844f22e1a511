import type { Retrieval } from '../retrieval/model.ts';
import type { Evidence } from './model.ts';
import { nameCover, namesOtherAct } from './naming.ts';
import { readQuestion } from './question.ts';
import type { Route } from './route.ts';

/** Below these the evidence is too weak to answer from: an unanswerable question gets a fluent wrong answer otherwise,
 * and asking the department costs little. `strength` alone separates best; coverage, margin and the fit of the name add
 * nothing that holds on other questions (docs/evaluation.md, "Answers"). */
export const ENOUGH = {
  strength: 13,
  confidence: 0.05,
  nameCover: 0.85,
  personnelConfidence: 0.85,
  /** For a document that is not here but that the first unit speaks of. */
  told: 0.3,
} as const;

/** Is there evidence enough to answer? What the question names outright, by number or by almost all of a procedure's
 * name, always is. */
export function enough(route: Route, retrieval: Retrieval, { units }: Evidence): boolean {
  const [first] = units;
  if (!first) return false;
  if (retrieval.lookup.kind === 'found') return true;
  if (route === 'personnel' && retrieval.confidence < ENOUGH.personnelConfidence) return false;
  if (retrieval.confidence < ENOUGH.confidence) return false;
  const { original, normalised } = retrieval.query;
  const { kind, title, asked = [] } = first.facts;
  if (kind !== 'official' && namesOtherAct(original, [title, ...asked])) return false;
  if (kind !== 'official' && nameCover(readQuestion(original, normalised), title) >= ENOUGH.nameCover)
    return true;
  return retrieval.strength === undefined || retrieval.strength >= ENOUGH.strength;
}
