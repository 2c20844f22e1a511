/** What leads an item of a list in: "Nghiêm cấm:" turns round whatever stands below it. */
import type { Chunk } from '../../retrieval/model.ts';
import { type EvidenceItem, sourceOf } from './evidence.ts';
import { type Passage, textOf } from './passages.ts';
import type { SourceLine } from './wording/follows.ts';

const MARKS: readonly RegExp[] = [
  /^\s*-/u,
  /^\s*\+\+?/u,
  /^\s*[•*]/u,
  /^\s*[a-zđ]\)/iu,
  /^\s*\d{1,2}\)/u,
  /^\s*\((?:[ivx]{1,4}|\d{1,2}|[a-zđ])\)/iu,
  /^\s*\d{1,2}\./u,
];
const kindOf = (line: string) => MARKS.findIndex((mark) => mark.test(line));

/** @returns the line that the list opens with which `start` stands in, of the same chunk or of the khoản of a điểm */
export function leadOf(item: EvidenceItem, start: number): Passage | undefined {
  const { text } = item.chunk;
  const kind = kindOf(text.slice(text.lastIndexOf('\n', start - 1) + 1));
  if (kind < 0) return undefined;
  for (let end = text.lastIndexOf('\n', start - 1); end > 0; end = text.lastIndexOf('\n', end - 1)) {
    const from = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(from, end).trimEnd();
    if (line === '' || (kindOf(line) === kind && !line.endsWith(':'))) continue;
    return line.endsWith(':') ? { item, span: { start: from, end: from + line.length } } : undefined;
  }
  return leadOfPoint(item);
}

function leadOfPoint(item: EvidenceItem): Passage | undefined {
  const { path } = item.chunk;
  if (path.diem === undefined) return undefined;
  const opens = (c: Chunk) =>
    c.documentId === item.chunk.documentId &&
    c.path.diem === undefined &&
    c.path.khoan === path.khoan &&
    c.path.dieu === path.dieu &&
    c.path.phuLuc === path.phuLuc &&
    c.text.trimEnd().endsWith(':');
  const chunk = item.unit.chunks.find(opens);
  if (!chunk) return undefined;
  const end = chunk.text.trimEnd().length;
  return {
    item: { ...item, chunk, shown: chunk.text, source: sourceOf(item.unit, chunk) },
    span: { start: chunk.text.lastIndexOf('\n', end - 1) + 1, end },
  };
}

/** The lines of the passages, each with what leads it in. */
export function linesOf(passages: readonly Passage[]): SourceLine[] {
  return passages.flatMap((passage) =>
    [...textOf(passage).matchAll(/[^\n]+/gu)].map((line) => {
      const lead = leadOf(passage.item, passage.span.start + line.index);
      return { text: line[0], lead: lead && textOf(lead) };
    }),
  );
}
