import type { LexicalIndex } from '../lexical/lexical-index.ts';
import { FIELDS } from '../lexical/segment.ts';
import type { DocumentKind } from '../model.ts';
import type { Concept } from '../question/question-terms.ts';
import type { Candidate } from './fusion.ts';

/** Share of an official wording that a text must have to say the same. */
const MOST = 0.6;

/** Share (0..1, by idf) of the question's informative words that the first unit has in its text, its name or its everyday
 * names, as typed (diacritics count where they were typed) or in official words. */
export function coverageOf(
  lexical: LexicalIndex,
  concepts: readonly Concept[],
  first: Candidate | undefined,
): number {
  return first ? saidShare(lexical, concepts, first, (concept) => rarity(lexical, concept)) : 0;
}

/** Words of a question that decide what it is about. */
const RAREST = 3;

/** The same by squared idf of the question's {@link RAREST} rarest words alone. Low for near misses ("thủ tục nuôi rồng": the
 * first unit has "nuôi", none of "rồng"). */
export function rarestMetOf(
  lexical: LexicalIndex,
  concepts: readonly Concept[],
  first: Candidate | undefined,
): number {
  if (!first) return 0;
  const rarest = [...concepts].sort((a, b) => rarity(lexical, b) - rarity(lexical, a)).slice(0, RAREST);
  return saidShare(lexical, rarest, first, (concept) => rarity(lexical, concept) ** 2);
}

function saidShare(
  lexical: LexicalIndex,
  concepts: readonly Concept[],
  first: Candidate,
  weightOf: (concept: Concept) => number,
): number {
  let total = 0;
  let said = 0;
  for (const concept of concepts) {
    const weight = weightOf(concept);
    total += weight;
    if (says(lexical, first, concept)) said += weight;
  }
  return total > 0 ? said / total : 0;
}

/** Idf of a word's most common reading; the highest possible for a word the corpus has never seen. */
function rarity(lexical: LexicalIndex, { keys }: Concept): number {
  return keys.length === 0 ? lexical.unitIdf(-1) : Math.min(...keys.map((k) => lexical.unitIdf(k)));
}

function says(lexical: LexicalIndex, { scores }: Candidate, { keys, bit, instead }: Concept): boolean {
  const has = (key: number, form: number) =>
    FIELDS.some((field) => lexical.unitHas(scores, key, field, form));
  return (
    keys.some((key) => has(key, bit)) ||
    instead.some((w) => w.length > 0 && w.filter((key) => has(key, 0)).length >= MOST * w.length)
  );
}

/** Share of the first score that the second leaves: 0 for a tie. */
function marginOf(candidates: readonly Candidate[]): number {
  const [a, b] = candidates;
  if (!a) return 0;
  return b ? 1 - b.score / a.score : 1;
}

/** Logistic regression of "the first unit is right" on strength, margin, coverage, the nearness of a matter that is not here
 * and the kind of document (a guide's short sections have lower scores than a record), fitted with cross-validation by
 * question (docs/evaluation.md, where its curve is). */
const CALIBRATION = {
  intercept: { procedure: -5.22, guide: -2.57, official: -3.65 },
  strength: 1.4,
  margin: 4.99,
  coverage: 3.05,
  elsewhere: -1.88,
} as const;
/** Logarithm of the other matter's share: its limits, and what stands for it where none is known. */
const FARTHEST = -1.5;
const NEAREST = 1;
const USUALLY = -0.8;
/** Units of the index that the calibration was made on: idf, and so scores, grow with the logarithm of this. */
const CALIBRATED_UNITS = 2642;
const USUAL_SCORE = 60;
const MARGIN_CAP = 0.5;

/** Score on the scale of the index that the calibration was made on. */
function usualScale(score: number, units: number): number {
  return (score * Math.log1p(CALIBRATED_UNITS)) / Math.log1p(Math.max(units, 10));
}

/** How much of a question is met at all, whether or not a twin competes: the first score over the square root of the
 * question's length, since a long question gathers score by its length alone. The prior is taken out: that a document
 * is often asked about does not make it meet this question; so are all names together, which lift a question about something
 * else as well. Separates questions that the documents do not answer
 * better than `confidenceOf` does. @param syllables of the normalised question */
export function strengthOf(first: Candidate | undefined, units: number, syllables: number): number {
  if (!first) return 0;
  const { prior = 1, nameFit = 1, allNames = 0 } = first.trace.parts;
  const met = first.score / prior - allNames * nameFit;
  return usualScale(met, units) / Math.sqrt(Math.max(syllables, 1));
}

/** Chance (0..1) that the first candidate is right. @param kind of the first one's document @param units number of units in
 * the index */
export function confidenceOf(
  candidates: readonly Candidate[],
  kind: DocumentKind,
  coverage: number,
  units: number,
  elsewhere: { readonly share: number } | undefined,
): number {
  const [first] = candidates;
  if (!first) return 0;
  const score = usualScale(first.score, units);
  const strength = Math.log(Math.max(score, 5) / USUAL_SCORE);
  const w = CALIBRATION;
  const margin = Math.min(marginOf(candidates), MARGIN_CAP);
  const other = elsewhere ? Math.min(Math.max(Math.log(elsewhere.share), FARTHEST), NEAREST) : USUALLY;
  const z =
    w.intercept[kind] +
    w.strength * strength +
    w.margin * margin +
    w.coverage * coverage +
    w.elsewhere * other;
  return 1 / (1 + Math.exp(-z));
}
