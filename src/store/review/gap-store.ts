import { sql } from 'kysely';
import type { QuestionId } from '../../dialogue/model.ts';
import type { GapAction, GapStore } from '../../dialogue/review/gaps.ts';
import type { Db } from '../database.ts';
import { countedGaps, gapCells, gapReach, toGap } from './gap-counts.ts';

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

    async members(id, limit, reach) {
      const rows = await db
        .selectFrom('question_desk as d')
        .innerJoin('questions as q', 'q.id', 'd.question_id')
        .select(['q.id', 'q.question', 'd.asked_at', 'd.commune', 'd.field'])
        .where('d.gap', '=', id)
        .where(sql<boolean>`d.gap IS NOT NULL`)
        .where((await gapReach(db, reach))('d'))
        .orderBy('d.asked_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        id: row.id as QuestionId,
        question: row.question,
        askedAt: row.asked_at,
        ...(row.commune !== null && { commune: row.commune }),
        ...(row.field !== null && { field: row.field }),
      }));
    },

    counted: (at, limit) => countedGaps(db, at, limit),
    matrix: (at) => gapCells(db, at),

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
