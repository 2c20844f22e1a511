import { type Kysely, type Migration, sql } from 'kysely';

/** The filters that people combine; with one column indexed, SQLite looked at every row of the commoner one. */
const INDEXES = {
  status_asked: '(status, asked_at)',
  commune_status: '(commune, status)',
  field_status: '(field, status)',
} as const;

/** Combined filters of the review desk over a large log. */
export const deskIndexes: Migration = {
  async up(db: Kysely<unknown>) {
    for (const [name, on] of Object.entries(INDEXES)) {
      await sql`CREATE INDEX ${sql.raw(`question_desk_${name}`)} ON question_desk ${sql.raw(on)}`.execute(db);
    }
  },
};
