import { sql } from 'kysely';
import type { Reach } from '../../dialogue/access.ts';
import type { DeskFilter } from '../../dialogue/review/model.ts';
import type { Db } from '../database.ts';
import { searchWords } from '../dialogue/question-words.ts';
import { type DeskRows, type LogPart, textPage, withWords } from './question-text.ts';

/** A filter that leaves fewer questions than this has its words looked for in their own text. */
const FEW = 5_000;
/** With words and other filters together counting goes no further: beyond it the search would walk most of the index. */
const MOST_COUNTED_WITH_WORDS = 1_001;

/** Places in the log of what a filter leaves, newest first. */
export async function found(
  db: Db,
  filter: DeskFilter,
  page: { limit: number; before?: number },
): Promise<number[]> {
  const { text = '', ...others } = filter;
  const terms = searchWords(text);
  const asked = matching(db, others);
  if (terms.length === 0) return seqs(asked, page);
  if (isOpen(others)) return textPage(db, terms, page);
  const part = await within(db, others, page);
  const few = await seqs(asked, { ...part, limit: FEW });
  return few.length < FEW ? withWords(db, few, terms, page.limit) : textPage(db, terms, part, asked);
}

/** How far {@link found} counts what this filter leaves, at most `most`. */
export function countedUpTo(filter: DeskFilter, most: number): number {
  const { text = '', ...others } = filter;
  return isOpen(others) || searchWords(text).length === 0 ? most : Math.min(most, MOST_COUNTED_WITH_WORDS);
}

/** Nothing is left out. */
function isOpen(filter: DeskFilter): boolean {
  return Object.values(filter).every((value) => value === undefined || value === 'all');
}

/** The part of the log that the days asked for take up: rows outside it are not looked at. */
async function within(db: Db, { from, to }: DeskFilter, page: LogPart): Promise<LogPart> {
  const least = from === undefined ? 0 : await firstSince(db, from);
  const before = Math.min(page.before ?? PAST_ALL, to === undefined ? PAST_ALL : await firstSince(db, to));
  return { limit: page.limit, before, least };
}

const PAST_ALL = Number.MAX_SAFE_INTEGER;

/** The first question asked at an instant or later. */
async function firstSince(db: Db, instant: string): Promise<number> {
  const row = await db
    .selectFrom('question_desk')
    .select('seq')
    .where('asked_at', '>=', instant)
    .orderBy('asked_at')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? PAST_ALL;
}

async function seqs(query: DeskRows, { limit, before, least }: LogPart): Promise<number[]> {
  let rows = query.orderBy('d.seq', 'desc').limit(limit);
  if (before !== undefined) rows = rows.where('d.seq', '<', before);
  if (least !== undefined) rows = rows.where('d.seq', '>=', least);
  return (await rows.select('d.seq').execute()).map((row) => row.seq);
}

/** Rows of `question_desk` that somebody with this reach may look through; `of` is the table's alias. One condition where
 * there is one: an OR with nothing on its other side keeps SQLite from the index. */
export function inReach(reach: Reach, of = 'question_desk') {
  if (reach === 'all') return sql<boolean>`1`;
  const among = (column: string, values: readonly string[]) =>
    values.length === 0 ? [] : [sql`${sql.ref(`${of}.${column}`)} IN (${sql.join([...values])})`];
  const parts = [...among('field', reach.fields), ...among('commune', reach.communes)];
  return parts.length === 0 ? sql<boolean>`0` : sql<boolean>`(${sql.join(parts, sql` OR `)})`;
}

function matching(db: Db, filter: DeskFilter): DeskRows {
  let query = db.selectFrom('question_desk as d') as unknown as DeskRows;
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
  if (filter.reach !== undefined && filter.reach !== 'all') query = query.where(inReach(filter.reach, 'd'));
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
  return query;
}
