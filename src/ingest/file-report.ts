import type { IndexableDocument } from './model.ts';
import type { FileStatus, ReportedDocument, ReportedFile } from './report.ts';
import type { PlannedDocument, StoredDocument } from './sync.ts';
import type { FoundFile } from './walk.ts';

export function outcome(file: FoundFile, status: FileStatus, reason?: string): ReportedFile {
  return {
    path: file.path,
    source: file.source,
    status,
    ...(reason !== undefined && { reason }),
    documents: [],
  };
}

function statusOf(planned: readonly PlannedDocument[]): FileStatus {
  for (const status of ['added', 'updated'] as const) {
    if (planned.some((p) => p.outcome === status)) return status;
  }
  return planned.every((p) => p.outcome === 'duplicate') ? 'duplicate' : 'unchanged';
}

export function reportDocuments(
  file: FoundFile,
  planned: readonly PlannedDocument[],
  warnings: readonly string[],
): ReportedFile {
  const status = statusOf(planned);
  const twin = planned.find((p) => p.outcome === 'duplicate')?.of;
  return {
    path: file.path,
    source: file.source,
    status,
    ...(status === 'duplicate' &&
      twin !== undefined && { reason: `Trùng với ${twin.title} đã có từ ${twin.file}.` }),
    documents: planned.map(({ document }) => reportOne(document, warnings)),
  };
}

function reportOne(document: IndexableDocument, warnings: readonly string[]): ReportedDocument {
  return {
    id: document.facts.id,
    ...(document.facts.number !== undefined && { documentNumber: document.facts.number }),
    title: document.facts.title,
    articles: document.articles,
    chunks: document.chunks.length,
    warnings: [...new Set([...warnings, ...document.warnings])],
  };
}

export function reportRecords(
  file: FoundFile,
  planned: readonly PlannedDocument[],
  removed: number,
  failed: readonly string[],
  warnings: readonly string[],
): ReportedFile {
  const count = (outcome: PlannedDocument['outcome']) => planned.filter((p) => p.outcome === outcome).length;
  const records = {
    total: planned.length,
    added: count('added'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    duplicate: count('duplicate'),
    removed,
    failed: failed.length,
  };
  return {
    path: file.path,
    source: file.source,
    status: planned.length === 0 ? 'failed' : statusOf(planned),
    ...(failed.length > 0 && {
      reason: `${failed.length} dòng không nhận được: ${failed.slice(0, 5).join(' ')}${failed.length > 5 ? ' …' : ''}`,
    }),
    documents: [
      {
        id: `records:${file.source}`,
        title: `${planned.length} bản ghi thủ tục hành chính`,
        articles: 0,
        chunks: planned.reduce((sum, p) => sum + p.document.chunks.length, 0),
        warnings: [...warnings, ...failed],
        records,
      },
    ],
  };
}

export function reportStored(file: FoundFile, documents: readonly StoredDocument[]): ReportedDocument[] {
  if (documents.length > 20) {
    const total = documents.length;
    return [
      {
        id: `records:${file.source}`,
        title: `${total} bản ghi thủ tục hành chính`,
        articles: 0,
        chunks: documents.reduce((sum, document) => sum + document.chunks, 0),
        warnings: [],
        records: { total, added: 0, updated: 0, unchanged: total, duplicate: 0, removed: 0, failed: 0 },
      },
    ];
  }
  return documents.map((document) => ({
    id: document.id,
    ...(document.number !== undefined && { documentNumber: document.number }),
    title: document.title,
    articles: document.articles,
    chunks: document.chunks,
    warnings: [],
  }));
}
