import { type RawBuilder, sql } from 'kysely';
import type { Reach } from '../../dialogue/access.ts';
import type {
  CountedGap,
  Gap,
  GapAction,
  GapCell,
  GapDetails,
  GapPeriod,
} from '../../dialogue/review/gaps.ts';
import type { Db } from '../database.ts';
import { inReach } from './question-filter.ts';

const EXAMPLES = 5;

/** Groups with questions in the period, largest first, each with who met it and examples. */
export async function countedGaps(db: Db, period: GapPeriod, limit: number): Promise<CountedGap[]> {
  const at = await partOf(db, period);
  const sizes = await largest(db, at, limit);
  const met = await whoMet(
    db,
    at,
    sizes.map((row) => row.id),
  );
  const counted: CountedGap[] = [];
  for (const row of sizes) {
    counted.push({
      ...toGap(row),
      questions: Number(row.questions),
      before: Number(row.before),
      ...(met.get(row.id) ?? NOBODY),
      examples: await examples(db, row.id, at),
    });
  }
  return counted;
}

/** Grouped questions of the period by field and commune. */
export async function gapCells(db: Db, period: GapPeriod): Promise<GapCell[]> {
  const at = await partOf(db, period);
  const rows = await grouped(db, at, earlierThan(at))
    .select(['field', 'commune', ...nowAndBefore(at)])
    .groupBy(['field', 'commune'])
    .execute();
  return rows.map((row) => ({
    field: row.field ?? '',
    commune: row.commune ?? '',
    questions: Number(row.questions),
    before: Number(row.before),
  }));
}

/** Questions within a reach, and those of groups that were put under one of its fields: a question that nothing answered
 * has no field of its own. The groups are few and looked up first, so that each question is compared with a list. */
export async function gapReach(db: Db, reach: Reach = 'all'): Promise<GapReach> {
  if (reach === 'all' || reach.fields.length === 0) return (of) => inReach(reach, of);
  const rows = await db
    .selectFrom('gap_groups')
    .select('id')
    .where(sql<string>`json_extract(details, '$.field')`, 'in', [...reach.fields])
    .execute();
  if (rows.length === 0) return (of) => inReach(reach, of);
  const groups = sql.join(rows.map((row) => row.id));
  return (of = 'question_desk') =>
    sql<boolean>`(${inReach(reach, of)} OR ${sql.ref(`${of}.gap`)} IN (${groups}))`;
}

/** The condition on `question_desk`, or on the alias given. */
type GapReach = (of?: string) => RawBuilder<boolean>;

/** A period with the condition of whose questions are counted in it. */
interface Part extends Pick<GapPeriod, 'from' | 'to'> {
  readonly theirs: GapReach | undefined;
}

async function partOf(db: Db, { from, to, reach = 'all' }: GapPeriod): Promise<Part> {
  return { from, to, theirs: reach === 'all' ? undefined : await gapReach(db, reach) };
}

export function toGap(row: {
  id: string;
  name: string;
  action: string;
  details: string;
  created_at: string;
}): Gap {
  return {
    id: row.id,
    name: row.name,
    action: row.action as GapAction,
    details: JSON.parse(row.details) as GapDetails,
    createdAt: row.created_at,
  };
}

/** Groups with most questions in the period, each with its size now and in the period before. */
function largest(db: Db, at: Part, limit: number) {
  const sizes = grouped(db, at, earlierThan(at))
    .select(['gap', ...nowAndBefore(at)])
    .groupBy('gap');
  return db
    .selectFrom(sizes.as('s'))
    .innerJoin('gap_groups as g', 'g.id', 's.gap')
    .select(['g.id', 'g.name', 'g.action', 'g.details', 'g.created_at', 's.questions', 's.before'])
    .where('s.questions', '>', 0)
    .orderBy('s.questions', 'desc')
    .orderBy('g.id')
    .limit(limit)
    .execute();
}

type Met = Pick<CountedGap, 'people' | 'communes' | 'fields'>;
const NOBODY: Met = { people: 0, communes: [], fields: [] };

/** How many people and which communes met the difficulties of these groups in the period, and in which fields. */
async function whoMet(db: Db, at: Part, groups: readonly string[]): Promise<Map<string, Met>> {
  const rows = await grouped(db, at)
    .select([
      'gap',
      sql<number>`count(DISTINCT person)`.as('people'),
      sql<string>`json_group_array(DISTINCT commune)`.as('communes'),
      sql<string>`json_group_array(DISTINCT field)`.as('fields'),
    ])
    .where('gap', 'in', [...groups])
    .groupBy('gap')
    .execute();
  return new Map(
    rows.map((row) => [
      row.gap!,
      { people: Number(row.people), communes: names(row.communes), fields: names(row.fields) },
    ]),
  );
}

/** The plus keeps SQLite from the index by time alone: with those of the groups nothing is sorted. */
function grouped(db: Db, { from, to, theirs }: Part, since: string = from) {
  const rows = db
    .selectFrom('question_desk')
    .where(sql<boolean>`gap IS NOT NULL`)
    .where(sql<boolean>`+asked_at >= ${since} AND +asked_at < ${to}`);
  return theirs === undefined ? rows : rows.where(theirs());
}

function nowAndBefore({ from }: Part) {
  return [
    sql<number>`sum(asked_at >= ${from})`.as('questions'),
    sql<number>`sum(asked_at < ${from})`.as('before'),
  ] as const;
}

/** Beginning of the period of the same length before. */
function earlierThan({ from, to }: Part): string {
  const start = new Date(from).getTime();
  return new Date(start - (new Date(to).getTime() - start)).toISOString();
}

async function examples(db: Db, group: string, { from, to, theirs }: Part): Promise<string[]> {
  let rows = db
    .selectFrom('question_desk as d')
    .innerJoin('questions as q', 'q.id', 'd.question_id')
    .select('q.question')
    .where('d.gap', '=', group)
    .where('d.asked_at', '>=', from)
    .where('d.asked_at', '<', to)
    .where(sql<boolean>`d.gap IS NOT NULL`)
    .orderBy('d.asked_at', 'desc')
    .limit(EXAMPLES);
  if (theirs !== undefined) rows = rows.where(theirs('d'));
  return (await rows.execute()).map((row) => row.question);
}

function names(json: string): string[] {
  return (JSON.parse(json) as (string | null)[]).filter((name) => name !== null).sort();
}
