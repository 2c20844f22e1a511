import type { Candidate } from './fusion.ts';
import type { LexicalIndex } from './lexical-index.ts';
import type { Concept } from './question.ts';

/** Share (0..1, by idf) of the question's informative words that the first unit has. */
export function coverageOf(
  lexical: LexicalIndex,
  concepts: readonly Concept[],
  first: Candidate | undefined,
): number {
  let total = 0;
  let covered = 0;
  for (const c of concepts) {
    const weight =
      c.keys.length === 0 ? lexical.unitIdf(-1) : Math.min(...c.keys.map((k) => lexical.unitIdf(k)));
    total += weight;
    if (first && c.keys.some((k) => lexical.unitHas(first.scores, k))) covered += weight;
  }
  return total > 0 ? covered / total : 0;
}

/** Share of the first score that the second leaves: 0 for a tie. */
function marginOf(candidates: readonly Candidate[]): number {
  const [a, b] = candidates;
  if (!a) return 0;
  return b ? 1 - b.score / a.score : 1;
}

/** Logistic regression of "the first unit is right" on the two, fitted with cross-validation by procedure
 * (docs/evaluation.md, where its curve is). */
const CALIBRATION = { intercept: -1.8, strength: 2.3, margin: 5.7 };
/** Units of the index that the calibration was made on: idf, and so scores, grow with the logarithm of this. */
const CALIBRATED_UNITS = 2642;
const USUAL_SCORE = 60;
const MARGIN_CAP = 0.5;

/** Score on the scale of the index that the calibration was made on. */
function usualScale(score: number, units: number): number {
  return (score * Math.log1p(CALIBRATED_UNITS)) / Math.log1p(Math.max(units, 10));
}

/** How much of a question is met at all, whether or not a twin competes: the first score over the square root of the
 * question's length, since a long question gathers score by its length alone. Separates questions that the documents
 * do not answer better than `confidenceOf` does. @param syllables of the normalised question */
export function strengthOf(first: Candidate | undefined, units: number, syllables: number): number {
  return first ? usualScale(first.score, units) / Math.sqrt(Math.max(syllables, 1)) : 0;
}

/** Chance (0..1) that the first candidate is right. @param units number of units in the index */
export function confidenceOf(candidates: readonly Candidate[], units: number): number {
  const [first] = candidates;
  if (!first) return 0;
  const score = usualScale(first.score, units);
  const strength = Math.log(Math.max(score, 5) / USUAL_SCORE);
  const { intercept, strength: s, margin } = CALIBRATION;
  const z = intercept + s * strength + margin * Math.min(marginOf(candidates), MARGIN_CAP);
  return 1 / (1 + Math.exp(-z));
}
