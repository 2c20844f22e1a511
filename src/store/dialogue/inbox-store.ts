import type { ChatStates, Inbox } from '../../dialogue/inbox.ts';
import type { Db } from '../database.ts';
import { emptyLog } from '../scrub.ts';
import { groupCommitOf } from './group-commit.ts';

/** Place of the growing message among the sends of an update; the others count from 0. */
const LIVE = -1;

/** Updates of a transport, from the moment before they are acknowledged until they are answered. */
export function createInboxStore(db: Db): Inbox {
  const together = groupCommitOf(db);
  const remember = (key: string, ordinal: number, result: string) =>
    together((tx) =>
      tx
        .insertInto('inbox_sends')
        .values({ key, ordinal, result })
        .onConflict((c) => c.columns(['key', 'ordinal']).doUpdateSet({ result }))
        .execute(),
    );
  const done = (key: string, at: string) =>
    together((tx) =>
      tx.updateTable('inbox').set({ done_at: at, body: null }).where('key', '=', key).execute(),
    );
  return {
    async put(items) {
      if (items.length === 0) return new Set();
      const rows = items.map((item) => ({
        key: item.key,
        lane: item.lane,
        body: item.body,
        received_at: item.receivedAt,
        done_at: null,
      }));
      let fresh: readonly { key: string }[] = [];
      await together(async (tx) => {
        fresh = await tx
          .insertInto('inbox')
          .values(rows)
          .onConflict((c) => c.column('key').doNothing())
          .returning('key')
          .execute();
      });
      return new Set(fresh.map((row) => row.key));
    },
    async waiting() {
      const rows = await db
        .selectFrom('inbox')
        .selectAll()
        .where('done_at', 'is', null)
        .orderBy('ord')
        .execute();
      return rows.map(({ key, lane, body, received_at }) => ({
        key,
        lane,
        body: body ?? '',
        receivedAt: received_at,
      }));
    },
    done,
    async erase(key, at) {
      await done(key, at);
      await emptyLog(db);
    },
    async sends(key) {
      const rows = await db
        .selectFrom('inbox_sends')
        .select('result')
        .where('key', '=', key)
        .where('ordinal', '>', LIVE)
        .orderBy('ordinal')
        .execute();
      return rows.map((row) => row.result);
    },
    sent: remember,
    async live(key) {
      const row = await db
        .selectFrom('inbox_sends')
        .select('result')
        .where('key', '=', key)
        .where('ordinal', '=', LIVE)
        .executeTakeFirst();
      return row?.result;
    },
    wentLive: (key, result) => remember(key, LIVE, result),
    async purge(before) {
      await db.transaction().execute(async (tx) => {
        const old = tx.selectFrom('inbox').select('key').where('done_at', '<', before);
        await tx.deleteFrom('inbox_sends').where('key', 'in', old).execute();
        await tx.deleteFrom('inbox').where('done_at', '<', before).execute();
      });
      await emptyLog(db);
    },
  };
}

/** Forms that take several messages, per chat. */
export function createChatStates(db: Db): ChatStates {
  return {
    async get(chat) {
      const row = await db
        .selectFrom('chat_states')
        .select('state')
        .where('chat', '=', chat)
        .executeTakeFirst();
      return row === undefined ? undefined : (JSON.parse(row.state) as unknown);
    },
    async set(chat, state) {
      if (state === undefined) {
        await db.deleteFrom('chat_states').where('chat', '=', chat).execute();
        return;
      }
      const row = { chat, state: JSON.stringify(state) };
      await db
        .insertInto('chat_states')
        .values(row)
        .onConflict((c) => c.column('chat').doUpdateSet({ state: row.state }))
        .execute();
    },
  };
}
