import type { RetentionStore } from '../../dialogue/review/retention.ts';
import type { Db } from '../database.ts';

/** Who asked a question that is kept as a record; no person has this id. */
const FORGOTTEN = '-';

/** Questions a sweep of one person takes at a time. */
const BATCH = 500;

export function createRetentionStore(db: Db): RetentionStore {
  return {
    async purge(before, now, most) {
      await db.deleteFrom('signin_links').where('expires_at', '<', now).execute();
      await db.deleteFrom('web_sessions').where('expires_at', '<', now).execute();
      const old = await logged(db)
        .where('q.asked_at', '<', before)
        .where('q.person', '<>', FORGOTTEN)
        .orderBy('q.asked_at')
        .limit(most)
        .execute();
      return remove(db, old);
    },
    async forget(person) {
      await db.deleteFrom('notices').where('to_person', '=', person).execute();
      for (let total = 0; ; ) {
        const theirs = await logged(db).where('q.person', '=', person).limit(BATCH).execute();
        total += await remove(db, theirs);
        if (theirs.length < BATCH) return total;
      }
    },
  };
}

interface Logged {
  readonly id: string;
  /** Set when there is an official reply, or approved guidance, that makes the question a record. */
  readonly reply: string | null;
  readonly guidance: string | null;
}

function logged(db: Db) {
  return db
    .selectFrom('questions as q')
    .leftJoin('escalations as e', (join) =>
      join.onRef('e.id', '=', 'q.escalation').on('e.state', '=', 'da_tra_loi'),
    )
    .leftJoin('standard_answers as s', (join) =>
      join.onRef('s.from_question', '=', 'q.id').on('s.state', '=', 'approved'),
    )
    .select(['q.id', 'e.id as reply', 's.id as guidance']);
}

async function remove(db: Db, questions: readonly Logged[]): Promise<number> {
  const isRecord = (row: Logged) => row.reply !== null || row.guidance !== null;
  const records = questions.filter(isRecord).map((row) => row.id);
  const gone = questions.filter((row) => !isRecord(row)).map((row) => row.id);
  await db.transaction().execute(async (tx) => {
    for (const id of records) {
      await tx
        .updateTable('questions')
        .set({ person: FORGOTTEN, conversation: id })
        .where('id', '=', id)
        .execute();
      await tx
        .updateTable('question_desk')
        .set({ person: FORGOTTEN })
        .where('question_id', '=', id)
        .execute();
      await tx.updateTable('escalations').set({ asker: FORGOTTEN }).where('question_id', '=', id).execute();
    }
    for (const id of gone) {
      await tx.deleteFrom('question_documents').where('question_id', '=', id).execute();
      await tx.deleteFrom('escalations').where('question_id', '=', id).execute();
      await tx.deleteFrom('questions').where('id', '=', id).execute();
    }
  });
  return new Set([...records, ...gone]).size;
}
