import { fold } from '../../legal/text.ts';

/** A printed line with its box; y grows downwards. */
export interface PlacedLine {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  /** A row of a table: marked as a whole. */
  readonly row?: boolean;
}

export interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

export interface Cited {
  /** As quoted: spaces and punctuation may differ from the page. */
  readonly quote: string;
  /** The text around the quote: tells which of several equal sentences is meant. */
  readonly context?: string;
}

export interface Marked {
  readonly boxes: readonly Box[];
  /** Share of the quotation that stands on this page, 0..1. */
  readonly share: number;
}

const SHINGLE = 10;
/** Letters by which a reading may shift inside a quotation: a heading left out, a word read in two. */
const DRIFT = 40;

/**
 * Where a quotation stands on a page. Compared on folded letters and digits, so that lost tone marks, white space and
 * line ends do not matter; what OCR misread in between is marked with its surroundings. Of several places the one whose
 * neighbours agree with `context` is taken. A quotation that runs over the page's end is marked as far as it goes.
 */
export function citedBoxes(lines: readonly PlacedLine[], cited: Cited): Marked {
  const page = lettersOf(lines);
  const quote = letters(cited.quote);
  const range = exactRange(page.text, quote, letters(cited.context ?? '')) ?? nearRange(page.text, quote);
  if (range === undefined) return { boxes: [], share: 0 };
  const boxes = lines.flatMap((line, i) => {
    const own = page.starts[i]!;
    const length = page.starts[i + 1]! - own;
    const from = Math.max(0, range.start - own);
    const to = Math.min(length, range.end - own);
    return to > from ? [boxOf(line, from / length, to / length)] : [];
  });
  return { boxes, share: range.share };
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly share: number;
}

function exactRange(page: string, quote: string, context: string): Range | undefined {
  if (quote === '') return undefined;
  const at = context.indexOf(quote);
  let best: { start: number; agreement: number } | undefined;
  for (let start = page.indexOf(quote); start >= 0; start = page.indexOf(quote, start + 1)) {
    const agreement =
      at < 0
        ? 0
        : commonEnd(page.slice(0, start), context.slice(0, at)) +
          commonStart(page.slice(start + quote.length), context.slice(at + quote.length));
    if (best === undefined || agreement > best.agreement) best = { start, agreement };
  }
  return best && { start: best.start, end: best.start + quote.length, share: 1 };
}

/** The stretch of the page that shares most letter runs with the quotation, at nearly one distance from it. */
function nearRange(page: string, quote: string): Range | undefined {
  const runs = quote.length - SHINGLE + 1;
  if (runs < 1) return undefined;
  const places = new Map<string, number[]>();
  for (let i = 0; i + SHINGLE <= page.length; i++) {
    const run = page.slice(i, i + SHINGLE);
    const known = places.get(run);
    if (known === undefined) places.set(run, [i]);
    else known.push(i);
  }
  const met: { offset: number; at: number }[] = [];
  for (let offset = 0; offset < runs; offset++) {
    for (const at of places.get(quote.slice(offset, offset + SHINGLE)) ?? []) met.push({ offset, at });
  }
  let best: typeof met = [];
  for (const distance of new Set(met.map(({ offset, at }) => Math.round((at - offset) / DRIFT)))) {
    const group = met.filter(({ offset, at }) => Math.abs((at - offset) / DRIFT - distance) <= 1);
    if (group.length > best.length) best = group;
  }
  if (best.length === 0) return undefined;
  const starts = best.map(({ at }) => at);
  const share = new Set(best.map(({ offset }) => offset)).size / runs;
  return { start: Math.min(...starts), end: Math.max(...starts) + SHINGLE, share };
}

function commonStart(one: string, other: string): number {
  let n = 0;
  while (n < one.length && n < other.length && one[n] === other[n]) n++;
  return n;
}

function commonEnd(one: string, other: string): number {
  let n = 0;
  while (n < one.length && n < other.length && one.at(-1 - n) === other.at(-1 - n)) n++;
  return n;
}

function boxOf(line: PlacedLine, from: number, to: number): Box {
  const { x0, x1, y0, y1 } = line;
  if (line.row) return { x0, x1, y0, y1 };
  return { x0: x0 + (x1 - x0) * from, x1: x0 + (x1 - x0) * to, y0, y1 };
}

function letters(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, '');
}

/** All letters of the page, and where each line's begin; one more start marks the end. */
function lettersOf(lines: readonly PlacedLine[]): { text: string; starts: number[] } {
  const starts = [0];
  let text = '';
  for (const line of lines) {
    text += letters(line.text);
    starts.push(text.length);
  }
  return { text, starts };
}
