import type { Kysely, Migration } from 'kysely';

/** The register of delegations: what, to whom, by which decision, for which term; one register a commune. */
export const delegations: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('delegations')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('commune', 'text', (c) => c.notNull())
      .addColumn('matter', 'text', (c) => c.notNull())
      .addColumn('delegate', 'text', (c) => c.notNull())
      .addColumn('decision_number', 'text', (c) => c.notNull())
      .addColumn('decision_date', 'text', (c) => c.notNull())
      .addColumn('from_day', 'text', (c) => c.notNull())
      .addColumn('to_day', 'text')
      .addColumn('withdrawn', 'integer', (c) => c.notNull())
      .addColumn('by_whom', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createIndex('delegations_commune')
      .on('delegations')
      .columns(['commune', 'from_day'])
      .execute();
  },
};
