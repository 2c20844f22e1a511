import type { Selectable } from 'kysely';
import type { Notice, NoticeKind, NoticeStore, PersonId } from '../../dialogue/model.ts';
import type { Db } from '../database.ts';
import type { DialogueTables } from './tables.ts';

/** Notices to people, kept until delivered. */
export function createNoticeStore(db: Db): NoticeStore {
  return {
    async add(notices) {
      if (notices.length === 0) return;
      const rows = notices.map((notice) => ({
        id: notice.id,
        to_person: notice.to,
        kind: notice.kind,
        subject: notice.subject,
        text: notice.text,
        created_at: notice.createdAt,
        delivered_at: null,
      }));
      await db
        .insertInto('notices')
        .values(rows)
        .onConflict((c) => c.column('id').doNothing())
        .execute();
    },
    async pending(limit) {
      const rows = await db
        .selectFrom('notices')
        .selectAll()
        .where('delivered_at', 'is', null)
        .orderBy('ord')
        .limit(limit)
        .execute();
      return rows.map(toNotice);
    },
    async delivered(id, at) {
      await db
        .updateTable('notices')
        .set({ delivered_at: at })
        .where('id', '=', id)
        .where('delivered_at', 'is', null)
        .execute();
    },
    async of(person, limit) {
      const rows = await db
        .selectFrom('notices')
        .selectAll()
        .where('to_person', '=', person)
        .orderBy('ord', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toNotice);
    },
  };
}

function toNotice(row: Selectable<DialogueTables['notices']>): Notice {
  return {
    id: row.id,
    to: row.to_person as PersonId,
    kind: row.kind as NoticeKind,
    subject: row.subject,
    text: row.text,
    createdAt: row.created_at,
  };
}
