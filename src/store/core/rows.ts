import type { Selectable } from 'kysely';
import type { Origin, StoredDocument } from '../../ingest/sync.ts';
import type { ChunkId, DocumentHeader, DocumentId, UnitId } from '../../legal/model.ts';
import type { Chunk, DocumentFacts } from '../../retrieval/model.ts';
import type { CoreTables } from './tables.ts';

export type ChunkRow = Selectable<CoreTables['chunks']>;

export function chunkOf(row: ChunkRow): Chunk {
  return {
    id: row.id as ChunkId,
    documentId: row.document_id as DocumentId,
    unitId: row.unit_id as UnitId,
    path: JSON.parse(row.path) as Chunk['path'],
    label: row.label,
    heading: row.heading,
    text: row.text,
    span: { start: row.span_start, end: row.span_end },
    ...(row.page !== null && { page: row.page }),
  };
}

export function chunkRow(chunk: Chunk, ord: number): ChunkRow {
  return {
    id: chunk.id,
    document_id: chunk.documentId,
    ord,
    unit_id: chunk.unitId,
    path: JSON.stringify(chunk.path),
    label: chunk.label,
    heading: chunk.heading,
    text: chunk.text,
    span_start: chunk.span.start,
    span_end: chunk.span.end,
    page: chunk.page ?? null,
  };
}

export function factsOf(json: string): DocumentFacts {
  return JSON.parse(json) as DocumentFacts;
}

export const STORED_COLUMNS = [
  'id',
  'file',
  'origin',
  'content_hash',
  'state',
  'title',
  'number',
  'articles',
  'chunk_count',
  'facts',
  'header',
] as const;

export function storedOf(
  row: Pick<Selectable<CoreTables['documents']>, (typeof STORED_COLUMNS)[number]>,
): StoredDocument {
  const { ownWords, reading, scope } = factsOf(row.facts);
  return {
    id: row.id as DocumentId,
    file: row.file,
    origin: row.origin as Origin,
    contentHash: row.content_hash,
    ...(row.header !== null && { header: JSON.parse(row.header) as DocumentHeader }),
    ownWords,
    ...(reading !== undefined && { reading }),
    withdrawn: row.state !== 'serving',
    scope,
    title: row.title,
    ...(row.number !== null && { number: row.number }),
    articles: row.articles,
    chunks: row.chunk_count,
  };
}

/** SQLite binds at most 32,766 variables; lists are cut well below. */
export function* batches<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size);
}
