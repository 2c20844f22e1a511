import type { CallbackManagerForRetrieverRun } from '@langchain/core/callbacks/manager';
import { Document } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import { VectorStore } from '@langchain/core/vectorstores';
import type { ChunkId } from '../legal/model.ts';
import type { VectorIndex } from './dense/vector-index.ts';
import type { Chunk, ChunkSource, Embedder, Hit, RetrieveRequest, Retriever } from './model.ts';

/** Metadata of the LangChain documents that come out of this project. */
export interface ChunkMetadata {
  readonly chunkId: string;
  readonly unitId: string;
  readonly documentId: string;
  readonly label: string;
  readonly score?: number;
  readonly [key: string]: unknown;
}

/** Our embedder where LangChain wants `Embeddings`. */
export function asEmbeddings(embedder: Embedder): EmbeddingsInterface {
  return {
    embedDocuments: async (texts) => (await embedder.embedDocuments(texts)).map((v) => Array.from(v)),
    embedQuery: async (text) => Array.from(await embedder.embedQuery(text)),
  };
}

/** LangChain's `VectorStore` over any {@link VectorIndex}. Texts stay in the source; the index has ids only. */
export class ChunkVectorStore extends VectorStore {
  declare FilterType: (key: string) => boolean;
  readonly #index: VectorIndex;
  readonly #source: ChunkSource;

  constructor(embedder: Embedder, index: VectorIndex, source: ChunkSource) {
    super(asEmbeddings(embedder), {});
    this.#index = index;
    this.#source = source;
  }

  _vectorstoreType(): string {
    return 'tro-ly-cap-xa';
  }

  /** Documents must carry `metadata.chunkId` (or `id`) of a chunk that the source has. @returns the ids added. */
  async addVectors(vectors: number[][], documents: Document[]): Promise<string[]> {
    return vectors.map((vector, i) => {
      const id = documents[i]?.id ?? (documents[i]?.metadata as Partial<ChunkMetadata> | undefined)?.chunkId;
      if (id === undefined) throw new TypeError(`document ${i} has neither id nor metadata.chunkId`);
      this.#index.add(id, Float32Array.from(vector));
      return id;
    });
  }

  async addDocuments(documents: Document[]): Promise<string[]> {
    const vectors = await this.embeddings.embedDocuments(documents.map((d) => d.pageContent));
    return this.addVectors(vectors, documents);
  }

  override async delete(params?: { readonly ids?: readonly string[] }): Promise<void> {
    for (const id of params?.ids ?? []) this.#index.remove(id);
  }

  /** Pairs of document and cosine similarity. Chunks that the source no longer has are left out. */
  async similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: this['FilterType'],
  ): Promise<[Document<ChunkMetadata>, number][]> {
    const found = this.#index.search(Float32Array.from(query), k, filter);
    const chunks = await this.#source.chunks(found.map((n) => n.key as ChunkId));
    return found.flatMap(({ key, similarity }) => {
      const chunk = chunks.get(key as ChunkId);
      return chunk ? [[chunkToDocument(chunk), similarity] as [Document<ChunkMetadata>, number]] : [];
    });
  }
}

function chunkToDocument(chunk: Chunk): Document<ChunkMetadata> {
  const { id, unitId, documentId, label } = chunk;
  return new Document({ id, pageContent: chunk.text, metadata: { chunkId: id, unitId, documentId, label } });
}

export interface OfficialTextRetrieverInput extends BaseRetrieverInput {
  readonly retriever: Retriever;
  /** Everything but the question: date, reader, number of units. Called at each question. */
  readonly request: () => Omit<RetrieveRequest, 'query'>;
}

/** LangChain's `BaseRetriever` over the whole retrieval: fusion, look-ups, effectivity, access. */
export class OfficialTextRetriever extends BaseRetriever<ChunkMetadata> {
  override lc_namespace = ['tro-ly-cap-xa', 'retrieval'];
  readonly #input: OfficialTextRetrieverInput;

  constructor(input: OfficialTextRetrieverInput) {
    super(input);
    this.#input = input;
  }

  static override lc_name(): string {
    return 'OfficialTextRetriever';
  }

  override async _getRelevantDocuments(
    query: string,
    _manager?: CallbackManagerForRetrieverRun,
  ): Promise<Document<ChunkMetadata>[]> {
    const { hits } = await this.#input.retriever.retrieve({ ...this.#input.request(), query });
    return hits.map(hitToDocument);
  }
}

function hitToDocument(hit: Hit): Document<ChunkMetadata> {
  const { chunkId, unitId, documentId, label, score, text, source, effectivity } = hit;
  return new Document({
    id: chunkId,
    pageContent: text,
    metadata: { chunkId, unitId, documentId, label, score, source, effectivity: effectivity.status },
  });
}
