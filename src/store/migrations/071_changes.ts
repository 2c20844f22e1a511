import { type Kysely, type Migration, sql } from 'kysely';

/** What people are told of changes of the law, and scopes that a person set. */
export const changes: Migration = {
  async up(db: Kysely<unknown>) {
    // Changes of before this version are nobody's news: the mark begins at the last one.
    await sql`CREATE TABLE corrections_mark (id INTEGER PRIMARY KEY, generation INTEGER NOT NULL, day TEXT NOT NULL)`.execute(
      db,
    );
    await sql`INSERT INTO corrections_mark (id, generation, day) SELECT 1, COALESCE(MAX(generation), 0), '' FROM changes`.execute(
      db,
    );
    await sql`CREATE TABLE subscriptions (person TEXT NOT NULL, field TEXT NOT NULL, PRIMARY KEY (person, field))`.execute(
      db,
    );
    await sql`CREATE TABLE digests (person TEXT PRIMARY KEY, seen_to TEXT NOT NULL, sent_on TEXT NOT NULL)`.execute(
      db,
    );
    await sql`CREATE TABLE document_scopes (document_id TEXT PRIMARY KEY, scope TEXT NOT NULL, by_whom TEXT NOT NULL, at TEXT NOT NULL)`.execute(
      db,
    );
  },
};
