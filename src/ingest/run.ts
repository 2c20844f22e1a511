import { isCorpusDocument } from './corpus/folder.ts';
import { ingestFile, type PipelineDeps } from './pipeline.ts';
import { type IngestReport, type ReportedFile, summarise } from './report.ts';
import type { Origin } from './sync.ts';
import { findFiles } from './walk.ts';

export interface IngestRun extends Omit<PipelineDeps, 'onProgress'> {
  readonly origin: Origin;
  /** One line for a terminal, whenever something moved. */
  readonly onProgress?: (text: string) => void;
  /** After each file that changed something, so that long runs serve early. */
  readonly onFile?: (file: ReportedFile) => void;
}

/**
 * Ingests files and folders, each file on its own: a failure never stops the rest. When the run is interrupted, what
 * was applied stays and the remaining files are simply not in the store.
 */
export async function ingestPaths(paths: readonly string[], run: IngestRun): Promise<IngestReport> {
  const started = performance.now();
  const { files, unreachable } = await findFiles(paths);
  const reported: ReportedFile[] = unreachable.map(({ path, reason }) => ({
    path,
    source: path.slice(path.lastIndexOf('/') + 1),
    status: 'failed',
    reason,
    documents: [],
  }));
  for (const [i, file] of files.entries()) {
    run.signal?.throwIfAborted();
    const where = `Tệp ${i + 1}/${files.length}: ${file.source}`;
    run.onProgress?.(where);
    const one = await ingestFile(file, run.origin, {
      ...run,
      onProgress: (_, done, total) => run.onProgress?.(`${where}, trang ${done}/${total}`),
    });
    reported.push(one);
    run.onFile?.(one);
  }
  return summarise(reported, performance.now() - started);
}

/**
 * Brings the store in step with the corpus folder: ingests its documents (Markdown; the folder's data files are not
 * documents) and forgets those that are gone from it.
 */
export async function syncCorpus(folder: string, run: Omit<IngestRun, 'origin'>): Promise<IngestReport> {
  const { files, unreachable } = await findFiles([folder]);
  const documents = files.map((file) => file.path).filter(isCorpusDocument);
  const report = await ingestPaths(documents, { ...run, origin: 'corpus' });
  // What cannot be reached now may be there still.
  if (unreachable.length > 0) return report;
  const present = new Set(documents);
  for (const stored of await run.store.filesOfOrigin('corpus')) {
    if (!present.has(stored.path)) await run.store.removeFile(stored.path);
  }
  return report;
}
