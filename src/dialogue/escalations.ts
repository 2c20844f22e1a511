import type { DocumentId } from '../legal/model.ts';
import { mask } from '../legal/privacy/privacy.ts';
import { nfc, shortened } from '../legal/text.ts';
import { mayRead } from '../retrieval/access.ts';
import { demand, mayAnswer, maySeeQuestion, noticeReader } from './access.ts';
import { audit } from './audit.ts';
import type { Context } from './deps.ts';
import { dueAfter } from './due.ts';
import { DialogueError } from './errors.ts';
import type { Escalation, EscalationId, LoggedQuestion, Person, PersonId, QuestionId } from './model.ts';
import { admins, communeName, notice } from './people.ts';
import { currentCalendar } from './review/calendar.ts';
import { ESCALATION_TEXTS } from './words.ts';

/** Sends a question to the staff of its field; asking twice returns the first one.
 * @throws DialogueError `unknown` when it is not a question this person may see */
export async function escalate(
  context: Context,
  request: { by: PersonId; question: QuestionId },
): Promise<{ escalation: Escalation; isNew: boolean }> {
  const by = await context.people.person(request.by);
  demand(by, 'ask');
  const question = await context.questions.question(request.question);
  if (question === undefined || !maySeeQuestion(by, question))
    throw new DialogueError('unknown', request.question);
  const id = `e-${question.id}` as EscalationId;
  const before = await context.escalations.escalation(id);
  if (before !== undefined) return { escalation: before, isNew: false };

  const route = (await context.escalations.routes()).find(({ field }) => field === question.field);
  const now = context.now();
  const escalation: Escalation = {
    id,
    question: question.id,
    asker: by.id,
    state: 'cho_tiep_nhan',
    createdAt: now.toISOString(),
    dueAt: dueAfter(now, await hoursToAnswer(context), await currentCalendar(context.settings)).toISOString(),
    ...(question.field !== undefined && { field: question.field }),
    ...(route !== undefined && { department: route.department }),
  };
  await context.escalations.save(escalation);
  await context.questions.setEscalation(question.id, id);
  await audit(context, by.id, 'escalated', id);
  const staff = await answerers(context, escalation);
  const texts = await Promise.all(staff.map((person) => forStaff(context, question, person)));
  await context.notices.add(
    staff.map((person, i) => notice(context, person.id, 'escalation_new', id, texts[i]!)),
  );
  return { escalation, isNew: true };
}

/** One of the staff takes the question; the first one wins.
 * @throws DialogueError `not_allowed`, `unknown`, `already_taken` */
export async function take(
  context: Context,
  request: { by: PersonId; escalation: EscalationId },
): Promise<Escalation> {
  const { by, escalation } = await answering(context, request);
  if (escalation.takenBy === by.id) return escalation;
  if (!(await context.escalations.take(escalation.id, by.id))) throw new DialogueError('already_taken');
  await audit(context, by.id, 'escalation_taken', escalation.id);
  const text = ESCALATION_TEXTS.taken(by.name);
  await context.notices.add([notice(context, escalation.asker, 'escalation_taken', escalation.id, text)]);
  return { ...escalation, takenBy: by.id, state: 'dang_xu_ly' };
}

/** The professional opinion (ý kiến nghiệp vụ) goes to the asker; only the one who took the question gives it.
 * @throws DialogueError `not_allowed`, `unknown`, `invalid` (empty text), `already_done` */
export async function reply(
  context: Context,
  request: { by: PersonId; escalation: EscalationId; text: string; basis?: string },
): Promise<Escalation> {
  const { by, escalation } = await answering(context, request);
  if (escalation.takenBy !== by.id) throw new DialogueError('not_allowed', 'taken by another');
  const text = nfc(request.text).trim();
  if (text === '') throw new DialogueError('invalid', 'empty reply');
  if (escalation.state === 'da_tra_loi' && escalation.reply === text) return escalation;
  if (escalation.state === 'da_tra_loi') throw new DialogueError('already_done');
  const next: Escalation = {
    ...escalation,
    state: 'da_tra_loi',
    reply: text,
    answeredAt: context.now().toISOString(),
    ...(request.basis !== undefined && { replyBasis: nfc(request.basis).trim() }),
  };
  if (!(await context.escalations.advance(next, escalation.state))) throw new DialogueError('already_done');
  await audit(context, by.id, 'escalation_answered', escalation.id);
  const asked = (await context.questions.question(escalation.question))?.question ?? '';
  const words = ESCALATION_TEXTS.answered(asked, text, next.replyBasis ?? '');
  await context.notices.add([notice(context, escalation.asker, 'escalation_answered', escalation.id, words)]);
  return next;
}

export interface EscalatedQuestion {
  readonly escalation: Escalation;
  /** As logged: personal data masked. */
  readonly question: string;
}

const OPEN = ['cho_tiep_nhan', 'dang_xu_ly', 'qua_han'] as const;

/** What waits for this person: taken by them, or taken by nobody and of their field. Oldest first. */
export async function toAnswer(context: Context, by: PersonId): Promise<readonly EscalatedQuestion[]> {
  const person = await context.people.person(by);
  demand(person, 'answer_escalations');
  const routes = await context.escalations.routes();
  const people = await inPlaceOf(context, person);
  const lists = await Promise.all(OPEN.map((state) => context.escalations.list({ state })));
  const theirs = lists
    .flat()
    .filter(({ takenBy, ...one }) =>
      takenBy === undefined ? people.some((p) => mayAnswer(p, one, routes)) : takenBy === person.id,
    )
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return withQuestions(context, theirs);
}

/** What this person sent to the departments, with its state. Newest first. */
export async function escalated(context: Context, by: PersonId): Promise<readonly EscalatedQuestion[]> {
  demand(await context.people.person(by), 'ask');
  return withQuestions(context, await context.escalations.list({ asker: by }));
}

function withQuestions(context: Context, list: readonly Escalation[]): Promise<EscalatedQuestion[]> {
  return Promise.all(
    list.map(async (escalation) => {
      const logged = await context.questions.question(escalation.question);
      return { escalation, question: logged?.understoodAs ?? logged?.question ?? '' };
    }),
  );
}

async function answering(
  context: Context,
  request: { by: PersonId; escalation: EscalationId },
): Promise<{ by: Person; escalation: Escalation }> {
  const by = await context.people.person(request.by);
  demand(by, 'answer_escalations');
  const escalation = await context.escalations.escalation(request.escalation);
  if (escalation === undefined) throw new DialogueError('unknown', request.escalation);
  const routes = await context.escalations.routes();
  const answers = (await inPlaceOf(context, by)).some((one) => mayAnswer(one, escalation, routes));
  if (!answers) throw new DialogueError('not_allowed', 'another field');
  return { by, escalation };
}

/** Whose questions this person answers: the own ones, and those of whom they stand in for, whatever the field. */
async function inPlaceOf(context: Context, person: Person): Promise<readonly Person[]> {
  const away = (await context.people.people({ status: 'active' })).filter(
    ({ standIn }) => standIn === person.id,
  );
  return [person, ...away];
}

/** Who is told: the people of the field's route, its stand-ins, staff who name the field; else the administrators. */
export async function answerers(context: Context, escalation: Escalation): Promise<readonly Person[]> {
  const route = (await context.escalations.routes()).find(({ field }) => field === escalation.field);
  const active = await context.people.people({ status: 'active' });
  const routed = active.filter(
    (person) =>
      route?.people.includes(person.id) === true ||
      (escalation.field !== undefined &&
        person.roles.includes('staff') &&
        person.fields.includes(escalation.field)),
  );
  const present = routed.map((person) => active.find(({ id }) => id === person.standIn) ?? person);
  return present.length > 0 ? [...new Set(present)] : admins(context);
}

/** Characters of the answer that staff see of a question; the rest is on the web. */
const OPENING = 600;

/** The answer's opening is left out where it rests on a document that may not be read by them, or not in Telegram. */
async function forStaff(context: Context, question: LoggedQuestion, to: Person): Promise<string> {
  const commune = communeName(context, question.commune);
  const asked = mask(question.understoodAs ?? question.question).masked;
  const head = ESCALATION_TEXTS.newForStaff(asked, commune, question.field ?? '');
  const { answer, citations } = question.answer;
  if (!(await allReadable(context, citations, to))) return `${head}\n\n${ESCALATION_TEXTS.foundWithheld}`;
  return `${head}\n\n${ESCALATION_TEXTS.found(shortened(answer, OPENING))}`;
}

async function allReadable(
  context: Context,
  citations: LoggedQuestion['answer']['citations'],
  to: Person,
): Promise<boolean> {
  const reader = noticeReader(to);
  const ids = [...new Set(citations.map(({ documentId }) => documentId as DocumentId))];
  const facts = await context.chunks.facts(ids);
  return ids.every((id) => {
    const scope = facts.get(id)?.scope;
    return scope !== undefined && mayRead(scope, reader);
  });
}

export async function hoursToAnswer(context: Context): Promise<number> {
  const set = await context.settings.get('escalation.hours');
  return typeof set === 'number' && set > 0 ? set : context.options.escalationHours;
}
