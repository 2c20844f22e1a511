import type { DocumentId } from '../legal/model.ts';
import type { Candidate } from './fusion.ts';
import { type Token, tokenise } from './terms.ts';

/** Candidates looked at; a name further down was said by chance. */
const LOOKED_AT = 10;
/** What a name said word for word counts against situations that share words. Measured in docs/evaluation.md. */
const SAID = 1.2;
/** The name opens the question ("xin tách hộ …"); said later it is often a part of the matter. */
const OPENING = 4;
const FILLERS = new Set(['thu', 'tuc']);
/** "(cấp xã)", "(thực hiện tại cấp xã)". */
const ASIDE = /\([^)]*\)/gu;

/**
 * A procedure whose whole name opens the question before those that only share words of the situation told beside
 * it: "đăng ký giám hộ cho cháu mồ côi" names the registration of guardianship. Changes `candidates` in place, best
 * first after.
 */
export function saidNamesFirst(
  candidates: Candidate[],
  question: string,
  titleOf: (id: DocumentId) => string | undefined,
): void {
  const asked = tokenise(question);
  let moved = false;
  for (const candidate of candidates.slice(0, LOOKED_AT)) {
    const words = tokenise((titleOf(candidate.documentId) ?? '').replace(ASIDE, ' '));
    while (words.length > 0 && FILLERS.has(words[0]!.folded)) words.shift();
    if (words.length < 2 || !isSaid(words, asked)) continue;
    candidate.score *= SAID;
    moved = true;
  }
  if (moved) candidates.sort((a, b) => b.score - a.score);
}

/** Word for word and in a row; a word typed without diacritics may be any that folds to it. */
function isSaid(words: readonly Token[], asked: readonly Token[]): boolean {
  return asked.slice(0, OPENING).some((_, at) =>
    words.every(({ exact, folded }, i) => {
      const typed = asked[at + i];
      return typed?.folded === folded && (typed.exact === typed.folded || typed.exact === exact);
    }),
  );
}
