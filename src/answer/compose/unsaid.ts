import { type Token, tokenise } from '../../retrieval/terms.ts';
import type { EvidenceUnit } from '../model.ts';
import type { ReadQuestion } from '../question.ts';
import type { Candidate } from './candidates.ts';

/** "Có bị phạt không", "có được trừ lương ko": what a yes-or-no question asks about (folded). */
const WHETHER =
  /(?:^| )(?:co )?(?:bi|duoc|dc|phai|can|bat buoc) ((?:(?!(?:khong|ko|k|hong|hok|kg|co|thi|gi|nao) )\S+ ){1,6})(?:hay )?(?:khong|ko|k|hong|hok|kg)$/u;

/**
 * The words of a yes-or-no question that the whole unit never uses: a sentence picked for its other words would read as
 * a yes or a no that the source does not give. Undefined when some word of it is there, or the question is none.
 */
export function wordsUnsaid(
  question: ReadQuestion,
  { facts }: EvidenceUnit,
  candidates: readonly Candidate[],
): string | undefined {
  const { shapes, marked: typed } = question;
  const phrase = shapes.every((shape) => shape === 'condition') ? whether(question) : [];
  const asked = phrase.filter(({ folded }) => question.terms.includes(folded));
  if (asked.length === 0) return undefined;
  const key = ({ exact, folded }: Token): string => (typed ? exact : folded);
  const texts = [facts.title, ...candidates.flatMap(({ text, context = '' }) => [text, context])];
  const words = texts.map((text) => tokenise(text).map(key));
  const said = new Set(words.flat());
  const missing =
    asked.every((token) => !said.has(key(token))) ||
    (!typed && phrase.length > 1 && !words.some(hasPairOf(phrase.map(key))));
  return missing ? phrase.map(({ exact }) => exact).join(' ') : undefined;
}

/** Without diacritics one word says little ("phat": phạt, phát); two that stand together do. */
function hasPairOf(wanted: readonly string[]): (words: readonly string[]) => boolean {
  const pairs = new Set(wanted.slice(1).map((word, i) => `${wanted[i]!} ${word}`));
  return (words) => words.some((word, i) => pairs.has(`${words[i - 1] ?? ''} ${word}`));
}

/** The tokens of what is asked about; empty when the question is no yes-or-no question. */
function whether({ text }: ReadQuestion): readonly Token[] {
  const tokens = tokenise(text);
  const object = WHETHER.exec(tokens.map(({ folded }) => folded).join(' '))?.[1]?.trim();
  if (object === undefined) return [];
  const words = object.split(' ');
  const at = tokens.findLastIndex((_, i) => words.every((word, j) => tokens[i + j]?.folded === word));
  return at < 0 ? [] : tokens.slice(at, at + words.length);
}
