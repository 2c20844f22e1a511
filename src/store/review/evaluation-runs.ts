import type { EvaluatedQuestion, EvaluationRun, EvaluationRuns } from '../../dialogue/review/evaluations.ts';
import type { Db } from '../database.ts';

export function createEvaluationRuns(db: Db): EvaluationRuns {
  return {
    async save(run, questions) {
      const { id, set, at, overall } = run;
      await db
        .insertInto('eval_runs')
        .values({
          id,
          set_name: set,
          at,
          overall: JSON.stringify(overall),
          questions: JSON.stringify(questions),
        })
        .execute();
    },
    async list(limit) {
      const rows = await db
        .selectFrom('eval_runs')
        .select(['id', 'set_name', 'at', 'overall'])
        .orderBy('at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toRun);
    },
    async get(id) {
      const row = await db.selectFrom('eval_runs').selectAll().where('id', '=', id).executeTakeFirst();
      return row && { ...toRun(row), questions: JSON.parse(row.questions) as EvaluatedQuestion[] };
    },
  };
}

function toRun(row: { id: string; set_name: string; at: string; overall: string }): EvaluationRun {
  return {
    id: row.id,
    set: row.set_name,
    at: row.at,
    overall: JSON.parse(row.overall) as Record<string, number>,
  };
}
