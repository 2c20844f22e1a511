import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageMark } from '../../model.ts';
import { levelOf } from '../../safety/stamp-words.ts';
import { failed } from '../failure.ts';
import type { Rule } from '../layout/grid.ts';
import { detectLegacy } from '../legacy/detect.ts';
import { decodeRuns } from '../legacy/runs.ts';
import type { LegacyEncoding } from '../legacy/tables.ts';
import { LIMITS } from '../limits.ts';
import { cpuSince } from '../timeout.ts';
import { multiply } from './matrix.ts';
import { drawnRules } from './rules.ts';

/** A stretch of text with its place on the upright page: points, origin top left, y at the baseline. */
export interface TextItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PageItems {
  readonly items: TextItem[];
  /** Lines drawn on the page, as the text turned upright. */
  readonly rules: readonly Rule[];
  readonly width: number;
  readonly height: number;
  readonly encodings: ReadonlySet<LegacyEncoding>;
  /** Quarter turns, clockwise, that brought the page upright. */
  readonly turn: number;
  /** Secrecy stamps printed slanted over the page. */
  readonly marks: readonly PageMark[];
}

interface RawItem {
  readonly str: string;
  readonly transform: number[];
  readonly width: number;
  readonly fontName: string;
}

/** Quarter turns, clockwise, that bring a direction of text upright. */
type Turn = 0 | 1 | 2 | 3;

/**
 * The page's text items, turned upright, legacy fonts converted. A page whose text mostly runs sideways (a wide table
 * printed along the long edge) is turned as a whole; text in another direction is placed below the rest, so that nothing
 * is lost and rows do not mix. Slanted text (watermarks) is left out, but for secrecy stamps.
 */
export async function pageItems(page: PDFPageProxy): Promise<PageItems> {
  const viewport = page.getViewport({ scale: 1 });
  const raw = (await textItems(page)).filter((it): it is typeof it & RawItem => 'str' in it && it.str !== '');
  const { texts, encodings } = await unicodeTexts(page, raw);
  const byTurn = new Map<Turn, TextItem[]>();
  const slanted: string[] = [];
  raw.forEach((it, i) => {
    const matrix = multiply(viewport.transform, it.transform);
    const size = Math.hypot(matrix[2], matrix[3]);
    const turn = turnOf(matrix);
    if (turn === undefined) slanted.push(texts[i]!);
    if (size < 1 || turn === undefined) return;
    const [x, y] = upright(matrix[4], matrix[5], viewport, turn);
    const item = { text: texts[i]!, x, y, width: it.width, size };
    const same = byTurn.get(turn);
    if (same === undefined) byTurn.set(turn, [item]);
    else same.push(item);
  });
  const { turn, ...text } = stacked(byTurn, viewport);
  const rules = await drawnRules(page, (x, y) => upright(x, y, viewport, turn));
  return { ...text, rules, encodings, turn, marks: slantedMarks(slanted) };
}

/** One watermark a page: its pieces are joined in the order they are drawn. */
function slantedMarks(pieces: readonly string[]): PageMark[] {
  const level = [pieces.join(''), ...pieces].map((text) => levelOf(text, false, true)).find(Boolean);
  // A watermark stands in the middle of the page, yet marks the whole of it.
  return level === undefined ? [] : [{ level }];
}

/**
 * The text of a page piece by piece, so that a page of millions of pieces (a small compressed stream can hold them) is
 * given up in time and memory: whoever stops reading stops the engine too.
 */
async function textItems(page: PDFPageProxy) {
  const reader = page.streamTextContent().getReader();
  const items: Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'] = [];
  const start = process.cpuUsage();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const item of next.value.items) items.push(item);
    if (items.length <= LIMITS.pdfPageItems && cpuSince(start) < LIMITS.pdfPageCpuMs) continue;
    await reader.cancel(new Error('page too large')).catch(() => {});
    throw failed('Một trang của tệp PDF chứa quá nhiều chữ; hãy in lại tệp ra PDF rồi gửi lại.');
  }
  return items;
}

/** Undefined for slanted text. */
function turnOf([a, b]: readonly number[]): Turn | undefined {
  const quarter = Math.atan2(b!, a!) / (Math.PI / 2);
  const nearest = Math.round(quarter);
  return Math.abs(quarter - nearest) > 0.07 ? undefined : (((4 - nearest) % 4) as Turn);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function upright(x: number, y: number, { width, height }: Size, turn: Turn): [number, number] {
  if (turn === 1) return [height - y, x];
  if (turn === 2) return [width - x, height - y];
  if (turn === 3) return [y, width - x];
  return [x, y];
}

/** The direction with most letters is the page; the others follow below it, each a page further down. */
function stacked(
  byTurn: ReadonlyMap<Turn, readonly TextItem[]>,
  { width, height }: Size,
): Size & { items: TextItem[]; turn: Turn } {
  const letters = (items: readonly TextItem[]) =>
    items.reduce((sum, item) => sum + item.text.trim().length, 0);
  const groups = [...byTurn].sort((one, other) => letters(other[1]) - letters(one[1]));
  const turn = groups[0]?.[0] ?? 0;
  const sideways = turn % 2 === 1;
  const page = sideways ? { width: height, height: width } : { width, height };
  const far = Math.max(width, height);
  const items = groups.flatMap(([, group], i) => group.map((item) => ({ ...item, y: item.y + i * far })));
  return { ...page, items, turn };
}

/** Fonts are looked up only when the text itself looks legacy: loading them costs as much as the page. */
async function unicodeTexts(
  page: PDFPageProxy,
  raw: readonly RawItem[],
): Promise<{ texts: string[]; encodings: ReadonlySet<LegacyEncoding> }> {
  const plain = raw.map((it) => it.str);
  if (!detectLegacy(plain.join(' ')))
    return { texts: plain.map((t) => t.normalize('NFC')), encodings: new Set() };
  await page.getOperatorList();
  const font = (name: string): string | undefined => {
    try {
      return (page.commonObjs.get(name) as { name?: string } | undefined)?.name;
    } catch {
      return undefined;
    }
  };
  const decoded = decodeRuns(
    raw.map((it) => {
      const name = font(it.fontName);
      return [{ text: it.str, ...(name !== undefined && { font: name }) }];
    }),
  );
  return { texts: decoded.lines, encodings: decoded.encodings };
}
