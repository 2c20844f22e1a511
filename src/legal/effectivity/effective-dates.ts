import { addDays, findDates, isoDate } from '../calendar/dates.ts';
import type { IsoDate } from '../model.ts';
import { foldKeepingLength } from '../text.ts';

/** When a document says it takes effect and ends, with the literal sentences. */
export interface EffectiveDates {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly fromSentence?: string;
  readonly toSentence?: string;
}

const KINDS =
  '(?:bo luat|luat|phap lenh|nghi dinh|nghi quyet(?: lien tich)?|quyet dinh|thong tu(?: lien tich)?|chi thi|quy dinh|quy che|van ban|ke hoach|huong dan)';
/** "định này": OCR loses the first word of a line now and then. */
const OWN = `(?:${KINDS}|(?<![\\p{L}]\\s)(?:dinh|tu|quyet))\\s+nay`;
/** "Nghị quyết này đã được … thông qua ngày … và có hiệu lực …", "Quyết định này thay thế … và có hiệu lực …". */
const STARTS = new RegExp(
  `${OWN}(?:(?:\\s*,?[^.;:\\d]{0,40}?)?|\\s[^.;:]{0,240}?\\sva)\\s+(?:co|bat dau co|phat sinh)\\s+hieu luc(?:\\s+thi hanh)?`,
  'gu',
);
/** "…, trừ Điều 9 hết hiệu lực từ ngày …" and "kể từ ngày Luật này có hiệu lực" speak of other texts. */
const ENDS = new RegExp(
  `(?<!(?:ke tu|tu|sau|den|truoc|khi)(?: ngay| khi| thoi diem)?\\s)${OWN}(?:(?!co hieu luc|\\stru\\s)[^.;:]){0,80}?\\s+het hieu luc`,
  'gu',
);
/** The new wording that an amendment gives for another text: "này" in it is the other one. */
const GIVEN = /(?<=:\s*|[”;.]\s*\n\s*)“[^“”]*”/g;
const ON_SIGNING =
  /(?:^|\s)(?:ke\s+)?(?:tu\s+)?ngay\s+(?:(?:duoc\s+)?(?:quoc hoi|hoi dong nhan dan)\s[^.;,\d]{0,60}?)?(?:ky|duoc ky|thong qua|duoc thong qua|ban hanh)/;
const AFTER_SIGNING =
  /sau\s+(\d{1,3}|[a-z ]{2,24}?)\s*(?:\([^)]*\)\s*)?ngay\s*,?\s*(?:ke\s+)?tu\s+ngay\s+(?:ky|duoc ky|thong qua|ban hanh|cong bo)/;
/** "đến hết ngày X", "đến ngày X" end on X; "đến trước ngày X", "và hết hiệu lực kể từ ngày X" the day before. */
const UNTIL =
  /den\s+(?:het\s+)?(truoc\s+)?(?:ngay\s+)?(?=\d)|het hieu luc\s+(?:thi hanh\s+)?((?:ke\s+)?(?:tu|vao)\s+)(?:ngay\s+)?(?=\d)/g;

/**
 * The effective dates a document gives for itself: "có hiệu lực từ ngày ký", "kể từ ngày 01 tháng 7 năm 2025", "sau 45
 * ngày kể từ ngày ký", "đến hết ngày 28/02/2027", "đến trước ngày 01/3/2027", "hết hiệu lực kể từ ngày 01/3/2027" (the
 * last day in force is the day before). `text`: the closing articles; `signed`: the day of signing, where known.
 */
export function readEffectiveDates(text: string, signed?: IsoDate): EffectiveDates {
  const folded = foldKeepingLength(text).replace(GIVEN, (passage) => ' '.repeat(passage.length));
  let found: EffectiveDates = {};
  for (const m of folded.matchAll(STARTS)) {
    if (
      /(?:truoc|ke tu|tu|sau|den|vao|truoc khi|khi)(?:\s+thoi diem)?(?:\s+ngay)?\s*$/.test(
        folded.slice(Math.max(0, m.index - 24), m.index),
      )
    )
      continue;
    if (/^\s*truoc/.test(folded.slice(m.index + m[0].length))) continue;
    const stop = clauseEnd(folded, m.index + m[0].length);
    const clause = text.slice(m.index + m[0].length, stop);
    const sentence = tidy(text.slice(m.index, stop));
    const until = untilDate(clause);
    const from = startDate(clause, until?.at, signed);
    if (from === undefined || (until !== undefined && until.date < from)) continue;
    found = {
      from,
      fromSentence: sentence,
      ...(until !== undefined && { to: until.date, toSentence: sentence }),
    };
    break;
  }
  if (found.to !== undefined) return found;
  for (const m of folded.matchAll(ENDS)) {
    const stop = clauseEnd(folded, m.index + m[0].length);
    const date = findDates(text.slice(m.index + m[0].length, stop))[0]?.date;
    if (date === undefined) continue;
    const after = /^\s*(?:ke\s+)?(?:tu|vao|sau)/.test(folded.slice(m.index + m[0].length));
    return { ...found, to: after ? addDays(date, -1) : date, toSentence: tidy(text.slice(m.index, stop)) };
  }
  return found;
}

function startDate(
  clause: string,
  until: number | undefined,
  signed: IsoDate | undefined,
): IsoDate | undefined {
  const folded = foldKeepingLength(clause);
  const after = AFTER_SIGNING.exec(folded);
  if (after !== null) {
    const days = readCount(after[1]!);
    return signed === undefined || days === undefined ? undefined : addDays(signed, days);
  }
  const date = findDates(clause)[0];
  const signing = ON_SIGNING.exec(folded);
  if (signing !== null && (date === undefined || signing.index < date.start)) return signed;
  if (date !== undefined && (until === undefined || date.start < until)) return date.date;
  const short = /ngay\s+(\d{1,2})\s*\/\s*(\d{1,2})\s*\/\s*(\d{2})(?!\d)/.exec(folded);
  return short === null ? undefined : isoDate(2000 + Number(short[3]), Number(short[2]), Number(short[1]));
}

function untilDate(clause: string): { date: IsoDate; at: number } | undefined {
  for (const m of foldKeepingLength(clause).matchAll(UNTIL)) {
    const date = findDates(clause.slice(m.index))[0];
    if (date === undefined || date.start > m[0].length + 8) continue;
    return {
      date: m[1] !== undefined || m[2] !== undefined ? addDays(date.date, -1) : date.date,
      at: m.index,
    };
  }
  return undefined;
}

const COUNTS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};

/** "45", "bốn mươi lăm" (folded), below 100; `undefined` for other words. */
function readCount(printed: string): number | undefined {
  if (/^\d+$/.test(printed)) return Number(printed);
  let count = 0;
  for (const word of printed.trim().split(/\s+/)) {
    const digit = COUNTS[word];
    if (word === 'muoi') count = (count || 1) * 10;
    else if (digit === undefined) return undefined;
    else count += digit;
  }
  return count;
}

/** The end of the sentence that holds `from`; dots inside dates and numbers do not end it. */
function clauseEnd(folded: string, from: number): number {
  const m = /[;]|\.(?=\s|$|\/)|:\s*\n|\n\s*(?:\d{1,2}[.)]|[a-z]\)|dieu\s+\d)/.exec(folded.slice(from));
  return m === null ? Math.min(folded.length, from + 400) : from + m.index;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
