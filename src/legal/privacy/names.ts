/** Names of private persons in Vietnamese text: capitalised after a form of address, or typed in a hurry. */
import type { Span } from '../model.ts';
import { fold } from '../text.ts';
import {
  BETWEEN_TWO,
  CALLING,
  CUES,
  LABELS,
  NO_ONE,
  NOT_A_NAME,
  PLACE_BEFORE,
  RELATION,
  RELATION_TYPED,
  SURNAMES,
  TEACHER,
  TITLE_BEFORE,
  TYPED_CUES,
  WEAK_CUES,
} from './name-words.ts';
import { singleName, smallFullName } from './names-single.ts';
import { phraseAt, typedFullName, typedName, type Word } from './names-typed.ts';

/** @returns spans of private persons' names, without the form of address */
export function findNames(text: string): Span[] {
  const words = wordsOf(text);
  const spans: Span[] = [];
  for (let i = 0; i < words.length; i++) {
    const last = spans[spans.length - 1];
    if (last && words[i]!.start < last.end) continue;
    const second = last !== undefined && i > 0 && BETWEEN_TWO.test(text.slice(last.end, words[i - 1]!.start));
    const end = nameAt(text, words, i, second);
    if (end > i) spans.push({ start: words[i]!.start, end: words[end - 1]!.end });
  }
  return spans;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  for (const m of text.matchAll(/[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu)) {
    const gap = text.slice(at, m.index);
    words.push({
      text: m[0],
      start: m.index,
      end: m.index + m[0].length,
      joined: words.length > 0 && /^[ \u00A0\t]+$/u.test(gap),
      first: words.length === 0 || /[.!?:;\n"“(]/u.test(gap),
    });
    at = m.index + m[0].length;
  }
  return words;
}

/**
 * @param second the form of address before the word follows another name ("ông An - Bà Hoa")
 * @returns the index after the name that starts at word `i`, or `i` when none does
 */
function nameAt(text: string, words: readonly Word[], i: number, second: boolean): number {
  const word = words[i]!;
  const before = words[i - 1];
  if (LABELS.test(text.slice(Math.max(0, word.start - 30), word.start))) {
    const end = capitalised(words, i);
    const found = end > i && !titled(words, i) ? end : typedName(words, i);
    if (found > i) return found;
  }
  const before40 = text.slice(Math.max(0, word.start - 40), word.start);
  const end = named(words, i, before40);
  if (end > i) return end;
  if (before && word.joined) {
    const single = singleName(words, i);
    if (single > i) return single;
    const full = smallFullName(words, i);
    if (full > i) return full;
    const cue = before.text.toLowerCase();
    if (CUES.has(cue)) return afterCue(words, i, cue, second);
    if (TYPED_CUES.has(cue)) {
      const end = capitalised(words, i);
      if (end - i >= 2 && SURNAMES.has(fold(word.text)) && !titled(words, i)) return end;
      return typedName(words, i);
    }
  }
  return withMiddleName(text, words, i);
}

/** After what somebody is to another, or is by trade. */
function named(words: readonly Word[], i: number, before: string): number {
  const end = titled(words, i) || NO_ONE.test(phraseAt(words, i)) ? i : capitalised(words, i);
  const surname = SURNAMES.has(fold(words[i]!.text));
  if (RELATION.test(before) && (end - i >= 2 || (end > i && /tên(?: là)? ?$/iu.test(before)))) return end;
  if (TEACHER.test(before) && end > i) return end;
  if (CALLING.test(before) && surname && end - i >= 2 && !SCHOOL.test(phraseAt(words, i))) return end;
  return RELATION_TYPED.test(fold(before)) && surname ? typedFullName(words, i) : i;
}

const SCHOOL = /^truong (?:tieu|trung|mam|mau|dai|cao|thcs|thpt|ptdt|pho) /u;

function afterCue(words: readonly Word[], i: number, cue: string, second: boolean): number {
  const word = words[i]!;
  const cueWord = words[i - 1]!;
  const beforeCue = words[i - 2];
  const end = capitalised(words, i);
  if (end === i) return typedName(words, i);
  if (titled(words, i)) return i;
  const surname = end - i >= 2 && SURNAMES.has(fold(word.text));
  if (surname) return end;
  if (beforeCue && cueWord.joined && PLACE_BEFORE.test(beforeCue.text)) return i;
  const capitalCue = cueWord.text !== cue;
  // "Bà mẹ Việt Nam Anh Hùng", "Vương quốc Anh Quốc": a capital inside a sentence is part of another name.
  if (capitalCue && !cueWord.first && !second) return i;
  if (/^(?:rịa|nà|triệu|trưng|ích|đen|điểm|tô)$/iu.test(word.text)) return i;
  if (WEAK_CUES.has(cue) && end - i < 2 && !/^[\p{Lu}][\p{Ll}\p{M}]+$/u.test(word.text)) return i;
  return end;
}

/** "Hoa"; "H'Hen", "K’Brơi" of the peoples of the highlands. */
const SYLLABLE = /^\p{Lu}(?:[\p{Ll}\p{M}]*['’ʼ]\p{L})?[\p{Ll}\p{M}]+$/u;

/** "Y Blô", "A Lăng", not "A" that stands for anybody, with or without an office ("ông A Chủ tịch xã"). */
function opensWithLetter(words: readonly Word[], i: number): boolean {
  const next = words[i + 1];
  return (
    /^\p{Lu}$/u.test(words[i]!.text) && !!next?.joined && SYLLABLE.test(next.text) && !titled(words, i + 1)
  );
}

/** @returns the index after the longest run of name-like capitalised syllables at `i` (at most 6) */
function capitalised(words: readonly Word[], i: number): number {
  let end = opensWithLetter(words, i) ? i + 1 : i;
  while (end < words.length && end - i < 6) {
    const w = words[end]!;
    if (end > i && !w.joined) break;
    const single = end > i && /^\p{Lu}$/u.test(w.text);
    if (!single && !SYLLABLE.test(w.text) && !isUpperSyllable(w.text)) break;
    if (end > i && CUES.has(w.text.toLowerCase()) && /^\p{Ll}/u.test(w.text)) break;
    end++;
  }
  return end;
}

/** NGUYỄN, VĂN: a syllable in capitals, not UBND, CCCD, BHYT. */
function isUpperSyllable(word: string): boolean {
  return (
    /^\p{Lu}{2,7}$/u.test(word) &&
    /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/u.test(
      fold(word),
    )
  );
}

/** "Chủ tịch", "Trưởng thôn", "Ủy ban": the words at `i` open a title or a body's name. */
function titled(words: readonly Word[], i: number): boolean {
  return NOT_A_NAME.test(phraseAt(words, i)) && !isFullName(words, i);
}

/** Family name, then two more capitals: "Tổng Văn Hòa" and "Hội" are told apart this way. */
function isFullName(words: readonly Word[], i: number): boolean {
  const middle = words[i + 1];
  return SURNAMES.has(fold(words[i]!.text)) && !!middle && /^(?:van|thi)$/u.test(fold(middle.text));
}

/** "Nguyễn Văn An" without a form of address, unless a street, a school or an official is named. */
function withMiddleName(text: string, words: readonly Word[], i: number): number {
  const word = words[i]!;
  const middle = words[i + 1];
  if (
    !middle?.joined ||
    !SURNAMES.has(fold(word.text)) ||
    !/^(?:Văn|Thị|Van|Thi|VĂN|THỊ|VAN|THI)$/u.test(middle.text)
  )
    return i;
  const before = words[i - 1];
  if (before && word.joined && PLACE_BEFORE.test(before.text)) return i;
  // "số 47 Phạm Văn Đồng" is an address, "đô thị" a town.
  if (/\d\s*$/.test(text.slice(Math.max(0, word.start - 3), word.start)) || /^đô$/iu.test(word.text))
    return i;
  if (TITLE_BEFORE.test(text.slice(Math.max(0, word.start - 30), word.start))) return i;
  const end = capitalised(words, i);
  return end - i >= 3 ? end : i;
}
