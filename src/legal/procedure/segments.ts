import type { Span } from '../model.ts';
import { trimSpan } from './spans.ts';

// A dot ends a sentence before white space + capital/bullet, or run together with a capital ("hợp lệ.Trường hợp"),
// but not after an ordinal ("Điều 5.", "1.") or an initialism ("TP.").
const SENTENCE_END = /[.;:!?](?=\s+[\p{Lu}\d\-+*•(“"]|[\p{Lu}])|[.;](?=\s+[a-zđ]\))/gu;
const NOT_AN_END = /(?:^|[\s(])(?:\d{1,3}|[\p{Lu}]{1,3}|[ivx]+|Tp|TP|tr|Đ\/c|Điều \d+|khoản \d+)$/u;
const BULLET = /\s(?=(?:[-+*•–]\s|Bước \d+|\(?[a-zđ]\)\s))/gu;

/** Lines, then bullets and sentences of a line: disjoint, in order, trimmed, together all of the text but white space. */
export function splitSegments(text: string): Span[] {
  const spans: Span[] = [];
  for (const line of lineSpans(text)) {
    let at = line.start;
    for (const cut of cutsOf(text.slice(line.start, line.end))) {
      push(spans, text, at, line.start + cut);
      at = line.start + cut;
    }
    push(spans, text, at, line.end);
  }
  return spans;
}

/** Non-blank lines, trimmed. A line that ends without a mark goes on in one that begins with a small letter
 * (text pasted from a PDF, broken at the page's width). */
function lineSpans(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const span = trimSpan(text, { start: at, end: at + line.length });
    const last = spans.at(-1);
    if (span && last && goesOn(text, last, span))
      spans[spans.length - 1] = { start: last.start, end: span.end };
    else if (span) spans.push(span);
    at += line.length + 1;
  }
  return spans;
}

function goesOn(text: string, last: Span, next: Span): boolean {
  return (
    /[\p{L}\p{N},]$/u.test(text.slice(last.start, last.end)) &&
    /^\p{Ll}(?![).])/u.test(text.slice(next.start, next.end))
  );
}

function cutsOf(line: string): number[] {
  const cuts = new Set<number>();
  for (const m of line.matchAll(SENTENCE_END)) {
    if (!NOT_AN_END.test(line.slice(Math.max(0, m.index - 12), m.index))) cuts.add(m.index + 1);
  }
  for (const m of line.matchAll(BULLET)) {
    // "có - không" inside a sentence is no bullet: one follows a mark.
    if (/[.;:)\d]$/u.test(line.slice(0, m.index).trimEnd()) || /^\s*Bước/u.test(line.slice(m.index)))
      cuts.add(m.index + 1);
  }
  return [...cuts].sort((a, b) => a - b);
}

function push(spans: Span[], text: string, start: number, end: number): void {
  const span = trimSpan(text, { start, end });
  if (span) spans.push(span);
}

/** Joins neighbouring segments into pieces of at most `max` characters; a longer segment stays alone,
 * and one over `2 * max` is cut at a space. Pieces are contiguous spans. */
export function pack(text: string, segments: readonly Span[], max: number): Span[] {
  const pieces: Span[] = [];
  let open: Span | undefined;
  for (const segment of segments.flatMap((s) => cutLong(text, s, max))) {
    if (open && segment.end - open.start <= max) {
      open = { start: open.start, end: segment.end };
      continue;
    }
    if (open) pieces.push(open);
    open = segment;
  }
  if (open) pieces.push(open);
  return pieces;
}

function cutLong(text: string, span: Span, max: number): Span[] {
  const pieces: Span[] = [];
  let { start } = span;
  while (span.end - start > 2 * max) {
    const space = text.lastIndexOf(' ', start + max);
    const cut = space > start ? space : start + max;
    push(pieces, text, start, cut);
    start = cut;
  }
  push(pieces, text, start, span.end);
  return pieces;
}
