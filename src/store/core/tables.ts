import type { Generated } from 'kysely';

/** JSON columns are text, so that the same queries serve SQLite and PostgreSQL. */
export interface DocumentsTable {
  id: string;
  version: number;
  /** serving | withdrawn */
  state: string;
  kind: string;
  source: string;
  /** Path of the file it was read from: the owner of this version. */
  file: string;
  /** corpus | ingest | upload */
  origin: string;
  number: string | null;
  title: string;
  content_hash: string;
  facts: string;
  header: string | null;
  text: string;
  articles: number;
  chunk_count: number;
  warnings: string;
  added_at: string;
  updated_at: string;
}

export interface CoreTables {
  documents: DocumentsTable;
  document_versions: {
    document_id: string;
    version: number;
    source: string;
    content_hash: string;
    facts: string;
    text: string;
    replaced_at: string;
  };
  chunks: {
    id: string;
    document_id: string;
    ord: number;
    unit_id: string;
    path: string;
    label: string;
    heading: string;
    text: string;
    span_start: number;
    span_end: number;
    page: number | null;
  };
  vectors: { key: string; fingerprint: string; document_id: string; vector: Buffer };
  relations: {
    document_id: string;
    ord: number;
    kind: string;
    target: string;
    target_path: string | null;
    sentence: string;
    /** 1 when the rank of the acting document allows the relation (Law 64/2025/QH15). */
    acts: number;
    /** The text that does it, and since when, where the document only reports it. */
    by_number: string | null;
    by_from: string | null;
    /** Last day of a suspension, or of an extended text. */
    until: string | null;
    /** JSON: where in the acting document it is said. */
    place: string | null;
  };
  files: {
    path: string;
    sha256: string;
    reader_version: number;
    source: string;
    origin: string;
    documents: number;
    read_at: string;
  };
  changes: { generation: Generated<number>; document_id: string; kind: string; at: string };
}
