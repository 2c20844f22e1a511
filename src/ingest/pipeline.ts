import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { IndexedDocument } from '../retrieval/model.ts';
import { outcome, reportDocuments, reportRecords, reportStored } from './file-report.ts';
import { settleIdentities } from './identity.ts';
import type { IndexableDocument, ReadOptions } from './model.ts';
import type { ReportedFile } from './report.ts';
import {
  droppedIds,
  type KeyedVector,
  type Origin,
  type PlannedDocument,
  planDocuments,
  type SyncPlan,
  type SyncStore,
} from './sync.ts';
import { type Understood, understandFile } from './understand.ts';
import type { FoundFile } from './walk.ts';

/** Raise when a change of readers or parsers must make unchanged files be read again. */
export const READER_VERSION = 2;

/** A larger file is refused: nothing a department sends comes near, and memory stays bounded. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024;

export interface Vectoriser {
  readonly fingerprint: string;
  /** The vectors that represent a document, keyed by chunk or unit id. */
  vectorise(document: IndexedDocument): Promise<readonly KeyedVector[]>;
}

export interface PipelineDeps {
  readonly store: SyncStore;
  readonly vectoriser: Vectoriser;
  readonly today: string;
  readonly onProgress?: (file: FoundFile, done: number, total: number) => void;
  readonly onFault?: (file: FoundFile, error: unknown) => void;
  readonly signal?: AbortSignal;
  readonly pageCacheDir?: string;
}

/**
 * Takes one file into the store: read → understand → plan → apply (one transaction).
 * Never throws for what is wrong with the file; throws when the store cannot be written.
 */
export async function ingestFile(file: FoundFile, origin: Origin, deps: PipelineDeps): Promise<ReportedFile> {
  const bytes = await readBytes(file.path);
  if (typeof bytes === 'string') return outcome(file, 'failed', bytes);
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
    return await understandFile(bytes, file.source, readOptions(file, deps));
  } catch (error) {
    deps.signal?.throwIfAborted();
    deps.onFault?.(file, error);
    return {
      status: 'failed',
      reason: 'Chương trình gặp lỗi khi phân tích tệp này; tệp chưa được nạp. Hãy báo quản trị kèm tên tệp.',
    };
  }
}

function readOptions(file: FoundFile, deps: PipelineDeps): ReadOptions & { today: string } {
  return {
    today: deps.today,
    ...(deps.signal !== undefined && { signal: deps.signal }),
    ...(deps.pageCacheDir !== undefined && { pageCacheDir: deps.pageCacheDir }),
    ...(deps.onProgress !== undefined && {
      onProgress: (done: number, total: number) => deps.onProgress?.(file, done, total),
    }),
  };
}

/** Reads through one handle and compares sizes, so that a file that changes while it is read is not half taken. */
async function readBytes(path: string): Promise<Uint8Array | string> {
  try {
    const handle = await open(path, 'r');
    try {
      const before = await handle.stat();
      if (before.size > MAX_FILE_BYTES) {
        return `Tệp lớn hơn ${MAX_FILE_BYTES / 1024 / 1024} MB; hãy tách tệp rồi nạp lại.`;
      }
      const bytes = await handle.readFile();
      const after = await handle.stat();
      if (after.mtimeMs !== before.mtimeMs || after.size !== bytes.byteLength) {
        return 'Tệp đang thay đổi trong khi đọc; hãy đợi ghi xong rồi nạp lại.';
      }
      return bytes;
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = (error as { code?: string }).code;
    return code === 'EACCES'
      ? 'Không có quyền đọc tệp; hãy kiểm tra quyền.'
      : `Không đọc được tệp (${code ?? 'lỗi'}); hãy thử lại.`;
  }
}

async function applyUnderstood(
  file: FoundFile,
  origin: Origin,
  sha256: string,
  understood: Extract<Understood, { status: 'documents' }>,
  deps: PipelineDeps,
): Promise<ReportedFile> {
  const { planned, plan } = await planFile(file, origin, sha256, understood.documents, deps);
  await deps.store.apply(plan, deps.vectoriser.fingerprint);
  return understood.records === undefined
    ? reportDocuments(file, planned, understood.warnings)
    : reportRecords(file, planned, plan.remove.length, understood.records.failed, understood.warnings);
}

/** What the documents of one file are to the store, and all that must be written; nothing is written yet. */
export async function planFile(
  file: Pick<FoundFile, 'path' | 'source'>,
  origin: Origin,
  sha256: string,
  documents: readonly IndexableDocument[],
  deps: Pick<PipelineDeps, 'store' | 'vectoriser' | 'signal'>,
): Promise<{ planned: readonly PlannedDocument[]; plan: SyncPlan }> {
  const ofFile = await deps.store.documentsOfFile(file.path);
  const wanted = await settleIdentities(file.path, documents, deps.store);
  const planned = await plan(file, wanted, deps.store);
  const puts = planned.filter((p) => p.outcome === 'added' || p.outcome === 'updated');
  const put = [];
  for (const p of puts) {
    deps.signal?.throwIfAborted();
    put.push({
      document: p.document,
      outcome: p.outcome as 'added' | 'updated',
      vectors: await deps.vectoriser.vectorise(p.document),
    });
  }
  const row = { path: file.path, sha256, readerVersion: READER_VERSION, source: file.source, origin };
  return { planned, plan: { file: row, put, remove: droppedIds(wanted, ofFile) } };
}

async function plan(
  file: Pick<FoundFile, 'path'>,
  documents: readonly IndexableDocument[],
  store: SyncStore,
): Promise<PlannedDocument[]> {
  const stored = await store.documents(documents.map((document) => document.facts.id));
  const byHash = await store.byContentHash(documents.map((document) => document.contentHash));
  return planDocuments(file.path, documents, stored, byHash);
}
