import type { DocumentId } from '../../legal/model.ts';
import type { DocumentFacts, Embedder, IndexedDocument } from '../model.ts';
import { type ChunkVector, embeddedText } from './vectoriser.ts';

/** A stored document without vectors of some embedder. A newer version makes its vectors void. */
export interface LackingDocument {
  readonly id: DocumentId;
  readonly version: number;
}

/** The store, as embedding after the fact needs it. */
export interface VectorSink {
  lacking(fingerprint: string): Promise<readonly LackingDocument[]>;
  document(id: DocumentId): Promise<IndexedDocument | undefined>;
  /** False when the document changed meanwhile: nothing is written then. */
  putVectors(
    document: LackingDocument,
    fingerprint: string,
    vectors: readonly ChunkVector[],
  ): Promise<boolean>;
  /** Removes the vectors of other embedders. */
  dropVectorsOfOthers(fingerprint: string): Promise<void>;
}

export interface EmbedMissing {
  readonly embedder: Embedder;
  readonly store: VectorSink;
  /** Which documents may be given to the embedder. */
  readonly maySend: (facts: DocumentFacts) => boolean;
  /** What is sent in place of a text (personal data masked). */
  readonly prepare: (text: string) => string;
  /** Documents the embedder would not take; grows, and is not asked for again until the caller empties it. */
  readonly refused: Set<DocumentId>;
  /** Documents that {@link maySend} kept back; the caller empties it when documents change. */
  readonly withheld: Set<DocumentId>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops after this many documents, so that others may write in between. */
  readonly atMost?: number;
}

/** Texts collected for one call of the embedder, which sends them on in requests of its own size. */
const BATCH = 256;
/** So many refusals one after another are a fault of the endpoint, not of the documents. */
const REFUSALS = 5;

interface Piece {
  readonly lacking: LackingDocument;
  readonly document: IndexedDocument;
}

/**
 * Embeds the documents that have no vectors of this embedder: new ones, those taken in while the endpoint was down, and
 * all of them after a change of model. @returns documents that were given vectors
 * @throws what the embedder throws when it is down; what was embedded before stays
 */
export async function embedMissing(work: EmbedMissing): Promise<number> {
  const { store, embedder, atMost = Number.POSITIVE_INFINITY } = work;
  const all = (await store.lacking(embedder.fingerprint)).filter(
    ({ id }) => !work.refused.has(id) && !work.withheld.has(id),
  );
  let done = 0;
  let seen = 0;
  let passed = 0;
  let batch: Piece[] = [];
  const flush = async () => {
    done += await embedBatch(work, batch);
    batch = [];
    work.onProgress?.(seen, all.length);
  };
  for (const lacking of all) {
    if (done + batch.length >= atMost) break;
    work.signal?.throwIfAborted();
    seen++;
    const document = await store.document(lacking.id);
    if (document === undefined || document.chunks.length === 0) continue;
    if (!work.maySend(document.facts)) {
      work.withheld.add(lacking.id);
      passed++;
      continue;
    }
    batch.push({ lacking, document });
    if (batch.reduce((n, piece) => n + piece.document.chunks.length, 0) >= BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  // Only once nothing waits: until then a return to the former model costs nothing.
  if (done > 0 && done + passed === all.length && work.refused.size === 0)
    await store.dropVectorsOfOthers(embedder.fingerprint);
  return done;
}

async function embedBatch(work: EmbedMissing, batch: readonly Piece[]): Promise<number> {
  try {
    return await embedTogether(work, batch);
  } catch (error) {
    if (!isAboutContent(error)) throw error;
    return embedOneByOne(work, batch);
  }
}

async function embedTogether(
  { embedder, store, prepare, signal }: EmbedMissing,
  batch: readonly Piece[],
): Promise<number> {
  const texts = batch.flatMap(({ document }) => document.chunks.map((chunk) => prepare(embeddedText(chunk))));
  const vectors = await embedder.embedDocuments(texts);
  signal?.throwIfAborted();
  let at = 0;
  let done = 0;
  for (const { lacking, document } of batch) {
    const own = document.chunks.map((chunk) => ({ key: chunk.id, vector: vectors[at++]! }));
    if (await store.putVectors(lacking, embedder.fingerprint, own)) done++;
  }
  return done;
}

/** One text that the endpoint does not take must not keep the others out. */
async function embedOneByOne(work: EmbedMissing, batch: readonly Piece[]): Promise<number> {
  let done = 0;
  let inARow: DocumentId[] = [];
  for (const { lacking, document } of batch) {
    try {
      done += await embedTogether(work, [{ lacking, document }]);
      inARow = [];
    } catch (error) {
      inARow.push(lacking.id);
      if (!isAboutContent(error) || inARow.length >= REFUSALS) {
        // The endpoint's fault after all: none of these is to wait longer than the endpoint does.
        for (const id of inARow) work.refused.delete(id);
        throw error;
      }
      work.refused.add(lacking.id);
    }
  }
  return done;
}

/** May one text be why, so that others are better asked for without it? */
function isAboutContent(error: unknown): boolean {
  const { status, fault } = error as { status?: number; fault?: unknown };
  return fault === 'numbers' || fault === 'count' || status === 400 || status === 413 || status === 422;
}
