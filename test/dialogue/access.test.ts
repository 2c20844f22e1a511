import { describe, expect, it } from 'vitest';
import { ACTIONS, may, readerOf } from '../../src/dialogue/access.ts';
import { type Person, ROLES } from '../../src/dialogue/model.ts';

const person = (overrides: Partial<Person>) =>
  ({ id: 'p', name: 'x', status: 'active', roles: [], fields: [], createdAt: '', ...overrides }) as Person;

describe('access', () => {
  it('is closed to nobody, to people without roles and to people who are not active', () => {
    for (const action of ACTIONS) {
      expect(may(undefined, action)).toBe(false);
      expect(may(person({}), action)).toBe(false);
      for (const status of ['pending', 'blocked', 'left'] as const) {
        expect(may(person({ status, roles: [...ROLES] }), action)).toBe(false);
      }
    }
  });

  it('lets each role do its own', () => {
    const allowed = Object.fromEntries(
      ROLES.map((role) => [role, ACTIONS.filter((action) => may(person({ roles: [role] }), action))]),
    );
    expect(allowed).toEqual({
      official: ['ask'],
      focal: ['ask', 'see_questions', 'invite_to_own_commune', 'keep_delegations'],
      leader: ['ask', 'see_questions'],
      staff: ['ask', 'answer_escalations', 'add_documents', 'see_questions', 'review_questions'],
      approver: [
        'ask',
        'answer_escalations',
        'approve_guidance',
        'add_documents',
        'see_questions',
        'review_questions',
      ],
      admin: [
        'ask',
        'answer_escalations',
        'add_documents',
        'see_questions',
        'review_questions',
        'oversee',
        'manage_people',
        'manage_settings',
        'invite_to_own_commune',
        'keep_delegations',
      ],
    });
  });

  it('reads nothing internal for a blocked person or in a group', () => {
    const closed = { internal: false, departments: [], channel: 'telegram' };
    const staff = { department: 'so-y-te', roles: ['staff' as const] };
    expect(readerOf(person({ ...staff, status: 'blocked' }), 'telegram')).toEqual(closed);
    expect(readerOf(person(staff), 'telegram', 'group')).toEqual(closed);
    expect(readerOf(person(staff), 'telegram')).toEqual({
      ...closed,
      internal: true,
      departments: ['so-y-te'],
    });
  });
});
