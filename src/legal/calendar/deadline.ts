import type { IsoDate } from '../model.ts';
import type { DayOff, WorkingCalendar } from './calendar.ts';
import { addDays, addMonths } from './dates.ts';

export type DeadlineUnit = 'ngay' | 'ngay_lam_viec' | 'gio' | 'thang';

/** A time limit to be counted. */
export interface DeadlineRequest {
  /** "2026-08-28" or, with the hour, "2026-08-28T15:20" (Vietnam time). */
  readonly receivedAt: string;
  readonly amount: number;
  readonly unit: DeadlineUnit;
  /** Received after 15:00 counts as the next working day. Only for procedures that say so (decree 23/2015/NĐ-CP, Điều 7). */
  readonly cutoff15h?: boolean;
  /** Days that do not count, first and last included: the dossier waited for its owner. */
  readonly pauses?: readonly { readonly from: IsoDate; readonly to: IsoDate; readonly reason?: string }[];
}

export interface Deadline {
  readonly due: IsoDate;
  /** "16:30", for limits in hours when the hour of receipt is known. */
  readonly dueTime?: string;
  /** The day after which counting began. */
  readonly countedFrom: IsoDate;
  /** Days between receipt and due date that did not count, each with its reason. */
  readonly skipped: readonly DayOff[];
  /** True when the result would change if a day not yet announced turned out otherwise. */
  readonly unconfirmed: boolean;
}

/** Office hours in minutes after midnight. */
const OFFICE: readonly (readonly [from: number, to: number])[] = [
  [7 * 60 + 30, 11 * 60 + 30],
  [13 * 60 + 30, 17 * 60 + 30],
];
const CUTOFF = 15 * 60;
const LONGEST = 3700;

/**
 * Counts a time limit by the Civil Code 2015: the day of receipt is not counted (Điều 147 khoản 2), a last day that is
 * off rolls to the next working day (Điều 148 khoản 5). Working days leave out weekends and holidays; hours are office
 * hours (8 a day). Throws RangeError on an amount or date that cannot be counted.
 */
export function computeDeadline(request: DeadlineRequest, calendar: WorkingCalendar): Deadline {
  const { date, minutes } = readReceipt(request.receivedAt);
  if (!Number.isFinite(request.amount) || request.amount < 0 || request.amount > LONGEST)
    throw new RangeError(`amount: expected a number from 0 to ${LONGEST}, got ${request.amount}`);
  const days = walker(request, calendar);
  const late = request.cutoff15h === true && minutes !== undefined && minutes >= CUTOFF;
  const countedFrom = late ? days.roll(addDays(date, 1)) : date;
  if (request.unit === 'gio') return hours(request, countedFrom, late ? OFFICE[0]![0] : minutes, days);
  const due = dueDay(request, countedFrom, days);
  return finish(countedFrom, due, days);
}

function dueDay({ amount, unit }: DeadlineRequest, from: IsoDate, days: Walker): IsoDate {
  if (unit === 'thang') return days.roll(days.shift(addMonths(from, amount), from));
  if (unit === 'ngay') return days.roll(days.shift(addDays(from, Math.ceil(amount)), from));
  let day = amount === 0 ? days.roll(from) : from;
  for (let left = Math.ceil(amount); left > 0; left--) day = days.roll(addDays(day, 1));
  return day;
}

/** Office hours from the minute of receipt; without one, from the beginning of the next working day. */
function hours(
  { amount }: DeadlineRequest,
  from: IsoDate,
  minutes: number | undefined,
  days: Walker,
): Deadline {
  let day = days.roll(minutes === undefined ? addDays(from, 1) : from);
  let at = day === from && minutes !== undefined ? minutes : OFFICE[0]![0];
  let left = amount * 60;
  for (;;) {
    for (const [open, close] of OFFICE) {
      const start = Math.max(at, open);
      const available = close - start;
      if (available <= 0) continue;
      if (left <= available) return { ...finish(from, day, days), dueTime: clock(start + left) };
      left -= available;
    }
    day = days.roll(addDays(day, 1));
    at = OFFICE[0]![0];
  }
}

interface Walker {
  /** The first day on or after this one that counts as a working day. */
  roll(day: IsoDate): IsoDate;
  /** `end` moved on by the paused days between `from` and it. */
  shift(end: IsoDate, from: IsoDate): IsoDate;
  readonly skipped: DayOff[];
  readonly touched: { unconfirmed: boolean };
}

function walker({ pauses = [] }: DeadlineRequest, calendar: WorkingCalendar): Walker {
  const skipped: DayOff[] = [];
  const touched = { unconfirmed: false };
  const paused = (day: IsoDate): DayOff | undefined => {
    const pause = pauses.find(({ from, to }) => from <= day && day <= to);
    return pause === undefined
      ? undefined
      : { date: day, reason: pause.reason ?? 'tạm dừng chờ bổ sung hồ sơ', confirmed: true };
  };
  const skip = (off: DayOff) => {
    if (!skipped.some((day) => day.date === off.date)) skipped.push(off);
  };
  return {
    skipped,
    touched,
    roll(day) {
      let at = day;
      for (;;) {
        if (calendar.isUnconfirmed(at)) touched.unconfirmed = true;
        const off = paused(at) ?? calendar.dayOff(at);
        if (off === undefined) return at;
        skip(off);
        at = addDays(at, 1);
      }
    },
    shift(end, from) {
      let last = end;
      for (let day = addDays(from, 1); day <= last; day = addDays(day, 1)) {
        const off = paused(day);
        if (off === undefined) continue;
        skip(off);
        last = addDays(last, 1);
      }
      return last;
    },
  };
}

function finish(countedFrom: IsoDate, due: IsoDate, { skipped, touched }: Walker): Deadline {
  return {
    due,
    countedFrom,
    skipped: [...skipped].sort((a, b) => (a.date < b.date ? -1 : 1)),
    unconfirmed: touched.unconfirmed,
  };
}

function readReceipt(receivedAt: string): { date: IsoDate; minutes: number | undefined } {
  const m = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2}))?/.exec(receivedAt);
  if (m === null || Number.isNaN(Date.parse(m[1]!)))
    throw new RangeError(`receivedAt: expected YYYY-MM-DD or YYYY-MM-DDTHH:mm, got "${receivedAt}"`);
  return { date: m[1]!, minutes: m[2] === undefined ? undefined : Number(m[2]) * 60 + Number(m[3]) };
}

function clock(minutes: number): string {
  const rounded = Math.round(minutes);
  return `${String(Math.floor(rounded / 60)).padStart(2, '0')}:${String(rounded % 60).padStart(2, '0')}`;
}
