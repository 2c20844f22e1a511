import type { Chunk, Embedder, IndexedDocument } from '../model.ts';

/** One vector to be stored, keyed by the chunk it stands for. */
export interface ChunkVector {
  readonly key: string;
  readonly vector: Float32Array;
}

/** What is embedded of a chunk: its heading path tells the model what the words are about. */
export const embeddedText = (chunk: Pick<Chunk, 'heading' | 'text'>): string =>
  `${chunk.heading}\n${chunk.text}`;

/** Vectors of documents by an embedder, for the store that commits them with the document. */
export function createVectoriser(embedder: Embedder): {
  readonly fingerprint: string;
  vectorise(document: IndexedDocument): Promise<readonly ChunkVector[]>;
} {
  return {
    fingerprint: embedder.fingerprint,
    async vectorise({ chunks }) {
      const vectors = await embedder.embedDocuments(chunks.map(embeddedText));
      return chunks.map((chunk, i) => ({ key: chunk.id, vector: vectors[i]! }));
    },
  };
}
