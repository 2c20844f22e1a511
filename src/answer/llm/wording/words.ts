/** Words of a statement and of its sources, made comparable. */
import { fold, foldKeepingLength, nfc, syllables } from '../../../legal/text.ts';
import { splitCells } from '../../facts/cells.ts';
import { digitsForWords } from '../../facts/numbers.ts';

/**
 * Words that join others; what a statement says does not hang on them. Those that do are in `operators.ts`. With
 * their diacritics: "cần" is one, "cận" (nghèo) is not.
 */
const FUNCTION_WORDS = new Set(
  'là và của cho các những được thì mà này đó tại trong khi nếu anh chị hay hoặc theo với đến từ có cần phải ở về để một hai như sẽ đã đang bị ra vào lên xuống con rằng bởi vì nên ông bà tôi bạn mình thuộc gồm bao người vậy nhé ạ đây kia mỗi từng cứ thế nói làm không chưa nhằm đối cùng việc sau trước do'.split(
    ' ',
  ),
);

/** What every procedure has; saying it adds nothing. Folded, longest first where one begins another. */
const COMMON =
  /(?<![\p{L}])(?:thu tuc hanh chinh|thu tuc|thanh phan ho so|ho so|giay to|thoi (?:han|gian) giai quyet|thoi han|thoi gian|tinh tu(?= ngay)|anh[ /]chi huong dan|cong dan|nguoi dan|ca nhan|nguoi yeu cau|nguoi nop|bao gom|cu the|nhu sau|theo quy dinh|quy dinh|luu y|kem theo|tong cong|truong hop|doi voi|can thiet|muc thu|mien (?:phi|le phi|thu)|khong (?:thu|mat) (?:phi|le phi|tien)|le phi|phi)(?![\p{L}])/gu;

/** Written out, folded. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ubnd: 'uy ban nhan dan',
  hdnd: 'hoi dong nhan dan',
  pvhcc: 'phuc vu hanh chinh cong',
  ttpvhcc: 'trung tam phuc vu hanh chinh cong',
  cccd: 'can cuoc cong dan',
  cmnd: 'chung minh nhan dan',
  bhyt: 'bao hiem y te',
  bhxh: 'bao hiem xa hoi',
  tthc: 'thu tuc hanh chinh',
  qsdd: 'quyen su dung dat',
  gcn: 'giay chung nhan',
};

/** Cells of tables opened up, numbers in digits, one case. */
const open = (text: string) => digitsForWords(splitCells(nfc(text))).toLowerCase();

function keysOfSyllable(syllable: string): string[] {
  const key = fold(syllable).replace(/^0+(?=\d)/, '');
  return ABBREVIATIONS[key]?.split(' ') ?? [key];
}

/** Syllables and numbers of `text` in order, folded; a number without its leading zeros. */
export const keysOf = (text: string): string[] => syllables(open(text)).flatMap(keysOfSyllable);

const carried = (text: string) =>
  syllables(text)
    .filter((s) => !FUNCTION_WORDS.has(s) && !/^\d+$/.test(s))
    .flatMap(keysOfSyllable);

export interface Word {
  /** Folded; a number without its leading zeros. */
  readonly key: string;
  /** With diacritics, the tone mark last, so that "hòa" is "hoà"; absent of numbers and written-out abbreviations. */
  readonly spelt?: string;
}

/** Every syllable and number of `text` in order, nothing left out. */
export function wordsOf(text: string): Word[] {
  return syllables(open(text)).flatMap((syllable) => {
    const keys = keysOfSyllable(syllable);
    if (keys.length > 1 || /^\d/.test(syllable)) return keys.map((key) => ({ key }));
    return keys.map((key) => ({ key, spelt: toneLast(syllable) }));
  });
}

function toneLast(syllable: string): string {
  const apart = syllable.normalize('NFD');
  return apart.replace(TONE, '') + (TONE.exec(apart)?.[0] ?? '');
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;

/** Content syllables in order, folded, without what every procedure has; numbers are compared with their units. */
export function contentOf(text: string): string[] {
  const opened = open(text);
  let out = '';
  let at = 0;
  for (const m of foldKeepingLength(opened).matchAll(COMMON)) {
    out += `${opened.slice(at, m.index)} `;
    at = m.index + m[0].length;
  }
  return carried(out + opened.slice(at));
}

/** Content syllables, the common ones of every procedure included. */
export const allContentOf = (text: string): string[] => carried(open(text));

/** "bản chính", "bản sao", "bản gốc": one for the other makes another dossier. */
export function copiesOf(text: string): string[] {
  return [...new Set(fold(open(text)).match(/ban (?:chinh|sao|goc)(?![\p{L}])/gu) ?? [])];
}

/** Sentences and lines; "Điều 5." and "01/7." end none. */
export function sentencesOf(text: string): string[] {
  return splitCells(text)
    .split(/\n|(?<![\d\p{Lu}])[.!?](?=\s|$)|(?<=\d{4}|[\p{L}\d]{2})[.](?=\s+(?:[-+•]\s*)?\p{Lu})/u)
    .map((c) => c.trim())
    .filter(saysSomething);
}

/** Sentences, lines and the parts between semicolons. */
export function clausesOf(text: string): string[] {
  return sentencesOf(text).flatMap((sentence) =>
    sentence
      .split(';')
      .map((c) => c.trim())
      .filter(saysSomething),
  );
}

const saysSomething = (text: string) => /[\p{L}\p{N}]/u.test(text);
