import { createHash } from 'node:crypto';
import { findDocumentNumbers } from '../../legal/document-number.ts';
import type { IsoDate } from '../../legal/model.ts';
import { mask } from '../../legal/privacy.ts';
import { nfc } from '../../legal/text.ts';
import { dayInVietnam } from '../../legal/today.ts';
import { effectivityOf } from '../../retrieval/in-force.ts';
import type { ChunkSource } from '../../retrieval/model.ts';
import { demand, may } from '../access.ts';
import { audit } from '../audit.ts';
import { DialogueError } from '../errors.ts';
import type {
  EscalationId,
  EscalationStore,
  Notice,
  NoticeKind,
  NoticeStore,
  Person,
  PersonId,
  QuestionId,
} from '../model.ts';
import { dayAsRead } from '../words.ts';
import type { DocumentDesk } from './documents.ts';
import type { StandardAnswer } from './model.ts';
import {
  approveStandardAnswer,
  cleanDraft,
  type DraftText,
  type ReviewDeps,
  writeStandardAnswer,
} from './reviewing.ts';

export interface GuidanceDeps extends ReviewDeps {
  readonly escalations: Pick<EscalationStore, 'escalation' | 'routes'>;
  readonly notices: Pick<NoticeStore, 'add'>;
  readonly documents: Pick<DocumentDesk, 'list'>;
  readonly chunks: Pick<ChunkSource, 'facts'>;
}

export const GUIDANCE_WORDS = {
  waiting: (by: string, question: string, answer: string, basis: string, reviewBy: string | undefined) =>
    `${by} đề xuất nội dung sau thành hướng dẫn chung:\n${question}\n\n${answer}\n\nCăn cứ: ${basis}${reviewBy === undefined ? '' : `\nNgày rà soát lại: ${reviewBy}`}`,
  approved: (question: string) =>
    `Đã duyệt hướng dẫn: “${question}”. Từ nay trợ lý dùng để trả lời mọi người.`,
  returned: (question: string, reason: string) =>
    `Hướng dẫn đề xuất “${question}” được trả lại. Lý do: ${reason}`,
  overtaken: (question: string, reason: string) =>
    `Hướng dẫn “${question}” đã ngừng dùng để trả lời. Lý do: ${reason} Vui lòng rà soát và đề xuất lại nếu còn phù hợp.`,
  ended: (number: string) => `văn bản ${number} nêu trong căn cứ không còn hiệu lực hoặc đã thu hồi.`,
  due: (day: string) => `đã đến ngày rà soát lại ${day}.`,
} as const;

/** Whoever answered an escalated question proposes question and answer, masked, as guidance; proposing again after it
 * was returned or overtaken replaces it. @throws DialogueError `not_allowed` (answered by somebody else), `unknown`,
 * `invalid` (no basis, a review day that is not to come), `already_done` (waits or serves already) */
export async function proposeGuidance(
  deps: GuidanceDeps,
  request: { by: PersonId; escalation: EscalationId; basis: string; reviewBy: IsoDate },
): Promise<StandardAnswer> {
  const by = await deps.people.person(request.by);
  demand(by, 'answer_escalations');
  const escalation = await deps.escalations.escalation(request.escalation);
  const asked = escalation && (await deps.questions.question(escalation.question));
  if (escalation?.reply === undefined || asked === undefined)
    throw new DialogueError('unknown', request.escalation);
  if (escalation.takenBy !== by.id) throw new DialogueError('not_allowed', 'answered by another');
  const basis = nfc(request.basis).trim().slice(0, 1000);
  if (!/\p{L}/u.test(basis)) throw new DialogueError('invalid', 'no basis');
  if (request.reviewBy <= dayInVietnam(deps.now())) throw new DialogueError('invalid', 'review day is past');
  const id = guidanceId(escalation.id);
  const before = (await deps.standardAnswers.get(id))?.state;
  if (before === 'draft' || before === 'approved') throw new DialogueError('already_done');
  const draft: StandardAnswer = {
    id,
    question: mask(asked.understoodAs ?? asked.question).masked,
    answer: mask(escalation.reply).masked,
    basis,
    fromQuestion: asked.id,
    fromEscalation: escalation.id,
    reviewBy: request.reviewBy,
    state: 'draft',
    by: by.id,
    at: deps.now().toISOString(),
    ...(escalation.field !== undefined && { field: escalation.field }),
  };
  await deps.standardAnswers.save(draft);
  await audit(deps, by.id, 'guidance_proposed', id);
  await tellApprovers(deps, by, draft);
  return draft;
}

/** A reviewer's right answer goes to the approvers. @throws DialogueError as `writeStandardAnswer` */
export async function submitStandardAnswer(
  deps: GuidanceDeps,
  request: DraftText & { by: PersonId; fromQuestion?: QuestionId },
): Promise<StandardAnswer> {
  const draft = await writeStandardAnswer(deps, request);
  const by = await deps.people.person(request.by);
  if (by !== undefined) await tellApprovers(deps, by, draft);
  return draft;
}

/** States in which its writer may still change it; what serves must be withdrawn first. */
const OPEN_TO_ITS_WRITER: readonly StandardAnswer['state'][] = ['draft', 'returned', 'overtaken'];

export function mayRevise(person: Pick<Person, 'id'>, answer: StandardAnswer): boolean {
  return answer.by === person.id && OPEN_TO_ITS_WRITER.includes(answer.state);
}

/** Its writer changes what waits, was returned or stopped serving; it goes to the approvers again.
 * @throws DialogueError `not_allowed` (another's), `unknown`, `invalid`, `already_done` (serves or was withdrawn) */
export async function reviseGuidance(
  deps: GuidanceDeps,
  request: DraftText & { by: PersonId; id: string },
): Promise<StandardAnswer> {
  const by = await deps.people.person(request.by);
  const before = await deps.standardAnswers.get(request.id);
  if (before === undefined) throw new DialogueError('unknown', request.id);
  if (by?.status !== 'active' || before.by !== by.id)
    throw new DialogueError('not_allowed', 'written by another');
  if (!OPEN_TO_ITS_WRITER.includes(before.state)) throw new DialogueError('already_done');
  const { reason: _, reviewBy: __, field: ___, ...kept } = before;
  const next: StandardAnswer = {
    ...kept,
    ...cleanDraft(request, dayInVietnam(deps.now())),
    state: 'draft',
    at: deps.now().toISOString(),
  };
  if (!(await deps.standardAnswers.advance(next, before.state))) throw new DialogueError('already_done');
  await audit(deps, by.id, 'guidance_revised', next.id);
  await tellApprovers(deps, by, next);
  return next;
}

async function tellApprovers(deps: GuidanceDeps, by: Person, draft: StandardAnswer): Promise<void> {
  const { question, answer, basis, reviewBy } = draft;
  const text = GUIDANCE_WORDS.waiting(
    by.name,
    question,
    answer,
    basis,
    reviewBy ? dayAsRead(reviewBy) : undefined,
  );
  const approvers = (await approversOf(deps)).filter((to) => to !== by.id);
  await deps.notices.add(approvers.map((to) => notice(deps, draft, to, 'guidance_waiting', text)));
}

/** The approver lets it serve everybody; its owner hears of it. @throws DialogueError as `approveStandardAnswer` */
export async function approveGuidance(deps: GuidanceDeps, request: { by: PersonId; id: string }) {
  const approved = await approveStandardAnswer(deps, request);
  const text = GUIDANCE_WORDS.approved(approved.question);
  await deps.notices.add([notice(deps, approved, approved.by, 'guidance_approved', text)]);
  return approved;
}

/** Back to its owner, with the reason. @throws DialogueError `not_allowed`, `unknown`, `invalid`, `already_done` */
export async function returnGuidance(
  deps: GuidanceDeps,
  request: { by: PersonId; id: string; reason: string },
): Promise<void> {
  demand(await deps.people.person(request.by), 'approve_guidance');
  const draft = await deps.standardAnswers.get(request.id);
  if (draft === undefined) throw new DialogueError('unknown', request.id);
  const reason = nfc(request.reason).trim().slice(0, 1000);
  if (reason === '') throw new DialogueError('invalid', 'no reason');
  if (!(await deps.standardAnswers.advance({ ...draft, state: 'returned', reason }, 'draft')))
    throw new DialogueError('already_done');
  await audit(deps, request.by, 'guidance_returned', draft.id);
  const text = GUIDANCE_WORDS.returned(draft.question, reason);
  await deps.notices.add([notice(deps, draft, draft.by, 'guidance_returned', text)]);
}

const MOST_SERVING = 5000;

/** Takes out of the answers what rests on a document that ended or was withdrawn, or whose review day came; owner and
 * approvers are told. Repeatable; returns how many stopped serving. */
export async function sweepGuidance(deps: GuidanceDeps): Promise<number> {
  const today = dayInVietnam(deps.now());
  let stopped = 0;
  for (const serving of await deps.standardAnswers.list({ state: 'approved' }, MOST_SERVING)) {
    const reason = await whyOver(deps, serving, today);
    if (reason === undefined) continue;
    // Out of the answers first: what no longer holds must not serve because a later step failed.
    await deps.guidance?.withdraw(serving);
    if (!(await deps.standardAnswers.advance({ ...serving, state: 'overtaken', reason }, 'approved')))
      continue;
    stopped += 1;
    await audit(deps, 'system', 'guidance_overtaken', serving.id);
    const text = GUIDANCE_WORDS.overtaken(serving.question, reason);
    const told = new Set([serving.by, ...(await approversOf(deps))]);
    await deps.notices.add([...told].map((to) => notice(deps, serving, to, 'guidance_overtaken', text)));
  }
  return stopped;
}

async function whyOver(
  deps: GuidanceDeps,
  serving: StandardAnswer,
  today: IsoDate,
): Promise<string | undefined> {
  const { reviewBy } = serving;
  if (reviewBy !== undefined && reviewBy <= today) return GUIDANCE_WORDS.due(dayAsRead(reviewBy));
  for (const { number } of findDocumentNumbers(serving.basis)) {
    if (await hasEnded(deps, number.canonical, today)) return GUIDANCE_WORDS.ended(number.canonical);
  }
  return undefined;
}

/** Every stored document of this number is withdrawn, expired or suspended. A number that is not stored says nothing. */
async function hasEnded(deps: GuidanceDeps, number: string, today: IsoDate): Promise<boolean> {
  const rows = (await deps.documents.list({ text: number }, { limit: 50 })).filter(
    (row) => row.number === number,
  );
  if (rows.length === 0) return false;
  const facts = await deps.chunks.facts(rows.map(({ id }) => id));
  return rows.every(({ id, state }) => {
    const found = facts.get(id);
    if (state === 'withdrawn' || found === undefined) return true;
    const { status } = effectivityOf(found, today);
    return status === 'expired' || status === 'suspended';
  });
}

async function approversOf(deps: GuidanceDeps): Promise<readonly PersonId[]> {
  const active = await deps.people.people({ status: 'active' });
  return active.filter((person) => may(person, 'approve_guidance')).map(({ id }) => id);
}

function guidanceId(escalation: EscalationId): string {
  return `yk${createHash('sha256').update(escalation).digest('hex').slice(0, 16)}`;
}

function notice(
  deps: GuidanceDeps,
  about: StandardAnswer,
  to: PersonId,
  kind: NoticeKind,
  text: string,
): Notice {
  const createdAt = deps.now().toISOString();
  return { id: `${kind}/${about.id}/${to}/${about.at}`, to, kind, subject: about.id, text, createdAt };
}
