import type { DocumentId } from '../../legal/model.ts';
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import { tokenise } from '../lexical/terms.ts';
import type { Question } from '../question/question.ts';
import { casesOf } from './cases.ts';
import type { Candidate } from './fusion.ts';

/** Candidates looked at; a plain procedure further down was not what was asked for. */
const LOOKED_AT = 10;
/** How far ahead a variant may be and still give way. Measured in docs/evaluation.md. */
const MARGIN = 1.4;
/** Words that a name may have or not without being another name. */
const FILLERS = new Set(['thu', 'tuc']);

/**
 * A procedure before its own variant when the question has no word of what sets the variant apart: "đăng ký khai sinh"
 * before "đăng ký lại khai sinh" and "đăng ký khai sinh có yếu tố nước ngoài"; the variant before the plain procedure
 * when the question tells its case. The variant repeats every word of the plain name, so its text and its everyday
 * names may score higher, or lower where the case is told in one word of many. Changes `candidates` in place, best first after.
 * @param said the acts and cases that the question tells (cases.ts), perhaps in other words than the name
 */
export function plainNamesFirst(
  candidates: Candidate[],
  lexical: LexicalIndex,
  question: Question,
  titleOf: (id: DocumentId) => string | undefined,
  said: ReadonlySet<number>,
): void {
  // Words that only ask count too: "không phải" is a case of its own.
  const asked = new Set([...question.asked, ...question.official].map(({ key }) => key));
  const names = candidates.slice(0, LOOKED_AT).map((candidate) => {
    const title = titleOf(candidate.documentId) ?? '';
    return { candidate, words: wordsOf(title), told: [...casesOf(title)].filter((c) => said.has(c)) };
  });
  let moved = false;
  for (const variant of names)
    for (const plain of names) {
      if (!isVariant(variant.words, plain.words)) continue;
      const told = variant.told.some((c) => !plain.told.includes(c));
      const [first, other] = told ? [variant, plain] : [plain, variant];
      const behind = first.candidate.score < other.candidate.score;
      if (!behind || first.candidate.score * MARGIN < other.candidate.score) continue;
      if (!told && saysMore(variant.words, plain.words)) continue;
      first.candidate.score = other.candidate.score * (1 + Number.EPSILON * 8);
      moved = true;
    }
  if (moved) candidates.sort((a, b) => b.score - a.score);

  /** Does the question have a word that the variant's name adds? A word of an everyday name for what the plain one is
   * called adds nothing: "bằng lái xe" is "giấy phép lái xe". */
  function saysMore(variant: ReadonlySet<string>, plain: ReadonlySet<string>): boolean {
    const named = new Set([...plain].map((word) => lexical.vocabulary.find(word)));
    const saysPlain = (key: number) =>
      question.concepts.some(
        ({ keys, instead }) =>
          keys.includes(key) && instead.some((name) => name.length > 1 && name.every((k) => named.has(k))),
      );
    return [...variant].some((word) => {
      const key = lexical.vocabulary.find(word) ?? -1;
      return !plain.has(word) && asked.has(key) && !saysPlain(key);
    });
  }
}

function isVariant(variant: ReadonlySet<string>, plain: ReadonlySet<string>): boolean {
  return plain.size > 1 && variant.size > plain.size && [...plain].every((word) => variant.has(word));
}

function wordsOf(title: string): Set<string> {
  return new Set(
    tokenise(title)
      .map(({ folded }) => folded)
      .filter((word) => !FILLERS.has(word)),
  );
}
