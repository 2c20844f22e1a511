import { type Kysely, type Migration, sql } from 'kysely';

/** What people ask about their own data, and what was done about it (Decree 356/2025/NĐ-CP). */
export const dataRequests: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE data_requests (id TEXT PRIMARY KEY, person TEXT NOT NULL, kind TEXT NOT NULL,
      text TEXT NOT NULL, created_at TEXT NOT NULL, due_at TEXT NOT NULL, state TEXT NOT NULL, answer TEXT,
      decided_by TEXT, decided_at TEXT)`.execute(db);
    await sql`CREATE INDEX data_requests_state ON data_requests (state, due_at)`.execute(db);
    await sql`CREATE INDEX data_requests_person ON data_requests (person)`.execute(db);
  },
};
