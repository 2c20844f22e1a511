import { type SelectQueryBuilder, sql } from 'kysely';
import type { DeskFilter } from '../../dialogue/review/model.ts';
import { fold } from '../../legal/text.ts';
import type { Database, Db } from '../database.ts';

type Desk = Database & { d: Database['question_desk'] };
type Rows = SelectQueryBuilder<Desk, 'd', object>;

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
  const terms = termsOf(filter.text);
  if (terms.length === 0) return seqs(matching(db, filter), page);
  const { text: _, ...others } = filter;
  if (Object.values(others).every((value) => value === undefined)) return textPage(db, terms, page);
  const few = await seqs(matching(db, others), { ...page, limit: FEW });
  return few.length < FEW
    ? withWords(db, few, terms, page.limit)
    : textPage(db, terms, await within(db, others, page), matching(db, others));
}

/** How far {@link found} counts what this filter leaves, at most `most`. */
export function countedUpTo(filter: DeskFilter, most: number): number {
  const { text, ...others } = filter;
  const alone = Object.values(others).every((value) => value === undefined);
  return alone || termsOf(text).length === 0 ? most : Math.min(most, MOST_COUNTED_WITH_WORDS);
}

/** The part of the log that the days asked for take up: the full-text index is walked there alone. */
async function within(
  db: Db,
  { from, to }: DeskFilter,
  page: { limit: number; before?: number },
): Promise<{ limit: number; before?: number; least?: number }> {
  if (from === undefined && to === undefined) return page;
  let days = db.selectFrom('question_desk');
  if (from !== undefined) days = days.where('asked_at', '>=', from);
  if (to !== undefined) days = days.where('asked_at', '<', to);
  const { least, most } = await days
    .select((e) => [e.fn.min('seq').as('least'), e.fn.max('seq').as('most')])
    .executeTakeFirstOrThrow();
  const before = Math.min(page.before ?? Number.MAX_SAFE_INTEGER, Number(most ?? 0) + 1);
  return { limit: page.limit, before, least: Number(least ?? 0) };
}

async function seqs(query: Rows, page: { limit: number; before?: number }): Promise<number[]> {
  let rows = query.orderBy('d.seq', 'desc').limit(page.limit);
  if (page.before !== undefined) rows = rows.where('d.seq', '<', page.before);
  return (await rows.select('d.seq').execute()).map((row) => row.seq);
}

/** Rows read at a time: what is found on the first pages ends the search. */
const CHECKED = 500;

/** A few questions, their words compared one by one: no walk over all matches of a frequent word. */
async function withWords(
  db: Db,
  among: readonly number[],
  terms: readonly string[],
  limit: number,
): Promise<number[]> {
  const kept: number[] = [];
  for (let at = 0; at < among.length && kept.length < limit; at += CHECKED) {
    const rows = await db
      .selectFrom('question_desk as d')
      .innerJoin('questions as q', 'q.id', 'd.question_id')
      .select(['d.seq', 'q.folded'])
      .where('d.seq', 'in', among.slice(at, at + CHECKED))
      .orderBy('d.seq', 'desc')
      .execute();
    for (const row of rows) if (hasWords(row.folded, terms)) kept.push(row.seq);
  }
  return kept.slice(0, limit);
}

/** Every term is a word of the text, the last one at least the beginning of one: as the full-text index has it. */
function hasWords(folded: string, terms: readonly string[]): boolean {
  const words = new Set(folded.match(WORD) ?? []);
  const last = terms.at(-1)!;
  return (
    terms.slice(0, -1).every((term) => words.has(term)) &&
    (words.has(last) || [...words].some((word) => word.startsWith(last)))
  );
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
  return query;
}

/** The full-text index itself goes newest first and stops at the limit; `also` leaves what else must hold. */
async function textPage(
  db: Db,
  terms: readonly string[],
  page: { limit: number; before?: number; least?: number },
  also?: Rows,
): Promise<number[]> {
  const below = page.before === undefined ? sql`` : sql`AND t.rowid < ${page.before}`;
  // A row at a time as the index is walked: the other order would build the list of all matches first.
  const least = page.least === undefined ? sql`` : sql`AND t.rowid >= ${page.least}`;
  const rest =
    also === undefined ? sql`` : sql`AND EXISTS ${also.select('d.seq').where(sql<boolean>`d.seq = t.rowid`)}`;
  const rows = await sql<{ seq: number }>`SELECT t.rowid AS seq FROM question_text AS t
    WHERE question_text MATCH ${matchExpression(terms)} ${below} ${least} ${rest}
    ORDER BY t.rowid DESC LIMIT ${page.limit}`.execute(db);
  return rows.rows.map((row) => row.seq);
}

const WORD = /[\p{L}\p{N}]+/gu;

function termsOf(text: string | undefined): string[] {
  return fold(text ?? '').match(WORD) ?? [];
}

/** Every word must appear; the last one may be the beginning of a word. Quoted: no operator gets through. */
function matchExpression(terms: readonly string[]): string {
  return `${terms.map((term) => `"${term}"`).join(' AND ')}*`;
}
