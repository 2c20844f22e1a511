import type { HeaderField } from '../../legal/model.ts';
import type { ReadValue } from '../model.ts';
import { isVietnameseSyllable } from '../readers/vietnamese-syllable.ts';
import type { Found, HeaderParts } from './header.ts';
import type { FoundNumber } from './number-elsewhere.ts';

/** Fields of less confidence than this are asked about (DocumentHeader.confidence). */
export const ASK_BELOW = 0.8;
const ASKED = 0.6;
/** No field of a recognised page is surer than this. */
const OCR_CAP = 0.9;

/** Fields of words, which OCR misspells. */
const WORDS = ['issuer', 'place', 'subject', 'signer'] as const;

/** The commoner family names; a signer with another one is asked about ("Nguyên Hòa Bình" lost a mark), never changed. */
const FAMILY_NAMES = new Set(
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trịnh Đinh Mai Đoàn Lương Cao Chu Châu Tạ Hà Thái Tô Trương Vương Quách Phùng Kiều Lâm Đào Tăng Tống Nghiêm Bạch Doãn Lưu Triệu Thân Khuất Hứa Kim Lò Hầu Giàng Văn Tôn Nông Vi'.split(
    ' ',
  ),
);

/**
 * Lowers the confidence of the fields that OCR was unsure of: a number or day with a doubtful figure, a number that the
 * file's name contradicts, words that are no Vietnamese. A digital text is left as it is.
 */
export function withDoubts(
  parts: HeaderParts,
  read: ReadValue,
  ofFile: FoundNumber | undefined,
): HeaderParts {
  if (!read.pages[0]?.ocr) return parts;
  const doubtful = new Set(read.pages.slice(0, 1).flatMap((page) => (page.doubtful ?? []).map(bare)));
  const doubts = new Set<HeaderField>();
  if (parts.number && isDoubtfulNumber(parts.number.value, doubtful, ofFile)) doubts.add('number');
  if (parts.date && figuresOf(parts.date.value).some((figure) => doubtful.has(figure))) doubts.add('date');
  for (const field of WORDS) if (parts[field] && hasNoise(parts[field].value)) doubts.add(field);
  if (parts.signer && !FAMILY_NAMES.has(parts.signer.value.split(' ')[0]!)) doubts.add('signer');
  const lowered = Object.entries(parts).map(([field, found]: [string, Found<string>]) => {
    const most = doubts.has(field as HeaderField) ? ASKED : OCR_CAP;
    return [field, { ...found, confidence: Math.min(found.confidence, most) }];
  });
  return Object.fromEntries(lowered) as HeaderParts;
}

const bare = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

function isDoubtfulNumber(
  number: string,
  doubtful: ReadonlySet<string>,
  ofFile: FoundNumber | undefined,
): boolean {
  const serial = number.split('/')[0]!;
  const unsure = [...doubtful].some((word) => word === serial || word.startsWith(`${serial}/`));
  const contradicted = ofFile !== undefined && ofFile.parsed.serial !== serial;
  return unsure || contradicted;
}

/** Day and month as printed, with and without the leading zero, and the year; also without a last 1, which is read as a bracket. */
function figuresOf(date: string): string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const printed = [year, ...[month, day].flatMap((figure) => [figure, figure.replace(/^0/, '')])];
  return printed.flatMap((figure) => (figure.length > 1 ? [figure, figure.replace(/1$/, '')] : [figure]));
}

/**
 * Signs, letters and figures no subject or name has: what a stamp or dirt beside the line was read as. A stamp of receipt
 * ("CÔNG VĂN ĐẾN Số 461010025") lands in the middle of the subject on many scans.
 */
function hasNoise(text: string): boolean {
  if (/[|~_+<>\\{}^°«»]|\d{5}|công văn đến/iu.test(text)) return true;
  const words = text.split(/[\s,;:.()“”"/–-]+/).filter((word) => /\p{L}/u.test(word));
  const capitals = words.every((word) => word === word.toUpperCase());
  return words.some((word) => {
    if (/^\p{L}?\d+\p{L}?$/u.test(word)) return false;
    // An abbreviation in capitals has no tone marks; a word of a stamp has.
    if (/^\p{Lu}{2,}$/u.test(word)) return !capitals && /\p{M}/u.test(word.normalize('NFD'));
    return !isVietnameseSyllable(word);
  });
}
