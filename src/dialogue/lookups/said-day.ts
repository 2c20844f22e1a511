import { addDays, isoDate } from '../../legal/calendar/dates.ts';
import type { IsoDate } from '../../legal/model.ts';

/** A day told without its date, as people at the counter do. */
export interface SaidDay {
  readonly date: IsoDate;
  /** Place of the words in the text. */
  readonly start: number;
  readonly end: number;
  /** Which day is meant had to be chosen: "thứ 6", "ngày 28", not "hôm qua". */
  readonly chosen: boolean;
}

const RELATIVE: Readonly<Record<string, number>> = {
  'hom nay': 0,
  'sang nay': 0,
  'chieu nay': 0,
  'bua nay': 0,
  'hom qua': -1,
  'sang qua': -1,
  'chieu qua': -1,
  'hom kia': -2,
  'ngay mai': 1,
  'sang mai': 1,
  'chieu mai': 1,
};
const RELATIVE_DAY = new RegExp(`(?<!\\p{L})(?:${Object.keys(RELATIVE).join('|')})(?!\\p{L})`, 'gu');
const WEEKDAYS: Readonly<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tu: 3,
  nam: 4,
  sau: 5,
  bay: 6,
  '2': 1,
  '3': 2,
  '4': 3,
  '5': 4,
  '6': 5,
  '7': 6,
};
const WEEKDAY =
  /(?<![\p{L}\d])(?:(?:thu|t)\s?([2-7])(?![\p{L}\d/.-])|thu (hai|ba|tu|nam|sau|bay)(?!\p{L})|chu nhat(?!\p{L}))(?:\s+tuan\s+(truoc|vua roi|roi|qua|nay|sau|toi)(?!\p{L}))?/gu;
/** "Ngày 28", not "ngày 28/8", "ngày 3 tháng 9". */
const DAY_OF_MONTH =
  /(?<!\p{L})(?:ngay|mung|mong|hom)\s+(\d{1,2})(?!\d|\s?[/.-]\s?\d|\s*(?:thang|ngay|nlv|gio|h)(?!\p{L}))/gu;

const WEEKS: Readonly<Record<string, number>> = {
  truoc: -1,
  'vua roi': -1,
  roi: -1,
  qua: -1,
  nay: 0,
  sau: 1,
  toi: 1,
};

/**
 * Days told without a date, in order: "hôm qua", "thứ 6" and "ngày 28" (the last such day up to today), "thứ 2 tuần
 * này", "thứ 3 tuần trước" (weeks begin on Monday). @param folded by `foldKeepingLength`
 */
export function saidDays(folded: string, today: IsoDate): SaidDay[] {
  const found: SaidDay[] = [];
  const add = (match: RegExpExecArray, date: IsoDate | undefined, chosen: boolean) => {
    if (date === undefined) return;
    found.push({ date, start: match.index, end: match.index + match[0].length, chosen });
  };
  for (const match of folded.matchAll(RELATIVE_DAY)) add(match, addDays(today, RELATIVE[match[0]]!), false);
  for (const match of folded.matchAll(WEEKDAY)) {
    const weekday = WEEKDAYS[match[1] ?? match[2] ?? ''] ?? 0;
    add(match, dayOfWeek(weekday, match[3], today), true);
  }
  for (const match of folded.matchAll(DAY_OF_MONTH))
    add(match, lastDayOfMonth(Number(match[1]), today), true);
  return found.sort((a, b) => a.start - b.start);
}

function dayOfWeek(weekday: number, week: string | undefined, today: IsoDate): IsoDate {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  if (week === undefined) return addDays(today, -((now - weekday + 7) % 7));
  const sinceMonday = (day: number) => (day + 6) % 7;
  return addDays(today, sinceMonday(weekday) - sinceMonday(now) + 7 * (WEEKS[week] ?? 0));
}

function lastDayOfMonth(day: number, today: IsoDate): IsoDate | undefined {
  const [year, month] = today.split('-').map(Number) as [number, number, number];
  const thisMonth = isoDate(year, month, day);
  if (thisMonth !== undefined && thisMonth <= today) return thisMonth;
  return month === 1 ? isoDate(year - 1, 12, day) : isoDate(year, month - 1, day);
}
