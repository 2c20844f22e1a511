import iconv from 'iconv-lite';
import { nfc } from '../../legal/text.ts';
import type { FileFormat, ReadValue } from '../model.ts';
import { looksUtf16 } from './detect.ts';
import { bytesAsCp1252, convertLegacy, raiseCapitals } from './legacy/convert.ts';
import { detectLegacy } from './legacy/detect.ts';
import { conversionWarnings } from './legacy/runs.ts';
import type { LegacyEncoding } from './legacy/tables.ts';
import { syllableShare } from './vietnamese-syllable.ts';

/** Decoded text in NFC with "\n" line ends, and what was done to get it. */
export interface DecodedText {
  readonly text: string;
  readonly warnings: readonly string[];
}

/** Text in any Vietnamese encoding: BOM, UTF-16, valid UTF-8, then what the bytes spell best. Never throws. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = looksUtf16(bytes);
  if (utf16) return done(new TextDecoder(utf16).decode(bytes));
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const legacy = detectLegacy(text);
    return legacy ? converted(text, legacy) : done(text);
  } catch {
    return decodeSingleByte(bytes);
  }
}

/** Shares below this mean that no table fits; the text is then given as windows-1252 with a warning. */
const PLAUSIBLE = 0.7;

function decodeSingleByte(bytes: Uint8Array): DecodedText {
  const raw = bytesAsCp1252(bytes);
  const legacy = detectLegacy(raw);
  const asLegacy = legacy ? syllableShare(convertLegacy(raw.slice(0, 200_000), legacy)).share : 0;
  const windows1258 = iconv.decode(Buffer.from(bytes), 'windows-1258').normalize('NFC');
  const as1258 = syllableShare(windows1258.slice(0, 200_000)).share;
  const asUtf8 = new TextDecoder('utf-8').decode(bytes);
  if (damagedUtf8(asUtf8)) {
    return {
      text: clean(asUtf8),
      warnings: ['Một vài ký tự trong tệp bị hỏng và được thay bằng dấu �; hãy đối chiếu với bản gốc.'],
    };
  }
  if (legacy && asLegacy >= as1258) return converted(raw, legacy);
  if (as1258 >= PLAUSIBLE) return done(windows1258);
  if (!/[\x80-\xff]/.test(raw)) return done(raw);
  return {
    text: clean(raw),
    warnings: [
      'Không nhận ra bảng mã tiếng Việt của tệp; chữ có dấu có thể sai, hãy lưu lại dạng Unicode (UTF-8) rồi gửi lại.',
    ],
  };
}

/** UTF-8 with a few broken bytes (cut in the middle, one bad paste): most accented words still read well. */
function damagedUtf8(text: string): boolean {
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const { share, accented } = syllableShare(text.slice(0, 200_000));
  return accented > 3 && share > 0.9 && broken < accented / 10;
}

function converted(raw: string, legacy: LegacyEncoding): DecodedText {
  return {
    text: clean(raiseCapitals(convertLegacy(raw, legacy))),
    warnings: conversionWarnings(new Set([legacy])),
  };
}

function done(text: string): DecodedText {
  return { text: clean(text), warnings: [] };
}

/** Longer runs of blanks say nothing more, and cost whoever searches the text time that grows with their square. */
const WIDEST = ' '.repeat(64);
const TALLEST = '\n'.repeat(64);

/** NFC, "\n" line ends, form feeds as line ends, no control characters, no trailing blanks, no endless ones. */
export function clean(text: string): string {
  return nfc(text)
    .replace(/\r\n?|[\f\v\u2028\u2029]/g, '\n')
    .replace(/[\x00-\x08\x0e-\x1f\x7f]/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .replace(/ {65,}/g, WIDEST)
    .replace(/\n{65,}/g, TALLEST);
}

/** txt, md, json and jsonl are given as read, on one page. */
export function readPlainText(bytes: Uint8Array, format: FileFormat): ReadValue {
  const { text, warnings } = decodeText(bytes);
  return { format, paged: false, pages: [{ page: 1, text, ocr: false }], warnings };
}
