import type { CitationPath } from '../../legal/model.ts';
import type { DocumentFacts, IncomingRelation } from '../../retrieval/model.ts';
import type { Db } from '../database.ts';
import { factsOf } from './rows.ts';

/** Adds to each document what other serving documents do to it (only relations their rank allows). */
export async function attachIncoming(db: Db, all: readonly DocumentFacts[]): Promise<DocumentFacts[]> {
  const numbers = [...new Set(all.flatMap((facts) => (facts.number === undefined ? [] : [facts.number])))];
  if (numbers.length === 0) return [...all];
  const rows = await db
    .selectFrom('relations')
    .innerJoin('documents', 'documents.id', 'relations.document_id')
    .select([
      'relations.kind',
      'relations.target',
      'relations.target_path',
      'relations.sentence',
      'documents.id',
      'documents.facts',
    ])
    .where('relations.target', 'in', numbers)
    .where('relations.acts', '=', 1)
    .where('documents.state', '=', 'serving')
    .execute();
  const acting = rows.map((row) => ({ row, by: factsOf(row.facts) }));
  return all.map((facts) => {
    const incoming = acting
      .filter(
        ({ row, by }) => row.target === facts.number && by.id !== facts.id && sameIssuerIfLocal(facts, by),
      )
      .map(
        ({ row, by }): IncomingRelation => ({
          kind: row.kind as IncomingRelation['kind'],
          byNumber: by.number ?? by.title,
          byTitle: by.title,
          ...(by.effectiveFrom !== undefined && { effectiveFrom: by.effectiveFrom }),
          ...(row.target_path !== null && { targetPath: JSON.parse(row.target_path) as CitationPath }),
          sentence: row.sentence,
        }),
      );
    return incoming.length === 0 ? facts : { ...facts, incoming };
  });
}

/** A local number (226/QĐ-UBND) repeats in every province: only its own issuer's text acts on it. */
function sameIssuerIfLocal(target: DocumentFacts, acting: DocumentFacts): boolean {
  return !target.id.includes('@') || (target.issuer !== undefined && target.issuer === acting.issuer);
}
