import { describe, expect, it } from 'vitest';
import { dueAfter, dueDay } from '../../src/dialogue/due.ts';

/** Vietnam time in, Vietnam time out. */
const due = (start: string, hours: number) =>
  new Date(dueAfter(new Date(`${start}+07:00`), hours).getTime() + 7 * 3_600_000).toISOString().slice(0, 16);

describe('when an escalated question is due', () => {
  it.each([
    ['2026-09-07T10:00', 24, '2026-09-08T10:00'],
    ['2026-09-04T16:00', 48, '2026-09-08T16:00'],
    ['2026-09-05T09:00', 24, '2026-09-08T00:00'],
    ['2026-08-28T16:00', 48, '2026-09-04T16:00'],
    ['2026-09-03T00:00', 48, '2026-09-05T00:00'],
    ['2026-09-07T23:30', 1, '2026-09-08T00:30'],
  ])('%s and %d hours: %s', (start, hours, expected) => {
    expect(due(start, hours)).toBe(expected);
  });

  it.each([
    ['2026-12-02T00:00', '2026-12-01'],
    ['2026-12-02T14:00', '2026-12-02'],
  ])('what is due at %s is in time until the end of %s', (at, day) => {
    expect(dueDay(new Date(`${at}+07:00`))).toBe(day);
  });
});
