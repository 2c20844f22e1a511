import type { Selectable } from 'kysely';
import type {
  Escalation,
  EscalationId,
  EscalationState,
  EscalationStore,
  PersonId,
  QuestionId,
} from '../../dialogue/model.ts';
import type { Db } from '../database.ts';
import type { DialogueTables } from './tables.ts';

type Row = Selectable<DialogueTables['escalations']>;

/** Questions sent to the departments, and the table lĩnh vực → lead body → people. */
export function createEscalationStore(db: Db): EscalationStore {
  return {
    async escalation(id) {
      const row = await db.selectFrom('escalations').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toEscalation(row);
    },
    async list(filter) {
      let query = db.selectFrom('escalations').selectAll();
      if (filter.state !== undefined) query = query.where('state', '=', filter.state);
      if (filter.field !== undefined) query = query.where('field', '=', filter.field);
      if (filter.asker !== undefined) query = query.where('asker', '=', filter.asker);
      if (filter.takenBy !== undefined) query = query.where('taken_by', '=', filter.takenBy);
      const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
      return rows.map(toEscalation);
    },
    async save(escalation) {
      const row = toRow(escalation);
      const { id, ...rest } = row;
      await db
        .insertInto('escalations')
        .values(row)
        .onConflict((c) => c.column('id').doUpdateSet(rest))
        .execute();
    },
    async take(id, by) {
      const result = await db
        .updateTable('escalations')
        .set({ taken_by: by, state: 'dang_xu_ly' satisfies EscalationState })
        .where('id', '=', id)
        .where('taken_by', 'is', null)
        .where('state', 'in', ['cho_tiep_nhan', 'qua_han'] satisfies EscalationState[])
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    async advance(next, from) {
      const { id, ...rest } = toRow(next);
      const result = await db
        .updateTable('escalations')
        .set(rest)
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    ...routes(db),
  };
}

function routes(db: Db): Pick<EscalationStore, 'routes' | 'saveRoute'> {
  return {
    async routes() {
      const rows = await db.selectFrom('field_routes').selectAll().orderBy('field').execute();
      return rows.map((row) => ({ ...row, people: JSON.parse(row.people) as PersonId[] }));
    },
    async saveRoute(route) {
      const row = { ...route, people: JSON.stringify(route.people) };
      const { field, ...rest } = row;
      await db
        .insertInto('field_routes')
        .values(row)
        .onConflict((c) => c.column('field').doUpdateSet(rest))
        .execute();
    },
  };
}

function toEscalation(row: Row): Escalation {
  return {
    id: row.id as EscalationId,
    question: row.question_id as QuestionId,
    asker: row.asker as PersonId,
    state: row.state as EscalationState,
    createdAt: row.created_at,
    dueAt: row.due_at,
    ...(row.field !== null && { field: row.field }),
    ...(row.department !== null && { department: row.department }),
    ...(row.taken_by !== null && { takenBy: row.taken_by as PersonId }),
    ...(row.reply !== null && { reply: row.reply }),
    ...(row.reply_basis !== null && { replyBasis: row.reply_basis }),
    ...(row.answered_at !== null && { answeredAt: row.answered_at }),
  };
}

function toRow(escalation: Escalation): Row {
  return {
    id: escalation.id,
    question_id: escalation.question,
    asker: escalation.asker,
    field: escalation.field ?? null,
    department: escalation.department ?? null,
    state: escalation.state,
    taken_by: escalation.takenBy ?? null,
    reply: escalation.reply ?? null,
    reply_basis: escalation.replyBasis ?? null,
    created_at: escalation.createdAt,
    due_at: escalation.dueAt,
    answered_at: escalation.answeredAt ?? null,
  };
}
