import { randomUUID } from 'node:crypto';
import { dayInVietnam } from '../../legal/calendar/today.ts';
import type { IsoDate } from '../../legal/model.ts';
import { mask } from '../../legal/privacy/privacy.ts';
import { nfc } from '../../legal/text.ts';
import { demand, reaches, reachOf } from '../access.ts';
import { audit } from '../audit.ts';
import { DialogueError } from '../errors.ts';
import type {
  AuditLog,
  EscalationStore,
  PeopleStore,
  Person,
  PersonId,
  QuestionId,
  QuestionLog,
} from '../model.ts';
import type {
  GuidancePublisher,
  QuestionDesk,
  ReviewVerdict,
  StandardAnswer,
  StandardAnswerStore,
} from './model.ts';

export interface ReviewDeps {
  readonly people: PeopleStore;
  readonly questions: QuestionLog;
  readonly desk: QuestionDesk;
  readonly escalations: Pick<EscalationStore, 'routes'>;
  readonly standardAnswers: StandardAnswerStore;
  readonly audit: AuditLog;
  /** Without it an approved answer is kept and shown, but does not serve in chat. */
  readonly guidance?: GuidancePublisher;
  readonly now: () => Date;
}

const MOST_TEXT = 10_000;

/** Marks an answer as correct, wrong or incomplete. @throws DialogueError `not_allowed`, `unknown` (also out of the
 * reviewer's reach), `invalid` */
export async function reviewQuestion(
  deps: ReviewDeps,
  request: { by: PersonId; question: QuestionId; verdict: ReviewVerdict; reason?: string },
): Promise<void> {
  const reviewer = await deps.people.person(request.by);
  demand(reviewer, 'review_questions');
  await withinReach(deps, reviewer, request.question);
  const reason = request.reason === undefined ? '' : clean(request.reason);
  if (request.verdict !== 'correct' && reason === '') throw new DialogueError('invalid', 'no reason');
  const at = deps.now().toISOString();
  const { by, question, verdict } = request;
  await deps.desk.saveReview({ question, by, at, verdict, ...(reason !== '' && { reason }) });
  await deps.audit.write({ at, by, action: 'question_reviewed', subject: question, detail: { verdict } });
}

/** What a person writes of an answer that may serve everybody. */
export interface DraftText {
  readonly question: string;
  readonly answer: string;
  readonly basis: string;
  readonly field?: string;
  readonly reviewBy?: IsoDate;
}

/** NFC, trimmed, personal data masked. @throws DialogueError `invalid`: a part is missing, or the review day is not to come */
export function cleanDraft(text: DraftText, today: IsoDate): DraftText {
  const [question, answer, basis] = [text.question, text.answer, text.basis].map(clean) as [
    string,
    string,
    string,
  ];
  if (question === '' || answer === '' || basis === '') throw new DialogueError('invalid', 'empty part');
  const { field, reviewBy } = text;
  if (reviewBy !== undefined && reviewBy <= today) throw new DialogueError('invalid', 'review day is past');
  return {
    question: mask(question).masked,
    answer: mask(answer).masked,
    basis,
    ...(field !== undefined && { field }),
    ...(reviewBy !== undefined && { reviewBy }),
  };
}

/** Keeps the right answer as a draft, masked; it serves once somebody else has approved it.
 * @throws DialogueError `not_allowed`, `unknown` (a question out of the writer's reach), `invalid` when the question, the answer or its basis is missing */
export async function writeStandardAnswer(
  deps: ReviewDeps,
  request: DraftText & { by: PersonId; fromQuestion?: QuestionId },
): Promise<StandardAnswer> {
  const writer = await deps.people.person(request.by);
  demand(writer, 'review_questions');
  if (request.fromQuestion !== undefined) await withinReach(deps, writer, request.fromQuestion);
  const draft: StandardAnswer = {
    ...cleanDraft(request, dayInVietnam(deps.now())),
    id: randomUUID(),
    state: 'draft',
    by: request.by,
    at: deps.now().toISOString(),
    ...(request.fromQuestion !== undefined && { fromQuestion: request.fromQuestion }),
  };
  await deps.standardAnswers.save(draft);
  await audit(deps, request.by, 'standard_answer_written', draft.id);
  return draft;
}

/** @throws DialogueError `not_allowed` (approvers only, and not one's own draft), `unknown`, `already_done` */
export async function approveStandardAnswer(
  deps: ReviewDeps,
  request: { by: PersonId; id: string },
): Promise<StandardAnswer> {
  const by = await deps.people.person(request.by);
  demand(by, 'approve_guidance');
  const draft = await found(deps, request.id);
  if (draft.by === by.id) throw new DialogueError('not_allowed', 'own draft');
  const approved: StandardAnswer = {
    ...draft,
    state: 'approved',
    approvedBy: by.id,
    approvedAt: deps.now().toISOString(),
  };
  if (!(await deps.standardAnswers.advance(approved, 'draft'))) throw new DialogueError('already_done');
  try {
    await deps.guidance?.publish(approved);
  } catch (error) {
    // What does not serve must not say that it does.
    await deps.standardAnswers.advance(draft, 'approved');
    throw error;
  }
  await audit(deps, by.id, 'standard_answer_approved', approved.id);
  return approved;
}

/** @throws DialogueError `not_allowed`, `unknown`, `already_done` */
export async function withdrawStandardAnswer(
  deps: ReviewDeps,
  request: { by: PersonId; id: string },
): Promise<void> {
  const by = await deps.people.person(request.by);
  if (!mayWithdraw(by)) throw new DialogueError('not_allowed', request.by);
  const answer = await found(deps, request.id);
  if (answer.state === 'withdrawn') throw new DialogueError('already_done');
  const withdrawn: StandardAnswer = { ...answer, state: 'withdrawn' };
  if (!(await deps.standardAnswers.advance(withdrawn, answer.state))) throw new DialogueError('already_done');
  await audit(deps, request.by, 'standard_answer_withdrawn', answer.id);
  if (answer.state === 'approved') await deps.guidance?.withdraw(answer);
}

async function withinReach(deps: ReviewDeps, person: Person, id: QuestionId): Promise<void> {
  const question = await deps.questions.question(id);
  const reach = reachOf(person, await deps.escalations.routes(), 'review_questions');
  if (question === undefined || !reaches(reach, question)) throw new DialogueError('unknown', id);
}

function mayWithdraw(person: Person | undefined): boolean {
  return person?.status === 'active' && person.roles.some((role) => role === 'approver' || role === 'admin');
}

async function found(deps: ReviewDeps, id: string): Promise<StandardAnswer> {
  const answer = await deps.standardAnswers.get(id);
  if (answer === undefined) throw new DialogueError('unknown', id);
  return answer;
}

function clean(text: string): string {
  return nfc(text).trim().slice(0, MOST_TEXT);
}
