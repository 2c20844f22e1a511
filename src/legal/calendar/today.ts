import type { IsoDate } from '../model.ts';

/** The calendar day in Vietnam (UTC+7 all year, no summer time). */
export function dayInVietnam(instant: Date): IsoDate {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
