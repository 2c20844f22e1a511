import type { DocumentId } from '../../legal/model.ts';
import type { Db } from '../database.ts';
import { batches } from './rows.ts';

/** Documents whose standing follows from what these say of others: those acted on, and the consolidations made of them. */
export async function affectedBy(db: Db, ids: readonly string[]): Promise<DocumentId[]> {
  const found = new Set<DocumentId>();
  for (const batch of batches(ids, 500)) {
    const acts = db
      .selectFrom('relations as act')
      .where('act.document_id', 'in', batch)
      .where('act.acts', '=', 1);
    const targets = await acts
      .innerJoin('documents', 'documents.number', 'act.target')
      .select('documents.id')
      .distinct()
      .execute();
    const consolidations = await acts
      .where('act.kind', 'not in', ['implements', 'refers', 'consolidates'])
      .innerJoin('relations as made', 'made.target', 'act.target')
      .where('made.kind', '=', 'consolidates')
      .select('made.document_id as id')
      .distinct()
      .execute();
    for (const { id } of [...targets, ...consolidations]) found.add(id as DocumentId);
  }
  return [...found];
}
