import { beforeEach, describe, expect, it } from 'vitest';
import {
  type CalendarChange,
  calendarChanges,
  changeCalendarDay,
  currentCalendar,
  dropCalendarChange,
  parseChange,
} from '../../../src/dialogue/review/calendar.ts';
import { PEOPLE } from '../../support/people.ts';

const day = (date: string, more: Partial<CalendarChange> = {}): CalendarChange => ({
  date,
  kind: 'holiday',
  name: 'Ngày nghỉ thử',
  source: 'Thông báo thử',
  confirmed: true,
  ...more,
});

describe('the calendar that administrators correct', () => {
  let stored: Map<string, unknown>;
  let written: { action: string; subject: string }[];
  const deps = () => ({
    people: { person: async (id: string) => Object.values(PEOPLE).find((one) => one.id === id) },
    settings: {
      get: async (key: string) => stored.get(key),
      set: async (key: string, value: unknown) => void stored.set(key, value),
    },
    audit: { write: async (entry: { action: string; subject: string }) => void written.push(entry) } as never,
    now: () => new Date('2026-11-20T02:00:00Z'),
  });
  beforeEach(() => {
    stored = new Map();
    written = [];
  });
  const calendar = () => currentCalendar(deps().settings);
  const change = (one: CalendarChange) => changeCalendarDay(deps(), PEOPLE.admin.id, one);

  it('confirms, adds and takes away days, and goes back to the built-in table', async () => {
    expect((await calendar()).isUnconfirmed('2026-11-24')).toBe(true);
    await change(day('2026-11-24'));
    expect((await calendar()).isUnconfirmed('2026-11-24')).toBe(false);
    await change(day('2026-11-24', { kind: 'usual' }));
    expect((await calendar()).dayOff('2026-11-24')).toBeUndefined();
    await change(day('2026-12-05', { kind: 'swapped_on' }));
    expect((await calendar()).dayOff('2026-12-05')).toBeUndefined();
    await dropCalendarChange(deps(), PEOPLE.admin.id, '2026-11-24');
    expect((await calendar()).dayOff('2026-11-24')).toMatchObject({ confirmed: false });
    expect(written.map((one) => one.action)).toEqual(Array(4).fill('calendar_changed'));
  });

  it('does not take a year for known because of one day in it', async () => {
    await change(day('2029-09-03'));
    expect((await calendar()).dayOff('2029-09-03')).toMatchObject({ source: 'Thông báo thử' });
    expect((await calendar()).isUnconfirmed('2029-09-05')).toBe(true);
    for (let i = 10; i < 20; i++) await change(day(`2029-02-${i}`));
    expect((await calendar()).isUnconfirmed('2029-09-05')).toBe(false);
  });

  it('is changed by administrators alone, with a basis', async () => {
    await expect(changeCalendarDay(deps(), PEOPLE.staff.id, day('2026-12-01'))).rejects.toThrow();
    await expect(change(day('2026-12-01', { source: ' ' }))).rejects.toThrow();
    await expect(change(day('2026-02-30'))).rejects.toThrow();
    expect([...stored]).toEqual([]);
  });

  it('reads nothing unsound from the store', async () => {
    stored.set('calendar.days', [
      day('2026-12-01'),
      { ...day('x') },
      null,
      7,
      { ...day('2026-12-02'), kind: 'party' },
    ]);
    expect((await calendarChanges(deps().settings)).map((one) => one.date)).toEqual(['2026-12-01']);
    expect(parseChange({ ...day('2026-12-01'), confirmed: 'yes' })).toBeUndefined();
  });
});
