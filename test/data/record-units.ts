import type { EvidenceUnit } from '../../src/answer/model.ts';
import type { IndexableDocument } from '../../src/ingest/model.ts';
import { understandRecords } from '../../src/ingest/records/file.ts';

/** @param jsonl lines of procedure records @returns each as evidence, its first chunk the hit */
export function recordUnits(jsonl: string): EvidenceUnit[] {
  const understood = understandRecords(jsonl, 'records.jsonl', 'jsonl');
  if (understood.status !== 'documents') throw new Error(understood.reason);
  return unitsOf(understood.documents);
}

export function unitsOf(documents: readonly IndexableDocument[]): EvidenceUnit[] {
  return documents.flatMap(({ facts, chunks }) => {
    const [first] = chunks;
    if (!first) return [];
    const { source, title: documentTitle, type: documentType } = facts;
    const { id: chunkId, unitId, path, label, text } = first;
    const hit = {
      rank: 1,
      score: 1,
      chunkId,
      documentId: facts.id,
      unitId,
      source,
      documentTitle,
      documentType,
      path,
      label,
      text,
      effectivity: { status: 'unknown' as const },
    };
    return [{ facts, chunks, hit }];
  });
}
