import type { ChunkId, DocumentId, UnitId } from '../legal/model.ts';
import type { Chunk, ChunkSource, DocumentFacts, IndexedDocument } from './model.ts';

/** Texts kept in memory: for tests, evaluation and benchmarks. */
export class MemorySource implements ChunkSource {
  readonly #chunks = new Map<ChunkId, Chunk>();
  readonly #units = new Map<UnitId, Chunk[]>();
  readonly #documents = new Map<DocumentId, IndexedDocument>();

  constructor(documents: Iterable<IndexedDocument> = []) {
    for (const d of documents) this.add(d);
  }

  add(document: IndexedDocument): void {
    this.remove(document.facts.id);
    this.#documents.set(document.facts.id, document);
    for (const c of document.chunks) {
      this.#chunks.set(c.id, c);
      this.#units.set(c.unitId, [...(this.#units.get(c.unitId) ?? []), c]);
    }
  }

  remove(id: DocumentId): void {
    for (const c of this.#documents.get(id)?.chunks ?? []) {
      this.#chunks.delete(c.id);
      this.#units.delete(c.unitId);
    }
    this.#documents.delete(id);
  }

  async chunks(ids: readonly ChunkId[]): Promise<ReadonlyMap<ChunkId, Chunk>> {
    return pick(ids, (id) => this.#chunks.get(id));
  }

  async unitChunks(unitId: UnitId): Promise<readonly Chunk[]> {
    return this.#units.get(unitId) ?? [];
  }

  async documentChunks(documentId: DocumentId): Promise<readonly Chunk[]> {
    return this.#documents.get(documentId)?.chunks ?? [];
  }

  async facts(ids: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, DocumentFacts>> {
    return pick(ids, (id) => this.#documents.get(id)?.facts);
  }
}

function pick<K, V>(ids: readonly K[], get: (id: K) => V | undefined): Map<K, V> {
  const out = new Map<K, V>();
  for (const id of ids) {
    const value = get(id);
    if (value !== undefined) out.set(id, value);
  }
  return out;
}
