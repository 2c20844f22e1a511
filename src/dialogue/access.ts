import { mayRead } from '../retrieval/access.ts';
import type { DocumentScope, Reader } from '../retrieval/model.ts';
import { DialogueError } from './errors.ts';
import type {
  Escalation,
  FieldRoute,
  LoggedQuestion,
  Person,
  PersonId,
  PersonStatus,
  ReaderOf,
  Role,
} from './model.ts';

/** The only place where it is decided what a person may do. Closed by default: nobody unknown or inactive may anything. */

export const ACTIONS = [
  'ask',
  'answer_escalations',
  'approve_guidance',
  'add_documents',
  'see_questions',
  'review_questions',
  'oversee',
  'manage_people',
  'manage_settings',
  'invite_to_own_commune',
  'keep_delegations',
] as const;
export type Action = (typeof ACTIONS)[number];

const ALLOWED: Record<Action, readonly Role[]> = {
  ask: ['official', 'focal', 'leader', 'staff', 'approver', 'admin'],
  answer_escalations: ['staff', 'approver', 'admin'],
  approve_guidance: ['approver'],
  add_documents: ['staff', 'approver', 'admin'],
  // Those within one's reach: `reachOf`.
  see_questions: ['focal', 'leader', 'staff', 'approver', 'admin'],
  review_questions: ['staff', 'approver', 'admin'],
  // Counts over everything, who asked, evaluation.
  oversee: ['admin'],
  manage_people: ['admin'],
  manage_settings: ['admin'],
  invite_to_own_commune: ['focal', 'admin'],
  keep_delegations: ['focal', 'admin'],
};

export function may(person: Pick<Person, 'status' | 'roles'> | undefined, action: Action): boolean {
  if (person?.status !== 'active') return false;
  return ALLOWED[action].some((role) => person.roles.includes(role));
}

/** @throws DialogueError `not_active` or `not_allowed` */
export function demand(person: Person | undefined, action: Action): asserts person is Person {
  if (person?.status !== 'active') throw new DialogueError('not_active', action);
  if (!may(person, action)) throw new DialogueError('not_allowed', `${person.id} ${action}`);
}

/** What the person's answers may rest on. In a group everybody reads along: public documents only. */
export const readerOf: ReaderOf = (person, channel, audience = 'person'): Reader => {
  const open = person.status === 'active' && audience === 'person';
  return {
    internal: open,
    departments: open && person.department !== undefined ? [person.department] : [],
    channel,
  };
};

/** What a notice to this person may rest on: whoever uses Telegram gets it there as well as on the web. */
export function noticeReader(person: Person): Reader {
  return readerOf(person, person.telegramId === undefined ? 'web' : 'telegram');
}

/** Who looks after a document on the web: its readers, and, lest narrowing its scope puts it out of everybody's reach who
 * could widen it again, who uploaded it and administrators. It serves none of these two in answers. */
export function mayKeepDocument(
  person: Person,
  document: { readonly scope: DocumentScope; readonly uploadedBy?: PersonId },
): boolean {
  if (mayRead(document.scope, readerOf(person, 'web'))) return true;
  if (!may(person, 'add_documents')) return false;
  return document.uploadedBy === person.id || person.roles.includes('admin');
}

/** The asker; administrators; a commune's focal person and leaders for their commune. */
export function maySeeQuestion(
  person: Person,
  question: Pick<LoggedQuestion, 'person' | 'commune'>,
): boolean {
  if (person.status !== 'active') return false;
  if (question.person === person.id || person.roles.includes('admin')) return true;
  return forCommune(person) && person.commune !== undefined && person.commune === question.commune;
}

function forCommune({ roles }: Person): boolean {
  return roles.includes('focal') || roles.includes('leader');
}

/** The part of the log that a person looks through at the desk; questions of these fields or of these communes. */
export type Reach = 'all' | { readonly fields: readonly string[]; readonly communes: readonly string[] };

/** Administrators: everything. Department staff: the fields led by their department or entrusted to them. A commune's focal
 * person and leaders look at their commune's questions, but do not judge them. */
export function reachOf(
  person: Person,
  routes: readonly FieldRoute[],
  action: 'see_questions' | 'review_questions' = 'see_questions',
): Reach {
  if (may(person, 'oversee')) return 'all';
  const led = routes.filter(
    (route) => route.department === person.department || route.people.includes(person.id),
  );
  const staff = may(person, 'review_questions');
  const ofCommune = action === 'see_questions' && forCommune(person) && person.commune !== undefined;
  return {
    fields: staff ? [...new Set([...person.fields, ...led.map((route) => route.field)])] : [],
    communes: ofCommune ? [person.commune] : [],
  };
}

export function reaches(
  reach: Reach,
  { field, commune }: Pick<LoggedQuestion, 'field' | 'commune'>,
): boolean {
  if (reach === 'all') return true;
  return (
    (field !== undefined && reach.fields.includes(field)) ||
    (commune !== undefined && reach.communes.includes(commune))
  );
}

/** Staff answer questions of their fields or department; administrators all. */
export function mayAnswer(person: Person, escalation: Escalation, routes: readonly FieldRoute[]): boolean {
  if (!may(person, 'answer_escalations')) return false;
  if (person.roles.includes('admin') || escalation.takenBy === person.id) return true;
  if (escalation.department !== undefined && escalation.department === person.department) return true;
  if (escalation.field === undefined) return false;
  if (person.fields.includes(escalation.field)) return true;
  return routes.some((route) => route.field === escalation.field && route.people.includes(person.id));
}

/** Which changes of a person's status exist at all. */
export const STATUS_CHANGES: Readonly<Record<PersonStatus, readonly PersonStatus[]>> = {
  pending: ['active', 'blocked', 'left'],
  active: ['blocked', 'left'],
  blocked: ['active'],
  left: ['pending', 'active'],
};
