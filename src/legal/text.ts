import { classOf, HALF, OTHER } from './character-classes.ts';

/** Vietnamese text at the character level. Everything is NFC; `\b` and `\w` are never used on it. */

/** Canonical form at every door (files, Telegram, HTTP, command line): NFC, no BOM, no zero-width characters. */
export function nfc(text: string): string {
  return text.normalize('NFC').replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '');
}

/** Lower case without diacritics: "Đăng ký khai sinh" → "dang ky khai sinh". Not length-preserving. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐðÐ]/g, 'd') // ð, Ð (eth) stand for đ, Đ in texts converted from old fonts
    .toLowerCase();
}

/** Folded code of each UTF-16 unit met so far; 0 = not met yet (U+0000 folds to itself). */
const FOLDED = new Uint16Array(0x10000);
/** String.fromCharCode takes its codes as arguments, so longer texts go in blocks. */
const BLOCK = 8192;

/** Folds each UTF-16 unit to exactly one, so that offsets into the folded text are offsets into `text` (NFC). */
export function foldKeepingLength(text: string): string {
  let out = '';
  for (let from = 0; from < text.length; from += BLOCK) {
    const codes = new Uint16Array(Math.min(BLOCK, text.length - from));
    for (let i = 0; i < codes.length; i++) {
      const code = text.charCodeAt(from + i);
      codes[i] = FOLDED[code] || foldUnit(code);
    }
    out += String.fromCharCode.apply(null, codes as unknown as number[]);
  }
  return out;
}

function foldUnit(code: number): number {
  const folded = fold(String.fromCharCode(code));
  FOLDED[code] = folded.length === 1 ? folded.charCodeAt(0) : code;
  return FOLDED[code];
}

/** Syllables and numbers in order, case and diacritics kept: letters or digits, inner "." "," "/" of numbers split. */
export function syllables(text: string): string[] {
  return text.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
}

/** True when the text has at least one letter that only a typed diacritic gives (ă â ê ô ơ ư đ or a tone mark). */
export function hasDiacritics(text: string): boolean {
  return fold(text) !== text.normalize('NFC').toLowerCase();
}

/** Share of a text's syllables with diacritics from which it was typed with them. Questions have either less than a quarter
 * (a phone put one in) or more than half. */
const TYPED_WITH = 1 / 3;

/** True when somebody typed with diacritics, so that a syllable without any has none. A stray one does not count. */
export function typedWithDiacritics(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return words.length > 0 && words.filter(hasDiacritics).length >= TYPED_WITH * words.length;
}

/** Words and numbers in small letters with one space between: what patterns over whole words are held against. "%" stays, it
 * is asked about. @param diacritics kept where they were typed, otherwise folded */
export function plainWords(text: string, diacritics: 'kept' | 'folded' = 'folded'): string {
  return (diacritics === 'kept' ? nfc(text).toLowerCase() : fold(text))
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}

/** At most `max` characters, cut between words and marked " …". */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const at = text.lastIndexOf(' ', max - 2);
  return `${text.slice(0, at > 0 ? at : max - 2).replace(/[\s,;:.]+$/u, '')} …`;
}

/** Letters and digits only, lower case, diacritics kept: the form in which quotes are compared with sources. */
export function lettersAndDigits(text: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  const codes = new Uint16Array(Math.min(BLOCK, lower.length));
  let out = '';
  let n = 0;
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    const found = classOf(code);
    if (found === HALF) return lower.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
    if (found === OTHER) continue;
    codes[n++] = code;
    if (n < BLOCK) continue;
    out += String.fromCharCode.apply(null, codes as unknown as number[]);
    n = 0;
  }
  return out + String.fromCharCode.apply(null, codes.subarray(0, n) as unknown as number[]);
}

/** "Thành phố Huế" → "thanh-pho-hue". */
export function slug(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
