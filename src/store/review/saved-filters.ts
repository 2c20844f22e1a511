import type { PersonId } from '../../dialogue/model.ts';
import type { SavedFilterStore } from '../../dialogue/review/saved-filters.ts';
import type { Db } from '../database.ts';

export function createSavedFilterStore(db: Db): SavedFilterStore {
  return {
    async of(person) {
      const rows = await db
        .selectFrom('saved_filters')
        .selectAll()
        .where('person', '=', person)
        .orderBy('name')
        .execute();
      return rows.map((row) => ({
        person: row.person as PersonId,
        name: row.name,
        query: row.query,
        createdAt: row.created_at,
      }));
    },
    async save({ person, name, query, createdAt }) {
      const rest = { query, created_at: createdAt };
      await db
        .insertInto('saved_filters')
        .values({ person, name, ...rest })
        .onConflict((c) => c.columns(['person', 'name']).doUpdateSet(rest))
        .execute();
    },
    async remove(person, name) {
      await db.deleteFrom('saved_filters').where('person', '=', person).where('name', '=', name).execute();
    },
  };
}
