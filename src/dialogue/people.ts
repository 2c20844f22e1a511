import { randomUUID } from 'node:crypto';
import { nfc } from '../legal/text.ts';
import { demand, may, STATUS_CHANGES } from './access.ts';
import { audit } from './audit.ts';
import type { Context } from './deps.ts';
import { DialogueError } from './errors.ts';
import type { Notice, Person, PersonId, PersonStatus } from './model.ts';
import { PEOPLE_TEXTS } from './words.ts';

export interface TelegramUser {
  readonly telegramId: string;
  readonly name: string;
}

export interface Registration extends TelegramUser {
  /** Slug of one of today's communes, or as typed where no list is loaded. */
  readonly commune?: string;
  readonly position?: string;
}

/** The person behind a Telegram account. Configured administrators exist from their first message on. */
export async function identify(context: Context, user: TelegramUser): Promise<Person | undefined> {
  const known = await context.people.byTelegramId(user.telegramId);
  if (!context.options.adminTelegramIds.includes(user.telegramId)) return known;
  if (known?.status === 'active' && known.roles.includes('admin')) return known;
  const admin = { ...(known ?? newPerson(context, user)), status: 'active', roles: ['admin'] } as const;
  await context.people.save(admin);
  await audit(context, 'system', 'admin_by_configuration', admin.id);
  return admin;
}

/** Asks for access: the person waits, administrators (and the commune's focal people) get a notice.
 * @throws DialogueError `already_done` when the account is active or waiting, `not_allowed` when blocked */
export async function register(context: Context, request: Registration): Promise<Person> {
  const known = await context.people.byTelegramId(request.telegramId);
  if (known?.status === 'blocked') throw new DialogueError('not_allowed', 'blocked');
  if (known !== undefined && known.status !== 'left') throw new DialogueError('already_done');
  const name = cleanName(request.name);
  const base = known ?? newPerson(context, request);
  const person: Person = {
    ...base,
    name,
    status: 'pending',
    roles: ['official'],
    ...(request.commune !== undefined && { commune: request.commune }),
    ...(request.position !== undefined && { position: nfc(request.position).trim().slice(0, 200) }),
  };
  await context.people.save(person);
  await audit(context, person.id, 'access_requested', person.id);
  const text = PEOPLE_TEXTS.requested(name, person.position ?? '', communeName(context, person.commune));
  await context.notices.add(
    (await admins(context)).map((to) => notice(context, to.id, 'access_requested', person.id, text)),
  );
  return person;
}

/** One tap: the waiting person becomes active. Only the first administrator's tap counts.
 * @throws DialogueError `not_allowed`, `unknown`, `already_done` */
export async function decide(
  context: Context,
  request: { by: PersonId; person: PersonId; accept: boolean },
): Promise<Person> {
  demand(await context.people.person(request.by), 'manage_people');
  const to: PersonStatus = request.accept ? 'active' : 'left';
  if (!(await context.people.changeStatus(request.person, 'pending', to))) {
    throw new DialogueError(
      (await context.people.person(request.person)) === undefined ? 'unknown' : 'already_done',
    );
  }
  const kind = request.accept ? 'access_granted' : 'access_refused';
  await audit(context, request.by, kind, request.person);
  const text = request.accept ? PEOPLE_TEXTS.granted : PEOPLE_TEXTS.refused;
  await context.notices.add([notice(context, request.person, kind, request.person, text)]);
  return (await context.people.person(request.person))!;
}

/** Blocks, lets back in, or marks as gone: administrators anybody, a focal person officials who left the commune. @throws DialogueError `not_allowed`, `unknown`, `invalid` */
export async function changeStatus(
  context: Context,
  request: { by: PersonId; person: PersonId; to: PersonStatus },
): Promise<Person> {
  const by = await context.people.person(request.by);
  demand(by, 'invite_to_own_commune');
  const person = await context.people.person(request.person);
  if (person === undefined) throw new DialogueError('unknown', request.person);
  // The focal person of a commune says who has left it; nothing else.
  const hasLeft =
    request.to === 'left' && person.commune === by.commune && person.roles.join() === 'official';
  if (!may(by, 'manage_people') && !(hasLeft && by.commune !== undefined))
    throw new DialogueError('not_allowed', `status ${request.to}`);
  if (person.id === request.by || !STATUS_CHANGES[person.status].includes(request.to)) {
    throw new DialogueError('invalid', `${person.status} → ${request.to}`);
  }
  if (!(await context.people.changeStatus(person.id, person.status, request.to))) {
    throw new DialogueError('already_done');
  }
  if (request.to !== 'active') await endSessions(context, person.id);
  await audit(context, request.by, `status_${request.to}`, person.id);
  return { ...person, status: request.to };
}

/** Whoever can run commands on the machine signs in as this administrator. */
export async function localAdmin(context: Context): Promise<Person> {
  const id = 'quan-tri-may-chu' as PersonId;
  const known = await context.people.person(id);
  if (known !== undefined) return known;
  const person: Person = {
    id,
    name: 'Quản trị máy chủ',
    status: 'active',
    roles: ['admin'],
    fields: [],
    createdAt: context.now().toISOString(),
  };
  await context.people.save(person);
  return person;
}

export function communeName(context: Context, slug: string | undefined): string {
  return context.communes?.find((commune) => commune.slug === slug)?.name ?? slug ?? '';
}

export async function admins(context: Context): Promise<readonly Person[]> {
  return context.people.people({ status: 'active', role: 'admin' });
}

/** The same event for the same person always has the same id: repeating a use case repeats no notice. */
export function notice(
  context: Context,
  to: PersonId,
  kind: Notice['kind'],
  subject: string,
  text: string,
): Notice {
  const createdAt = context.now().toISOString();
  const occasion = /^(?:access|transfer)/.test(kind) ? `/${createdAt}` : '';
  return { id: `${kind}/${subject}/${to}${occasion}`, to, kind, subject, text, createdAt };
}

async function endSessions(context: Context, person: PersonId): Promise<void> {
  for (const session of await context.signin.sessions(person))
    await context.signin.endSession(session.idHash);
}

export function newPerson(context: Context, user: TelegramUser): Person {
  return {
    id: randomUUID() as PersonId,
    name: cleanName(user.name),
    status: 'pending',
    roles: ['official'],
    fields: [],
    telegramId: user.telegramId,
    createdAt: context.now().toISOString(),
  };
}

function cleanName(name: string): string {
  const clean = nfc(name).replace(/\s+/gu, ' ').trim().slice(0, 120);
  if (!/\p{L}/u.test(clean)) throw new DialogueError('invalid', 'name without letters');
  return clean;
}
