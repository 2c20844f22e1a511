import { type Kysely, type Migration, sql } from 'kysely';

const TOKENS = (of: string) =>
  sql.raw(`coalesce(json_extract(${of}.answer, '$.usage.promptTokens'), 0)
    + coalesce(json_extract(${of}.answer, '$.usage.completionTokens'), 0)`);

/** What a question cost in tokens, beside the desk's other numbers: lists and exports read it without the whole answer. */
export const questionTokens: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE question_desk ADD COLUMN tokens INTEGER NOT NULL DEFAULT 0`.execute(db);
    await sql`CREATE TRIGGER question_desk_tokens AFTER INSERT ON question_desk BEGIN
      UPDATE question_desk SET tokens = (SELECT ${TOKENS('q')} FROM questions q WHERE q.id = NEW.question_id)
        WHERE seq = NEW.seq AND EXISTS (SELECT 1 FROM questions q
          WHERE q.id = NEW.question_id AND json_extract(q.answer, '$.usage') IS NOT NULL);
    END`.execute(db);
  },
};
