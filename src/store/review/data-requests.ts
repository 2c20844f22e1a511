import { type Selectable, sql } from 'kysely';
import type { PersonId } from '../../dialogue/model.ts';
import type { DataRequest, DataRequestStore } from '../../dialogue/review/data-requests.ts';
import type { Db } from '../database.ts';
import type { ReviewTables } from './tables.ts';

type Row = Selectable<ReviewTables['data_requests']>;

export function createDataRequestStore(db: Db): DataRequestStore {
  return {
    async get(id) {
      const row = await db.selectFrom('data_requests').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toRequest(row);
    },
    async add(request) {
      await db.insertInto('data_requests').values(toRow(request)).execute();
    },
    async decide(request) {
      const { id, ...rest } = toRow(request);
      const done = await db
        .updateTable('data_requests')
        .set(rest)
        .where('id', '=', id)
        .where('state', '=', 'open')
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
    async list(filter, limit) {
      let query = db.selectFrom('data_requests').selectAll();
      if (filter.person !== undefined) query = query.where('person', '=', filter.person);
      const rows = await query
        .orderBy(sql`state <> 'open'`)
        .orderBy(sql`CASE WHEN state = 'open' THEN due_at END`)
        .orderBy('decided_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toRequest);
    },
  };
}

function toRow(request: DataRequest): Row {
  return {
    id: request.id,
    person: request.person,
    kind: request.kind,
    text: request.text,
    created_at: request.createdAt,
    due_at: request.dueAt,
    state: request.state,
    answer: request.answer ?? null,
    decided_by: request.decidedBy ?? null,
    decided_at: request.decidedAt ?? null,
  };
}

function toRequest(row: Row): DataRequest {
  return {
    id: row.id,
    person: row.person as PersonId,
    kind: row.kind as DataRequest['kind'],
    text: row.text,
    createdAt: row.created_at,
    dueAt: row.due_at,
    state: row.state as DataRequest['state'],
    ...(row.answer !== null && { answer: row.answer }),
    ...(row.decided_by !== null && { decidedBy: row.decided_by as PersonId }),
    ...(row.decided_at !== null && { decidedAt: row.decided_at }),
  };
}
