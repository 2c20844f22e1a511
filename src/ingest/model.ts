import type {
  DocumentHeader,
  LegalNode,
  PartTerm,
  Relation,
  SunsetClause,
  TransitionalClause,
} from '../legal/model.ts';
import type { Chunk, DocumentFacts } from '../retrieval/model.ts';
import type { SecretLevel } from './safety/stamp-words.ts';

export type FileFormat =
  | 'pdf'
  | 'image'
  | 'doc'
  | 'docx'
  | 'xls'
  | 'xlsx'
  | 'html'
  | 'rtf'
  | 'txt'
  | 'md'
  | 'json'
  | 'jsonl';

export interface ReadPage {
  /** 1-based. A format without pages has one page. */
  readonly page: number;
  /** NFC, lines separated by "\n", reading order, running heads and page numbers taken out. */
  readonly text: string;
  readonly ocr: boolean;
  /** 0..1 mean word confidence of OCR. */
  readonly ocrConfidence?: number;
  /** Words with figures that OCR is unsure of, as they stand in `text`. */
  readonly doubtful?: readonly string[];
  /** Secrecy stamps seen on the page's picture; they are no part of `text`. */
  readonly marks?: readonly PageMark[];
}

export interface PageMark {
  readonly level: SecretLevel;
  /** Where its middle stands: 0 top of the page, 1 bottom. Absent where that says nothing: a watermark over the whole
   * page, a picture in a file without pages. */
  readonly height?: number;
}

export interface ReadValue {
  readonly format: FileFormat;
  readonly paged: boolean;
  readonly pages: readonly ReadPage[];
  /** Vietnamese sentences for people. */
  readonly warnings: readonly string[];
}

/** `refused`: we understood the file and will not take it (secret stamp, draft, unsupported type);
 * `failed`: the file could not be read. `reason` is one Vietnamese sentence: what, where, what to do. */
export type ReadOutcome =
  | { readonly status: 'readable'; readonly value: ReadValue }
  | { readonly status: 'refused' | 'failed'; readonly reason: string; readonly format?: FileFormat };

export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** Finished OCR pages are kept here by content hash, so that interrupted work resumes. */
  readonly pageCacheDir?: string;
}

/** An official document as understood: header, text, tree. */
export interface OfficialDocument {
  readonly header: DocumentHeader;
  /** All pages joined; every span points into it. */
  readonly text: string;
  readonly tree: LegalNode;
  readonly relations: readonly Relation[];
  readonly sunset?: SunsetClause;
  readonly transitional?: readonly TransitionalClause[];
  readonly parts?: readonly PartTerm[];
  readonly warnings: readonly string[];
}

/** What one source file or record becomes: the unit of sync. */
export interface IndexableDocument {
  readonly facts: DocumentFacts;
  readonly header?: DocumentHeader;
  /** Fields of the header that a person typed: stored even when the text says nothing new. */
  readonly corrected?: Partial<DocumentHeader>;
  readonly text: string;
  /** SHA-256 of what was understood (not of the file), so that the same content from another file is seen. */
  readonly contentHash: string;
  /** Number of điều (0 for procedures and documents without articles). */
  readonly articles: number;
  readonly chunks: readonly Chunk[];
  readonly relations: readonly Relation[];
  readonly warnings: readonly string[];
}
