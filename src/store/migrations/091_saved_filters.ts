import { type Kysely, type Migration, sql } from 'kysely';

/** Filters of the list of questions that a person keeps under a name. */
export const savedFilters: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE saved_filters (person TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL,
      created_at TEXT NOT NULL, PRIMARY KEY (person, name))`.execute(db);
  },
};
