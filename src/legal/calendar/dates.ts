import type { IsoDate } from '../model.ts';
import { foldKeepingLength } from '../text.ts';

const WORDS = /(?:ngay\s+)?(\d{1,2})\s*thang\s*(\d{1,2})\s*,?\s*nam\s*((?:19|20)\d{2})/;
const FIGURES = /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d{2})(?!\d)/;
const EITHER = new RegExp(`${WORDS.source}|${FIGURES.source}`, 'g');

/** A day in a Vietnamese text; `start`, `end` point into it. */
export interface FoundDate {
  readonly date: IsoDate;
  readonly start: number;
  readonly end: number;
}

/** Days in order: "ngày 01 tháng 7 năm 2025", "01/7/2025", "1-7-2025", "01.07.2025"; impossible ones are left out. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const m of foldKeepingLength(text).matchAll(EITHER)) {
    const [day, month, year] = m[1] === undefined ? [m[4], m[5], m[6]] : [m[1], m[2], m[3]];
    const date = isoDate(Number(year), Number(month), Number(day));
    if (date !== undefined) found.push({ date, start: m.index, end: m.index + m[0].length });
  }
  return found;
}

/** The day as `YYYY-MM-DD`, or `undefined` when the calendar has none such. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}

/** `days` later (or earlier, when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The same day `months` later, or the last day of that month where it has no such day (Civil Code 2015, Điều 148
 * khoản 3: a term in months ends on the corresponding day, or on the month's last).
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);
}
