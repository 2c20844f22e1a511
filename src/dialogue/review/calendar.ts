import { createCalendar, type WorkingCalendar } from '../../legal/calendar/calendar.ts';
import { CALENDAR_DAYS, type CalendarDay } from '../../legal/calendar/calendar-days.ts';
import type { IsoDate } from '../../legal/model.ts';
import { nfc } from '../../legal/text.ts';
import { demand } from '../access.ts';
import { DialogueError } from '../errors.ts';
import type { AuditLog, PeopleStore, PersonId, SettingsStore } from '../model.ts';

/** `usual`: the day is what its weekday says, whatever the built-in table holds. */
export const CHANGE_KINDS = ['holiday', 'swapped_off', 'swapped_on', 'usual'] as const;

/** What an administrator says about a day; it goes before the built-in table. */
export interface CalendarChange extends Omit<CalendarDay, 'kind'> {
  readonly kind: (typeof CHANGE_KINDS)[number];
}

const KEY = 'calendar.days';
const MOST_DAYS = 1000;
const LONGEST = 200;
/** Days off with pay in a year: Labour Code 2019, Article 112 as in force, the least an entered year must hold. */
const DAYS_OFF_A_YEAR = 11;

/** Changes as stored, by date; whatever is not sound is left out. */
export async function calendarChanges(
  settings: Pick<SettingsStore, 'get'>,
): Promise<readonly CalendarChange[]> {
  const stored = await settings.get(KEY);
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((one) => parseChange(one) ?? []).sort((a, b) => a.date.localeCompare(b.date));
}

/** A sound change, or undefined. */
export function parseChange(value: unknown): CalendarChange | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { date, kind, name, source, confirmed } = value as Record<string, unknown>;
  const known = CHANGE_KINDS.find((one) => one === kind);
  if (typeof date !== 'string' || !isDay(date) || known === undefined) return undefined;
  if (typeof name !== 'string' || typeof source !== 'string' || typeof confirmed !== 'boolean')
    return undefined;
  const clean = (text: string) => nfc(text).replace(/\s+/gu, ' ').trim().slice(0, LONGEST);
  return { date, kind: known, name: clean(name), source: clean(source), confirmed };
}

function isDay(date: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : undefined;
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}

/** The built-in days with the changes put over them, by date. */
export function mergedDays(changes: readonly CalendarChange[]): CalendarDay[] {
  const days = new Map(CALENDAR_DAYS.map((day) => [day.date, day] as const));
  for (const { kind, ...day } of changes) {
    if (kind === 'usual') days.delete(day.date);
    else days.set(day.date, { ...day, kind });
  }
  return [...days.values()].sort((a, b) => a.date.localeCompare(b.date));
}

/** The calendar that deadlines are counted by today. */
export async function currentCalendar(settings: Pick<SettingsStore, 'get'>): Promise<WorkingCalendar> {
  const days = mergedDays(await calendarChanges(settings));
  const calendar = createCalendar(days);
  const known = knownYears(days);
  return {
    dayOff: (date) => calendar.dayOff(date),
    // One day entered for a far year does not make the rest of that year known.
    isUnconfirmed: (date) => calendar.isUnconfirmed(date) || !known.has(date.slice(0, 4)),
  };
}

function knownYears(days: readonly CalendarDay[]): ReadonlySet<string> {
  const known = new Set(CALENDAR_DAYS.map((day) => day.date.slice(0, 4)));
  const counts = new Map<string, number>();
  for (const { date, kind } of days) {
    const year = date.slice(0, 4);
    if (kind !== 'swapped_on') counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  for (const [year, count] of counts) if (count >= DAYS_OFF_A_YEAR) known.add(year);
  return known;
}

interface CalendarDeps {
  readonly people: Pick<PeopleStore, 'person'>;
  readonly settings: SettingsStore;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

/** Says what a day is. @throws DialogueError `not_allowed`, `invalid` */
export async function changeCalendarDay(
  deps: CalendarDeps,
  by: PersonId,
  change: CalendarChange,
): Promise<void> {
  demand(await deps.people.person(by), 'manage_settings');
  const clean = parseChange(change);
  if (clean === undefined || clean.source === '') throw new DialogueError('invalid', change.date);
  const others = (await calendarChanges(deps.settings)).filter((one) => one.date !== clean.date);
  if (others.length >= MOST_DAYS) throw new DialogueError('invalid', 'too many days');
  await save(deps, by, [...others, clean], clean.date, { ...clean });
}

/** Goes back to the built-in table for a day. @throws DialogueError `not_allowed` */
export async function dropCalendarChange(deps: CalendarDeps, by: PersonId, date: IsoDate): Promise<void> {
  demand(await deps.people.person(by), 'manage_settings');
  const before = await calendarChanges(deps.settings);
  const kept = before.filter((one) => one.date !== date);
  if (kept.length < before.length) await save(deps, by, kept, date, { dropped: true });
}

async function save(
  deps: CalendarDeps,
  by: PersonId,
  changes: readonly CalendarChange[],
  subject: IsoDate,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await deps.settings.set(KEY, changes, by);
  await deps.audit.write({ at: deps.now().toISOString(), by, action: 'calendar_changed', subject, detail });
}
