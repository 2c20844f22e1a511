import type { Span } from '../../legal/model.ts';

/** A `## ` section of a document of `corpus/`; spans point into the whole text. */
export interface Section {
  /** Without the marks. The text before the first `## ` has the title "". */
  readonly title: string;
  /** The body, trimmed: without the heading line and without surrounding white space. */
  readonly span: Span;
  /** What follows "Căn cứ:" on its own line, when the section names its basis. */
  readonly basis?: string;
  /** `span` without a closing basis line. */
  readonly said: Span;
}

/** Longest piece of a section kept together, in UTF-16 units: about the length of a long khoản. */
const MAX_PIECE = 1600;

/** Sections with a body, in order. */
export function readSections(text: string, start: number): Section[] {
  const heads = [...text.slice(start).matchAll(/^(#{1,2})[ \t]+(.*\S)[ \t]*$/gmu)].map((m) => ({
    level: m[1]!.length,
    title: m[2]!,
    at: start + m.index,
    bodyAt: start + m.index + m[0].length,
  }));
  const sections: Section[] = [];
  const add = (title: string, from: number, to: number): void => {
    const span = trimmed(text, { start: from, end: to });
    if (span.start === span.end) return;
    const body = text.slice(span.start, span.end);
    const basis = /^Căn cứ:\s*(.*\S)\s*$/mu.exec(body)?.[1];
    const closing = /(?:^|\n)Căn cứ:[^\n]*$/u.exec(body);
    const said = trimmed(text, { start: span.start, end: span.start + (closing?.index ?? body.length) });
    sections.push({ title, span, said, ...(basis !== undefined && { basis: basis.replace(/\.$/, '') }) });
  };
  add('', start, heads[0]?.at ?? text.length);
  heads.forEach((head, i) => {
    add(head.level === 1 ? '' : head.title, head.bodyAt, heads[i + 1]?.at ?? text.length);
  });
  return sections;
}

/** Cuts a span at line ends so that no piece is longer than `max` (a longer single line stays whole). */
export function cutAtLines(text: string, span: Span, max = MAX_PIECE): Span[] {
  const pieces: Span[] = [];
  let start = span.start;
  let end = start;
  while (end < span.end) {
    const newline = text.indexOf('\n', end);
    const lineEnd = newline < 0 || newline >= span.end ? span.end : newline + 1;
    if (lineEnd - start > max && end > start) {
      pieces.push(trimmed(text, { start, end }));
      start = end;
    }
    end = lineEnd;
  }
  pieces.push(trimmed(text, { start, end: span.end }));
  return pieces.filter((piece) => piece.end > piece.start);
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
