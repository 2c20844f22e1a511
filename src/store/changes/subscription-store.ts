import type { SubscriptionStore } from '../../dialogue/changes/model.ts';
import type { PersonId } from '../../dialogue/model.ts';
import { factsOf } from '../core/rows.ts';
import type { Db } from '../database.ts';
import { createNoticeStore } from '../dialogue/notice-store.ts';

/** Who follows which field, and up to when they were told. */
export function createSubscriptionStore(db: Db): SubscriptionStore {
  return {
    async fields() {
      const routes = await db.selectFrom('field_routes').select('field').execute();
      const documents = await db
        .selectFrom('documents')
        .select('facts')
        .where('state', '=', 'serving')
        .where('kind', '=', 'procedure')
        .execute();
      const names = new Set(routes.map((row) => row.field));
      for (const { facts } of documents) {
        const { linhVuc } = factsOf(facts);
        if (linhVuc !== undefined && linhVuc.trim() !== '') names.add(linhVuc.trim());
      }
      return [...names].sort((a, b) => a.localeCompare(b, 'vi'));
    },
    async of(person) {
      const rows = await db
        .selectFrom('subscriptions')
        .select('field')
        .where('person', '=', person)
        .execute();
      return rows.map((row) => row.field).sort((a, b) => a.localeCompare(b, 'vi'));
    },
    async add(person, field, at) {
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('subscriptions')
          .values({ person, field })
          .onConflict((c) => c.columns(['person', 'field']).doNothing())
          .execute();
        // What served before the first subscription is no news, and the day it begins is not over.
        await tx
          .insertInto('digests')
          .values({ person, seen_to: at, sent_on: '' })
          .onConflict((c) => c.column('person').doNothing())
          .execute();
      });
    },
    async remove(person, field) {
      await db.transaction().execute(async (tx) => {
        await tx
          .deleteFrom('subscriptions')
          .where('person', '=', person)
          .where('field', '=', field)
          .execute();
        const left = await tx
          .selectFrom('subscriptions')
          .select('field')
          .where('person', '=', person)
          .executeTakeFirst();
        if (left === undefined) await tx.deleteFrom('digests').where('person', '=', person).execute();
      });
    },
    async due(day) {
      const rows = await db
        .selectFrom('digests')
        .innerJoin('subscriptions', 'subscriptions.person', 'digests.person')
        .select(['digests.person', 'digests.seen_to', 'digests.sent_on', 'subscriptions.field'])
        .where('digests.sent_on', '<', day)
        .orderBy('digests.person')
        .execute();
      const people = new Map<string, { seenTo: string; sentOn: string; fields: string[] }>();
      for (const row of rows) {
        const one = people.get(row.person) ?? { seenTo: row.seen_to, sentOn: row.sent_on, fields: [] };
        one.fields.push(row.field);
        people.set(row.person, one);
      }
      return [...people].map(([person, rest]) => ({ person: person as PersonId, ...rest }));
    },
    async newGuidance(after) {
      const rows = await db
        .selectFrom('documents')
        .select(['facts', 'added_at'])
        .where('state', '=', 'serving')
        .where('kind', '!=', 'procedure')
        .where('origin', '!=', 'corpus')
        .where('added_at', '>', after)
        .orderBy('added_at')
        .execute();
      return rows.map((row) => ({ facts: factsOf(row.facts), addedAt: row.added_at }));
    },
    async finish(person, { seenTo, sentOn }, notice) {
      await db.transaction().execute(async (tx) => {
        if (notice !== undefined) await createNoticeStore(tx).add([notice]);
        await tx
          .updateTable('digests')
          .set({ seen_to: seenTo, sent_on: sentOn })
          .where('person', '=', person)
          .execute();
      });
    },
  };
}
