import type { Selectable } from 'kysely';
import type { Delegation, DelegationId, DelegationStore } from '../../dialogue/delegations/model.ts';
import type { PersonId } from '../../dialogue/model.ts';
import type { Db } from '../database.ts';
import type { DelegationTables } from './tables.ts';

type Row = Selectable<DelegationTables['delegations']>;

export function createDelegationStore(db: Db): DelegationStore {
  return {
    async delegation(id) {
      const row = await db.selectFrom('delegations').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toDelegation(row);
    },
    async ofCommune(commune) {
      const rows = await db
        .selectFrom('delegations')
        .selectAll()
        .where('commune', '=', commune)
        .where('withdrawn', '=', 0)
        .orderBy('from_day', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(toDelegation);
    },
    async add(delegation) {
      await db
        .insertInto('delegations')
        .values(toRow(delegation))
        .onConflict((c) => c.column('id').doNothing())
        .execute();
    },
    async withdraw(id) {
      const done = await db
        .updateTable('delegations')
        .set({ withdrawn: 1 })
        .where('id', '=', id)
        .where('withdrawn', '=', 0)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
  };
}

function toRow(one: Delegation): Row {
  return {
    id: one.id,
    commune: one.commune,
    matter: one.matter,
    delegate: one.delegate,
    decision_number: one.decisionNumber,
    decision_date: one.decisionDate,
    from_day: one.from,
    to_day: one.to ?? null,
    withdrawn: one.withdrawn ? 1 : 0,
    by_whom: one.by,
    at: one.at,
  };
}

function toDelegation(row: Row): Delegation {
  return {
    id: row.id as DelegationId,
    commune: row.commune,
    matter: row.matter,
    delegate: row.delegate,
    decisionNumber: row.decision_number,
    decisionDate: row.decision_date,
    from: row.from_day,
    withdrawn: row.withdrawn === 1,
    by: row.by_whom as PersonId,
    at: row.at,
    ...(row.to_day !== null && { to: row.to_day }),
  };
}
