import type { ReadQuestion, Shape } from '../question.ts';
import { isApplication, isPaper } from './score.ts';
import type { Pick } from './select.ts';
import { saysWhoDecides } from './shapes.ts';

const MAX_CONCLUSIONS = 3;
/** Shares of the best pick's score: to conclude for a shape of its own, and as a second voice on the same one. */
const WORTH_CONCLUDING = 0.5;
const NEARLY_BEST = 0.8;

/** Shapes whose absence from the record is itself worth saying. */
const SAID_WHEN_MISSING: readonly Shape[] = [
  'duration',
  'validity',
  'money',
  'form',
  'result',
  'condition',
  'signer',
];

/** The best pick of each asked shape concludes, in the order of the shapes; the best one of all is among them. The
 * rest follow in reading order. */
export function arrange(
  picks: readonly Pick[],
  question: ReadQuestion,
): { conclusions: Pick[]; details: Pick[] } {
  const best = picks[0];
  const conclusions: Pick[] = [];
  for (const shape of question.shapes) {
    if (conclusions.length >= MAX_CONCLUSIONS && !question.overview) break;
    if (conclusions.some((pick) => pick.scored.shapes.includes(shape))) continue;
    const first = speaksFor(shape, picks, question);
    if (first && first.scored.score >= WORTH_CONCLUDING * best!.scored.score) conclusions.push(first);
  }
  const serves =
    best !== undefined && !question.overview && (best.scored.shapes.length > 0 || conclusions.length === 0);
  if (serves && !conclusions.includes(best)) conclusions.push(best);
  const next = picks.find(
    (pick) =>
      !conclusions.includes(pick) &&
      (question.shapes.length === 0 || pick.scored.shapes.length > 0) &&
      (!question.shapes.includes('papers') || isPaper(pick.scored.candidate)),
  );
  if (
    next &&
    !question.overview &&
    conclusions.length < 2 &&
    next.scored.score >= NEARLY_BEST * best!.scored.score
  )
    conclusions.push(next);
  const details = picks
    .filter((pick) => !conclusions.includes(pick))
    .sort((a, b) => a.scored.candidate.order - b.scored.candidate.order);
  return { conclusions, details };
}

/** Where each kind of answer properly stands: the whole procedure's time and fee in the table, a paper or its form in
 * the dossier, a result among the results. */
function speaksFor(shape: Shape, picks: readonly Pick[], question: ReadQuestion): Pick | undefined {
  const having = picks.filter((pick) => pick.scored.shapes.includes(shape));
  if (shape === 'papers' && having[0]?.scored.general === true) {
    const application = having.find(({ scored: { candidate } }) => isApplication(candidate));
    if (application) return application;
  }
  const proper = having.find(({ scored: { candidate } }) => {
    switch (shape) {
      case 'duration':
      case 'money':
        return question.overall && candidate.kind === 'channel';
      case 'papers':
        return isPaper(candidate);
      case 'form':
        return candidate.kind === 'paper';
      case 'result':
        return candidate.kind === 'result';
      case 'signer':
        return saysWhoDecides(candidate);
      default:
        return false;
    }
  });
  return proper ?? having[0];
}

/** Asked shapes that no pick has. */
export function missingShapes(question: ReadQuestion, picks: readonly Pick[]): Shape[] {
  if (question.overview) return [];
  return SAID_WHEN_MISSING.filter(
    (shape) =>
      question.shapes.includes(shape) &&
      // "Có phải đóng phí không" asks for the fee, not for a condition.
      (shape !== 'condition' || question.shapes.length === 1) &&
      !picks.some((pick) => pick.scored.shapes.includes(shape)),
  );
}

/** Partial when nothing of what was asked for by name is there. */
export function isPartial(question: ReadQuestion, missing: readonly Shape[]): boolean {
  const named = question.shapes.filter((shape) => SAID_WHEN_MISSING.includes(shape));
  return missing.length > 0 && missing.length === named.length;
}
