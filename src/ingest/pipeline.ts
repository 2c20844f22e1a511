import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { DocumentId } from '../legal/model.ts';
import type { IndexedDocument } from '../retrieval/model.ts';
import { outcome, reportDocuments, reportRecords, reportStored } from './file-report.ts';
import { settleIdentities } from './identity.ts';
import type { IndexableDocument, ReadOptions } from './model.ts';
import { readBytes } from './read-bytes.ts';
import type { ReportedFile } from './report.ts';
import {
  droppedIds,
  type KeyedVector,
  type Origin,
  type PlannedDocument,
  type PlannedPut,
  planDocuments,
  type SyncPlan,
  type SyncStore,
  sliceChanges,
} from './sync.ts';
import type { Understood } from './understand.ts';
import type { FoundFile } from './walk.ts';

/** Raise when a change of readers or parsers must make unchanged files be read again. */
export const READER_VERSION = 6;

export interface Vectoriser {
  readonly fingerprint: string;
  /** The vectors that represent a document, keyed by chunk or unit id. */
  vectorise(document: IndexedDocument): Promise<readonly KeyedVector[]>;
}

export interface PipelineDeps {
  readonly store: SyncStore;
  readonly vectoriser: Vectoriser;
  /** Reads and understands one file: in a process of its own (reading/process.ts) unless the files are our own. */
  readonly understand: (bytes: Uint8Array, source: string, options: ReadOptions) => Promise<Understood>;
  readonly onProgress?: (file: FoundFile, done: number, total: number) => void;
  readonly onFault?: (file: FoundFile, error: unknown) => void;
  readonly signal?: AbortSignal;
  readonly pageCacheDir?: string;
}

/**
 * Takes one file into the store: read → understand → plan → apply (one transaction for each hundred
 * documents: killed in between, the next run goes on).
 * Never throws for what is wrong with the file; throws when the store cannot be written.
 */
export async function ingestFile(file: FoundFile, origin: Origin, deps: PipelineDeps): Promise<ReportedFile> {
  const read = await readBytes(file.path);
  if (read.status !== 'bytes')
    return outcome(file, read.status === 'absent' ? 'failed' : read.status, read.reason);
  const { bytes } = read;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = await deps.store.file(file.path);
  if (known?.sha256 === sha256 && known.readerVersion === READER_VERSION) {
    const documents = await deps.store.documentsOfFile(file.path);
    // A file that only repeated others is looked at again: what it repeated may be gone.
    if (documents.length > 0)
      return { ...outcome(file, 'unchanged'), documents: reportStored(file, documents) };
  }
  const understood = await understandSafely(bytes, file, deps);
  if (understood.status !== 'documents') return outcome(file, understood.status, understood.reason);
  return applyUnderstood(file, origin, sha256, understood, deps);
}

/** A fault of ours on one file must not stop the others; the operator finds it in `onFault`. */
async function understandSafely(bytes: Uint8Array, file: FoundFile, deps: PipelineDeps): Promise<Understood> {
  try {
    return await deps.understand(bytes, file.source, readOptions(file, deps));
  } catch (error) {
    deps.signal?.throwIfAborted();
    deps.onFault?.(file, error);
    return {
      status: 'failed',
      reason: 'Chương trình gặp lỗi khi phân tích tệp này; tệp chưa được nạp. Hãy báo quản trị kèm tên tệp.',
    };
  }
}

function readOptions(file: FoundFile, deps: PipelineDeps): ReadOptions {
  return {
    ...(deps.signal !== undefined && { signal: deps.signal }),
    ...(deps.pageCacheDir !== undefined && { pageCacheDir: deps.pageCacheDir }),
    ...(deps.onProgress !== undefined && {
      onProgress: (done: number, total: number) => deps.onProgress?.(file, done, total),
    }),
  };
}

async function applyUnderstood(
  file: FoundFile,
  origin: Origin,
  sha256: string,
  understood: Extract<Understood, { status: 'documents' }>,
  deps: PipelineDeps,
): Promise<ReportedFile> {
  const { planned, puts, remove } = await planDocumentsOf(file, understood.documents, deps.store);
  const row = { path: file.path, readerVersion: READER_VERSION, source: file.source, origin };
  const slices = sliceChanges(puts, remove);
  for (const [i, slice] of slices.entries()) {
    const last = i === slices.length - 1;
    const put = await vectorised(slice.puts, deps);
    // Until all is written the file counts as never read: whatever stops us, the next run goes through it again.
    const plan = { file: { ...row, sha256: last ? sha256 : UNFINISHED }, put, remove: slice.remove };
    await deps.store.apply(plan, deps.vectoriser.fingerprint);
    if (!last) await setTimeout(PAUSE_MS);
  }
  return understood.records === undefined
    ? reportDocuments(file, planned, understood.warnings)
    : reportRecords(file, planned, remove.length, understood.records.failed, understood.warnings);
}

/** No file has it as its SHA-256. */
const UNFINISHED = '';
/** Milliseconds between two slices: SQLite looks at most every 100 ms whether it may write, and a server's own writes
 * (questions, answers) must get their turn. */
const PAUSE_MS = 100;

async function vectorised(
  planned: readonly PlannedDocument[],
  { vectoriser, signal }: Pick<PipelineDeps, 'vectoriser' | 'signal'>,
): Promise<PlannedPut[]> {
  const puts: PlannedPut[] = [];
  for (const { document, outcome } of planned) {
    signal?.throwIfAborted();
    puts.push({
      document,
      outcome: outcome === 'added' ? 'added' : 'updated',
      vectors: await vectoriser.vectorise(document),
    });
  }
  return puts;
}

/** What the documents of one file are to the store, and all that must be written in one go; nothing is written yet. */
export async function planFile(
  file: Pick<FoundFile, 'path' | 'source'>,
  origin: Origin,
  sha256: string,
  documents: readonly IndexableDocument[],
  deps: Pick<PipelineDeps, 'store' | 'vectoriser' | 'signal'>,
): Promise<{ planned: readonly PlannedDocument[]; plan: SyncPlan }> {
  const { planned, puts, remove } = await planDocumentsOf(file, documents, deps.store);
  const row = { path: file.path, sha256, readerVersion: READER_VERSION, source: file.source, origin };
  return { planned, plan: { file: row, put: await vectorised(puts, deps), remove } };
}

async function planDocumentsOf(
  file: Pick<FoundFile, 'path'>,
  documents: readonly IndexableDocument[],
  store: SyncStore,
): Promise<{
  planned: readonly PlannedDocument[];
  puts: readonly PlannedDocument[];
  remove: readonly DocumentId[];
}> {
  const ofFile = await store.documentsOfFile(file.path);
  const wanted = await settleIdentities(file.path, documents, store);
  const stored = await store.documents(wanted.map((document) => document.facts.id));
  const byHash = await store.byContentHash(wanted.map((document) => document.contentHash));
  const planned = planDocuments(file.path, wanted, stored, byHash);
  const puts = planned.filter(({ outcome }) => outcome === 'added' || outcome === 'updated');
  return { planned, puts, remove: droppedIds(wanted, ofFile) };
}
