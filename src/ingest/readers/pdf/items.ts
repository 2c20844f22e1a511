import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { detectLegacy } from '../legacy/detect.ts';
import { decodeRuns } from '../legacy/runs.ts';
import type { LegacyEncoding } from '../legacy/tables.ts';

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
  readonly width: number;
  readonly height: number;
  readonly encodings: ReadonlySet<LegacyEncoding>;
}

interface RawItem {
  readonly str: string;
  readonly transform: number[];
  readonly width: number;
  readonly fontName: string;
}

/** The page's text items, turned upright, legacy fonts converted; slanted text (watermarks) is left out. */
export async function pageItems(page: PDFPageProxy): Promise<PageItems> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const raw = content.items.filter((it): it is typeof it & RawItem => 'str' in it && it.str !== '');
  const { texts, encodings } = await unicodeTexts(page, raw);
  const items: TextItem[] = [];
  raw.forEach((it, i) => {
    const [a, b, c, d, e, f] = multiply(viewport.transform, it.transform);
    const size = Math.hypot(c, d);
    if (size < 1 || Math.abs(b) > Math.abs(a) * 0.1 || a < 0) return;
    items.push({ text: texts[i]!, x: e, y: f, width: it.width, size });
  });
  return { items, width: viewport.width, height: viewport.height, encodings };
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

function multiply(
  m: readonly number[],
  n: readonly number[],
): [number, number, number, number, number, number] {
  const [a1, b1, c1, d1, e1, f1] = m as [number, number, number, number, number, number];
  const [a2, b2, c2, d2, e2, f2] = n as [number, number, number, number, number, number];
  return [
    a1 * a2 + c1 * b2,
    b1 * a2 + d1 * b2,
    a1 * c2 + c1 * d2,
    b1 * c2 + d1 * d2,
    a1 * e2 + c1 * f2 + e1,
    b1 * e2 + d1 * f2 + f1,
  ];
}
