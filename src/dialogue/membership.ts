import { fold, slug } from '../legal/text.ts';
import { demand, may } from './access.ts';
import { audit } from './audit.ts';
import type { Context } from './deps.ts';
import { DialogueError } from './errors.ts';
import type { FieldRoute, Person, PersonId } from './model.ts';
import { admins, communeName, notice } from './people.ts';
import { departmentNames, rememberDepartment } from './review/departments.ts';
import { changeRoute } from './review/routing.ts';
import { PEOPLE_TEXTS } from './words.ts';

/** Where people work: transfer between communes, stand-ins, who answers for a field. */

/** Those whom this person looks after and whose name or commune contains the words: everybody for administrators, the
 * own commune for its focal person. @throws DialogueError `not_allowed` */
export async function findPeople(
  context: Context,
  request: { by: PersonId; text: string },
): Promise<readonly Person[]> {
  const by = await context.people.person(request.by);
  demand(by, 'invite_to_own_commune');
  const all = await context.people.people(
    may(by, 'manage_people') || by.commune === undefined ? {} : { commune: by.commune },
  );
  const wanted = fold(request.text).trim();
  return all.filter(
    (person) =>
      looksAfter(by, person) &&
      fold(`${person.name} ${communeName(context, person.commune)}`).includes(wanted),
  );
}

/** An administrator everybody else; a focal person the officials of the own commune. */
export function looksAfter(by: Person, person: Person): boolean {
  if (by.id === person.id) return false;
  if (may(by, 'manage_people')) return true;
  const officialOnly = person.roles.every((role) => role === 'official');
  return (
    may(by, 'invite_to_own_commune') &&
    by.commune !== undefined &&
    by.commune === person.commune &&
    officialOnly
  );
}

/** Asks to be moved to another commune; administrators decide with one tap.
 * @throws DialogueError `not_active`, `already_done` (works there), `invalid` (no such commune) */
export async function requestTransfer(
  context: Context,
  request: { by: PersonId; commune: string },
): Promise<void> {
  const by = await context.people.person(request.by);
  demand(by, 'ask');
  checkCommune(context, request.commune);
  if (by.commune === request.commune) throw new DialogueError('already_done', 'works there');
  const [from, to] = [by.commune, request.commune].map((slug) => communeName(context, slug));
  const text = PEOPLE_TEXTS.transferRequested(by.name, from ?? '', to ?? '');
  const subject = `${by.id}/${request.commune}`;
  await audit(context, by.id, 'transfer_requested', by.id, { commune: request.commune });
  await context.notices.add(
    (await admins(context)).map((admin) => notice(context, admin.id, 'transfer_requested', subject, text)),
  );
}

/** Moves a person to another commune. The work of a focal person or leader stays with the commune it was for.
 * @throws DialogueError `not_allowed`, `unknown`, `already_done`, `invalid` */
export async function transfer(
  context: Context,
  request: { by: PersonId; person: PersonId; commune: string },
): Promise<Person> {
  demand(await context.people.person(request.by), 'manage_people');
  checkCommune(context, request.commune);
  const person = await context.people.person(request.person);
  if (person?.status !== 'active') throw new DialogueError('unknown', request.person);
  if (person.commune === request.commune) throw new DialogueError('already_done', 'works there');
  const kept = person.roles.filter((role) => role !== 'focal' && role !== 'leader');
  const moved: Person = { ...person, commune: request.commune, roles: kept.length > 0 ? kept : ['official'] };
  await context.people.save(moved);
  await audit(context, request.by, 'transferred', person.id, { from: person.commune, to: request.commune });
  const text = PEOPLE_TEXTS.transferred(communeName(context, request.commune));
  await context.notices.add([notice(context, person.id, 'transferred', person.id, text)]);
  return moved;
}

/** Makes an official the focal person of their commune, or an official again. @throws DialogueError */
export async function setFocal(
  context: Context,
  request: { by: PersonId; person: PersonId; focal: boolean },
): Promise<Person> {
  demand(await context.people.person(request.by), 'manage_people');
  const person = await context.people.person(request.person);
  if (person?.status !== 'active') throw new DialogueError('unknown', request.person);
  if (request.focal && person.commune === undefined) throw new DialogueError('invalid', 'no commune');
  const others = person.roles.filter((role) => role !== 'focal' && role !== 'official');
  const roles = [...others, request.focal ? ('focal' as const) : ('official' as const)];
  const changed = { ...person, roles };
  await context.people.save(changed);
  await audit(context, request.by, 'person_changed', person.id, { roles });
  return changed;
}

/** Who may stand in: other active people who answer escalations, those of the own department first. */
export async function standIns(context: Context, by: PersonId): Promise<readonly Person[]> {
  const person = await context.people.person(by);
  demand(person, 'answer_escalations');
  const others = (await context.people.people({ status: 'active' })).filter(
    (one) => one.id !== by && may(one, 'answer_escalations'),
  );
  const near = (one: Person) => Number(one.department === person.department);
  return others.sort((a, b) => near(b) - near(a));
}

/** New questions go to the stand-in until the person is back (`undefined`). @throws DialogueError */
export async function setStandIn(
  context: Context,
  request: { by: PersonId; standIn: PersonId | undefined },
): Promise<Person | undefined> {
  const by = await context.people.person(request.by);
  demand(by, 'answer_escalations');
  const { standIn: _, ...present } = by;
  const chosen = (await standIns(context, by.id)).find(({ id }) => id === request.standIn);
  if (request.standIn !== undefined && chosen === undefined)
    throw new DialogueError('unknown', request.standIn);
  await context.people.save(chosen === undefined ? present : { ...present, standIn: chosen.id });
  await audit(context, by.id, chosen === undefined ? 'back_from_leave' : 'on_leave', by.id);
  return chosen;
}

/** A route with the names of its body and people. @throws DialogueError `not_allowed` */
export async function listRoutes(
  context: Context,
  by: PersonId,
): Promise<readonly (Omit<FieldRoute, 'people'> & { readonly people: readonly string[] })[]> {
  demand(await context.people.person(by), 'manage_settings');
  const names = new Map((await context.people.people()).map(({ id, name }) => [id, name]));
  const departments = await departmentNames(context.settings);
  return (await context.escalations.routes()).map((route) => ({
    ...route,
    department: departments.of(route.department),
    people: route.people.flatMap((id) => names.get(id) ?? []),
  }));
}

/** Says which body and which of its people (by name, each meaning exactly one) answer for a field.
 * @returns the names that mean nobody or several; nothing is changed then
 * @throws DialogueError `not_allowed`, `invalid` (no field or body) */
export async function routeByNames(
  context: Context,
  request: { by: PersonId; field: string; department: string; names: readonly string[] },
): Promise<readonly string[]> {
  demand(await context.people.person(request.by), 'manage_settings');
  if (request.field === '' || slug(request.department) === '')
    throw new DialogueError('invalid', 'no field or body');
  const staff = (await context.people.people({ status: 'active' })).filter((one) =>
    may(one, 'answer_escalations'),
  );
  const meant = request.names.map((name) => staff.filter((one) => fold(one.name) === fold(name)));
  const unclear = request.names.filter((_, i) => meant[i]!.length !== 1);
  if (unclear.length > 0) return unclear;
  const people = meant.map(([one]) => one!.id);
  const department = (await rememberDepartment(context.settings, request.by, request.department)) ?? '';
  await changeRoute(context, request.by, { field: request.field, department, people });
  return [];
}

function checkCommune(context: Context, commune: string): void {
  const known = context.communes ?? [];
  if (commune === '' || (known.length > 0 && !known.some(({ slug }) => slug === commune)))
    throw new DialogueError('invalid', 'no such commune');
}
