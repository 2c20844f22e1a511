import type { LegalNode } from '../legal/model.ts';
import { readNamedTarget } from '../legal/relations/named-law.ts';
import { type InspectedArticle, type Inspection, notRead } from './inspection.ts';
import type { ReadOptions, ReadValue } from './model.ts';
import { splitDocuments } from './official/several.ts';
import { readGated } from './read-gated.ts';
import { findDraftMark } from './safety/draft.ts';
import { parseRead, wholeText } from './understand.ts';

/** Reads and understands a file without storing anything. A file with a secrecy stamp shows nothing of its text. */
export async function inspectFile(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<Inspection> {
  const read = await readGated(bytes, name, options);
  if (read.status === 'readable') return inspectRead(read.value, name);
  return notRead(read.status === 'secret' ? 'refused' : read.status, read.reason, read.format);
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
  const draft = findDraftMark(value, official);
  const named = official.relations.filter(({ target }) => readNamedTarget(target) !== undefined);
  return {
    ...common,
    text: splitDocuments(value).length > 1 ? wholeText(value) : official.text,
    header: official.header,
    articles: articlesOf(official.tree),
    relations: official.relations.filter((relation) => !named.includes(relation)),
    ...(named.length > 0 && { namedLaws: named }),
    ...(official.sunset !== undefined && { sunset: official.sunset }),
    ...(official.transitional !== undefined && { transitional: official.transitional }),
    ...(official.parts !== undefined && { parts: official.parts }),
    warnings: [...(draft === undefined ? [] : [draft]), ...value.warnings, ...official.warnings],
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
