import { sql } from 'kysely';
import type { AnswerStatus } from '../../answer/model.ts';
import type { FeedbackVerdict, PersonId, QuestionId } from '../../dialogue/model.ts';
import type {
  QuestionDesk,
  QuestionSummary,
  QueuedQuestion,
  ReviewReason,
  ReviewVerdict,
} from '../../dialogue/review/model.ts';
import { REVIEW_REASONS } from '../../dialogue/review/model.ts';
import type { Db } from '../database.ts';
import { REASON_WEIGHTS } from '../migrations/020_review.ts';
import { countedUpTo, found, inReach } from './question-filter.ts';

/** Filters, counts and the review queue over the narrow copy of the log. */
export function createQuestionDesk(db: Db): QuestionDesk {
  return {
    async list(filter, page) {
      return summaries(db, await found(db, filter, page));
    },

    async first(filter, limit, most) {
      const counted = countedUpTo(filter, most);
      const seqs = await found(db, filter, { limit: Math.max(limit, counted) });
      const count = Math.min(seqs.length, counted);
      return { rows: await summaries(db, seqs.slice(0, limit)), count, more: count >= counted };
    },

    async queue(page) {
      let query = waiting(db).orderBy('priority', 'desc').orderBy('seq', 'desc').limit(page.limit);
      const { after, reach } = page;
      if (reach !== undefined) query = query.where(inReach(reach));
      if (after !== undefined) {
        query = query.where((e) => e(e.refTuple('priority', 'seq'), '<', e.tuple(after.priority, after.seq)));
      }
      const rows = await query.select(['seq', 'priority']).execute();
      const queued = await summaries(
        db,
        rows.map((row) => row.seq),
      );
      const priorities = new Map(rows.map((row) => [row.seq, row.priority]));
      return queued
        .map((one): QueuedQuestion => ({ ...one, priority: priorities.get(one.seq)! }))
        .toSorted((a, b) => b.priority - a.priority || b.seq - a.seq);
    },

    async queueLength(most) {
      const rows = waiting(db).select('seq').limit(most);
      const counted = await db
        .selectFrom(rows.as('r'))
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return Number(counted.n);
    },

    async days(from, to) {
      const rows = await db
        .selectFrom('question_desk')
        .select(['day', 'status', 'feedback', (e) => e.fn.countAll<number>().as('questions')])
        .where('day', '>=', from)
        .where('day', '<=', to)
        .groupBy(['day', 'status', 'feedback'])
        .orderBy('day')
        .execute();
      return rows.map((row) => ({
        day: row.day,
        status: row.status as AnswerStatus,
        questions: Number(row.questions),
        ...(row.feedback !== null && { feedback: row.feedback as FeedbackVerdict }),
      }));
    },

    async durations(from, to) {
      // Whole milliseconds: a few thousand groups at most, whatever the number of questions.
      const rows = await db
        .selectFrom('question_desk')
        .select([sql<number>`cast(total_ms AS INTEGER)`.as('ms'), (e) => e.fn.countAll<number>().as('n')])
        .where('day', '>=', from)
        .where('day', '<=', to)
        .groupBy('ms')
        .orderBy('ms')
        .execute();
      return { ...quantile('median', rows, 0.5), ...quantile('p95', rows, 0.95) };
    },

    communes: () => distinct(db, 'commune'),
    fields: () => distinct(db, 'field'),

    async review(question) {
      const row = await db
        .selectFrom('reviews')
        .selectAll()
        .where('question_id', '=', question)
        .executeTakeFirst();
      return (
        row && {
          question,
          by: row.by_whom as PersonId,
          at: row.at,
          verdict: row.verdict as ReviewVerdict,
          ...(row.reason !== null && { reason: row.reason }),
        }
      );
    },

    async saveReview({ question, by, at, verdict, reason }) {
      const values = { by_whom: by, at, verdict, reason: reason ?? null };
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('reviews')
          .values({ question_id: question, ...values })
          .onConflict((c) => c.column('question_id').doUpdateSet(values))
          .execute();
        await tx.updateTable('question_desk').set({ verdict }).where('question_id', '=', question).execute();
      });
    },

    async setCitesReplaced(documentIds) {
      const citing = db
        .selectFrom('question_documents')
        .select('question_id')
        .where('document_id', 'in', documentIds.length > 0 ? [...documentIds] : ['']);
      return db.transaction().execute(async (tx) => {
        const off = await tx
          .updateTable('question_desk')
          .set({ cites_replaced: 0 })
          .where('cites_replaced', '=', 1)
          .where('question_id', 'not in', citing)
          .executeTakeFirst();
        const on = await tx
          .updateTable('question_desk')
          .set({ cites_replaced: 1 })
          .where('cites_replaced', '=', 0)
          .where('question_id', 'in', citing)
          .executeTakeFirst();
        return Number(off.numUpdatedRows) + Number(on.numUpdatedRows);
      });
    },
  };
}

/** Literal conditions, not bound ones: only so does SQLite see that its partial index holds just these rows. */
function waiting(db: Db) {
  return db.selectFrom('question_desk').where(sql<boolean>`verdict IS NULL AND priority > 0`);
}

/** Reads the rows of one page; the wide log is touched for these alone. */
async function summaries(db: Db, seqs: readonly number[]): Promise<QuestionSummary[]> {
  if (seqs.length === 0) return [];
  const rows = await db
    .selectFrom('question_desk as d')
    .innerJoin('questions as q', 'q.id', 'd.question_id')
    .selectAll('d')
    .select('q.question')
    .where('d.seq', 'in', [...seqs])
    .orderBy('d.seq', 'desc')
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    id: row.question_id as QuestionId,
    askedAt: row.asked_at,
    question: row.question,
    status: row.status as AnswerStatus,
    composer: row.composer as 'embedded' | 'llm',
    person: row.person as PersonId,
    escalated: row.escalated === 1,
    totalMs: row.total_ms,
    tokens: row.tokens,
    confidence: row.confidence,
    reasons: reasonsOf(row.priority),
    ...(row.commune !== null && { commune: row.commune }),
    ...(row.field !== null && { field: row.field }),
    ...(row.feedback !== null && { feedback: row.feedback as FeedbackVerdict }),
    ...(row.verdict !== null && { verdict: row.verdict as ReviewVerdict }),
  }));
}

function reasonsOf(priority: number): ReviewReason[] {
  return REVIEW_REASONS.filter((reason) => (priority & REASON_WEIGHTS[reason]) !== 0);
}

/** Distinct values by skipping through the index: a step per value, not per row. */
async function distinct(db: Db, column: 'commune' | 'field'): Promise<string[]> {
  const values: string[] = [];
  for (;;) {
    const next: { value: string | null } | undefined = await db
      .selectFrom('question_desk')
      .select(`${column} as value`)
      .where(column, '>', values.at(-1) ?? '')
      .orderBy(column)
      .limit(1)
      .executeTakeFirst();
    if (next?.value == null) return values;
    values.push(next.value);
  }
}

function quantile(
  name: 'median' | 'p95',
  rows: readonly { ms: number; n: number }[],
  share: number,
): Partial<Record<'median' | 'p95', number>> {
  const total = rows.reduce((sum, row) => sum + Number(row.n), 0);
  let seen = 0;
  for (const row of rows) {
    seen += Number(row.n);
    if (seen >= total * share) return { [name]: row.ms };
  }
  return {};
}
