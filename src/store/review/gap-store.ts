import { sql } from 'kysely';
import type { QuestionId } from '../../dialogue/model.ts';
import type { CountedGap, Gap, GapAction, GapDetails, GapStore } from '../../dialogue/review/gaps.ts';
import type { Db } from '../database.ts';

const EXAMPLES = 5;
/** State of a group that nobody has worked on. */
const UNTOUCHED: GapAction = 'chua_xu_ly';

export function createGapStore(db: Db): GapStore {
  return {
    async ungrouped(limit) {
      const rows = await db
        .selectFrom('question_desk as d')
        .innerJoin('questions as q', 'q.id', 'd.question_id')
        .select(['d.seq', 'q.question', 'q.understood_as'])
        // Literal, not bound: only so does SQLite see that its partial index holds just these.
        .where(sql<boolean>`d.gap IS NULL AND d.difficult = 1`)
        .orderBy('d.seq')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ seq: row.seq, text: row.understood_as ?? row.question }));
    },

    async groups() {
      const rows = await db.selectFrom('gap_groups').select(['id', 'terms', 'size']).execute();
      return rows.map((row) => ({
        id: row.id,
        terms: new Map(JSON.parse(row.terms) as [string, number][]),
        size: row.size,
      }));
    },

    async assign({ assignments, groups, at }) {
      await db.transaction().execute(async (tx) => {
        for (const { id, name, terms: counts, size } of groups) {
          const terms = JSON.stringify([...counts]);
          await tx
            .insertInto('gap_groups')
            .values({ id, name, terms, size, created_at: at, action: UNTOUCHED, details: '{}' })
            .onConflict((c) =>
              c.column('id').doUpdateSet({
                terms,
                size,
                // What people noted stays under the name they know it by.
                name: sql<string>`CASE WHEN gap_groups.action = ${UNTOUCHED} AND gap_groups.details = '{}'
                  THEN excluded.name ELSE gap_groups.name END`,
              }),
            )
            .execute();
        }
        for (const { key, group } of assignments) {
          await tx.updateTable('question_desk').set({ gap: group }).where('seq', '=', key).execute();
        }
      });
    },

    async members(id, limit) {
      const rows = await db
        .selectFrom('question_desk as d')
        .innerJoin('questions as q', 'q.id', 'd.question_id')
        .select(['q.id', 'q.question', 'd.asked_at', 'd.commune'])
        .where('d.gap', '=', id)
        .where(sql<boolean>`d.gap IS NOT NULL`)
        .orderBy('d.asked_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        id: row.id as QuestionId,
        question: row.question,
        askedAt: row.asked_at,
        ...(row.commune !== null && { commune: row.commune }),
      }));
    },

    async counted(from, to, limit) {
      const sizes = await largest(db, from, to, limit);
      const met = await whoMet(
        db,
        from,
        to,
        sizes.map((row) => row.id),
      );
      const counted: CountedGap[] = [];
      for (const row of sizes) {
        counted.push({
          ...toGap(row),
          questions: Number(row.questions),
          before: Number(row.before),
          ...(met.get(row.id) ?? NOBODY),
          examples: await examples(db, row.id, from, to),
        });
      }
      return counted;
    },

    async matrix(from, to) {
      const rows = await db
        .selectFrom('question_desk')
        .select([
          'field',
          'commune',
          sql<number>`sum(asked_at >= ${from})`.as('questions'),
          sql<number>`sum(asked_at < ${from})`.as('before'),
        ])
        .where(sql<boolean>`gap IS NOT NULL`)
        .where(askedBetween(earlierThan(from, to), to))
        .groupBy(['field', 'commune'])
        .execute();
      return rows.map((row) => ({
        field: row.field ?? '',
        commune: row.commune ?? '',
        questions: Number(row.questions),
        before: Number(row.before),
      }));
    },

    async gap(id) {
      const row = await db.selectFrom('gap_groups').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toGap(row);
    },

    async saveGap(id, { action, details }) {
      const change = { action, details: JSON.stringify(details) };
      await db.updateTable('gap_groups').set(change).where('id', '=', id).execute();
    },
  };
}

/** Groups with most questions in the period, each with its size now and in the period before. */
async function largest(db: Db, from: string, to: string, limit: number) {
  const sizes = db
    .selectFrom('question_desk')
    .select([
      'gap',
      sql<number>`sum(asked_at >= ${from})`.as('questions'),
      sql<number>`sum(asked_at < ${from})`.as('before'),
    ])
    .where(sql<boolean>`gap IS NOT NULL`)
    .where(askedBetween(earlierThan(from, to), to))
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
async function whoMet(
  db: Db,
  from: string,
  to: string,
  groups: readonly string[],
): Promise<Map<string, Met>> {
  const rows = await db
    .selectFrom('question_desk')
    .select([
      'gap',
      sql<number>`count(DISTINCT person)`.as('people'),
      sql<string>`json_group_array(DISTINCT commune)`.as('communes'),
      sql<string>`json_group_array(DISTINCT field)`.as('fields'),
    ])
    .where(sql<boolean>`gap IS NOT NULL`)
    .where('gap', 'in', [...groups])
    .where(askedBetween(from, to))
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
function askedBetween(from: string, to: string) {
  return sql<boolean>`+asked_at >= ${from} AND +asked_at < ${to}`;
}

/** Beginning of the period of the same length before. */
function earlierThan(from: string, to: string): string {
  const start = new Date(from).getTime();
  return new Date(start - (new Date(to).getTime() - start)).toISOString();
}

async function examples(db: Db, group: string, from: string, to: string): Promise<string[]> {
  const rows = await db
    .selectFrom('question_desk as d')
    .innerJoin('questions as q', 'q.id', 'd.question_id')
    .select('q.question')
    .where('d.gap', '=', group)
    .where('d.asked_at', '>=', from)
    .where('d.asked_at', '<', to)
    .where(sql<boolean>`d.gap IS NOT NULL`)
    .orderBy('d.asked_at', 'desc')
    .limit(EXAMPLES)
    .execute();
  return rows.map((row) => row.question);
}

function toGap(row: { id: string; name: string; action: string; details: string; created_at: string }): Gap {
  return {
    id: row.id,
    name: row.name,
    action: row.action as GapAction,
    details: JSON.parse(row.details) as GapDetails,
    createdAt: row.created_at,
  };
}

function names(json: string): string[] {
  return (JSON.parse(json) as (string | null)[]).filter((name) => name !== null).sort();
}
