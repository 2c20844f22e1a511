import { type SelectQueryBuilder, sql } from 'kysely';
import type { Database, Db } from '../database.ts';
import { searchWords } from '../dialogue/question-words.ts';

export type DeskRows = SelectQueryBuilder<Database & { d: Database['question_desk'] }, 'd', object>;

/** Part of the log, newest first. Its numbers grow with time: whatever was asked later has a higher one. */
export interface LogPart {
  readonly limit: number;
  /** Below this number. */
  readonly before?: number;
  /** From this number on. */
  readonly least?: number;
}

/** Rows read at a time: what is found on the first pages ends the search. */
const CHECKED = 500;

/** A few questions, their words compared one by one: no walk over all matches of a frequent word. */
export async function withWords(
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
  const words = new Set(searchWords(folded));
  const last = terms.at(-1)!;
  return (
    terms.slice(0, -1).every((term) => words.has(term)) &&
    (words.has(last) || [...words].some((word) => word.startsWith(last)))
  );
}

/**
 * Questions with these words from the full-text index, whose words begin with the month of their question: month after
 * month, newest first, until there are enough. `also` leaves what else must hold.
 */
export async function textPage(
  db: Db,
  terms: readonly string[],
  part: LogPart,
  also?: DeskRows,
): Promise<number[]> {
  const found: number[] = [];
  for (const month of await monthsOf(db, part)) {
    const limit = part.limit - found.length;
    if (limit <= 0) break;
    found.push(...(await monthPage(db, matchExpression(month, terms), { ...part, limit }, also)));
  }
  return found;
}

async function monthPage(db: Db, match: string, part: LogPart, also?: DeskRows): Promise<number[]> {
  const below = part.before === undefined ? sql`` : sql`AND t.rowid < ${part.before}`;
  const least = part.least === undefined ? sql`` : sql`AND t.rowid >= ${part.least}`;
  // A row at a time as the index is walked: the other order would build the list of all matches first.
  const rest =
    also === undefined ? sql`` : sql`AND EXISTS ${also.select('d.seq').where(sql<boolean>`d.seq = t.rowid`)}`;
  const rows = await sql<{ seq: number }>`SELECT t.rowid AS seq FROM question_text AS t
    WHERE question_text MATCH ${match} ${below} ${least} ${rest}
    ORDER BY t.rowid DESC LIMIT ${part.limit}`.execute(db);
  return rows.rows.map((row) => row.seq);
}

/** Months of the questions of a part of the log, as the index has them ("202508"), newest first. */
async function monthsOf(db: Db, { before, least }: LogPart): Promise<string[]> {
  let rows = db.selectFrom('question_desk').select('asked_at').limit(1);
  if (before !== undefined) rows = rows.where('seq', '<', before);
  if (least !== undefined) rows = rows.where('seq', '>=', least);
  const newest = await rows.orderBy('seq', 'desc').executeTakeFirst();
  const oldest = await rows.orderBy('seq').executeTakeFirst();
  if (newest === undefined || oldest === undefined) return [];
  const [first, last] = [monthNumber(oldest.asked_at), monthNumber(newest.asked_at)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => monthName(last - i));
}

function monthNumber(at: string): number {
  return Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7)) - 1;
}

function monthName(months: number): string {
  return `${String(Math.floor(months / 12)).padStart(4, '0')}${String((months % 12) + 1).padStart(2, '0')}`;
}

/** Every word must appear; the last one may be the beginning of a word. Quoted: no operator gets through. */
function matchExpression(month: string, terms: readonly string[]): string {
  return `${terms.map((term) => `"${month}${term}"`).join(' AND ')}*`;
}
