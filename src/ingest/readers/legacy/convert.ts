import { isVietnameseSyllable } from '../vietnamese-syllable.ts';
import { BYTE_TABLES, type LegacyEncoding, VNI_MARKS, VNI_SINGLE } from './tables.ts';

/** cp1252 characters of the bytes 0x80 … 0x9F. */
const CP1252_HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
/** Characters that only cp1258 gives: legacy bytes that a program took for windows-1258. */
const CP1258_ONLY: Record<string, number> = {
  Ă: 0xc3,
  ă: 0xe3,
  Đ: 0xd0,
  đ: 0xf0,
  Ơ: 0xd5,
  ơ: 0xf5,
  Ư: 0xdd,
  ư: 0xfd,
  '₫': 0xfe,
  '\u0300': 0xcc,
  '\u0309': 0xd2,
  '\u0303': 0xde,
  '\u0301': 0xec,
  '\u0323': 0xf2,
  // Normalised look-alikes that PDF producers write.
  μ: 0xb5,
  '−': 0xad,
  Ω: 0xbd,
};

const BYTE_OF = new Map<string, number>(Object.entries(CP1258_ONLY));
for (let i = 0; i < 32; i++) BYTE_OF.set(CP1252_HIGH[i]!, 0x80 + i);

/** The byte a character of a legacy text stood for, whichever way the program decoded it; undefined when none. */
function legacyByte(char: string): number | undefined {
  const code = char.charCodeAt(0);
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  if (code >= 0xf000 && code <= 0xf0ff) return code - 0xf000;
  return BYTE_OF.get(char) ?? (code <= 0x9f ? code : undefined);
}

export function cp1252(byte: number): string {
  return byte >= 0x80 && byte <= 0x9f ? CP1252_HIGH[byte - 0x80]! : String.fromCharCode(byte);
}

/** Bytes as the string of their cp1252 characters, the form in which legacy text reaches `convertLegacy`. */
export function bytesAsCp1252(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += cp1252(byte);
  return out;
}

/** Legacy text (as cp1252, Latin-1 or private-use characters) → Unicode NFC. Text in no table passes unchanged. */
export function convertLegacy(text: string, encoding: LegacyEncoding): string {
  return encoding === 'vni' ? convertVni(text) : convertByTable(text, BYTE_TABLES[encoding]);
}

function convertByTable(text: string, table: ReadonlyMap<number, string>): string {
  let out = '';
  for (const char of text) {
    const byte = legacyByte(char);
    out += byte === undefined ? char : (table.get(byte) ?? (byte < 0x80 ? String.fromCharCode(byte) : char));
  }
  return out.normalize('NFC');
}

const VNI_BASE = /[aeiouyôöAEIOUYÔÖ]/;

function convertVni(text: string): string {
  let out = '';
  let base = false;
  for (const raw of text) {
    const byte = legacyByte(raw);
    const char = byte === undefined ? raw : cp1252(byte);
    const mark = base ? VNI_MARKS[char.toLowerCase()] : undefined;
    if (mark !== undefined) {
      out += mark;
      base = false;
      continue;
    }
    out += VNI_SINGLE[char] ?? char;
    base = VNI_BASE.test(char);
  }
  return out.normalize('NFC');
}

/**
 * Capitals without their own byte: in TCVN3 a heading "HéI NGHÞ" is typed with lower-case marked letters among ASCII
 * capitals. A word whose ASCII letters are all capitals (two at least) is a word in capitals; so is one with a single
 * capital ("KÕ HO¹CH") before a syllable in capitals. Before an abbreviation ("Bé TN") it is not.
 */
export function raiseCapitals(text: string): string {
  const raised = text.replace(/[\p{L}\p{M}]+/gu, (word) =>
    hasCapitals(word, 2) ? word.toUpperCase() : word,
  );
  if (raised === text && !/\p{Lu}{2}/u.test(text)) return text;
  const tokens = raised.split(/([\p{L}\p{M}]+)/u);
  for (let i = tokens.length - 4; i >= 1; i -= 2) {
    const before = /^[ \t]+$/.test(tokens[i + 1]!) && isCapital(tokens[i + 2]);
    if (before && !isCapital(tokens[i]) && hasCapitals(tokens[i]!, 1)) tokens[i] = tokens[i]!.toUpperCase();
  }
  return tokens.join('').split('\n').map(raiseHeading).join('\n');
}

/** A line with two syllables in capitals and no small ASCII letter is a heading in capitals ("HỢP TÁC Xã"). */
function raiseHeading(line: string): string {
  if (/[a-z]/.test(line)) return line;
  const capitals = (line.match(/[\p{L}\p{M}]+/gu) ?? []).filter(isCapital);
  return capitals.length >= 2 ? line.toUpperCase() : line;
}

function hasCapitals(word: string, least: number): boolean {
  const ascii = word.replace(/[^A-Za-z]/g, '');
  return ascii.length >= least && ascii === ascii.toUpperCase();
}

function isCapital(word: string | undefined): boolean {
  return word !== undefined && word.length > 1 && word === word.toUpperCase() && isVietnameseSyllable(word);
}
