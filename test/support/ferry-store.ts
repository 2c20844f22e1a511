import type { EvidenceUnit } from '../../src/answer/model.ts';
import { understandFile } from '../../src/ingest/understand.ts';
import { effectivityOf } from '../../src/retrieval/in-force.ts';
import type { ChunkSource, DocumentScope } from '../../src/retrieval/model.ts';
import { createDocumentStore } from '../../src/store/core/document-store.ts';
import { createSyncStore } from '../../src/store/core/sync-store.ts';
import { type Db, openDatabase } from '../../src/store/database.ts';
import { AMENDING, BASE } from './ferry-decrees.ts';

export interface FerryStore {
  readonly db: Db;
  readonly source: ChunkSource;
  /** An article of the public decree as it is stored, the old wording still in it. */
  article(dieu: string): Promise<EvidenceUnit>;
}

/** A real store of a public decree and the one that amends it, `scope` being who may read the amending one. The caller
 * closes `db`. */
export async function ferryStore(scope: DocumentScope, amending = AMENDING): Promise<FerryStore> {
  const db = await openDatabase(':memory:');
  const sync = createSyncStore(db);
  for (const [source, text, may] of [
    ['goc.txt', BASE, { kind: 'public' }],
    ['sua.txt', amending, scope],
  ] as const) {
    const read = await understandFile(Buffer.from(text), source);
    if (read.status !== 'documents') throw new Error(read.reason);
    const [first] = read.documents;
    const document = { ...first!, facts: { ...first!.facts, scope: may } };
    const file = { path: source, sha256: source, readerVersion: 1, source, origin: 'ingest' as const };
    await sync.apply({ file, put: [{ document, outcome: 'added', vectors: [] }], remove: [] }, 'none');
  }
  const source = createDocumentStore(db);
  const article = async (dieu: string): Promise<EvidenceUnit> => {
    const { facts, chunks } = (await source.document('711/2020/NĐ-CP' as never))!;
    const own = chunks.filter(({ path }) => path.dieu === dieu);
    const [first] = own;
    const hit = {
      rank: 1,
      score: 1,
      chunkId: first!.id,
      unitId: first!.unitId,
      documentId: facts.id,
      source: facts.source,
      documentNumber: facts.number!,
      documentTitle: facts.title,
      documentType: facts.type,
      path: { dieu },
      label: first!.label,
      text: first!.text,
      effectivity: effectivityOf(facts, '2026-11-23', { dieu }),
    };
    return { hit, facts, chunks: own };
  };
  return { db, source, article };
}
