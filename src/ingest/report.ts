export type FileStatus = 'added' | 'updated' | 'unchanged' | 'duplicate' | 'refused' | 'failed';

export interface ReportedDocument {
  readonly id: string;
  readonly documentNumber?: string;
  readonly title: string;
  readonly articles: number;
  readonly chunks: number;
  readonly warnings: readonly string[];
  /** Only on the totals row of a file of procedure records. */
  readonly records?: RecordTotals;
}

export interface RecordTotals {
  readonly total: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicate: number;
  readonly removed: number;
  readonly failed: number;
}

export interface ReportedFile {
  readonly path: string;
  readonly source: string;
  readonly status: FileStatus;
  readonly reason?: string;
  readonly documents: readonly ReportedDocument[];
}

/** The contract's shape of `npm run -s ingest -- --json`. */
export interface IngestReport {
  readonly files: readonly ReportedFile[];
  readonly totals: Readonly<Record<FileStatus, number>> & {
    readonly files: number;
    readonly documents: number;
    readonly chunks: number;
    readonly ms: number;
  };
}

export function summarise(files: readonly ReportedFile[], ms: number): IngestReport {
  const count = (status: FileStatus) => files.filter((file) => file.status === status).length;
  const documents = files.flatMap((file) => file.documents);
  return {
    files,
    totals: {
      files: files.length,
      added: count('added'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      duplicate: count('duplicate'),
      refused: count('refused'),
      failed: count('failed'),
      documents: documents.reduce((sum, document) => sum + (document.records?.total ?? 1), 0),
      chunks: documents.reduce((sum, document) => sum + document.chunks, 0),
      ms: Math.round(ms),
    },
  };
}
