import { type Kysely, type Migration, sql } from 'kysely';

/** Relations that the uploader struck out because they were misread. */
export const uploadRelations: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE uploads ADD COLUMN struck_out TEXT NOT NULL DEFAULT '[]'`.execute(db);
  },
};
