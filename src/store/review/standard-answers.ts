import type { Selectable } from 'kysely';
import type { EscalationId, PersonId, QuestionId } from '../../dialogue/model.ts';
import type { StandardAnswer, StandardAnswerStore } from '../../dialogue/review/model.ts';
import type { Db } from '../database.ts';
import type { ReviewTables } from './tables.ts';

type Row = Selectable<ReviewTables['standard_answers']>;

export function createStandardAnswerStore(db: Db): StandardAnswerStore {
  return {
    async get(id) {
      const row = await db.selectFrom('standard_answers').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toAnswer(row);
    },
    async save(answer) {
      const { id, ...rest } = toRow(answer);
      await db
        .insertInto('standard_answers')
        .values({ id, ...rest })
        .onConflict((c) => c.column('id').doUpdateSet(rest))
        .execute();
    },
    async advance(next, from) {
      const { id, ...rest } = toRow(next);
      const done = await db
        .updateTable('standard_answers')
        .set(rest)
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
    async list(filter, limit) {
      let query = db.selectFrom('standard_answers').selectAll();
      if (filter.state !== undefined) query = query.where('state', '=', filter.state);
      if (filter.fromQuestion !== undefined) query = query.where('from_question', '=', filter.fromQuestion);
      const rows = await query.orderBy('at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map(toAnswer);
    },
  };
}

function toRow(answer: StandardAnswer): Row {
  return {
    id: answer.id,
    question: answer.question,
    answer: answer.answer,
    basis: answer.basis,
    field: answer.field ?? null,
    from_question: answer.fromQuestion ?? null,
    state: answer.state,
    by_whom: answer.by,
    at: answer.at,
    approved_by: answer.approvedBy ?? null,
    approved_at: answer.approvedAt ?? null,
    from_escalation: answer.fromEscalation ?? null,
    review_by: answer.reviewBy ?? null,
    reason: answer.reason ?? null,
  };
}

function toAnswer(row: Row): StandardAnswer {
  return {
    id: row.id,
    question: row.question,
    answer: row.answer,
    basis: row.basis,
    state: row.state as StandardAnswer['state'],
    by: row.by_whom as PersonId,
    at: row.at,
    ...(row.field !== null && { field: row.field }),
    ...(row.from_question !== null && { fromQuestion: row.from_question as QuestionId }),
    ...(row.approved_by !== null && { approvedBy: row.approved_by as PersonId }),
    ...(row.approved_at !== null && { approvedAt: row.approved_at }),
    ...(row.from_escalation !== null && { fromEscalation: row.from_escalation as EscalationId }),
    ...(row.review_by !== null && { reviewBy: row.review_by }),
    ...(row.reason !== null && { reason: row.reason }),
  };
}
