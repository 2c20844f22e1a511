import { type Kysely, type Migration, sql } from 'kysely';

/** Uploaded guidance: original files, uploads until they are settled, and which file a served document came from. */
export const uploads: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE blobs (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL, added_at TEXT NOT NULL)`.execute(
      db,
    );
    await sql`CREATE TABLE uploads (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, state TEXT NOT NULL,
      by_whom TEXT NOT NULL, department TEXT, channel TEXT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL,
      size INTEGER NOT NULL, scope TEXT NOT NULL, corrected TEXT NOT NULL, keep_personal INTEGER NOT NULL,
      approval TEXT, decided_by TEXT, reason TEXT, result TEXT, read TEXT, created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL)`.execute(db);
    await sql`CREATE INDEX uploads_state ON uploads (state, created_at)`.execute(db);
    await sql`CREATE INDEX uploads_by ON uploads (by_whom, created_at)`.execute(db);
    await sql`CREATE INDEX uploads_sha256 ON uploads (sha256)`.execute(db);
    await sql`CREATE TABLE originals (document_id TEXT PRIMARY KEY, upload TEXT NOT NULL, sha256 TEXT NOT NULL,
      file_name TEXT NOT NULL, unmasked INTEGER NOT NULL)`.execute(db);
    await sql`CREATE INDEX originals_sha256 ON originals (sha256)`.execute(db);
  },
};
