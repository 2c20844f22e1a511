import { type Kysely, type Migration, sql } from 'kysely';
import { searchWords } from '../dialogue/question-words.ts';
import { intoDesk } from './020_review.ts';

const BATCH = 500;

/** "2025-08-31T…" → "202508": every word of the full-text index begins with the month of its question (UTC). */
const MONTH = (at: string) => `(substr(${at}, 1, 4) || substr(${at}, 6, 2))`;
const MONTHLY = (at: string, folded: string) =>
  sql.raw(`${MONTH(at)} || replace(${folded}, ' ', ' ' || ${MONTH(at)})`);

/**
 * Full text by month. An index over all months has one list a word: to begin in the middle of it, SQLite walks there
 * from the end, and the beginning of a word ("sinh*") is gathered over all questions before the first is given.
 */
export const monthlyWords: Migration = {
  async up(db: Kysely<unknown>) {
    await onlyWords(db as Kysely<{ questions: { rowid: number; folded: string } }>);
    await sql`DROP TRIGGER questions_to_desk`.execute(db);
    await sql`DROP TABLE question_text`.execute(db);
    await sql`CREATE VIRTUAL TABLE question_text USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='unicode61')`.execute(
      db,
    );
    await sql`CREATE TRIGGER questions_to_desk AFTER INSERT ON questions BEGIN
      ${intoDesk('NEW')};
      INSERT INTO question_text (rowid, words)
        SELECT seq, ${MONTHLY('NEW.asked_at', 'NEW.folded')} FROM question_desk WHERE question_id = NEW.id;
    END`.execute(db);
    await sql`INSERT INTO question_text (rowid, words)
      SELECT d.seq, ${MONTHLY('q.asked_at', 'q.folded')}
      FROM question_desk d JOIN questions q ON q.id = d.question_id`.execute(db);
  },
};

/** Words with one space between them, as questions are logged from now on. */
async function onlyWords(db: Kysely<{ questions: { rowid: number; folded: string } }>): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('questions')
      .select(['rowid', 'folded'])
      .where('rowid', '>', after)
      .orderBy('rowid')
      .limit(BATCH)
      .execute();
    for (const { rowid, folded } of rows) {
      const words = searchWords(folded).join(' ');
      if (words !== folded)
        await db.updateTable('questions').set({ folded: words }).where('rowid', '=', rowid).execute();
    }
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.rowid;
  }
}
