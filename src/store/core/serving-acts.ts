import type { Db } from '../database.ts';

/** What serving documents say they do to others, with the document that says it; what its rank does not allow is left
 * out. A query to narrow further. */
export function servingActs(db: Db) {
  return db
    .selectFrom('relations')
    .innerJoin('documents', 'documents.id', 'relations.document_id')
    .select([
      'relations.kind',
      'relations.target',
      'relations.target_path',
      'relations.sentence',
      'relations.by_number',
      'relations.by_from',
      'relations.until',
      'relations.place',
      'documents.facts',
    ])
    .where('relations.acts', '=', 1)
    .where('documents.state', '=', 'serving');
}
