import type { DocumentId } from '../../legal/model.ts';
import { type Token, tokenise } from '../lexical/terms.ts';
import { casesOf } from './cases.ts';
import type { Candidate } from './fusion.ts';

/** Candidates looked at; a name further down was said by chance. */
const LOOKED_AT = 10;
/** What a name said word for word counts against situations that share words: a whole name, or the beginning of a
 * longer official one. Measured in docs/evaluation.md. */
const SAID = 1.2;
const BEGUN = 1.1;
/** Words of a longer name that must be said. */
const BEGINNING = 4;
/** Words of its own that may stand between them. */
const OWN_WORDS = 2;
/** Words of an everyday name that is worth anything. */
const EVERYDAY = 3;
/** The name opens the question ("xin tách hộ …"); said later it is often a part of the matter. */
const OPENING = 4;
const FILLERS = new Set(['thu', 'tuc']);
/** "(cấp xã)", "(thực hiện tại cấp xã)". */
const ASIDE = /\([^)]*\)/gu;

/** What a procedure is called: officially, and by people. */
export interface Names {
  readonly title: string;
  readonly asked?: readonly string[];
}

/**
 * A procedure whose name opens the question before those that only share words of the situation told beside it:
 * "đăng ký giám hộ cho cháu mồ côi" names the registration of guardianship. Changes `candidates` in place, best first
 * after. @param question with abbreviations written out
 */
export function saidNamesFirst(
  candidates: Candidate[],
  question: string,
  namesOf: (id: DocumentId) => Names | undefined,
): void {
  const opening = tokenise(question);
  let moved = false;
  for (const candidate of candidates.slice(0, LOOKED_AT)) {
    const names = namesOf(candidate.documentId);
    const factor = names === undefined ? 1 : factorOf(names, opening);
    candidate.score *= factor;
    moved ||= factor > 1;
  }
  if (moved) candidates.sort((a, b) => b.score - a.score);
}

function factorOf({ title, asked = [] }: Names, question: readonly Token[]): number {
  const words = tokenise(title.replace(ASIDE, ' '));
  while (words.length > 0 && FILLERS.has(words[0]!.folded)) words.shift();
  const said = saidOf(words, question);
  if (words.length >= 2 && said === words.length) return SAID;
  const everyday = asked.map(tokenise).filter((name) => name.length >= EVERYDAY);
  if (everyday.some((name) => saidOf(name, question) === name.length)) return SAID;
  return said >= BEGINNING || beginsAlike(words, question) ? BEGUN : 1;
}

/** Does the name begin with the question's first words in their order, but for a few of its own between them ("Đăng ký
 * [thành lập] hợp tác xã")? A name that has them inside is of something else ("Cấp đổi giấy chứng nhận đăng ký hợp tác xã"), and
 * so is one with an act of its own between them ("Đăng ký [lại] kết hôn"). */
function beginsAlike(words: readonly Token[], question: readonly Token[]): boolean {
  if (question.length < BEGINNING || words[0] === undefined || !isWord(words[0], question[0])) return false;
  let said = 0;
  const between: string[] = [];
  for (const word of words.slice(0, BEGINNING + OWN_WORDS)) {
    if (said === BEGINNING) break;
    if (isWord(word, question[said])) said++;
    else between.push(word.exact);
  }
  return said === BEGINNING && casesOf(between.join(' ')).size === 0;
}

/** How many words of the name, from its first on, the question says in a row near its beginning; a word typed without
 * diacritics may be any that folds to it. */
function saidOf(words: readonly Token[], question: readonly Token[]): number {
  let most = 0;
  for (let at = 0; at < Math.min(OPENING, question.length); at++) {
    let n = 0;
    while (n < words.length && isWord(words[n]!, question[at + n])) n++;
    most = Math.max(most, n);
  }
  return most;
}

function isWord({ exact, folded }: Token, typed: Token | undefined): boolean {
  return typed?.folded === folded && (typed.exact === typed.folded || typed.exact === exact);
}
