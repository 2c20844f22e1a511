import type { DocumentHeader, LegalNode, Relation } from '../legal/model.ts';
import type { FileFormat, ReadOptions, ReadValue } from './model.ts';
import { readSource } from './readers/index.ts';
import { findSecretStamp, secretRefusal } from './safety/secret-stamp.ts';
import { parseRead, wholeText } from './understand.ts';

export interface InspectedArticle {
  readonly dieu: string;
  readonly title?: string;
  readonly page?: number;
  readonly phuLuc?: string;
}

/** The contract's `Inspection`: what ingestion understands of one file, nothing stored. */
export interface Inspection {
  readonly status: 'readable' | 'refused' | 'failed';
  readonly reason?: string;
  readonly format: FileFormat | 'unknown';
  readonly pages?: number;
  readonly ocrPages?: number;
  readonly text: string;
  readonly header: Omit<DocumentHeader, 'confidence'> & {
    readonly confidence?: DocumentHeader['confidence'];
  };
  readonly articles: readonly InspectedArticle[];
  readonly relations: readonly Relation[];
  readonly warnings: readonly string[];
}

/** Reads and understands a file without storing anything. A file with a secrecy stamp shows nothing of its text. */
export async function inspectFile(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<Inspection> {
  const read = await readSource(bytes, name, options);
  if (read.status !== 'readable') return closed(read.status, read.reason, read.format);
  const stamp = findSecretStamp(read.value);
  if (stamp !== undefined) return closed('refused', secretRefusal(stamp), read.value.format);
  return inspectRead(read.value, name);
}

function inspectRead(value: ReadValue, name: string): Inspection {
  const { format } = value;
  const common = {
    status: 'readable' as const,
    format,
    ...(value.paged && { pages: value.pages.length }),
    ...(value.paged && { ocrPages: value.pages.filter((page) => page.ocr).length }),
  };
  if (format === 'json' || format === 'jsonl') {
    return {
      ...common,
      text: wholeText(value),
      header: {},
      articles: [],
      relations: [],
      warnings: value.warnings,
    };
  }
  const official = parseRead(value, name);
  return {
    ...common,
    text: official.text,
    header: official.header,
    articles: articlesOf(official.tree),
    relations: official.relations,
    warnings: [...value.warnings, ...official.warnings],
  };
}

function closed(status: 'refused' | 'failed', reason: string, format: FileFormat | undefined): Inspection {
  return {
    status,
    reason,
    format: format ?? 'unknown',
    text: '',
    header: {},
    articles: [],
    relations: [],
    warnings: [],
  };
}

/** Every điều in reading order, with the annex it belongs to. */
export function articlesOf(node: LegalNode, phuLuc?: string): InspectedArticle[] {
  const inside = node.type === 'phu_luc' ? (node.ordinal ?? '') : phuLuc;
  const own: InspectedArticle[] =
    node.type === 'dieu'
      ? [
          {
            dieu: node.ordinal ?? '',
            ...(node.title !== undefined && { title: node.title }),
            ...(node.page !== undefined && { page: node.page }),
            ...(inside !== undefined && { phuLuc: inside }),
          },
        ]
      : [];
  return [...own, ...node.children.flatMap((child) => articlesOf(child, inside))];
}
