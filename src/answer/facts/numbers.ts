/** Numbers as Vietnamese administrative texts print them: 50.000 = 50,000, 1,5 triệu, 03, "mười lăm". */

/** Digits with inner separators; "1.001193" and "12.3.4" are taken whole. */
export const NUMBER = /\d+(?:[.,]\d+)*/gu;

/** @returns the value, or undefined when the digits are not one number ("12.3.4") */
export function numericValue(printed: string): number | undefined {
  if (/^\d+$/.test(printed)) return Number(printed);
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(printed))
    return Number(printed.replace(/\./g, '').replace(',', '.'));
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(printed)) return Number(printed.replace(/,/g, ''));
  if (/^\d+[.,]\d+$/.test(printed)) return Number(printed.replace(',', '.'));
  return undefined;
}

const UNITS: Readonly<Record<string, number>> = {
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const FIRST = 'một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười';
const NEXT = 'một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|linh|lẻ';

/** @returns the value of spelled number words up to 999 ("hai mươi lăm" = 25), or undefined */
function wordsValue(words: string): number | undefined {
  let total = 0;
  let last: number | undefined;
  for (const w of words.trim().toLowerCase().split(/\s+/)) {
    if (w === 'mười') {
      total += 10;
      last = undefined;
    } else if (w === 'mươi' || w === 'trăm') {
      if (last === undefined) return undefined;
      total += last * (w === 'mươi' ? 10 : 100);
      last = undefined;
    } else if (w === 'linh' || w === 'lẻ') {
      if (last !== undefined) return undefined;
    } else {
      const unit = UNITS[w];
      if (unit === undefined || last !== undefined) return undefined;
      last = unit;
    }
  }
  return total + (last ?? 0);
}

const SPELLED = new RegExp(
  `(?<![\\p{L}])((?:${FIRST})(?:\\s+(?:${NEXT}))*)(?=\\s+(?:ngày|giờ|tháng|tuần|năm|phần trăm|triệu|nghìn|ngàn|tỷ|bộ|bản|người|lần)(?![\\p{L}]))`,
  'giu',
);
const IN_BRACKETS = new RegExp(`(\\d)(\\s*\\((?:${FIRST})(?:\\s+(?:${NEXT}))*\\))`, 'giu');
const NOT_FIVE = /(?:hàng|hằng|mỗi|trong|của|cuối|đầu|các|nhiều|theo|những|từng|qua)\s*$/iu;

/**
 * Writes spelled numbers before a unit in digits, in place and with the same length, so that offsets stay:
 * "mười lăm ngày" → "15        ngày"; "15 (mười lăm) ngày" → "15            ngày".
 */
export function digitsForWords(text: string): string {
  return text
    .replace(IN_BRACKETS, (_, digit: string, rest: string) => digit + ' '.repeat(rest.length))
    .replace(SPELLED, (words: string, ...rest) => {
      const offset = rest.find((r): r is number => typeof r === 'number') ?? 0;
      // "một bản", "hàng năm tháng": an article and a year are no numbers.
      const after = text.slice(offset + words.length, offset + words.length + 12);
      if (/^một$/iu.test(words) && /^\s+(?:bộ|bản|người|lần|năm)/iu.test(after)) return words;
      if (
        /^năm/iu.test(words) &&
        (NOT_FIVE.test(text.slice(Math.max(0, offset - 8), offset)) || /^\s+ngày\s+\d/iu.test(after))
      )
        return words;
      const value = wordsValue(words);
      return value === undefined || value === 0 ? words : String(value).padEnd(words.length);
    });
}
