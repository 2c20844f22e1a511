import { createCalendar, type WorkingCalendar } from '../legal/calendar/calendar.ts';
import { dayInVietnam } from '../legal/calendar/today.ts';
import type { IsoDate } from '../legal/model.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const OFFSET = 7 * HOUR;

/**
 * The moment `hours` after `start`, weekends and holidays left out: what is asked on Friday afternoon is not overdue on
 * Sunday. Days begin at midnight in Asia/Ho_Chi_Minh.
 */
export function dueAfter(start: Date, hours: number, calendar: WorkingCalendar = createCalendar()): Date {
  let at = start.getTime();
  let left = hours * HOUR;
  for (;;) {
    const midnight = Math.floor((at + OFFSET) / DAY + 1) * DAY - OFFSET;
    if (calendar.dayOff(dayInVietnam(new Date(at))) === undefined) {
      if (at + left <= midnight) return new Date(at + left);
      left -= midnight - at;
    }
    at = midnight;
  }
}

/** The last day on which it is not late: what is due at midnight is due by the end of the day before. */
export function dueDay(due: Date): IsoDate {
  return dayInVietnam(new Date(due.getTime() - 1));
}
