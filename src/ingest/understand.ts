import { basename } from 'node:path';
import { GuideFormatError } from './corpus/front-matter.ts';
import { parseGuide } from './corpus/guide.ts';
import type { FileFormat, IndexableDocument, OfficialDocument, ReadOptions, ReadValue } from './model.ts';
import { parseOfficialDocument } from './official/parse.ts';
import { splitDocuments } from './official/several.ts';
import { type OfficialOptions, officialToIndexable } from './official/to-document.ts';
import { readGated } from './read-gated.ts';
import { understandRecords } from './records/file.ts';
import { printoutToIndexable } from './records/printout.ts';
import { findDraftMark } from './safety/draft.ts';

/** What one file turned out to be. `refused`/`failed` carry one Vietnamese sentence. */
export type Understood =
  | {
      readonly status: 'documents';
      readonly documents: readonly IndexableDocument[];
      readonly warnings: readonly string[];
      /** Present for files of procedure records. */
      readonly records?: { readonly failed: readonly string[] };
    }
  | { readonly status: 'refused' | 'failed'; readonly reason: string; readonly format?: FileFormat };

/**
 * Reads one file and understands it: procedure records, a document of the project's own corpus, or an official
 * document. The order of the gates matters: nothing of a stamped text goes past the first line.
 */
export async function understandFile(
  bytes: Uint8Array,
  source: string,
  options: ReadOptions = {},
): Promise<Understood> {
  const read = await readGated(bytes, source, options);
  if (read.status === 'secret') return { ...read, status: 'refused' };
  if (read.status !== 'readable') return read;
  const { format } = read.value;
  if (format === 'json' || format === 'jsonl')
    return understandRecords(wholeText(read.value), source, format);
  return (
    (format === 'md' ? understandGuide(read.value, source) : undefined) ??
    understandPrintout(read.value, source) ??
    understandOfficial(read.value, source)
  );
}

/** Parses what was read as one official document, as `inspect` and uploads do: of a file that holds several, the first. */
export function parseRead(value: ReadValue, source: string): OfficialDocument {
  const [first, ...others] = splitDocuments(value);
  const official = parseOfficialDocument(first!, basename(source));
  if (others.length === 0) return official;
  return { ...official, warnings: [firstOfSeveral(others), ...official.warnings] };
}

function firstOfSeveral(others: readonly ReadValue[]): string {
  const pages = others.flatMap(({ paged, pages: [page] }) => (paged && page ? [page.page] : []));
  const where = pages.length > 0 ? ` (văn bản sau bắt đầu ở trang ${pages.join(', ')})` : '';
  return `Tệp có ${others.length + 1} văn bản nối tiếp nhau${where}; chỉ văn bản đầu được hiểu ở đây. Anh/chị tách tệp và gửi từng văn bản.`;
}

function understandGuide(value: ReadValue, source: string): Understood | undefined {
  try {
    const guide = parseGuide(wholeText(value), source);
    return guide && { status: 'documents', documents: [guide], warnings: guide.warnings };
  } catch (error) {
    if (!(error instanceof GuideFormatError)) throw error;
    return { status: 'failed', reason: error.message, format: value.format };
  }
}

export function understandPrintout(value: ReadValue, source: string): Understood | undefined {
  const starts: { page: number; start: number }[] = [];
  let length = 0;
  for (const page of value.pages) {
    starts.push({ page: page.page, start: length });
    length += page.text.length + 1;
  }
  const pageOf = (offset: number) =>
    value.paged ? starts.findLast((page) => page.start <= offset)?.page : undefined;
  const document = printoutToIndexable(wholeText(value), source, pageOf);
  return document && { status: 'documents', documents: [document], warnings: value.warnings };
}

/** Every document of the file; of one that holds several, a draft or an empty one makes no reason against the others. */
function understandOfficial(value: ReadValue, source: string): Understood {
  const parts = splitDocuments(value);
  const [first, ...others] = parts.map((part) => understandPart(part, source));
  if (first?.status !== 'documents' || others.length === 0) return first!;
  const documents = [first, ...others].flatMap((part) => (part.status === 'documents' ? part.documents : []));
  const warning = severalDocuments(parts.length);
  return {
    status: 'documents',
    documents,
    warnings: [warning, ...new Set(documents.flatMap((d) => d.warnings))],
  };
}

function severalDocuments(n: number): string {
  return `Tệp có ${n} văn bản nối tiếp nhau, mỗi văn bản được đọc riêng.`;
}

function understandPart(value: ReadValue, source: string): Understood {
  const official = parseOfficialDocument(value, basename(source));
  const draft = findDraftMark(value, official);
  if (draft !== undefined) return { status: 'refused', reason: draft, format: value.format };
  const document = readOfficial(value, official, source);
  if (document.chunks.length === 0) {
    return {
      status: 'failed',
      reason: `Tệp ${source} không có nội dung chữ để lập chỉ mục; hãy kiểm tra lại tệp gốc.`,
      format: value.format,
    };
  }
  return { status: 'documents', documents: [document], warnings: [...value.warnings, ...document.warnings] };
}

/** An official document of what was read, with how it was read. */
export function readOfficial(
  value: ReadValue,
  official: OfficialDocument,
  source: string,
  options: OfficialOptions = {},
): IndexableDocument {
  const understood = officialToIndexable(official, source, options);
  return { ...understood, facts: { ...understood.facts, reading: readingOf(value) } };
}

function readingOf(value: ReadValue): 'original' | 'text' | 'ocr' {
  if (value.pages.some((page) => page.ocr)) return 'ocr';
  return value.paged || value.format === 'doc' || value.format === 'docx' ? 'original' : 'text';
}

export function wholeText(value: ReadValue): string {
  return value.pages.map((page) => page.text).join('\n');
}
