import type { IndexableDocument } from '../model.ts';
import { type ProcedureRecord, readRecords } from './record.ts';
import { findTwins, recordToIndexable } from './to-document.ts';

export type UnderstoodRecords =
  | {
      readonly status: 'documents';
      readonly documents: readonly IndexableDocument[];
      readonly warnings: readonly string[];
      /** One Vietnamese sentence a line that is no record. */
      readonly records: { readonly failed: readonly string[] };
    }
  | { readonly status: 'failed'; readonly reason: string; readonly format: 'json' | 'jsonl' };

/**
 * A file of procedure records, record by record: what is no record is told and the rest is taken.
 * A code that comes twice counts once, the later record wins and a warning says so.
 */
export function understandRecords(
  content: string,
  source: string,
  format: 'json' | 'jsonl',
): UnderstoodRecords {
  const records = new Map<string, ProcedureRecord>();
  const failed: string[] = [];
  const warnings: string[] = [];
  for (const outcome of readRecords(content, format)) {
    if (!outcome.ok) {
      failed.push(outcome.reason);
      continue;
    }
    const code = outcome.record.ma_thu_tuc.trim();
    if (records.has(code))
      warnings.push(`Mã ${code} có nhiều bản ghi trong ${source}; dùng bản ghi sau cùng.`);
    records.set(code, outcome.record);
  }
  if (records.size === 0) {
    const why = failed[0] ?? 'tệp không có bản ghi nào';
    return { status: 'failed', reason: `Không có bản ghi thủ tục nào trong ${source}: ${why}`, format };
  }
  const twins = findTwins(records.values());
  const documents = [...records].map(([code, record]): IndexableDocument => {
    const document = recordToIndexable(record, source, twins.get(code));
    return { ...document, facts: { ...document.facts, reading: 'original' } };
  });
  return { status: 'documents', documents, warnings, records: { failed } };
}
