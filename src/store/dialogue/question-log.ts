import type { SelectQueryBuilder } from 'kysely';
import type { PersonId, QuestionFilter, QuestionId, QuestionLog } from '../../dialogue/model.ts';
import type { Database, Db } from '../database.ts';
import { groupCommitOf } from './group-commit.ts';
import { questionRow, toQuestion } from './question-rows.ts';
import { searchWords } from './question-words.ts';

/** The log of questions and answers. What it is given must be masked already. */
export function createQuestionLog(db: Db): QuestionLog {
  const together = groupCommitOf(db);
  return {
    async add(question) {
      const documents = new Set(question.answer.citations.map((citation) => citation.documentId));
      await together(async (tx) => {
        const inserted = await tx
          .insertInto('questions')
          .values(questionRow(question))
          .onConflict((c) => c.column('id').doNothing())
          .executeTakeFirst();
        if (inserted.numInsertedOrUpdatedRows === 0n || documents.size === 0) return;
        const rows = [...documents].map((id) => ({ question_id: question.id, document_id: id }));
        await tx.insertInto('question_documents').values(rows).execute();
      });
    },
    async question(id) {
      const row = await db.selectFrom('questions').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toQuestion(row);
    },
    async list(filter, page) {
      let query = matching(db.selectFrom('questions'), filter).selectAll();
      if (page.before !== undefined) query = await olderThan(db, query, page.before);
      const rows = await query.orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(page.limit).execute();
      return rows.map(toQuestion);
    },
    async count(filter) {
      const row = await matching(db.selectFrom('questions'), filter)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
    async conversation(person, conversation, limit) {
      const rows = await db
        .selectFrom('questions')
        .selectAll()
        .where('person', '=', person)
        .where('conversation', '=', conversation)
        .where('asked_at', '>', await freshFrom(db, person, conversation))
        .orderBy('asked_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.reverse().map(toQuestion);
    },
    async setFeedback(id, feedback) {
      const values = {
        feedback: feedback.verdict,
        feedback_reason: feedback.reason ?? null,
        feedback_at: feedback.at,
      };
      await db.updateTable('questions').set(values).where('id', '=', id).execute();
    },
    async setEscalation(id, escalation) {
      await db.updateTable('questions').set({ escalation }).where('id', '=', id).execute();
    },
    async startAfresh(person, conversation, at) {
      await db
        .insertInto('conversations')
        .values({ person, conversation, fresh_from: at })
        .onConflict((c) => c.columns(['person', 'conversation']).doUpdateSet({ fresh_from: at }))
        .execute();
    },
  };
}

async function freshFrom(db: Db, person: PersonId, conversation: string): Promise<string> {
  const row = await db
    .selectFrom('conversations')
    .select('fresh_from')
    .where('person', '=', person)
    .where('conversation', '=', conversation)
    .executeTakeFirst();
  return row?.fresh_from ?? '';
}

type Query<O> = SelectQueryBuilder<Database, 'questions', O>;

async function olderThan<O>(db: Db, query: Query<O>, before: QuestionId): Promise<Query<O>> {
  const last = await db
    .selectFrom('questions')
    .select(['asked_at', 'id'])
    .where('id', '=', before)
    .executeTakeFirst();
  if (last === undefined) return query;
  return query.where((eb) =>
    eb.or([
      eb('asked_at', '<', last.asked_at),
      eb.and([eb('asked_at', '=', last.asked_at), eb('id', '<', last.id)]),
    ]),
  );
}

function matching<O>(all: Query<O>, filter: QuestionFilter): Query<O> {
  let query = all;
  if (filter.from !== undefined) query = query.where('asked_at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('asked_at', '<', filter.to);
  if (filter.person !== undefined) query = query.where('person', '=', filter.person);
  if (filter.commune !== undefined) query = query.where('commune', '=', filter.commune);
  if (filter.field !== undefined) query = query.where('field', '=', filter.field);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  if (filter.composer !== undefined) query = query.where('composer', '=', filter.composer);
  if (filter.feedback === 'none') query = query.where('feedback', 'is', null);
  else if (filter.feedback !== undefined) query = query.where('feedback', '=', filter.feedback);
  const { documentId } = filter;
  if (documentId !== undefined) {
    query = query.where('id', 'in', (eb) =>
      eb.selectFrom('question_documents').select('question_id').where('document_id', '=', documentId),
    );
  }
  for (const term of searchWords(filter.text ?? '')) query = query.where('folded', 'like', `%${term}%`);
  return query;
}
