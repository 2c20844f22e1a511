import type { DocumentId } from '../legal/model.ts';
import type { Candidate } from './fusion.ts';
import type { LexicalIndex } from './lexical-index.ts';
import type { Question } from './question.ts';
import { tokenise } from './terms.ts';

/** Candidates looked at; a plain procedure further down was not what was asked for. */
const LOOKED_AT = 10;
/** How far ahead a variant may be and still give way. Measured in docs/evaluation.md. */
const MARGIN = 1.25;
/** Words that a name may have or not without being another name. */
const FILLERS = new Set(['thu', 'tuc']);

/**
 * A procedure before its own variant when the question has no word of what sets the variant apart: "đăng ký khai sinh"
 * before "đăng ký lại khai sinh" and "đăng ký khai sinh có yếu tố nước ngoài". The variant repeats every word of the
 * plain name, so its text and its everyday names may score higher. Changes `candidates` in place, best first after.
 */
export function plainNamesFirst(
  candidates: Candidate[],
  lexical: LexicalIndex,
  question: Question,
  titleOf: (id: DocumentId) => string | undefined,
): void {
  const asked = new Set([...question.title, ...question.official].map(({ key }) => key));
  const names = candidates.slice(0, LOOKED_AT).map((candidate) => ({
    candidate,
    words: wordsOf(titleOf(candidate.documentId) ?? ''),
  }));
  let moved = false;
  for (const variant of names) {
    const gives = names.filter(
      (plain) =>
        plain.candidate.score < variant.candidate.score &&
        plain.candidate.score * MARGIN >= variant.candidate.score &&
        isVariant(variant.words, plain.words) &&
        [...variant.words]
          .filter((word) => !plain.words.has(word))
          .every((word) => !asked.has(lexical.vocabulary.find(word) ?? -1)),
    );
    for (const { candidate } of gives) {
      candidate.score = variant.candidate.score * (1 + Number.EPSILON * 8);
      moved = true;
    }
  }
  if (moved) candidates.sort((a, b) => b.score - a.score);
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
