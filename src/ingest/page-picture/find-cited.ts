import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type OcrEngine, openOcrEngine } from '../readers/ocr/engine.ts';
import type { GrayImage } from '../readers/ocr/image.ts';
import { linesOfPicture } from '../readers/ocr/read-page.ts';
import { renderPage } from '../readers/ocr/render.ts';
import { pageItems } from '../readers/pdf/items.ts';
import { pageLines } from '../readers/pdf/page-lines.ts';
import { needsOcr } from '../readers/pdf/text-quality.ts';
import { type Box, type Cited, citedBoxes, type Marked } from './cited-boxes.ts';

/** Share of a quotation from which a page is taken to show it. */
export const SHOWS = 0.5;

/** Boxes in units of which `width` make the page, turned `quarters` clockwise and back by `tilt` (radians) to read upright. */
export interface Found {
  readonly page: number;
  readonly boxes: readonly Box[];
  readonly width: number;
  readonly quarters: number;
  readonly tilt?: number;
}

type PageSearch = (page: number) => Promise<Found & Marked>;

/** First where the text layer has it; scanned pages are recognised again, for their positions are not kept. */
export async function findInPdf(
  document: PDFDocumentProxy,
  first: number,
  cited: Cited,
): Promise<Found | undefined> {
  const pages = [first, first + 1, first + 2].filter((page) => page <= document.numPages);
  const scanned: number[] = [];
  const found = await best(pages, async (number) => {
    const page = await document.getPage(number);
    const items = await pageItems(page);
    page.cleanup();
    const lines = pageLines(items);
    if (await needsOcr(document, number, lines)) scanned.push(number);
    return { page: number, width: items.width, quarters: items.turn, ...citedBoxes(lines, cited) };
  });
  if (found !== undefined || scanned.length === 0) return found;
  return withOcr((engine) =>
    best(scanned, async (page) => ({
      page,
      ...(await findInPicture(await renderPage(document, page), cited, engine)),
    })),
  );
}

/** The page that shows most of the quotation; a whole one ends the search. */
async function best(pages: readonly number[], search: PageSearch): Promise<Found | undefined> {
  let found: (Found & Marked) | undefined;
  for (const page of pages) {
    const here = await search(page);
    if (here.share > (found?.share ?? 0)) found = here;
    if (here.share > 0.9) break;
  }
  // A quotation cut by the end of the page may be half on each side.
  return found !== undefined && found.share >= SHOWS * 0.8 ? found : undefined;
}

export async function findInPicture(
  picture: { image: GrayImage; scale: number },
  cited: Cited,
  engine: OcrEngine,
): Promise<Omit<Found, 'page'> & Marked> {
  const { lines, width, quarters, tilt } = await linesOfPicture(picture, engine);
  return { width, quarters, tilt, ...citedBoxes(lines, cited) };
}

export async function withOcr<T>(use: (engine: OcrEngine) => Promise<T>): Promise<T> {
  const engine = await openOcrEngine();
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}
