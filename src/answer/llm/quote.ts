/** Where a model's quote stands in its source, literally; and how far around it to show. */
import type { Span } from '../../legal/model.ts';
import { lettersAndDigits } from '../../legal/text.ts';

const SAME: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '−': '-',
  '‑': '-',
};
const BLANK = /[\s\u00A0\u200B-\u200D\u2060\uFEFF\u00AD]/u;

interface Bare {
  readonly text: string;
  /** Offset in the original of each character of `text`. */
  readonly at: readonly number[];
}

/** Without white space, in one case and one form of quotation marks and dashes. */
function bare(text: string): Bare {
  let out = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const ch = text[i]!;
    if (BLANK.test(ch)) continue;
    const lower = (SAME[ch] ?? ch).toLowerCase();
    out += lower.length === 1 ? lower : ch;
    at.push(i);
  }
  return { text: out, at };
}

/**
 * @param quote as the model gave it; white space and Unicode form do not count, marks around it neither
 * @param source NFC
 * @returns the span in `source`, or undefined when it is not there in one piece; never inside a longer number
 */
export function locateQuote(quote: string, source: string): Span | undefined {
  const wanted = bare(quote.normalize('NFC')).text.replace(/^["'.,;:…-]+|["'.,;:…-]+$/gu, '');
  if (wanted === '') return undefined;
  const { text, at } = bare(source);
  for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1)) {
    const start = at[i]!;
    const end = at[i + wanted.length - 1]! + 1;
    if (!insideNumber(source, start, end)) return { start, end };
  }
  return undefined;
}

function insideNumber(source: string, start: number, end: number): boolean {
  const digitBefore = /\d$|\d[.,/]$/.test(source.slice(Math.max(0, start - 2), start));
  const digitAfter = /^(?:\d|[.,/]\d)/.test(source.slice(end, end + 2));
  return (/\d/.test(source[start]!) && digitBefore) || (/\d/.test(source[end - 1]!) && digitAfter);
}

const MAX_QUOTE = 400;

/**
 * Widens a span to its sentence or line, so that a reader sees the condition a figure stands under; in a long line
 * only as far as whole words.
 * @param ends "." for the sentence with all its parts between semicolons
 */
export function widen(span: Span, source: string, ends: '.;' | '.' = '.;'): Span {
  const before = source.slice(0, span.start);
  // A span that ends its sentence already does not run on into the next.
  const last = Math.max(span.start, span.end - 1);
  const after = source.slice(last);
  const back = Math.max(before.lastIndexOf('\n') + 1, lastSentenceEnd(before, SENTENCE_END[ends]));
  const ahead = (ends === '.' ? /[.!?](?=\s|$)|\n/u : /[.;!?](?=\s|$)|\n/u).exec(after);
  const start = back;
  const end = last + (ahead ? ahead.index + (ahead[0] === '\n' ? 0 : 1) : after.length);
  const wide = trim({ start, end }, source);
  return wide.end - wide.start <= Math.max(MAX_QUOTE, span.end - span.start)
    ? wide
    : trim(wholeWords(span, source), source);
}

/** "Điều 5.", "1." and "a." end no sentence; "01/7/2025." does. */
const SENTENCE_END = {
  '.;': /(?<!(?<![\d/])\d{1,3}|(?<![\p{L}])\p{L})[.;!?]\s+/gu,
  '.': /(?<!(?<![\d/])\d{1,3}|(?<![\p{L}])\p{L})[.!?]\s+/gu,
} as const;

function lastSentenceEnd(before: string, pattern: RegExp): number {
  let end = 0;
  for (const m of before.matchAll(pattern)) end = m.index + m[0].length;
  return end;
}

function wholeWords(span: Span, source: string): Span {
  let { start, end } = span;
  while (start > 0 && span.start - start < 40 && /[\p{L}\p{M}\p{N}]/u.test(source[start - 1]!)) start--;
  while (end < source.length && end - span.end < 40 && /[\p{L}\p{M}\p{N}]/u.test(source[end]!)) end++;
  return { start, end };
}

function trim(span: Span, source: string): Span {
  let { start, end } = span;
  while (start < end && /\s/u.test(source[start]!)) start++;
  while (end > start && /\s/u.test(source[end - 1]!)) end--;
  return { start, end };
}

/** The contract's least: at least 8 letters or digits, or the whole line around it is taken. */
export function longEnough(span: Span, source: string): boolean {
  return (source.slice(span.start, span.end).match(/\p{L}/gu) ?? []).length >= 8;
}

/** The sentence of `source` that shares most syllables with `text`; for statements without a figure or quote. */
export function bestSentence(text: string, source: string): Span | undefined {
  const wanted = new Set(lettersOf(text));
  let best: { span: Span; score: number } | undefined;
  for (const m of source.matchAll(/[^\n.;]+(?:[.;](?!\s|$)[^\n.;]*)*[.;]?/gu)) {
    const words = lettersOf(m[0]);
    const score = words.filter((w) => wanted.has(w)).length / Math.sqrt(words.length + 4);
    const span = trim({ start: m.index, end: m.index + m[0].length }, source);
    if (longEnough(span, source) && (!best || score > best.score)) best = { span, score };
  }
  return best?.span;
}

const lettersOf = (text: string) =>
  text
    .split(/\s+/)
    .map(lettersAndDigits)
    .filter((w) => w !== '');
