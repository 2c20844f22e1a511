import { type Kysely, type Migration, sql } from 'kysely';

/** A suspension, or an extension, has a last day; and where a document acts decides what becomes of the act when that
 * place is suspended or abolished. */
export const relationTerms: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE relations ADD COLUMN until TEXT`.execute(db);
    await sql`ALTER TABLE relations ADD COLUMN place TEXT`.execute(db);
  },
};
