import type { CitationPath } from '../../legal/model.ts';
import type { DocumentFacts, IncomingRelation } from '../../retrieval/model.ts';
import type { Db } from '../database.ts';
import { batches, factsOf } from './rows.ts';
import { servingActs } from './serving-acts.ts';

/** Adds to each document what other serving documents do to it (only relations their rank allows). */
export async function attachIncoming(db: Db, all: readonly DocumentFacts[]): Promise<DocumentFacts[]> {
  const acting = await actsOn(
    db,
    all.flatMap(({ number }) => number ?? []),
  );
  return all.map((facts) => {
    const incoming = (acting.get(facts.number ?? '') ?? [])
      .filter(({ by }) => by.id !== facts.id && sameIssuerIfLocal(facts, by))
      .map(({ relation }) => relation);
    return incoming.length === 0 ? facts : { ...facts, incoming };
  });
}

/** What a document says it does to another, seen from the other. */
export interface Act {
  readonly relation: IncomingRelation;
  readonly by: DocumentFacts;
}

/** What serving documents do to the documents with these numbers, stored or not. */
export async function actsOn(db: Db, numbers: readonly string[]): Promise<Map<string, Act[]>> {
  const acts = new Map<string, Act[]>();
  for (const batch of batches([...new Set(numbers)], 500)) {
    const rows = await servingActs(db)
      .where('relations.target', 'in', batch)
      .where('relations.kind', 'not in', ['implements', 'refers', 'consolidates'])
      .execute();
    for (const row of rows) {
      const by = factsOf(row.facts);
      const relation: IncomingRelation = {
        kind: row.kind as IncomingRelation['kind'],
        byNumber: by.number ?? by.title,
        byTitle: by.title,
        byId: by.id,
        byScope: by.scope,
        ...(by.effectiveFrom !== undefined && { effectiveFrom: by.effectiveFrom }),
        ...(row.target_path !== null && { targetPath: JSON.parse(row.target_path) as CitationPath }),
        sentence: row.sentence,
      };
      acts.set(row.target, [...(acts.get(row.target) ?? []), { relation, by }]);
    }
  }
  return acts;
}

/** A local number (226/QĐ-UBND) repeats in every province: only its own issuer's text acts on it. */
function sameIssuerIfLocal(target: DocumentFacts, acting: DocumentFacts): boolean {
  return !target.id.includes('@') || (target.issuer !== undefined && target.issuer === acting.issuer);
}
