import { DialogueError } from '../errors.ts';
import type { AuditLog, PeopleStore, PersonId } from '../model.ts';
import type { PushSender, PushStore, PushSubscription } from './model.ts';
import { PUSH_WORDS } from './words.ts';

/** Services of the browsers in use. The server calls the address a browser names: nothing else may be called that way. */
const SERVICES = [
  'fcm.googleapis.com',
  'push.services.mozilla.com',
  'notify.windows.com',
  'push.apple.com',
] as const;
const MOST_BROWSERS = 10;
const LONGEST_ENDPOINT = 1000;

export function isPushService(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username } = new URL(endpoint);
  const known = SERVICES.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return protocol === 'https:' && port === '' && username === '' && known;
}

export interface PushDeps {
  readonly push: PushStore;
  readonly people: Pick<PeopleStore, 'person'>;
  readonly audit: AuditLog;
  readonly now: () => Date;
  /** Tests put a service of their own here. */
  readonly allowed?: (endpoint: string) => boolean;
}

/** From now on this browser hears of the person's notices. @throws DialogueError `not_active`, `invalid` */
export async function subscribe(
  deps: PushDeps,
  request: PushSubscription & { person: PersonId; userAgent?: string },
): Promise<void> {
  const person = await deps.people.person(request.person);
  if (person?.status !== 'active') throw new DialogueError('not_active');
  const { endpoint, p256dh, auth } = request;
  const sound =
    endpoint.length <= LONGEST_ENDPOINT &&
    (deps.allowed ?? isPushService)(endpoint) &&
    bytes(p256dh) === 65 &&
    bytes(auth) === 16;
  if (!sound) throw new DialogueError('invalid', 'subscription');
  const known = await deps.push.of(person.id);
  const others = known.filter((one) => one.endpoint !== endpoint);
  for (const oldest of others.slice(MOST_BROWSERS - 1)) await deps.push.remove(oldest.endpoint);
  const createdAt = deps.now().toISOString();
  const { userAgent } = request;
  await deps.push.save({
    endpoint,
    p256dh,
    auth,
    person: person.id,
    createdAt,
    ...(userAgent !== undefined && { userAgent }),
  });
  await deps.audit.write({ at: createdAt, by: person.id, action: 'push_on', subject: person.id });
}

/** Forgets one of the person's own browsers; another's is not touched. */
export async function unsubscribe(deps: PushDeps, person: PersonId, endpoint: string): Promise<void> {
  if (!(await deps.push.of(person)).some((one) => one.endpoint === endpoint)) return;
  await deps.push.remove(endpoint);
  await deps.audit.write({ at: deps.now().toISOString(), by: person, action: 'push_off', subject: person });
}

const BATCH = 50;
/** Minutes until the next attempt; after the last one the notice waits on the web alone. */
const AGAIN_AFTER_MINUTES = [1, 5, 30, 120, 600] as const;

/** Sends what is due. One bad browser holds up nobody; returns how many messages were taken. Repeatable. */
export async function deliverPushes(deps: PushDeps & { sender: PushSender }): Promise<number> {
  const now = deps.now();
  let sent = 0;
  for (const push of await deps.push.due(now.toISOString(), BATCH)) {
    const { subscription } = push;
    if ((await deps.people.person(subscription.person))?.status !== 'active') {
      await deps.push.remove(subscription.endpoint);
      continue;
    }
    const message = JSON.stringify({ body: PUSH_WORDS[push.kind], url: '/thong-bao', tag: push.kind });
    const outcome = await deps.sender.send(subscription, message);
    const minutes = AGAIN_AFTER_MINUTES[push.attempts];
    if (outcome === 'gone') await deps.push.remove(subscription.endpoint);
    else if (outcome === 'later' && minutes !== undefined)
      await deps.push.again(push, new Date(now.getTime() + minutes * 60_000).toISOString());
    else await deps.push.done(push);
    if (outcome === 'sent') sent += 1;
  }
  return sent;
}

/** Length of a base64url value in bytes; NaN for anything else. */
function bytes(text: string): number {
  return /^[A-Za-z0-9_-]{1,200}={0,2}$/.test(text) ? Buffer.from(text, 'base64url').length : Number.NaN;
}
