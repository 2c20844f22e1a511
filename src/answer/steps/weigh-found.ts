import { plainWords } from '../../legal/text.ts';
import { absentMatter } from '../absent-matter.ts';
import type { EvidenceUnit } from '../model.ts';
import { contentTerms } from '../naming.ts';
import { readQuestion } from '../question.ts';
import { enough } from '../thresholds.ts';
import type { Research, Search } from './step.ts';

/** Share of a search's content terms that are the question's own, and of the question's that its searches have between them. */
const KEPT = 0.85;
/** Units composed from; more would crowd out the best of each. */
const UNITS = 8;

/**
 * What further searches found is weighed like the first retrieval: by the same measure, for the words that were searched.
 * These must be the question's own, all of them between the searches: a search by other words ("đăng ký kết hôn" for
 * "kết hôn với robot", the name of what lies nearest) finds its text with all confidence and says nothing of whether
 * the question is about it. Code cannot tell such a leap from a right one, so nothing is answered from it.
 *
 * @param question without personal data, as it was searched for first
 * @returns what may be composed from, the best first; empty when none of it is new or it is about something else
 */
export function weighFound(
  question: string,
  { searches, opened }: Research,
  before: readonly EvidenceUnit[],
): readonly EvidenceUnit[] {
  const asked = termsOf(question);
  const own = searches.filter((search) => isOwn(search, asked) && isEnough(search));
  const searched = new Set(own.flatMap(({ query }) => termsOf(query)));
  if (shareIn(asked, searched) < KEPT) return [];
  const found = new Set(own.flatMap(({ units }) => units));
  const known = new Set(before.map(({ hit }) => hit.unitId));
  if ([...found].every(({ hit }) => known.has(hit.unitId))) return [];
  const ordered = [...opened.filter((unit) => found.has(unit)), ...found, ...before];
  return [...new Map(ordered.map((unit) => [unit.hit.unitId, unit])).values()].slice(0, UNITS);
}

const termsOf = (text: string): string[] => contentTerms(readQuestion(plainWords(text)));

const isOwn = ({ query }: Search, asked: readonly string[]): boolean =>
  shareIn(termsOf(query), new Set(asked)) >= KEPT;

function isEnough({ query, retrieval, units }: Search): boolean {
  const evidence = { retrieval, units };
  return enough('procedural', retrieval, evidence) && absentMatter(query, evidence) === undefined;
}

function shareIn(terms: readonly string[], there: ReadonlySet<string>): number {
  return terms.length === 0 ? 0 : terms.filter((term) => there.has(term)).length / terms.length;
}
