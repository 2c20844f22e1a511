import type { IsoDate } from '../model.ts';
import { foldKeepingLength } from '../text.ts';
import { dateRole } from './date-role.ts';
import { addDays, findDates, isoDate } from './dates.ts';
import { relativeDays } from './relative-days.ts';

/** Words before a day that make it the day asked about. */
const CUE =
  /(?:ho so|tiep nhan|nhan|nop|thoi diem|tinh den|vao|luc|hoi|khi)\s*(?:(?:tai|vao|tu|luc|nhan|nop|thoi diem|cua dan|cua nguoi dan)\s+)*(?:ngay\s*)?$/;
const BEFORE = /truoc\s*(?:ngay\s*|thoi diem\s*|mung\s*)?$/;
/** "Nghị định số 23/2015/NĐ-CP ngày 16/02/2015": the day of the document. */
const OF_NUMBER = /\/[a-z]+(?:-[a-z]+)*\d*\s*(?:ngay\s*)?$/;
/** A month or year whose rules are asked for: "hồ sơ nộp tháng 5/2025", "trong năm 2024"; not "Luật Đất đai năm 2024". */
const PERIOD = /(?:thang\s*(\d{1,2})\s*(?:\/|-|nam\s*|\s)\s*|nam\s*)((?:19|20)\d{2})(?![\d/.-])/g;
const IN_PERIOD =
  /(?:^|ho so|tiep nhan|nhan|nop|thoi diem|vao|trong|hoi|luc|dau|cuoi|giua)\s*(?:(?:tai|vao|tu|trong|cua dan|cua nguoi dan)\s+)*$/;
const BEFORE_PERIOD = /truoc\s*(?:thoi diem\s*)?$/;
const SHORT = /(?<![\d/.-])(\d{1,2})\s?[/-]\s?(\d{1,2})(?![\d/.-]|\s?%)/g;

/**
 * The day a question is about: "trước 1/7/2025" → the day before; "hồ sơ nhận 20/4", "ngày 20/4/2026" → that day (a day
 * without year is the last such day up to `today`); of a month or a year that is over, its last day. `undefined` when no day is named, or the day belongs to a document,
 * a birth or the like.
 */
export function parseAsOf(text: string, today: IsoDate): IsoDate | undefined {
  const folded = foldKeepingLength(text);
  for (const { date, start, end } of [...findDates(text), ...shortDates(folded, today)]) {
    const before = folded.slice(Math.max(0, start - 48), start);
    const after = folded.slice(end);
    if (dateRole(text.slice(0, start), text.slice(end)) !== 'asked') continue;
    if (BEFORE.test(before)) return addDays(date, -1);
    if (OF_NUMBER.test(before) || /^\s*(?:co hieu luc|ban hanh)/.test(after)) continue;
    const named = /(?:^|[^\p{L}])ngay\s*$/u.test(before) || folded.startsWith('ngay', start);
    if (named || CUE.test(before)) return date;
  }
  const period = namedPeriod(text, folded, today);
  if (period !== undefined) return period;
  return relativeDays(folded, today).find(
    ({ start, end }) => dateRole(text.slice(0, start), text.slice(end)) === 'asked',
  )?.date;
}

/** "20/4": the last 20 April up to today. */
function shortDates(folded: string, today: IsoDate): { date: IsoDate; start: number; end: number }[] {
  const year = Number(today.slice(0, 4));
  return [...folded.matchAll(SHORT)].flatMap((m) => {
    const [day, month] = [Number(m[1]), Number(m[2])];
    const thisYear = isoDate(year, month, day);
    const date = thisYear !== undefined && thisYear <= today ? thisYear : isoDate(year - 1, month, day);
    return date === undefined ? [] : [{ date, start: m.index, end: m.index + m[0].length }];
  });
}

/** The last day of the month or year asked about, or the day before it begins; what is not over yet is today's. */
function namedPeriod(text: string, folded: string, today: IsoDate): IsoDate | undefined {
  for (const m of folded.matchAll(PERIOD)) {
    const [year, month] = [Number(m[2]), m[1] === undefined ? undefined : Number(m[1])];
    const first = isoDate(year, month ?? 1, 1);
    if (first === undefined || first > today) continue;
    const before = folded.slice(Math.max(0, m.index - 48), m.index);
    if (dateRole(text.slice(0, m.index), text.slice(m.index + m[0].length)) !== 'asked') continue;
    if (BEFORE_PERIOD.test(before)) return addDays(first, -1);
    if (!IN_PERIOD.test(before)) continue;
    const last = addDays(
      month === undefined || month === 12 ? `${year + 1}-01-01` : isoDate(year, month + 1, 1)!,
      -1,
    );
    return last > today ? undefined : last;
  }
  return undefined;
}

const RECEIPT =
  /(?:(?:doi voi|voi|neu|khi)\s+)?(?<!\p{L})(?:ho so|hs)\s+(?:(?:da|duoc|dc|cua dan|dan|nguoi dan)\s+)*(?:tiep nhan|nhan|nop|gui)(?:\s+(?:vao|hoi|tu|luc))*\s+(?:ngay\s+)?(?:\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?|\d{1,2}\s+thang\s+\d{1,2}(?:\s+nam\s+\d{4})?)(?!\d)\s*(?:[,:;]|thi(?!\p{L}))?\s*/gu;

/** The question without "hồ sơ nhận ngày 20/4, …": the day of receipt chooses the rules and is nothing to search for. */
export function withoutReceipt(text: string): string {
  const folded = foldKeepingLength(text);
  let out = '';
  let from = 0;
  for (const m of folded.matchAll(RECEIPT)) {
    out += text.slice(from, m.index);
    from = m.index + m[0].length;
  }
  const left = `${out}${text.slice(from)}`.trim();
  return /\p{L}{2}.*\s\p{L}{2}/u.test(left) ? left : text;
}
