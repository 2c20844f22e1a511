import type { Selectable } from 'kysely';
import type {
  Instant,
  Invitation,
  PeopleStore,
  Person,
  PersonId,
  PersonStatus,
  Role,
} from '../../dialogue/model.ts';
import { hashToken } from '../../dialogue/signin.ts';
import type { Db } from '../database.ts';
import type { DialogueTables } from './tables.ts';

/** People and invitations in the database; invitation codes are stored as SHA-256 only. */
export function createPeopleStore(db: Db): PeopleStore {
  return {
    async person(id) {
      const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toPerson(row);
    },
    async byTelegramId(telegramId) {
      const row = await db
        .selectFrom('people')
        .selectAll()
        .where('telegram_id', '=', telegramId)
        .executeTakeFirst();
      return row && toPerson(row);
    },
    async people(filter = {}) {
      let query = db.selectFrom('people').selectAll();
      if (filter.status !== undefined) query = query.where('status', '=', filter.status);
      if (filter.commune !== undefined) query = query.where('commune', '=', filter.commune);
      const people = (await query.orderBy('created_at').orderBy('id').execute()).map(toPerson);
      const { role } = filter;
      return role === undefined ? people : people.filter((person) => person.roles.includes(role));
    },
    save: (person) => savePerson(db, person),
    async changeStatus(id: PersonId, from: PersonStatus, to: PersonStatus) {
      const result = await db
        .updateTable('people')
        .set({ status: to })
        .where('id', '=', id)
        .where('status', '=', from)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    ...invitations(db),
  };
}

function invitations(db: Db): Pick<PeopleStore, 'invitation' | 'saveInvitation' | 'useInvitation'> {
  return {
    async invitation(code) {
      const row = await db
        .selectFrom('invitations')
        .selectAll()
        .where('code_hash', '=', hashToken(code))
        .executeTakeFirst();
      return row && toInvitation(code, row);
    },
    async saveInvitation(invitation) {
      const row = {
        code_hash: hashToken(invitation.code),
        roles: JSON.stringify(invitation.roles),
        commune: invitation.commune ?? null,
        department: invitation.department ?? null,
        uses_left: invitation.usesLeft,
        expires_at: invitation.expiresAt,
        created_by: invitation.createdBy,
      };
      const { code_hash, ...rest } = row;
      await db
        .insertInto('invitations')
        .values(row)
        .onConflict((c) => c.column('code_hash').doUpdateSet(rest))
        .execute();
    },
    useInvitation(code: string, now: Instant, by?: Person) {
      return db.transaction().execute(async (tx) => {
        const result = await tx
          .updateTable('invitations')
          .set((eb) => ({ uses_left: eb('uses_left', '-', 1) }))
          .where('code_hash', '=', hashToken(code))
          .where('uses_left', '>', 0)
          .where('expires_at', '>', now)
          .executeTakeFirst();
        const taken = result.numUpdatedRows > 0n;
        if (taken && by !== undefined) await savePerson(tx, by);
        return taken;
      });
    },
  };
}

async function savePerson(db: Db, person: Person): Promise<void> {
  const row = toRow(person);
  const { id, ...rest } = row;
  await db
    .insertInto('people')
    .values(row)
    .onConflict((c) => c.column('id').doUpdateSet(rest))
    .execute();
}

type PersonRow = Selectable<DialogueTables['people']>;

function toPerson(row: PersonRow): Person {
  return {
    id: row.id as PersonId,
    name: row.name,
    status: row.status as PersonStatus,
    roles: JSON.parse(row.roles) as Role[],
    fields: JSON.parse(row.fields) as string[],
    createdAt: row.created_at,
    ...(row.commune !== null && { commune: row.commune }),
    ...(row.department !== null && { department: row.department }),
    ...(row.position !== null && { position: row.position }),
    ...(row.stand_in !== null && { standIn: row.stand_in as PersonId }),
    ...(row.telegram_id !== null && { telegramId: row.telegram_id }),
  };
}

function toRow(person: Person): PersonRow {
  return {
    id: person.id,
    name: person.name,
    status: person.status,
    roles: JSON.stringify(person.roles),
    commune: person.commune ?? null,
    department: person.department ?? null,
    position: person.position ?? null,
    fields: JSON.stringify(person.fields),
    stand_in: person.standIn ?? null,
    telegram_id: person.telegramId ?? null,
    created_at: person.createdAt,
  };
}

function toInvitation(code: string, row: Selectable<DialogueTables['invitations']>): Invitation {
  return {
    code,
    roles: JSON.parse(row.roles) as Role[],
    usesLeft: row.uses_left,
    expiresAt: row.expires_at,
    createdBy: row.created_by as PersonId,
    ...(row.commune !== null && { commune: row.commune }),
    ...(row.department !== null && { department: row.department }),
  };
}
