import type { Transaction } from 'kysely';
import type { AuditEntry } from '../../dialogue/model.ts';
import type { DocumentFacts, DocumentScope } from '../../retrieval/model.ts';
import type { Database } from '../database.ts';
import { factsOf } from './rows.ts';

type Tx = Transaction<Database>;

/** Sets who may read a document, in the change feed that servers follow. @returns false when it is not stored */
export async function changeScope(
  tx: Tx,
  id: string,
  scope: DocumentScope,
  { at, by }: Pick<AuditEntry, 'at' | 'by'>,
): Promise<boolean> {
  const row = await tx.selectFrom('documents').select('facts').where('id', '=', id).executeTakeFirst();
  if (row === undefined) return false;
  const facts = JSON.stringify({ ...factsOf(row.facts), scope });
  await tx.updateTable('documents').set({ facts, updated_at: at }).where('id', '=', id).execute();
  const set = { scope: JSON.stringify(scope), by_whom: by, at };
  await tx
    .insertInto('document_scopes')
    .values({ document_id: id, ...set })
    .onConflict((c) => c.column('document_id').doUpdateSet(set))
    .execute();
  await tx.insertInto('changes').values({ document_id: id, kind: 'put', at }).execute();
  return true;
}

/** The facts as they are to be stored: a scope set by a person outlives a new reading of the file; an upload names its own. */
export async function withSetScope(tx: Tx, facts: DocumentFacts, origin: string): Promise<DocumentFacts> {
  if (origin === 'upload') {
    await tx.deleteFrom('document_scopes').where('document_id', '=', facts.id).execute();
    return facts;
  }
  const row = await tx
    .selectFrom('document_scopes')
    .select('scope')
    .where('document_id', '=', facts.id)
    .executeTakeFirst();
  return row === undefined ? facts : { ...facts, scope: JSON.parse(row.scope) as DocumentScope };
}
