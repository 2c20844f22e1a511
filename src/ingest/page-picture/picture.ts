import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type DecodedImage, decodeColours, grayOf, picturePages } from '../readers/ocr/decode-image.ts';
import { type OcrEngine, openOcrEngine } from '../readers/ocr/engine.ts';
import type { GrayImage } from '../readers/ocr/image.ts';
import { linesOfPicture } from '../readers/ocr/read-page.ts';
import { renderPage, withDrawnPage } from '../readers/ocr/render.ts';
import { pageItems } from '../readers/pdf/items.ts';
import { openPdf } from '../readers/pdf/open.ts';
import { pageLines } from '../readers/pdf/page-lines.ts';
import { needsOcr } from '../readers/pdf/text-quality.ts';
import { type Box, type Cited, citedBoxes, type Marked } from './cited-boxes.ts';
import { kindOf } from './kind.ts';

export interface PictureRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** From 1. With `cited`, the page where the passage begins: the quotation may stand on the next one. */
  readonly page: number;
  readonly cited?: Cited;
}

export interface PagePicture {
  /** JPEG. */
  readonly picture: Uint8Array;
  readonly page: number;
  /** The cited lines were found and are marked. */
  readonly marked: boolean;
}

/** Pixels across the shorter side: what Telegram shows of a photograph, readable on a phone. */
const PIXELS = 1000;
const JPEG_QUALITY = 85;
/** Share of a quotation from which a page is taken to show it. */
const SHOWS = 0.5;

/** Pages that can be drawn: 0 for formats without pages of their own and files that do not open. */
export async function countPages(bytes: Uint8Array, fileName: string): Promise<number> {
  const kind = kindOf(bytes, fileName);
  if (kind !== 'pdf') return kind === 'image' ? picturePages(bytes) : 0;
  const document = await openPdf(bytes).catch(() => undefined);
  const pages = document?.numPages ?? 0;
  await document?.destroy();
  return pages;
}

/** Draws a page of an original as people see it, cited lines marked. Undefined for a page that is not there. */
export async function drawPicture(request: PictureRequest): Promise<PagePicture | undefined> {
  const { bytes, fileName, page, cited } = request;
  const kind = kindOf(bytes, fileName);
  if (kind === 'image')
    return page >= 1 && page <= picturePages(bytes) ? drawImage(bytes, page, cited) : undefined;
  if (kind === undefined) return undefined;
  const document = await openPdf(bytes);
  try {
    if (page < 1 || page > document.numPages) return undefined;
    const where = cited && (await findInPdf(document, page, cited));
    const number = where?.page ?? page;
    const size = { shorterSide: PIXELS, quarters: where?.quarters ?? 0 };
    const picture = await withDrawnPage(document, number, size, (drawn) =>
      toJpeg(
        drawn,
        (where?.boxes ?? []).map((box) => scaled(box, drawn.width / where!.width)),
        where?.tilt,
      ),
    );
    return { picture, page: number, marked: where !== undefined };
  } finally {
    await document.destroy();
  }
}

/** Boxes in units of which `width` make the page, turned `quarters` clockwise and back by `tilt` (radians) to read upright. */
interface Found {
  readonly page: number;
  readonly boxes: readonly Box[];
  readonly width: number;
  readonly quarters: number;
  readonly tilt?: number;
}

type PageSearch = (page: number) => Promise<Found & Marked>;

/** First where the text layer has it; scanned pages are recognised again, for their positions are not kept. */
async function findInPdf(
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

async function findInPicture(
  picture: { image: GrayImage; scale: number },
  cited: Cited,
  engine: OcrEngine,
): Promise<Omit<Found, 'page'> & Marked> {
  const { lines, width, quarters, tilt } = await linesOfPicture(picture, engine);
  return { width, quarters, tilt, ...citedBoxes(lines, cited) };
}

async function withOcr<T>(use: (engine: OcrEngine) => Promise<T>): Promise<T> {
  const engine = await openOcrEngine();
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}

async function drawImage(bytes: Uint8Array, page: number, cited: Cited | undefined): Promise<PagePicture> {
  const decoded = await decodeColours(bytes, page);
  const found = cited && (await withOcr((engine) => findInPicture(grayOf(decoded), cited, engine)));
  const marked = found !== undefined && found.share >= SHOWS;
  const picture = marked
    ? await toJpeg(turned(decoded, found.quarters), found.boxes, found.tilt)
    : await toJpeg(decoded, []);
  return { picture, page, marked };
}

function scaled({ x0, x1, y0, y1 }: Box, factor: number): Box {
  return { x0: x0 * factor, x1: x1 * factor, y0: y0 * factor, y1: y1 * factor };
}

type Picture = Omit<DecodedImage, 'rgba'> & { readonly rgba: Uint8Array | Uint8ClampedArray };

/**
 * A JPEG of the picture, levelled where its lines lie `tilt` radians clockwise. Yellow as of a marker pen: the letters stay
 * as dark as they were. A bar beside them shows without colours too.
 */
async function toJpeg(picture: Picture, boxes: readonly Box[], tilt = 0): Promise<Uint8Array> {
  const { width, height } = picture;
  const canvas = drawnTurned(picture, width, height, -tilt);
  const context = canvas.getContext('2d');
  const shorter = Math.min(width, height);
  const room = shorter / 250;
  for (const { x0, x1, y0, y1 } of boxes) {
    context.globalCompositeOperation = 'multiply';
    context.fillStyle = '#ffe45c';
    context.fillRect(x0 - room, y0 - room, x1 - x0 + 2 * room, y1 - y0 + 2 * room);
  }
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = '#d35400';
  const left = Math.min(...boxes.map(({ x0 }) => x0)) - 5 * room;
  for (const { y0, y1 } of boxes)
    context.fillRect(Math.max(0, left), y0 - room, room * 1.5, y1 - y0 + 2 * room);
  return canvas.encode('jpeg', JPEG_QUALITY);
}

/** By quarter turns clockwise. */
function turned(picture: Picture, quarters: number): Picture {
  if (quarters % 4 === 0) return picture;
  const { width, height } = picture;
  const [w, h] = quarters % 2 === 0 ? [width, height] : [height, width];
  const canvas = drawnTurned(picture, w, h, (quarters * Math.PI) / 2);
  return { width: w, height: h, rgba: canvas.getContext('2d').getImageData(0, 0, w, h).data };
}

/** On a white sheet of this size, turned about the middle by `angle` radians clockwise. */
function drawnTurned({ width, height, rgba }: Picture, w: number, h: number, angle: number): Canvas {
  const source = createCanvas(width, height);
  const data = source.getContext('2d').createImageData(width, height);
  data.data.set(rgba);
  source.getContext('2d').putImageData(data, 0, 0);
  if (angle === 0) return source;
  const canvas = createCanvas(w, h);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, w, h);
  context.translate(w / 2, h / 2);
  context.rotate(angle);
  context.drawImage(source, -width / 2, -height / 2);
  context.resetTransform();
  return canvas;
}
