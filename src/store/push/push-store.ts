import type { NoticeKind, PersonId } from '../../dialogue/model.ts';
import type { PushStore, SavedSubscription } from '../../dialogue/push/model.ts';
import type { Db } from '../database.ts';

export function createPushStore(db: Db): PushStore {
  return {
    async save({ endpoint, person, p256dh, auth, userAgent, createdAt }) {
      const rest = { person, p256dh, auth, user_agent: userAgent ?? null, created_at: createdAt };
      await db
        .insertInto('push_subscriptions')
        .values({ endpoint, ...rest })
        .onConflict((c) => c.column('endpoint').doUpdateSet(rest))
        .execute();
    },
    async remove(endpoint) {
      await db.deleteFrom('push_subscriptions').where('endpoint', '=', endpoint).execute();
    },
    async of(person) {
      const rows = await db
        .selectFrom('push_subscriptions')
        .selectAll()
        .where('person', '=', person)
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map(toSubscription);
    },
    async due(now, limit) {
      const rows = await db
        .selectFrom('push_queue as q')
        .innerJoin('push_subscriptions as s', 's.endpoint', 'q.endpoint')
        .innerJoin('notices as n', 'n.id', 'q.notice_id')
        .select(['q.notice_id', 'q.attempts', 'n.kind'])
        .selectAll('s')
        .where('q.next_at', '<=', now)
        .orderBy('q.next_at')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        noticeId: row.notice_id,
        kind: row.kind as NoticeKind,
        attempts: row.attempts,
        subscription: toSubscription(row),
      }));
    },
    async done({ noticeId, subscription }) {
      await db
        .deleteFrom('push_queue')
        .where('notice_id', '=', noticeId)
        .where('endpoint', '=', subscription.endpoint)
        .execute();
    },
    async again({ noticeId, subscription, attempts }, at) {
      await db
        .updateTable('push_queue')
        .set({ attempts: attempts + 1, next_at: at })
        .where('notice_id', '=', noticeId)
        .where('endpoint', '=', subscription.endpoint)
        .execute();
    },
  };
}

function toSubscription(row: {
  endpoint: string;
  person: string;
  p256dh: string;
  auth: string;
  user_agent: string | null;
  created_at: string;
}): SavedSubscription {
  return {
    endpoint: row.endpoint,
    person: row.person as PersonId,
    p256dh: row.p256dh,
    auth: row.auth,
    createdAt: row.created_at,
    ...(row.user_agent !== null && { userAgent: row.user_agent }),
  };
}
