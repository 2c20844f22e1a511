import { type Kysely, type Migration, sql } from 'kysely';

/** In the order the gaps page groups by: over a year of a busy log, sorting the questions took most of its time. */
const INDEXES = {
  gap_counts: '(gap, asked_at, person, commune, field)',
  gap_cells: '(field, commune, asked_at)',
} as const;

/** Difficult questions by group, and by field and commune. */
export const gapIndexes: Migration = {
  async up(db: Kysely<unknown>) {
    for (const old of ['gaps', 'gap']) await sql`DROP INDEX ${sql.raw(`question_desk_${old}`)}`.execute(db);
    for (const [name, on] of Object.entries(INDEXES)) {
      await sql`CREATE INDEX ${sql.raw(`question_desk_${name}`)} ON question_desk ${sql.raw(on)}
        WHERE gap IS NOT NULL`.execute(db);
    }
  },
};
