import { sql } from 'kysely';
import type { UsageCounter } from '../../answer/llm/model.ts';
import type { IsoDate } from '../../legal/model.ts';
import type { Db } from '../database.ts';

/** Token counts that outlive the process. */
export function createUsageCounter(db: Db): UsageCounter & {
  /** Both days included. */
  between(key: string, from: IsoDate, to: IsoDate): Promise<number>;
} {
  return {
    async between(key, from, to) {
      const row = await db
        .selectFrom('token_usage')
        .select((eb) => eb.fn.sum<number>('tokens').as('tokens'))
        .where('key', '=', key)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .executeTakeFirst();
      return row?.tokens ?? 0;
    },
    async used(key, day) {
      const row = await db
        .selectFrom('token_usage')
        .select('tokens')
        .where('day', '=', day)
        .where('key', '=', key)
        .executeTakeFirst();
      return row?.tokens ?? 0;
    },
    async add(key, day, tokens) {
      await db
        .insertInto('token_usage')
        .values({ day, key, tokens })
        .onConflict((c) =>
          c.columns(['day', 'key']).doUpdateSet({ tokens: sql`token_usage.tokens + excluded.tokens` }),
        )
        .execute();
    },
  };
}
