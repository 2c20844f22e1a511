import type { LoggedQuestion, Person } from '../../../../src/dialogue/model.ts';
import { answer } from '../../../support/dialogue.ts';

/** One suite per port: every implementation passes the same. `make` gives an empty store. */
export type Make<T> = () => Promise<T>;

export const NOW = '2026-09-07T03:00:00.000Z';
export const LATER = '2026-09-07T04:00:00.000Z';
export const id = <T>(text: string) => text as T;

export function person(overrides: Partial<Person> = {}): Person {
  return {
    id: id('p1'),
    name: 'Trần Thị Bình',
    status: 'active',
    roles: ['official'],
    fields: [],
    createdAt: NOW,
    ...overrides,
  };
}

export function question(key: string, overrides: Partial<LoggedQuestion> = {}): LoggedQuestion {
  return {
    id: id(key),
    traceId: `t-${key}`,
    person: id('p1'),
    channel: 'telegram',
    conversation: 'c1',
    askedAt: NOW,
    asOf: '2026-09-07',
    question: 'Lệ phí khai sinh?',
    answer: answer('Không thu lệ phí [1].'),
    hits: [],
    ...overrides,
  };
}
