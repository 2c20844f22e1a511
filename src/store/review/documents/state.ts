import type { Transaction } from 'kysely';
import type { DocumentRow } from '../../../dialogue/review/documents.ts';
import type { Database } from '../../database.ts';

/**
 * Takes a document out of the answers or puts it back, inside a transaction that may hold more.
 * @returns false when it is not (or no longer) in the state `from`
 */
export async function changeState(
  tx: Transaction<Database>,
  id: string,
  from: DocumentRow['state'],
  to: DocumentRow['state'],
  at: string,
): Promise<boolean> {
  const done = await tx
    .updateTable('documents')
    .set({ state: to, updated_at: at })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return false;
  // What it does to other documents begins or ends with it: servers read those again too.
  const touched = await tx
    .selectFrom('relations')
    .innerJoin('documents', 'documents.number', 'relations.target')
    .select('documents.id')
    .distinct()
    .where('relations.document_id', '=', id)
    .where('relations.acts', '=', 1)
    .execute();
  const kind = to === 'serving' ? 'put' : 'remove';
  await tx.insertInto('changes').values({ document_id: id, kind, at }).execute();
  for (const other of touched) {
    await tx.insertInto('changes').values({ document_id: other.id, kind: 'put', at }).execute();
  }
  return true;
}
