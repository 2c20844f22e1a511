import type { QueryTerm } from './bm25.ts';
import { isPairKey } from './vocabulary.ts';

/** How strongly a name that says more than the question lowers a unit: the share of the name that the question
 * covers, plus BASE, to this power. Tells "gia hạn giấy phép" from "cấp giấy phép". Measured in docs/evaluation.md. */
const POWER = 0.2;
const BASE = 0.3;

/** An everyday name that the question covers says a little less than the official one. */
export const EVERYDAY = 0.8;

/** What a name without a word counts as: a factor of 1. */
export const NAMELESS = 1 - BASE;

/** Factor on a unit's score. @param cover share (0..1, by idf) of its best name that the question has */
export const nameFit = (cover: number): number => (BASE + cover) ** POWER;

/** Steps of the share that {@link nameFitAtMost} tells apart. */
const STEPS = 256;
const AT_MOST = Float64Array.from({ length: STEPS + 1 }, (_, i) => nameFit((i + 1) / STEPS));

/** Never less than {@link nameFit}, and little more: a look-up instead of a power, for bounds of all units. */
export const nameFitAtMost = (cover: number): number =>
  cover <= 1 ? AT_MOST[(cover * STEPS) | 0]! : nameFit(cover);

/** The question's single syllables, each with the most it weighs. */
export function nameTerms(question: {
  readonly title: readonly QueryTerm[];
  readonly official: readonly QueryTerm[];
}): QueryTerm[] {
  const terms = new Map<number, QueryTerm>();
  for (const t of [...question.title, ...question.official])
    if (!isPairKey(t.key) && t.weight > (terms.get(t.key)?.weight ?? 0)) terms.set(t.key, t);
  return [...terms.values()];
}
