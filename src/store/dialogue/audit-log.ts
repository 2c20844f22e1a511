import type { AuditEntry, AuditLog, PersonId } from '../../dialogue/model.ts';
import type { Db } from '../database.ts';

/** Who did what, newest first. Entries are only ever added. */
export function createAuditLog(db: Db): AuditLog {
  return {
    async write(entry) {
      await db
        .insertInto('audit')
        .values({
          at: entry.at,
          by_whom: entry.by,
          action: entry.action,
          subject: entry.subject,
          detail: entry.detail === undefined ? null : JSON.stringify(entry.detail),
        })
        .execute();
    },
    async entries(filter, limit) {
      let query = db.selectFrom('audit').selectAll();
      if (filter.from !== undefined) query = query.where('at', '>=', filter.from);
      if (filter.to !== undefined) query = query.where('at', '<', filter.to);
      if (filter.by !== undefined) query = query.where('by_whom', '=', filter.by);
      if (filter.action !== undefined) query = query.where('action', '=', filter.action);
      const rows = await query.orderBy('id', 'desc').limit(limit).execute();
      return rows.map(
        (row): AuditEntry => ({
          at: row.at,
          by: row.by_whom as PersonId | 'system',
          action: row.action,
          subject: row.subject,
          ...(row.detail !== null && { detail: JSON.parse(row.detail) as Record<string, unknown> }),
        }),
      );
    },
  };
}
