import { createHash, randomUUID } from 'node:crypto';
import { findDates } from '../../legal/calendar/dates.ts';
import type { IsoDate } from '../../legal/model.ts';
import { nfc } from '../../legal/text.ts';
import { demand } from '../access.ts';
import { audit } from '../audit.ts';
import type { Context } from '../deps.ts';
import { DialogueError } from '../errors.ts';
import type { Person, PersonId } from '../model.ts';
import type { Delegation, DelegationId } from './model.ts';
import { DELEGATION_WORDS } from './words.ts';

/** What a focal person types; days as ISO or as people write them ("03/11/2025"). */
export interface DelegationInput {
  readonly matter: string;
  readonly delegate: string;
  readonly decisionNumber: string;
  readonly decisionDate: string;
  readonly from: string;
  readonly to?: string;
}

/** The typed delegation cannot stand in the register; `forPeople` says which part. */
export class DelegationError extends DialogueError {
  override readonly forPeople: string;

  constructor(sentence: string) {
    super('invalid', sentence);
    this.name = 'DelegationError';
    this.forPeople = sentence;
  }
}

/** The register of the person's own commune (an administrator names any). @throws DialogueError `not_active`, `unknown` */
export async function delegationsOf(
  context: Context,
  request: { by: PersonId; commune?: string },
): Promise<readonly Delegation[]> {
  const person = await context.people.person(request.by);
  demand(person, 'ask');
  return context.delegations.ofCommune(communeOf(person, request.commune));
}

/** Writes a delegation into the register of the own commune; the same `key` writes once.
 * @throws DelegationError, DialogueError `not_allowed`, `unknown` without a commune */
export async function addDelegation(
  context: Context,
  request: { by: PersonId; commune?: string; input: DelegationInput; key?: string },
): Promise<Delegation> {
  const person = await context.people.person(request.by);
  demand(person, 'keep_delegations');
  const commune = communeOf(person, request.commune);
  const delegation: Delegation = {
    id: idOf(request.key),
    commune,
    ...checked(request.input),
    withdrawn: false,
    by: person.id,
    at: context.now().toISOString(),
  };
  await context.delegations.add(delegation);
  await audit(context, person.id, 'delegation_added', delegation.id, {
    commune,
    decision: delegation.decisionNumber,
  });
  return delegation;
}

/** Takes it out of the register. @throws DialogueError `not_allowed`, `unknown` (another commune's too), `already_done` */
export async function withdrawDelegation(
  context: Context,
  request: { by: PersonId; id: DelegationId },
): Promise<Delegation> {
  const person = await context.people.person(request.by);
  demand(person, 'keep_delegations');
  const found = await context.delegations.delegation(request.id);
  const own = person.roles.includes('admin') || found?.commune === person.commune;
  if (found === undefined || !own) throw new DialogueError('unknown', request.id);
  if (!(await context.delegations.withdraw(found.id))) throw new DialogueError('already_done');
  await audit(context, person.id, 'delegation_withdrawn', found.id, { commune: found.commune });
  return { ...found, withdrawn: true };
}

/** Days in the order typed: "03/11/2025 đến 03/11/2026". */
export function typedDays(text: string): IsoDate[] {
  return findDates(text).map(({ date }) => date);
}

/** Each part alone, so that a form can ask again for the one that is wrong. @throws DelegationError */
export function checkedMatter(text: string): string {
  return words(text, 300, DELEGATION_WORDS.badMatter);
}
export function checkedDelegate(text: string): string {
  return words(text, 200, DELEGATION_WORDS.badDelegate);
}
export function checkedDecisionNumber(text: string): string {
  const number = tidy(text).replace(/\s*([/-])\s*/gu, '$1');
  if (!/^\d[\p{L}\d]*(?:[/-][\p{L}\d]+)+$/u.test(number) || number.length > 60)
    throw new DelegationError(DELEGATION_WORDS.badDecision);
  return number;
}
export function checkedTerm(decisionDate: IsoDate, from: IsoDate, to: IsoDate | undefined): void {
  if (from < decisionDate) throw new DelegationError(DELEGATION_WORDS.beforeDecision);
  if (to !== undefined && to < from) throw new DelegationError(DELEGATION_WORDS.endsBeforeStart);
}

function checked(input: DelegationInput) {
  const decisionDate = day(input.decisionDate);
  const from = day(input.from);
  const to = (input.to ?? '').trim() === '' ? undefined : day(input.to!);
  checkedTerm(decisionDate, from, to);
  return {
    matter: checkedMatter(input.matter),
    delegate: checkedDelegate(input.delegate),
    decisionNumber: checkedDecisionNumber(input.decisionNumber),
    decisionDate,
    from,
    ...(to !== undefined && { to }),
  };
}

function day(text: string): IsoDate {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  const [found] = typedDays(iso === null ? text : `${iso[3]}/${iso[2]}/${iso[1]}`);
  if (found === undefined) throw new DelegationError(DELEGATION_WORDS.badDates);
  return found;
}

function words(text: string, most: number, sentence: string): string {
  const said = tidy(text);
  if (!/\p{L}.*\p{L}/u.test(said) || said.length > most) throw new DelegationError(sentence);
  return said;
}

function tidy(text: string): string {
  return nfc(text).replace(/\s+/gu, ' ').trim().replace(/\.$/u, '');
}

function communeOf(person: Person, named: string | undefined): string {
  const commune = person.roles.includes('admin') ? (named ?? person.commune) : person.commune;
  if (commune === undefined) throw new DelegationError(DELEGATION_WORDS.noCommune);
  return commune;
}

function idOf(key: string | undefined): DelegationId {
  const seed = key ?? randomUUID();
  return createHash('sha256').update(`delegation/${seed}`).digest('base64url').slice(0, 16) as DelegationId;
}
