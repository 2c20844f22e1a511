import { type Kysely, type Migration, sql } from 'kysely';

/** A consolidation reports what other texts did to its base: by which text, and since when. */
export const reportedRelations: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE relations ADD COLUMN by_number TEXT`.execute(db);
    await sql`ALTER TABLE relations ADD COLUMN by_from TEXT`.execute(db);
  },
};
