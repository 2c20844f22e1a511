import { randomUUID } from 'node:crypto';
import { nfc } from '../../legal/text.ts';
import { demand } from '../access.ts';
import { audit } from '../audit.ts';
import { DialogueError } from '../errors.ts';
import type { AuditLog, PeopleStore, Person, PersonId, Role, SigninStore } from '../model.ts';
import { createSigninLink } from '../signin.ts';

export interface PeopleAdminDeps {
  readonly people: PeopleStore;
  readonly signin: SigninStore;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

export interface PersonChange {
  readonly roles: readonly Role[];
  readonly commune?: string;
  readonly department?: string;
  readonly position?: string;
  readonly fields: readonly string[];
  readonly standIn?: PersonId;
}

/** Changes what a person may do and where they work. Their sessions end when their roles change.
 * @throws DialogueError `not_allowed`, `unknown`, `invalid` (no role left, or an administrator giving up the own role) */
export async function changePerson(
  deps: PeopleAdminDeps,
  request: { by: PersonId; person: PersonId; change: PersonChange },
): Promise<void> {
  const { by, change } = request;
  demand(await deps.people.person(by), 'manage_people');
  const known = await deps.people.person(request.person);
  if (known === undefined) throw new DialogueError('unknown', request.person);
  if (change.roles.length === 0) throw new DialogueError('invalid', 'no role');
  if (known.id === by && !change.roles.includes('admin'))
    throw new DialogueError('invalid', 'own admin role');
  const { commune: _, department: __, position: ___, standIn: ____, ...kept } = known;
  await deps.people.save({ ...kept, ...change });
  const sameRoles = [...known.roles].sort().join() === [...change.roles].sort().join();
  if (!sameRoles && known.id !== by) await endSessions(deps, known.id);
  await audit(deps, by, 'person_changed', known.id, { roles: change.roles });
}

/** Joins by invitation on the web, without Telegram. @throws DialogueError `bad_invitation`, `invalid` (no name) */
export async function joinByInvitation(
  deps: PeopleAdminDeps,
  request: { code: string; name: string; position?: string },
): Promise<Person> {
  const name = nfc(request.name).replace(/\s+/gu, ' ').trim().slice(0, 120);
  if (!/\p{L}/u.test(name)) throw new DialogueError('invalid', 'name without letters');
  const now = deps.now().toISOString();
  const invitation = await deps.people.invitation(request.code);
  if (invitation === undefined || !(await deps.people.useInvitation(request.code, now))) {
    throw new DialogueError('bad_invitation');
  }
  const position = nfc(request.position ?? '')
    .trim()
    .slice(0, 200);
  const person: Person = {
    id: randomUUID() as PersonId,
    name,
    status: 'active',
    roles: invitation.roles,
    fields: [],
    createdAt: now,
    ...(invitation.commune !== undefined && { commune: invitation.commune }),
    ...(invitation.department !== undefined && { department: invitation.department }),
    ...(position !== '' && { position }),
  };
  await deps.people.save(person);
  await audit(deps, person.id, 'invitation_redeemed', person.id, { roles: person.roles, on: 'web' });
  return person;
}

/** A one-time link for a person without Telegram; never for another administrator or approver, whose word decides.
 * @throws DialogueError `not_allowed`, `unknown` */
export async function signinLinkFor(
  deps: PeopleAdminDeps,
  request: { by: PersonId; person: PersonId },
): Promise<string> {
  demand(await deps.people.person(request.by), 'manage_people');
  const person = await deps.people.person(request.person);
  if (person?.status !== 'active') throw new DialogueError('unknown', request.person);
  const powerful = person.roles.includes('admin') || person.roles.includes('approver');
  if (powerful && person.id !== request.by)
    throw new DialogueError('not_allowed', 'link for a powerful role');
  await audit(deps, request.by, 'signin_link_made', person.id);
  return createSigninLink(deps, person.id);
}

async function endSessions(deps: PeopleAdminDeps, person: PersonId): Promise<void> {
  for (const session of await deps.signin.sessions(person)) await deps.signin.endSession(session.idHash);
}
