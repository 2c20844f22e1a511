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
      const earlier = earlierThan(from, to);
      const rows = await db
        .selectFrom('question_desk as d')
        .innerJoin('gap_groups as g', 'g.id', 'd.gap')
        .select([
          'g.id',
          'g.name',
          'g.action',
          'g.details',
          'g.created_at',
          sql<number>`sum(d.asked_at >= ${from})`.as('questions'),
          sql<number>`sum(d.asked_at < ${from})`.as('before'),
          sql<number>`count(DISTINCT CASE WHEN d.asked_at >= ${from} THEN d.person END)`.as('people'),
          sql<string>`json_group_array(DISTINCT CASE WHEN d.asked_at >= ${from} THEN d.commune END)`.as(
            'communes',
          ),
          sql<string>`json_group_array(DISTINCT CASE WHEN d.asked_at >= ${from} THEN d.field END)`.as(
            'fields',
          ),
        ])
        .where(sql<boolean>`d.gap IS NOT NULL`)
        .where('d.asked_at', '>=', earlier)
        .where('d.asked_at', '<', to)
        .groupBy('g.id')
        .having(sql<boolean>`sum(d.asked_at >= ${from}) > 0`)
        .orderBy('questions', 'desc')
        .orderBy('g.id')
        .limit(limit)
        .execute();
      const counted: CountedGap[] = [];
      for (const row of rows) {
        counted.push({
          ...toGap(row),
          questions: Number(row.questions),
          before: Number(row.before),
          people: Number(row.people),
          communes: names(row.communes),
          fields: names(row.fields),
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
        .where('asked_at', '>=', earlierThan(from, to))
        .where('asked_at', '<', to)
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
    .orderBy('d.seq', 'desc')
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
