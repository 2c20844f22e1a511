import type { SettingsStore } from '../../dialogue/model.ts';
import type { Db } from '../database.ts';

/** Settings editable by administrators, as JSON values. */
export function createSettingsStore(db: Db, now: () => Date): SettingsStore {
  return {
    async get(key) {
      const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst();
      return row === undefined ? undefined : (JSON.parse(row.value) as unknown);
    },
    async set(key, value, by) {
      const rest = { value: JSON.stringify(value ?? null), by_whom: by, at: now().toISOString() };
      await db
        .insertInto('settings')
        .values({ key, ...rest })
        .onConflict((c) => c.column('key').doUpdateSet(rest))
        .execute();
    },
  };
}
