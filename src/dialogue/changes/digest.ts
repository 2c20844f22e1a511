import { dayInVietnam } from '../../legal/calendar/today.ts';
import { documentNameAndSubject } from '../../legal/citation-label.ts';
import { nfc, plainWords, slug } from '../../legal/text.ts';
import { mayRead } from '../../retrieval/access.ts';
import type { DocumentFacts } from '../../retrieval/model.ts';
import { demand, noticeReader } from '../access.ts';
import { DialogueError } from '../errors.ts';
import type { EscalationStore, FieldRoute, Notice, PeopleStore, PersonId, SettingsStore } from '../model.ts';
import { readSettings } from '../review/settings.ts';
import type { SubscriptionStore } from './model.ts';
import { CHANGE_WORDS } from './words.ts';

export interface DigestDeps {
  readonly subscriptions: SubscriptionStore;
  readonly people: Pick<PeopleStore, 'person'>;
  readonly escalations: Pick<EscalationStore, 'routes'>;
  readonly settings: SettingsStore;
  readonly now: () => Date;
}

const MOST_LISTED = 10;
const NEAR = 5;
const VIETNAM_MS = 7 * 3_600_000;

/** A field that cannot be followed, with a sentence for the person. */
export class FieldError extends DialogueError {
  override readonly forPeople: string;

  constructor(forPeople: string) {
    super('invalid', forPeople);
    this.name = 'FieldError';
    this.forPeople = forPeople;
  }
}

/** The fields a person follows. */
export async function following(deps: DigestDeps, by: PersonId): Promise<readonly string[]> {
  demand(await deps.people.person(by), 'ask');
  return deps.subscriptions.of(by);
}

/** Follows a field named in any spelling; @returns the field as it is kept. @throws FieldError when there is none such */
export async function follow(deps: DigestDeps, by: PersonId, typed: string): Promise<string> {
  demand(await deps.people.person(by), 'ask');
  const field = await known(deps, typed);
  await deps.subscriptions.add(by, field, deps.now().toISOString());
  return field;
}

/** @returns the field that is no longer followed. @throws FieldError when it was not */
export async function unfollow(deps: DigestDeps, by: PersonId, typed: string): Promise<string> {
  demand(await deps.people.person(by), 'ask');
  const wanted = plainWords(typed);
  const field = (await deps.subscriptions.of(by)).find((one) => plainWords(one) === wanted);
  if (field === undefined) throw new FieldError(CHANGE_WORDS.notFollowing(nfc(typed).trim()));
  await deps.subscriptions.remove(by, field);
  return field;
}

async function known(deps: DigestDeps, typed: string): Promise<string> {
  const wanted = plainWords(typed);
  const fields = await deps.subscriptions.fields();
  const exact = fields.find((field) => plainWords(field) === wanted);
  if (exact !== undefined) return exact;
  const near = wanted.length < 2 ? [] : fields.filter((field) => plainWords(field).includes(wanted));
  if (near.length === 1) return near[0]!;
  throw new FieldError(CHANGE_WORDS.unknownField(nfc(typed).trim().slice(0, 80), near.slice(0, NEAR)));
}

/**
 * Once a day, from the hour set (`digest.hour`, Asia/Ho_Chi_Minh), tells each subscriber of the guidance that began to
 * serve in their fields since the last time; nothing new, no message. To be called every minute or so.
 * @returns how many digests were written
 */
export async function sweepDigests(deps: DigestDeps): Promise<number> {
  const now = deps.now();
  const today = dayInVietnam(now);
  const hour = new Date(now.getTime() + VIETNAM_MS).getUTCHours();
  if (hour < (await readSettings(deps.settings))['digest.hour']) return 0;
  const due = await deps.subscriptions.due(today);
  if (due.length === 0) return 0;
  const routes = await deps.escalations.routes();
  const oldest = due.reduce((least, { seenTo }) => (seenTo < least ? seenTo : least), due[0]!.seenTo);
  const fresh = await deps.subscriptions.newGuidance(oldest);
  let told = 0;
  for (const { person: id, fields, seenTo } of due) {
    const person = await deps.people.person(id);
    const open = person?.status === 'active' ? noticeReader(person) : undefined;
    const items = fresh
      .filter(({ facts, addedAt }) => addedAt > seenTo && open !== undefined && mayRead(facts.scope, open))
      .filter(({ facts }) => fields.some((field) => belongs(facts, field, routes)))
      .map(({ facts }) => documentNameAndSubject(facts));
    const mark = { seenTo: now.toISOString(), sentOn: today };
    await deps.subscriptions.finish(
      id,
      mark,
      items.length === 0 ? undefined : digest(deps, id, today, items),
    );
    if (items.length > 0) told += 1;
  }
  return told;
}

/** A document is of a field by its own mark, by its title, or because the body the field is routed to issued it. */
function belongs(facts: DocumentFacts, field: string, routes: readonly FieldRoute[]): boolean {
  const wanted = plainWords(field);
  if (facts.linhVuc !== undefined && plainWords(facts.linhVuc) === wanted) return true;
  if (` ${plainWords(facts.title)} `.includes(` ${wanted} `)) return true;
  const department = routes.find((route) => plainWords(route.field) === wanted)?.department;
  return (
    department !== undefined && facts.issuer !== undefined && slug(facts.issuer).startsWith(slug(department))
  );
}

function digest({ now }: DigestDeps, to: PersonId, today: string, items: readonly string[]): Notice {
  return {
    id: `digest/${to}/${today}`,
    to,
    kind: 'digest',
    subject: to,
    text: CHANGE_WORDS.digest(today, items.slice(0, MOST_LISTED), Math.max(0, items.length - MOST_LISTED)),
    createdAt: now().toISOString(),
  };
}
