import type { Selectable } from 'kysely';
import type { Answer } from '../../answer/model.ts';
import type {
  Channel,
  EscalationId,
  Feedback,
  LoggedQuestion,
  PersonId,
  QuestionId,
} from '../../dialogue/model.ts';
import { searchWords } from './question-words.ts';
import type { DialogueTables } from './tables.ts';

export type QuestionRow = Selectable<DialogueTables['questions']>;

export function questionRow(question: LoggedQuestion): QuestionRow {
  return {
    id: question.id,
    trace_id: question.traceId,
    person: question.person,
    commune: question.commune ?? null,
    channel: question.channel,
    conversation: question.conversation,
    asked_at: question.askedAt,
    as_of: question.asOf,
    question: question.question,
    understood_as: question.understoodAs ?? null,
    field: question.field ?? null,
    status: question.answer.status,
    composer: question.answer.composer,
    answer: JSON.stringify(question.answer),
    hits: JSON.stringify(question.hits),
    feedback: question.feedback?.verdict ?? null,
    feedback_reason: question.feedback?.reason ?? null,
    feedback_at: question.feedback?.at ?? null,
    escalation: question.escalation ?? null,
    folded: searchWords(`${question.question}\n${question.answer.answer}`).join(' '),
  };
}

export function toQuestion(row: QuestionRow): LoggedQuestion {
  return {
    id: row.id as QuestionId,
    traceId: row.trace_id,
    person: row.person as PersonId,
    channel: row.channel as Channel,
    conversation: row.conversation,
    askedAt: row.asked_at,
    asOf: row.as_of,
    question: row.question,
    answer: JSON.parse(row.answer) as Answer,
    hits: JSON.parse(row.hits) as LoggedQuestion['hits'],
    ...(row.commune !== null && { commune: row.commune }),
    ...(row.understood_as !== null && { understoodAs: row.understood_as }),
    ...(row.field !== null && { field: row.field }),
    ...(row.feedback !== null && { feedback: feedbackOf(row) }),
    ...(row.escalation !== null && { escalation: row.escalation as EscalationId }),
  };
}

function feedbackOf(row: QuestionRow): Feedback {
  return {
    verdict: row.feedback as Feedback['verdict'],
    at: row.feedback_at ?? row.asked_at,
    ...(row.feedback_reason !== null && { reason: row.feedback_reason }),
  };
}
