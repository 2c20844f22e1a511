/** Names typed in a hurry: small letters, no diacritics; only where the words cannot mean anything else. */

import { fold } from '../text.ts';
import { NO_ONE, NOT_A_NAME, SURNAMES_TYPED, SURNAMES_WITH_MIDDLE, TYPED_STOP } from './name-words.ts';

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Only blanks stand between this word and the one before it. */
  readonly joined: boolean;
  /** First word of the text, a line or a sentence. */
  readonly first: boolean;
}

export function phraseAt(words: readonly Word[], i: number): string {
  const phrase = words.slice(i, i + 3).map((w) => fold(w.text));
  return `${phrase.join(' ')} `;
}

/** "vo la tran lan anh": a family name and at least two more syllables; a rank or a trade is none. */
export function typedFullName(words: readonly Word[], i: number): number {
  const phrase = phraseAt(words, i);
  if (NOT_A_NAME.test(phrase) || NO_ONE.test(phrase) || HOUSEHOLD.test(phrase)) return i;
  let end = i + 1;
  while (end < words.length && end - i < 4 && words[end]!.joined && !TYPED_STOP.has(fold(words[end]!.text)))
    end++;
  return end - i >= 3 ? end : i;
}

const HOUSEHOLD =
  /^(?:ho (?:ngheo|can|gia|kinh|khau|tich|so)|to (?:truong|chuc)|cao tuoi|than (?:nhan|nhiet)|ly hon|lam (?:nong|viec|thue)|mai tang|thai (?:san|lan)|thach |luu (?:tru|hoc)|luong |kieu bao|dao |vong |chu |la )/u;

/** "anh nguyen van tuan", "ba tran thi hoa": only where the words cannot mean anything else. */
export function typedName(words: readonly Word[], i: number): number {
  const surname = words[i]!.text.toLowerCase();
  const middle = words[i + 1];
  if (!middle?.joined) return i;
  const folded = fold(surname);
  const withMiddle = /^(?:van|thi|văn|thị)$/iu.test(middle.text) && SURNAMES_WITH_MIDDLE.has(folded);
  if (!withMiddle && !SURNAMES_TYPED.has(folded)) return i;
  if (
    /^(?:nhan|tac|tắc|nhân|don|đơn|lieu|liệu|ban|bản|ven|vẹn|vong|vọng|van|văn)$/iu.test(middle.text) &&
    !withMiddle
  )
    return i;
  let end = i + (withMiddle ? 2 : 1);
  while (end < words.length && end - i < 4 && words[end]!.joined && !TYPED_STOP.has(fold(words[end]!.text)))
    end++;
  return end - i >= (withMiddle ? 3 : 2) ? end : i;
}
