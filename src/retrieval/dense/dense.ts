import type { ChunkId, DocumentId, UnitId } from '../../legal/model.ts';
import type { ChunkSource, Embedder } from '../model.ts';
import type { VectorIndex } from './vector-index.ts';

/** Dense retrieval beside the lexical one: asked for at each question, so that a newer index may take its place. */
export interface Dense {
  readonly embedder: Embedder;
  readonly index: () => VectorIndex;
  /** How far closeness counts beside words, 0..1: an embedder that knows no meaning counts little. Default 1. */
  readonly trust?: number;
}

/** A unit that the question's vector comes near to, with its nearest chunk. */
export interface DenseHit {
  readonly unitId: UnitId;
  readonly documentId: DocumentId;
  readonly chunkId: ChunkId;
  /** Similarity among the neighbours found, stretched to 0..1 (models differ in their scales), times the trust. */
  readonly closeness: number;
}

const NEIGHBOURS = 100;

/** Units near the question, nearest first. Documents that are not allowed are passed over inside the search, so
 * they take nobody's place. */
export async function denseHits(
  { embedder, index, trust = 1 }: Dense,
  source: ChunkSource,
  query: string,
  allowed: (id: DocumentId) => boolean,
): Promise<DenseHit[]> {
  const vector = await embedder.embedQuery(query);
  const found = index().search(vector, NEIGHBOURS, (key) => allowed(documentOf(key)));
  const top = found[0]?.similarity ?? 0;
  const spread = top - (found.at(-1)?.similarity ?? 0) || 1;
  const chunks = await source.chunks(found.map((n) => n.key as ChunkId));
  const out = new Map<UnitId, DenseHit>();
  for (const { key, similarity } of found) {
    const chunk = chunks.get(key as ChunkId);
    if (!chunk || out.has(chunk.unitId) || !allowed(chunk.documentId)) continue;
    const { unitId, documentId, id } = chunk;
    out.set(unitId, {
      unitId,
      documentId,
      chunkId: id,
      closeness: trust * (1 - (top - similarity) / spread),
    });
  }
  return [...out.values()];
}

/** Chunk ids are the document's id, "#", and the place in it. */
const documentOf = (chunkId: string): DocumentId => chunkId.slice(0, chunkId.lastIndexOf('#')) as DocumentId;
