import { createHash } from 'node:crypto';
import { dayInVietnam } from '../../legal/calendar/today.ts';
import { printDate } from '../../legal/citation-label.ts';
import type { IsoDate } from '../../legal/model.ts';
import { mask } from '../../legal/privacy/privacy.ts';
import { nfc } from '../../legal/text.ts';
import { demand } from '../access.ts';
import { audit } from '../audit.ts';
import { DialogueError } from '../errors.ts';
import type { EscalationId, Person, PersonId, QuestionId } from '../model.ts';
import { approversOf, GUIDANCE_WORDS, type GuidanceDeps, notice } from './guidance-notices.ts';
import type { StandardAnswer } from './model.ts';
import { approveStandardAnswer, cleanDraft, type DraftText, writeStandardAnswer } from './reviewing.ts';

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
    reviewBy ? printDate(reviewBy) : undefined,
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

function guidanceId(escalation: EscalationId): string {
  return `yk${createHash('sha256').update(escalation).digest('hex').slice(0, 16)}`;
}
