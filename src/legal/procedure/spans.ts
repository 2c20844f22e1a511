import type { Span } from '../model.ts';

/** The text a span covers. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The span without white space at its ends; undefined when nothing else is in it. */
export function trimSpan(text: string, span: Span): Span | undefined {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return start < end ? { start, end } : undefined;
}

/** The same span in a text that begins `by` characters earlier. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** End (exclusive) of the balanced "(…)" that opens at `at`; `limit` when it never closes. */
export function closingParenthesis(text: string, at: number, limit: number): number {
  let depth = 0;
  for (let i = at; i < limit; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i + 1;
  }
  return limit;
}

/** What the portal prints in a cell or field that nobody filled in. */
const EMPTY = /^(?:không(?: có)?(?: thông tin| quy định)?|-+|có)?[.\s]*$/iu;

/** True for a field that says nothing: blank, "Không có thông tin", "--". "Không" as a condition says nothing either. */
export function isPlaceholder(text: string): boolean {
  return EMPTY.test(text.trim());
}
