import type { ChunkId, DocumentId, UnitId } from '../../legal/model.ts';
import type { ChunkSource, DocumentFacts, IndexedDocument } from '../../retrieval/model.ts';
import type { Db } from '../database.ts';
import { attachEndedBases } from './ended-basis.ts';
import { attachIncoming } from './incoming.ts';
import { withKnownDocuments } from './known-documents.ts';
import { batches, chunkOf, factsOf } from './rows.ts';

export interface Change {
  readonly generation: number;
  readonly documentId: DocumentId;
}

/** What a serving process reads: literal text, facts, and the feed of changes. */
export interface DocumentStore extends ChunkSource {
  /** The last generation written; 0 for an empty store. */
  generation(): Promise<number>;
  /** Ids changed after `generation`, each once, oldest first. */
  changesSince(generation: number): Promise<readonly DocumentId[]>;
  /** Serving documents with their chunks, in id order, a batch at a time. */
  serving(): AsyncGenerator<IndexedDocument>;
  /** The document as it serves now; undefined when it is gone or withdrawn. */
  document(id: DocumentId): Promise<IndexedDocument | undefined>;
  vectors(fingerprint: string): AsyncGenerator<{ key: string; documentId: DocumentId; vector: Float32Array }>;
  vectorsOf(
    documentId: DocumentId,
    fingerprint: string,
  ): Promise<readonly { key: string; vector: Float32Array }[]>;
  count(): Promise<number>;
}

/** Everyday names kept beside a procedure, by its code or its title. */
export type AskedFor = (procedureCode: string, title: string) => readonly string[];

export function createDocumentStore(db: Db, askedFor: AskedFor = () => []): DocumentStore {
  const withAsked = (facts: DocumentFacts): DocumentFacts => {
    const asked = facts.procedureCode === undefined ? [] : askedFor(facts.procedureCode, facts.title);
    return asked.length === 0 ? facts : { ...facts, asked: [...(facts.asked ?? []), ...asked] };
  };
  const withIncoming = async (all: readonly DocumentFacts[]) =>
    (await attachEndedBases(db, await attachIncoming(db, all))).map(withAsked);

  const chunksOf = async (column: 'unit_id' | 'document_id', id: string) => {
    const rows = await db.selectFrom('chunks').selectAll().where(column, '=', id).orderBy('ord').execute();
    return rows.map(chunkOf);
  };

  const lastGeneration = db
    .selectFrom('changes')
    .select((e) => e.fn.max('generation').as('last'))
    .compile();
  const generation = async () => Number((await db.executeQuery(lastGeneration)).rows[0]?.last ?? 0);

  const stored: ChunkSource = {
    async chunks(ids) {
      const found = new Map();
      for (const batch of batches(ids, 500)) {
        const rows = await db.selectFrom('chunks').selectAll().where('id', 'in', batch).execute();
        for (const row of rows) found.set(row.id as ChunkId, chunkOf(row));
      }
      return found;
    },
    unitChunks: (unitId: UnitId) => chunksOf('unit_id', unitId),
    documentChunks: (documentId: DocumentId) => chunksOf('document_id', documentId),

    async facts(ids) {
      const found: DocumentFacts[] = [];
      for (const batch of batches(ids, 500)) {
        const rows = await db
          .selectFrom('documents')
          .select('facts')
          .where('id', 'in', batch)
          .where('state', '=', 'serving')
          .execute();
        found.push(...rows.map((row) => factsOf(row.facts)));
      }
      return new Map((await withIncoming(found)).map((facts) => [facts.id, facts]));
    },
  };

  return {
    ...withKnownDocuments(stored, generation),

    generation,

    async changesSince(generation) {
      const rows = await db
        .selectFrom('changes')
        .select(['document_id', (e) => e.fn.max('generation').as('last')])
        .where('generation', '>', generation)
        .groupBy('document_id')
        .orderBy('last')
        .execute();
      return rows.map((row) => row.document_id as DocumentId);
    },

    async *serving() {
      let after = '';
      for (;;) {
        const rows = await db
          .selectFrom('documents')
          .select(['id', 'facts'])
          .where('state', '=', 'serving')
          .where('id', '>', after)
          .orderBy('id')
          .limit(200)
          .execute();
        if (rows.length === 0) return;
        const facts = await withIncoming(rows.map((row) => factsOf(row.facts)));
        const ids = rows.map((row) => row.id);
        const chunks = await db
          .selectFrom('chunks')
          .selectAll()
          .where('document_id', 'in', ids)
          .orderBy('document_id')
          .orderBy('ord')
          .execute();
        const grouped = groupBy(chunks, (row) => row.document_id);
        for (const one of facts) yield { facts: one, chunks: (grouped.get(one.id) ?? []).map(chunkOf) };
        after = ids.at(-1)!;
      }
    },

    async document(id) {
      const row = await db
        .selectFrom('documents')
        .select('facts')
        .where('id', '=', id)
        .where('state', '=', 'serving')
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const [facts] = await withIncoming([factsOf(row.facts)]);
      return { facts: facts!, chunks: await chunksOf('document_id', id) };
    },

    async *vectors(fingerprint) {
      let after = '';
      for (;;) {
        const rows = await db
          .selectFrom('vectors')
          .innerJoin('documents', 'documents.id', 'vectors.document_id')
          .select(['vectors.key', 'vectors.document_id', 'vectors.vector'])
          .where('fingerprint', '=', fingerprint)
          .where('documents.state', '=', 'serving')
          .where('key', '>', after)
          .orderBy('key')
          .limit(2000)
          .execute();
        if (rows.length === 0) return;
        for (const row of rows) {
          yield { key: row.key, documentId: row.document_id as DocumentId, vector: floats(row.vector) };
        }
        after = rows.at(-1)!.key;
      }
    },

    async vectorsOf(documentId, fingerprint) {
      const rows = await db
        .selectFrom('vectors')
        .innerJoin('documents', 'documents.id', 'vectors.document_id')
        .select(['vectors.key', 'vectors.vector'])
        .where('vectors.document_id', '=', documentId)
        .where('fingerprint', '=', fingerprint)
        .where('documents.state', '=', 'serving')
        .execute();
      return rows.map((row) => ({ key: row.key, vector: floats(row.vector) }));
    },

    async count() {
      const row = await db
        .selectFrom('documents')
        .select((e) => e.fn.countAll().as('n'))
        .where('state', '=', 'serving')
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },
  };
}

function floats(buffer: Buffer): Float32Array {
  const copy = new Uint8Array(buffer);
  return new Float32Array(copy.buffer, 0, copy.byteLength / 4);
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
