import { lettersAndDigits } from '../legal/text.ts';
import type { Chunk } from '../retrieval/model.ts';
import type { Candidate } from './compose/candidates.ts';

/** Fewest letters a quote may have (DESIGN: Citation). */
export const MIN_QUOTE_LETTERS = 8;

/** One contiguous span of a chunk that serves as a quote, with the seams where its table cells may be split. */
export interface QuoteSpan {
  readonly chunk: Chunk;
  readonly start: number;
  readonly end: number;
  readonly seams: readonly number[];
}

/** The quote as shown: white space collapsed, run-together cells split by "; ". Letters and digits are untouched. */
export function quoteText({ chunk, start, end, seams }: QuoteSpan): string {
  const cuts = [...new Set(seams)].filter((seam) => seam > start && seam < end).sort((a, b) => a - b);
  const cells = [start, ...cuts].map((from, i) => chunk.text.slice(from, cuts[i] ?? end).trim());
  return cells
    .filter((cell) => cell !== '')
    .reduce((text, cell) => (/[.;:,(]$/u.test(text) ? `${text} ${cell}` : `${text}; ${cell}`))
    .replace(/\s+/g, ' ');
}

/** A candidate as a quote; widened to its neighbours within the chunk when it has too few letters. */
export function quoteOf(candidate: Candidate, all: readonly Candidate[]): QuoteSpan | undefined {
  let { start, end } = candidate.span;
  const seams = [...candidate.seams];
  const here = all.filter((other) => other.chunk.id === candidate.chunk.id);
  for (let i = 1; letters(candidate.chunk.text.slice(start, end)) < MIN_QUOTE_LETTERS; i++) {
    const next = here.find((other) => other.order === candidate.order + i);
    const before = here.find((other) => other.order === candidate.order - i);
    const wider = next ?? before;
    if (!wider) return undefined;
    seams.push(next ? wider.span.start : start, ...wider.seams);
    start = Math.min(start, wider.span.start);
    end = Math.max(end, wider.span.end);
  }
  return { chunk: candidate.chunk, start, end, seams };
}

/** Joins two quotes of one chunk when nothing but white space lies between them. */
export function joinQuotes(a: QuoteSpan, b: QuoteSpan): QuoteSpan | undefined {
  if (a.chunk.id !== b.chunk.id) return undefined;
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  const gap = first.end >= second.start ? '' : first.chunk.text.slice(first.end, second.start);
  if (/[\p{L}\p{N}]/u.test(gap)) return undefined;
  return {
    chunk: a.chunk,
    start: first.start,
    end: Math.max(first.end, second.end),
    seams: [...first.seams, second.start, ...second.seams],
  };
}

/** True when `quote` is one contiguous span of `source` on letters and digits, and long enough to be one. */
export function isLiteral(quote: string, source: string): boolean {
  return standsIn(quote, lettersAndDigits(source));
}

/** The same of a chunk, which is read once. */
export function isLiteralIn(quote: string, chunk: Chunk): boolean {
  return standsIn(quote, wordsOfChunk(chunk));
}

function standsIn(quote: string, words: string): boolean {
  return letters(quote) >= MIN_QUOTE_LETTERS && words.includes(lettersAndDigits(quote));
}

/** Read once while the chunk lives. */
const WORDS_OF = new WeakMap<Chunk, string>();

/** {@link lettersAndDigits} of a chunk. */
export function wordsOfChunk(chunk: Chunk): string {
  let words = WORDS_OF.get(chunk);
  if (words === undefined) {
    words = lettersAndDigits(chunk.text);
    WORDS_OF.set(chunk, words);
  }
  return words;
}

/** Where the words of a quote stand in a text, white space and punctuation aside; from an offset on. */
export function locate(
  quote: string,
  text: string,
  from = 0,
): { readonly start: number; readonly end: number } | undefined {
  const words = quote.match(/[\p{L}\p{N}]+/gu) ?? [];
  const pattern = words.join('[^\\p{L}\\p{N}]*');
  const at = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u').exec(text.slice(from));
  if (words.length === 0 || at === null) return undefined;
  const start = from + at.index;
  // The closing marks belong to the sentence.
  const closing = /^[”"»)]*\s?[.;:]?/u.exec(text.slice(start + at[0].length))?.[0].length ?? 0;
  return { start, end: start + at[0].length + closing };
}

function letters(text: string): number {
  return (text.match(/\p{L}/gu) ?? []).length;
}
