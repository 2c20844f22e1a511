import { randomUUID } from 'node:crypto';
import { nfc } from '../../legal/text.ts';
import { demand } from '../access.ts';
import { audit } from '../audit.ts';
import { dueAfter } from '../due.ts';
import { DialogueError } from '../errors.ts';
import type {
  AuditLog,
  Instant,
  Notice,
  NoticeStore,
  PeopleStore,
  PersonId,
  SettingsStore,
} from '../model.ts';
import { currentCalendar } from './calendar.ts';
import type { RetentionStore } from './retention.ts';

/** What a person may ask about their own data (Law 91/2025/QH15); seeing it needs no request, it is a download. */
export const DATA_REQUEST_KINDS = ['correct', 'delete', 'explain'] as const;
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number];

export interface DataRequest {
  readonly id: string;
  readonly person: PersonId;
  readonly kind: DataRequestKind;
  readonly text: string;
  readonly createdAt: Instant;
  readonly dueAt: Instant;
  readonly state: 'open' | 'done' | 'refused';
  /** What the person was told. */
  readonly answer?: string;
  readonly decidedBy?: PersonId;
  readonly decidedAt?: Instant;
}

export interface DataRequestStore {
  get(id: string): Promise<DataRequest | undefined>;
  add(request: DataRequest): Promise<void>;
  /** Saves the decision only while the request is open. Atomic. */
  decide(request: DataRequest): Promise<boolean>;
  /** Open ones first, the soonest due first; then the latest decided. */
  list(filter: { person?: PersonId }, limit: number): Promise<readonly DataRequest[]>;
}

export interface DataRequestDeps {
  readonly people: PeopleStore;
  readonly dataRequests: DataRequestStore;
  readonly retention: Pick<RetentionStore, 'forget'>;
  readonly notices: Pick<NoticeStore, 'add'>;
  readonly settings: SettingsStore;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

/** Two working days (Decree 356/2025/NĐ-CP). */
const HOURS_TO_ANSWER = 48;
const MOST_TEXT = 2000;
const MOST_OPEN = 5;

const DATA_REQUEST_TEXTS = {
  asked: (name: string) => `${name} gửi yêu cầu về dữ liệu cá nhân, trả lời trong hai ngày làm việc.`,
  answered: (done: boolean, answer: string) =>
    `Yêu cầu của anh/chị về dữ liệu cá nhân ${done ? 'đã được thực hiện' : 'không được chấp nhận'}. ${answer}`,
} as const;

/** @throws DialogueError `not_active`, `invalid` (no words, too many open) */
export async function requestAboutData(
  deps: DataRequestDeps,
  request: { by: PersonId; kind: DataRequestKind; text: string },
): Promise<DataRequest> {
  const by = await deps.people.person(request.by);
  demand(by, 'ask');
  const text = nfc(request.text).trim().slice(0, MOST_TEXT);
  if (text === '') throw new DialogueError('invalid', 'no words');
  const before = await deps.dataRequests.list({ person: by.id }, 100);
  if (before.filter((one) => one.state === 'open').length >= MOST_OPEN)
    throw new DialogueError('invalid', 'too many open requests');
  const now = deps.now();
  const made: DataRequest = {
    id: randomUUID(),
    person: by.id,
    kind: request.kind,
    text,
    createdAt: now.toISOString(),
    dueAt: dueAfter(now, HOURS_TO_ANSWER, await currentCalendar(deps.settings)).toISOString(),
    state: 'open',
  };
  await deps.dataRequests.add(made);
  await audit(deps, by.id, 'data_requested', made.id, { kind: made.kind });
  const admins = (await deps.people.people({ status: 'active', role: 'admin' })).map(({ id }) => id);
  const words = DATA_REQUEST_TEXTS.asked(by.name);
  await deps.notices.add(admins.map((to) => notice(made, to, 'data_request_new', words, made.createdAt)));
  return made;
}

/** Done or refused, with words for the person. `delete` done removes their questions at once; official replies and
 * approved guidance are records and stay without the person.
 * @throws DialogueError `not_allowed`, `unknown`, `invalid` (no words), `already_done` */
export async function decideDataRequest(
  deps: DataRequestDeps,
  request: { by: PersonId; id: string; done: boolean; answer: string },
): Promise<void> {
  demand(await deps.people.person(request.by), 'manage_people');
  const open = await deps.dataRequests.get(request.id);
  if (open === undefined) throw new DialogueError('unknown', request.id);
  const answer = nfc(request.answer).trim().slice(0, MOST_TEXT);
  if (answer === '') throw new DialogueError('invalid', 'no answer');
  const decidedAt = deps.now().toISOString();
  const decided: DataRequest = {
    ...open,
    state: request.done ? 'done' : 'refused',
    answer,
    decidedBy: request.by,
    decidedAt,
  };
  // Before it says so: what was promised to be gone must be gone. Repeating it after a crash changes nothing.
  const removed =
    request.done && open.kind === 'delete' && open.state === 'open'
      ? await deps.retention.forget(open.person)
      : undefined;
  if (!(await deps.dataRequests.decide(decided))) throw new DialogueError('already_done');
  const detail = { state: decided.state, ...(removed !== undefined && { questions: removed }) };
  await audit(deps, request.by, 'data_request_decided', open.id, detail);
  const words = DATA_REQUEST_TEXTS.answered(request.done, answer);
  await deps.notices.add([notice(open, open.person, 'data_request_answered', words, decidedAt)]);
}

function notice(
  about: DataRequest,
  to: PersonId,
  kind: 'data_request_new' | 'data_request_answered',
  text: string,
  createdAt: Instant,
): Notice {
  return { id: `${kind}/${about.id}/${to}`, to, kind, subject: about.id, text, createdAt };
}
