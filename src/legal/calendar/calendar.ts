import type { IsoDate } from '../model.ts';
import { CALENDAR_DAYS, type CalendarDay } from './calendar-days.ts';

/** Why nobody works on a day. */
export interface DayOff {
  readonly date: IsoDate;
  /** For people: "thứ bảy", "nghỉ Quốc khánh". */
  readonly reason: string;
  readonly source?: string;
  /** False: intended or usual, not announced. */
  readonly confirmed: boolean;
}

/** Tells working days from days off. */
export interface WorkingCalendar {
  /** `undefined` on working days. */
  dayOff(date: IsoDate): DayOff | undefined;
  /** True for a day whose state is not announced yet, or that lies outside the years the calendar knows. */
  isUnconfirmed(date: IsoDate): boolean;
}

/** Weekends off, corrected by `days` (default: the table for 2025–2027). */
export function createCalendar(days: readonly CalendarDay[] = CALENDAR_DAYS): WorkingCalendar {
  const special = new Map(days.map((day) => [day.date, day] as const));
  const years = new Set(days.map((day) => day.date.slice(0, 4)));
  return {
    dayOff(date) {
      const day = special.get(date);
      if (day?.kind === 'swapped_on') return undefined;
      if (day !== undefined)
        return { date, reason: reasonOf(day), source: day.source, confirmed: day.confirmed };
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
      return weekday === 6 || weekday === 0
        ? { date, reason: weekday === 6 ? 'thứ bảy' : 'chủ nhật', confirmed: true }
        : undefined;
    },
    isUnconfirmed(date) {
      return special.get(date)?.confirmed === false || !years.has(date.slice(0, 4));
    },
  };
}

function reasonOf({ kind, name }: CalendarDay): string {
  return kind === 'holiday' && !name.startsWith('nghỉ') ? `nghỉ ${name}` : name;
}
