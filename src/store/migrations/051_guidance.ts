import { type Kysely, type Migration, sql } from 'kysely';

/** Guidance proposed from an escalated question: where it came from, when it is looked at again, why it stopped. */
export const guidance: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['from_escalation', 'review_by', 'reason']) {
      await sql`ALTER TABLE standard_answers ADD COLUMN ${sql.raw(column)} TEXT`.execute(db);
    }
  },
};
