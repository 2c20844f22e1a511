import type { DocumentHeader, DocumentId } from '../legal/model.ts';
import type { DocumentFacts, DocumentScope } from '../retrieval/model.ts';
import type { IndexableDocument } from './model.ts';

export type Origin = 'corpus' | 'ingest' | 'upload';
export type SyncOutcome = 'added' | 'updated' | 'unchanged' | 'duplicate';

/** What the store already has under an id or a content hash. */
export interface StoredDocument {
  readonly id: DocumentId;
  readonly file: string;
  readonly origin: Origin;
  readonly contentHash: string;
  readonly header?: DocumentHeader;
  readonly ownWords: boolean;
  readonly reading?: DocumentFacts['reading'];
  readonly withdrawn: boolean;
  readonly scope?: DocumentScope;
  readonly title: string;
  readonly number?: string;
  readonly articles: number;
  readonly chunks: number;
}

export interface StoredFile {
  readonly path: string;
  readonly sha256: string;
  readonly readerVersion: number;
}

export interface KeyedVector {
  readonly key: string;
  readonly vector: Float32Array;
}

export interface PlannedPut {
  readonly document: IndexableDocument;
  readonly outcome: 'added' | 'updated';
  readonly vectors: readonly KeyedVector[];
}

/** What one file changes, or a slice of it, applied in one transaction. */
export interface SyncPlan {
  readonly file: StoredFile & { readonly source: string; readonly origin: Origin };
  readonly put: readonly PlannedPut[];
  readonly remove: readonly DocumentId[];
}

export interface PlannedDocument {
  readonly document: IndexableDocument;
  readonly outcome: SyncOutcome;
  /** The stored document this one repeats. */
  readonly of?: StoredDocument;
}

/** The store, as synchronisation needs it. */
export interface SyncStore {
  file(path: string): Promise<StoredFile | undefined>;
  filesOfOrigin(origin: Origin): Promise<readonly StoredFile[]>;
  documentsOfFile(path: string): Promise<readonly StoredDocument[]>;
  documents(ids: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, StoredDocument>>;
  /** Unnumbered documents with this title. */
  unnumbered(title: string): Promise<readonly StoredDocument[]>;
  byContentHash(hashes: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>>;
  text(id: DocumentId): Promise<string | undefined>;
  /** One transaction: all of the plan or nothing. */
  apply(plan: SyncPlan, embedderFingerprint: string): Promise<void>;
  /** Forgets a file and the documents that only it gave. */
  removeFile(path: string): Promise<readonly DocumentId[]>;
}

/**
 * Decides what each understood document of a file is to the store. Pure; identities are settled before
 * (src/ingest/identity.ts).
 *
 * - a published record supersedes the project's own text of the same procedure, never the other way round;
 * - the same text from another file is a duplicate: the version that serves stays, unless a person typed what it lacks;
 * - a worse reading of the same paper (OCR beside a born-digital original) is a duplicate too.
 */
export function planDocuments(
  file: string,
  wanted: readonly IndexableDocument[],
  stored: ReadonlyMap<DocumentId, StoredDocument>,
  byHash: ReadonlyMap<string, StoredDocument>,
): PlannedDocument[] {
  return wanted.map((document) => {
    const twin = stored.get(document.facts.id);
    if (twin === undefined) {
      const copy = document.facts.kind === 'procedure' ? undefined : byHash.get(document.contentHash);
      return copy !== undefined && copy.file !== file
        ? { document, outcome: 'duplicate', of: copy }
        : { document, outcome: 'added' };
    }
    const same = twin.contentHash === document.contentHash && !correctsMore(document, twin);
    if (twin.file === file) return { document, outcome: same ? 'unchanged' : 'updated', of: twin };
    const ours = document.facts.ownWords && !twin.ownWords;
    return {
      document,
      outcome: same || ours || worseReading(document, twin) ? 'duplicate' : 'updated',
      of: twin,
    };
  });
}

/** A person typed something that the stored version does not say. */
function correctsMore({ corrected = {} }: IndexableDocument, { header }: StoredDocument): boolean {
  return (Object.keys(corrected) as (keyof DocumentHeader)[]).some(
    (field) => corrected[field] !== header?.[field],
  );
}

const READING_RANK = { original: 2, text: 1, ocr: 0 } as const;

function worseReading(document: IndexableDocument, twin: StoredDocument): boolean {
  const rank = (reading: DocumentFacts['reading']) => READING_RANK[reading ?? 'text'];
  return twin.ownWords === document.facts.ownWords && rank(document.facts.reading) < rank(twin.reading);
}

/** Documents written (or removed) in one transaction: a server that writes meanwhile waits no longer than for these. */
const SLICE = 100;

/**
 * Cuts what a file changes into slices, one transaction each. Puts come before removals, so that a document that goes by
 * another id now is never absent; every document is its old or its new version at any moment.
 */
export function sliceChanges<T>(
  puts: readonly T[],
  remove: readonly DocumentId[],
  size: number = SLICE,
): { readonly puts: readonly T[]; readonly remove: readonly DocumentId[] }[] {
  const cut = <I>(items: readonly I[]) =>
    Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
  if (puts.length + remove.length <= size) return [{ puts, remove }];
  return [
    ...cut(puts).map((slice) => ({ puts: slice, remove: [] })),
    ...cut(remove).map((slice) => ({ puts: [], remove: slice })),
  ];
}

/** Ids that the file gave before and no longer gives: their chunks must not stay behind. */
export function droppedIds(
  wanted: readonly IndexableDocument[],
  ofFile: readonly StoredDocument[],
): DocumentId[] {
  const kept = new Set(wanted.map((document) => document.facts.id));
  return ofFile.filter((document) => !kept.has(document.id)).map((document) => document.id);
}

/** The same document under another id (two files of one name in different folders). */
export function rekey(document: IndexableDocument, id: DocumentId): IndexableDocument {
  const old = document.facts.id;
  const swap = <T extends string>(value: T): T => (id + value.slice(old.length)) as T;
  return {
    ...document,
    facts: { ...document.facts, id },
    chunks: document.chunks.map((chunk) => ({
      ...chunk,
      id: swap(chunk.id),
      unitId: swap(chunk.unitId),
      documentId: id,
    })),
  };
}
