import type { Retrieval } from '../retrieval/model.ts';
import type { Evidence } from './model.ts';
import { nameCover, namesOtherAct } from './naming.ts';
import { readQuestion } from './question.ts';
import type { Route } from './route.ts';
import { impossibleSubject } from './subject.ts';

/** Below these the evidence is too weak to answer from: an unanswerable question gets a fluent wrong answer otherwise,
 * and asking the department costs little. `confidence` decides, and for procedures `strength` against the nearness of
 * matters that are not here as well (docs/evaluation.md, "When to say that nothing was found"). */
export const ENOUGH = {
  /** Where nothing is known of other offices' matters. */
  strength: 13,
  /** Where something is: as much strength as this when another matter is as near as the first unit, and so much more
   * (less) for each doubling (halving) of its share. */
  strengthAtPar: 20,
  perDoubling: 19.4,
  /** However strong, for procedures and guides: another matter has half as much again of the question. */
  elsewhere: 1.5,
  /** By the kind of document that comes first. */
  confidence: { procedure: 0.15, guide: 0.3, official: 0.2 },
  nameCover: 0.85,
  /** Where almost all of the name is said. */
  namedConfidence: 0.05,
  /** An index of fewer units than this has no statistics of its words: what the first text says of the question decides. */
  fewUnits: 200,
  said: 0.75,
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
  const { original, normalised } = retrieval.query;
  const { kind, title, asked = [] } = first.facts;
  if (kind !== 'official' && namesOtherAct(original, [title, ...asked])) return false;
  if (impossibleSubject(original, first) !== undefined) return false;
  const named =
    kind !== 'official' && nameCover(readQuestion(original, normalised), title) >= ENOUGH.nameCover;
  if (kind !== 'procedure' ? saysItAmongFew(retrieval) : named && isFew(retrieval)) return true;
  if (named) return retrieval.confidence >= ENOUGH.namedConfidence;
  if (retrieval.confidence < ENOUGH.confidence[kind]) return false;
  if (kind !== 'official' && (retrieval.elsewhere?.share ?? 0) > ENOUGH.elsewhere) return false;
  // A record of thousands of words shares some with everything.
  return kind !== 'procedure' || isStrong(retrieval);
}

function isStrong(retrieval: Retrieval): boolean {
  const { strength } = retrieval;
  return strength === undefined || strength >= strengthNeeded(retrieval);
}

function isFew({ units }: Retrieval): boolean {
  return units !== undefined && units < ENOUGH.fewUnits;
}

/** Does the first text of a small index have almost every word of the question, the rarest among them? A procedure's record
 * is too long for that to say anything. */
function saysItAmongFew(retrieval: Retrieval): boolean {
  const { coverage, rarestMet = 0 } = retrieval;
  return isFew(retrieval) && coverage >= ENOUGH.said && rarestMet >= ENOUGH.said;
}

/** The nearer a matter that is not here, the more the first unit must meet the question. */
function strengthNeeded({ elsewhere }: Retrieval): number {
  if (elsewhere === undefined) return ENOUGH.strength;
  return ENOUGH.strengthAtPar + ENOUGH.perDoubling * Math.log2(elsewhere.share);
}

/** Below this confidence the asker is shown what else the question may have meant. */
export const SURE = 0.75;
