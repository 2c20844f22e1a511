import type { Answer } from '../../answer/model.ts';
import type { CorrectionStore } from '../../dialogue/changes/model.ts';
import type { PersonId, QuestionId } from '../../dialogue/model.ts';
import { addDays } from '../../legal/calendar/dates.ts';
import { startOf } from '../../legal/effectivity/effectivity.ts';
import type { DocumentId } from '../../legal/model.ts';
import { affectedBy } from '../core/affected.ts';
import { factsOf } from '../core/rows.ts';
import type { Db } from '../database.ts';
import { createNoticeStore } from '../dialogue/notice-store.ts';

const MARK = 1;

/** Reads the change feed and the question log; writes notices and the mark together. */
export function createCorrectionStore(db: Db): CorrectionStore {
  return {
    async mark() {
      const row = await db
        .selectFrom('corrections_mark')
        .selectAll()
        .where('id', '=', MARK)
        .executeTakeFirstOrThrow();
      return { generation: row.generation, day: row.day };
    },
    async changed(after, limit) {
      const rows = await db
        .selectFrom('changes')
        .select(['generation', 'document_id'])
        .where('generation', '>', after)
        .orderBy('generation')
        .limit(limit)
        .execute();
      const ids = [...new Set(rows.map((row) => row.document_id as DocumentId))];
      return { ids, generation: rows.at(-1)?.generation ?? after };
    },
    async turning(after, to) {
      const serving = await db
        .selectFrom('documents')
        .select(['id', 'facts'])
        .where('state', '=', 'serving')
        .where('kind', '=', 'official')
        .execute();
      const within = (day: string | undefined) => day !== undefined && day > after && day <= to;
      const turned: string[] = [];
      const beginning: string[] = [];
      for (const { id, facts: json } of serving) {
        const facts = factsOf(json);
        const last = facts.effectiveTo ?? facts.sunset?.until;
        if (within(last === undefined ? undefined : addDays(last, 1))) turned.push(id);
        if (within(startOf(facts))) beginning.push(id);
      }
      const reporting = await db
        .selectFrom('relations')
        .select('document_id')
        .distinct()
        .where('by_from', '>', after)
        .where('by_from', '<=', to)
        .execute();
      turned.push(...(await affectedBy(db, [...beginning, ...reporting.map((row) => row.document_id)])));
      return [...new Set(turned)] as DocumentId[];
    },
    async citing(document, from) {
      const rows = await db
        .selectFrom('question_documents')
        .innerJoin('questions', 'questions.id', 'question_documents.question_id')
        .select([
          'questions.id',
          'questions.person',
          'questions.asked_at',
          'questions.question',
          'questions.answer',
        ])
        .where('question_documents.document_id', '=', document)
        .where('questions.asked_at', '>=', from)
        .execute();
      return rows.map((row) => ({
        question: row.id as QuestionId,
        person: row.person as PersonId,
        askedAt: row.asked_at,
        text: row.question,
        citations: (JSON.parse(row.answer) as Answer).citations,
      }));
    },
    async finish({ generation, day }, notices) {
      await db.transaction().execute(async (tx) => {
        await createNoticeStore(tx).add(notices);
        await tx.updateTable('corrections_mark').set({ generation, day }).where('id', '=', MARK).execute();
      });
    },
  };
}
