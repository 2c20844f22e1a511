import type { Kysely, Migration } from 'kysely';

/** Tokens of the language model by day and by whom: a restart must not start the day's budget again. */
export const usage: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('token_usage')
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('tokens', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('token_usage_pk', ['day', 'key'])
      .execute();
  },
};
