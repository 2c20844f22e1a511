import { type Kysely, type Migration, sql } from 'kysely';

/** Weights of the reasons to review a question; powers of two, so that their sum tells them apart. */
export const REASON_WEIGHTS = {
  disliked: 32,
  cites_replaced: 16,
  escalated: 8,
  failed: 4,
  not_found: 2,
  low_confidence: 1,
} as const;

/** Below this calibrated confidence an answer is looked at even when nobody complained. */
export const LOW_CONFIDENCE = 0.5;

const PRIORITY = sql.raw(`
  (CASE WHEN feedback = 'wrong' THEN 32 ELSE 0 END)
  + 16 * cites_replaced + 8 * escalated
  + (CASE WHEN status = 'failed' THEN 4 ELSE 0 END)
  + (CASE WHEN status = 'not_found' THEN 2 ELSE 0 END)
  + (CASE WHEN confidence < ${LOW_CONFIDENCE} AND status IN ('answered', 'partial') THEN 1 ELSE 0 END)`);

/** What makes a gap: nothing found, failed, disliked or sent to a specialist. */
const DIFFICULT = sql.raw(`(status IN ('not_found', 'failed') OR feedback IS 'wrong' OR escalated = 1)`);

const deskColumns = (of: string) =>
  sql.raw(`${of}.id, ${of}.asked_at, date(${of}.asked_at, '+7 hours'), ${of}.person, ${of}.commune, ${of}.field,
    ${of}.status, ${of}.composer, ${of}.feedback, ${of}.escalation IS NOT NULL, 0,
    coalesce(json_extract(${of}.answer, '$.confidence'), 0),
    coalesce(json_extract(${of}.answer, '$.timings.totalMs'), 0)`);

const INTO_DESK =
  sql.raw(`INSERT INTO question_desk (question_id, asked_at, day, person, commune, field, status,
    composer, feedback, escalated, cites_replaced, confidence, total_ms)`);

/** Copies a logged question (`NEW` in a trigger, a table's alias elsewhere) to the desk. */
export function intoDesk(of: string) {
  return sql`${INTO_DESK} SELECT ${deskColumns(of)}`;
}

async function desk(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE question_desk (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, question_id TEXT NOT NULL UNIQUE, asked_at TEXT NOT NULL, day TEXT NOT NULL,
    person TEXT NOT NULL, commune TEXT, field TEXT, status TEXT NOT NULL, composer TEXT NOT NULL, feedback TEXT,
    escalated INTEGER NOT NULL, cites_replaced INTEGER NOT NULL, confidence REAL NOT NULL, total_ms REAL NOT NULL,
    verdict TEXT, gap TEXT, priority INTEGER NOT NULL GENERATED ALWAYS AS (${PRIORITY}) VIRTUAL,
    difficult INTEGER NOT NULL GENERATED ALWAYS AS (${DIFFICULT}) VIRTUAL)`.execute(db);
  // Every index of SQLite ends with the row's number, here `seq`: each one serves "newest first" as it stands.
  const indexes: Record<string, string> = {
    asked: '(asked_at)',
    person: '(person)',
    commune: '(commune)',
    field: '(field)',
    status: '(status)',
    feedback: '(feedback) WHERE feedback IS NOT NULL',
    llm: "(composer) WHERE composer <> 'embedded'",
    queue: '(priority, seq) WHERE verdict IS NULL AND priority > 0',
    days: '(day, status, feedback, total_ms)',
    ungrouped: '(seq) WHERE gap IS NULL AND difficult = 1',
    gaps: '(asked_at, gap, person, commune, field) WHERE gap IS NOT NULL',
    gap: '(gap, asked_at) WHERE gap IS NOT NULL',
  };
  for (const [name, on] of Object.entries(indexes)) {
    await sql`CREATE INDEX ${sql.raw(`question_desk_${name}`)} ON question_desk ${sql.raw(on)}`.execute(db);
  }
  await sql`CREATE VIRTUAL TABLE question_text USING fts5(folded, content='', contentless_delete=1, tokenize='unicode61')`.execute(
    db,
  );
  await sql`CREATE INDEX question_documents_question ON question_documents (question_id)`.execute(db);
}

async function triggers(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TRIGGER questions_to_desk AFTER INSERT ON questions BEGIN
    ${intoDesk('NEW')};
    INSERT INTO question_text (rowid, folded)
      SELECT seq, NEW.folded FROM question_desk WHERE question_id = NEW.id;
  END`.execute(db);
  await sql`CREATE TRIGGER questions_change_desk AFTER UPDATE OF feedback, escalation, field ON questions BEGIN
    UPDATE question_desk SET feedback = NEW.feedback, escalated = NEW.escalation IS NOT NULL, field = NEW.field
      WHERE question_id = NEW.id;
  END`.execute(db);
  await sql`CREATE TRIGGER questions_leave_desk AFTER DELETE ON questions BEGIN
    DELETE FROM question_text WHERE rowid = (SELECT seq FROM question_desk WHERE question_id = OLD.id);
    DELETE FROM reviews WHERE question_id = OLD.id;
    DELETE FROM question_desk WHERE question_id = OLD.id;
  END`.execute(db);
  await sql`${intoDesk('q')} FROM questions q ORDER BY q.asked_at, q.id`.execute(db);
  await sql`INSERT INTO question_text (rowid, folded)
    SELECT d.seq, q.folded FROM question_desk d JOIN questions q ON q.id = d.question_id`.execute(db);
}

async function decisions(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE reviews (question_id TEXT PRIMARY KEY, by_whom TEXT NOT NULL, at TEXT NOT NULL,
    verdict TEXT NOT NULL, reason TEXT)`.execute(db);
  await sql`CREATE TABLE standard_answers (id TEXT PRIMARY KEY, question TEXT NOT NULL, answer TEXT NOT NULL,
    basis TEXT NOT NULL, field TEXT, from_question TEXT, state TEXT NOT NULL, by_whom TEXT NOT NULL, at TEXT NOT NULL,
    approved_by TEXT, approved_at TEXT)`.execute(db);
  await sql`CREATE INDEX standard_answers_state ON standard_answers (state, at)`.execute(db);
  await sql`CREATE TABLE gap_groups (id TEXT PRIMARY KEY, name TEXT NOT NULL, terms TEXT NOT NULL,
    size INTEGER NOT NULL, created_at TEXT NOT NULL, action TEXT NOT NULL, details TEXT NOT NULL)`.execute(
    db,
  );
  await sql`CREATE TABLE eval_runs (id TEXT PRIMARY KEY, set_name TEXT NOT NULL, at TEXT NOT NULL,
    overall TEXT NOT NULL, questions TEXT NOT NULL)`.execute(db);
  await sql`CREATE INDEX eval_runs_at ON eval_runs (at)`.execute(db);
}

/** The review desk: a narrow copy of the log for filters and counts, full text, reviews, answers, groups, runs. */
export const review: Migration = {
  async up(db: Kysely<unknown>) {
    await desk(db);
    await decisions(db);
    await triggers(db);
  },
};
