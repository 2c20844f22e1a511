import { type SelectQueryBuilder, sql } from 'kysely';
import type { DeskFilter } from '../../dialogue/review/model.ts';
import { fold } from '../../legal/text.ts';
import type { Database, Db } from '../database.ts';

type Desk = Database & { d: Database['question_desk'] };
type Rows = SelectQueryBuilder<Desk, 'd', object>;

/** Places in the log of what a filter leaves, newest first. */
export async function found(
  db: Db,
  filter: DeskFilter,
  page: { limit: number; before?: number },
): Promise<number[]> {
  const words = textAlone(filter);
  if (words !== undefined) return textPage(db, words, page);
  let query = matching(db, filter).orderBy('d.seq', 'desc').limit(page.limit);
  if (page.before !== undefined) query = query.where('d.seq', '<', page.before);
  return (await query.select('d.seq').execute()).map((row) => row.seq);
}

function matching(db: Db, filter: DeskFilter): Rows {
  let query = db.selectFrom('question_desk as d') as unknown as Rows;
  if (filter.from !== undefined) query = query.where('d.asked_at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('d.asked_at', '<', filter.to);
  if (filter.person !== undefined) query = query.where('d.person', '=', filter.person);
  if (filter.commune !== undefined) query = query.where('d.commune', '=', filter.commune);
  if (filter.field !== undefined) query = query.where('d.field', '=', filter.field);
  if (filter.status !== undefined) query = query.where('d.status', '=', filter.status);
  if (filter.composer !== undefined) query = query.where('d.composer', '=', filter.composer);
  if (filter.reviewed !== undefined)
    query = query.where('d.verdict', filter.reviewed ? 'is not' : 'is', null);
  if (filter.feedback === 'none') query = query.where('d.feedback', 'is', null);
  else if (filter.feedback !== undefined) query = query.where('d.feedback', '=', filter.feedback);
  const { documentId, department } = filter;
  if (documentId !== undefined) {
    query = query.where('d.question_id', 'in', (e) =>
      e.selectFrom('question_documents').select('question_id').where('document_id', '=', documentId),
    );
  }
  if (department !== undefined) {
    query = query.where('d.field', 'in', (e) =>
      e.selectFrom('field_routes').select('field').where('department', '=', department),
    );
  }
  const match = matchExpression(filter.text);
  if (match !== undefined) {
    // The plus keeps SQLite from walking all matches of a frequent word: the other filters come first.
    query = query.where(
      sql<boolean>`+d.seq IN (SELECT rowid FROM question_text WHERE question_text MATCH ${match})`,
    );
  }
  return query;
}

/** Words alone: the full-text index itself goes newest first and stops at the limit. */
async function textPage(db: Db, match: string, page: { limit: number; before?: number }): Promise<number[]> {
  const below = page.before === undefined ? sql`` : sql`AND rowid < ${page.before}`;
  const rows = await sql<{ seq: number }>`SELECT rowid AS seq FROM question_text
    WHERE question_text MATCH ${match} ${below} ORDER BY rowid DESC LIMIT ${page.limit}`.execute(db);
  return rows.rows.map((row) => row.seq);
}

/** The match expression of a filter that has words and nothing else. */
function textAlone(filter: DeskFilter): string | undefined {
  const { text, ...others } = filter;
  return Object.values(others).every((value) => value === undefined) ? matchExpression(text) : undefined;
}

/** Every word must appear; the last one may be the beginning of a word. Quoted: no operator gets through. */
function matchExpression(text: string | undefined): string | undefined {
  const terms = fold(text ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return terms.length === 0 ? undefined : `${terms.map((term) => `"${term}"`).join(' AND ')}*`;
}
