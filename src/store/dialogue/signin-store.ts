import type { Selectable } from 'kysely';
import type { PersonId, SigninStore, WebSession } from '../../dialogue/model.ts';
import type { Db } from '../database.ts';
import type { DialogueTables } from './tables.ts';

/** One-time links and web sessions; only hashes are kept. */
export function createSigninStore(db: Db): SigninStore {
  return {
    async saveLink(link) {
      await db
        .insertInto('signin_links')
        .values({ token_hash: link.tokenHash, person: link.person, expires_at: link.expiresAt })
        .execute();
    },
    async useLink(tokenHash, now) {
      // One statement: of two clicks at the same moment only one gets the row.
      const row = await db
        .deleteFrom('signin_links')
        .where('token_hash', '=', tokenHash)
        .returning(['person', 'expires_at'])
        .executeTakeFirst();
      return row !== undefined && row.expires_at > now ? (row.person as PersonId) : undefined;
    },
    async saveSession(session) {
      const row = toRow(session);
      const { id_hash, ...rest } = row;
      await db
        .insertInto('web_sessions')
        .values(row)
        .onConflict((c) => c.column('id_hash').doUpdateSet(rest))
        .execute();
    },
    async session(idHash) {
      const row = await db
        .selectFrom('web_sessions')
        .selectAll()
        .where('id_hash', '=', idHash)
        .executeTakeFirst();
      return row && toSession(row);
    },
    async sessions(person) {
      const rows = await db
        .selectFrom('web_sessions')
        .selectAll()
        .where('person', '=', person)
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map(toSession);
    },
    async endSession(idHash) {
      await db.deleteFrom('web_sessions').where('id_hash', '=', idHash).execute();
    },
  };
}

type Row = Selectable<DialogueTables['web_sessions']>;

function toRow(session: WebSession): Row {
  return {
    id_hash: session.idHash,
    person: session.person,
    csrf: session.csrf,
    created_at: session.createdAt,
    expires_at: session.expiresAt,
    user_agent: session.userAgent ?? null,
  };
}

function toSession(row: Row): WebSession {
  return {
    idHash: row.id_hash,
    person: row.person as PersonId,
    csrf: row.csrf,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    ...(row.user_agent !== null && { userAgent: row.user_agent }),
  };
}
