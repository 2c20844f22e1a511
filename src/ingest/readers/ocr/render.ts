import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LIMITS } from '../limits.ts';
import { withTimeout } from '../timeout.ts';
import { averageDown, type GrayImage, redInk, toGray } from './image.ts';
import type { StampedPage } from './stamp-marks.ts';

/** Pixels across the shorter side of the picture OCR sees (A4: 180 dpi): docs/readers.md has what other sizes gave. */
export const PAGE_PIXELS = 1_505;
/** Pages are drawn this much larger and averaged down: strokes of marks come out smoother than in one resampling. */
const SUPERSAMPLING = 2;

type RenderParameters = Parameters<PDFPageProxy['render']>[0];
type Viewport = ReturnType<PDFPageProxy['getViewport']>;

interface Context {
  getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray };
}
interface Canvas {
  width: number;
  height: number;
}
interface CanvasFactory {
  create(width: number, height: number): { canvas: Canvas; context: Context };
  destroy(entry: { canvas: Canvas; context: Context }): void;
}

/** A page as drawn, RGBA. `scale` is pixels per point. */
export interface DrawnPage {
  readonly rgba: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** Draws a page, `quarters` turns clockwise from how it is stored; `use` gets it before the memory is given back. */
export async function withDrawnPage<T>(
  document: PDFDocumentProxy,
  number: number,
  size: { readonly shorterSide: number; readonly quarters?: number },
  use: (drawn: DrawnPage, page: PDFPageProxy, viewport: Viewport) => Promise<T> | T,
): Promise<T> {
  const page = await document.getPage(number);
  try {
    const rotation = (page.rotate + 90 * (size.quarters ?? 0)) % 360;
    const natural = page.getViewport({ scale: 1, rotation });
    const wanted = size.shorterSide / Math.min(natural.width, natural.height);
    const scale = Math.min(wanted, Math.sqrt(LIMITS.imagePixels / (natural.width * natural.height)));
    const viewport = page.getViewport({ scale, rotation });
    const factory = document.canvasFactory as CanvasFactory;
    const entry = factory.create(
      Math.max(1, Math.ceil(viewport.width)),
      Math.max(1, Math.ceil(viewport.height)),
    );
    try {
      const parameters = { ...entry, canvasContext: entry.context, viewport };
      const task = page.render(parameters as unknown as RenderParameters);
      await withTimeout(task.promise, LIMITS.ocrPageMs);
      const { width, height } = entry.canvas;
      const rgba = entry.context.getImageData(0, 0, width, height).data;
      return await use({ rgba, width, height, scale }, page, viewport);
    } finally {
      factory.destroy(entry);
    }
  } finally {
    page.cleanup();
  }
}

/**
 * Draws a page in gray, annotations included: signing systems put the number and the date of a document there.
 * Returns the picture, its red ink apart, and the pixels per point.
 */
export function renderPage(document: PDFDocumentProxy, number: number): Promise<StampedPage> {
  const size = { shorterSide: PAGE_PIXELS * SUPERSAMPLING };
  return withDrawnPage(document, number, size, async ({ rgba, width, height, scale }, page, viewport) => {
    const drawn = toGray(rgba, width, height);
    const red = redInk(rgba, width, height);
    for (const box of await signatureBoxes(page, viewport)) erase(drawn, box);
    return {
      image: averageDown(drawn, SUPERSAMPLING),
      ...(red && { red: averageDown(red, SUPERSAMPLING) }),
      scale: scale / SUPERSAMPLING,
    };
  });
}

/** A page as stamps are looked for on it: drawn once, signature boxes included. */
export function renderForStamps(document: PDFDocumentProxy, number: number): Promise<StampedPage> {
  return withDrawnPage(document, number, { shorterSide: PAGE_PIXELS }, ({ rgba, width, height, scale }) => {
    const red = redInk(rgba, width, height);
    return { image: toGray(rgba, width, height), ...(red && { red }), scale };
  });
}

/** Share of the page height at its top and bottom where signing systems put their information box. */
const MARGIN = 0.06;

type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/**
 * Boxes of digital signatures in the margins ("Người ký: …, Email: …"): not part of the document. Signatures inside the
 * page stay, for they draw the number, the date and the name of the signer.
 */
async function signatureBoxes(page: PDFPageProxy, viewport: Viewport): Promise<Box[]> {
  const annotations = (await page.getAnnotations()) as { fieldType?: string; rect?: number[] }[];
  const boxes = annotations
    .filter((a) => a.fieldType === 'Sig' && a.rect?.length === 4)
    .map((a) => viewport.convertToViewportRectangle(a.rect!) as [number, number, number, number])
    .map(([ax, ay, bx, by]): Box => [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]);
  return boxes.filter(([, y0, , y1]) => {
    const middle = (y0 + y1) / 2;
    return middle < viewport.height * MARGIN || middle > viewport.height * (1 - MARGIN);
  });
}

function erase({ data, width, height }: GrayImage, [x0, y0, x1, y1]: Box): void {
  const left = Math.max(0, Math.floor(x0));
  const right = Math.min(width, Math.ceil(x1));
  for (let y = Math.max(0, Math.floor(y0)); y < Math.min(height, Math.ceil(y1)); y++)
    data.fill(255, y * width + left, y * width + right);
}
