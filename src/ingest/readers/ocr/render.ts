import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LIMITS } from '../limits.ts';
import { withTimeout } from '../timeout.ts';
import { type GrayImage, toGray } from './image.ts';

/** Width in pixels a portrait A4 page is drawn at (180 dpi): see docs/readers.md for what other sizes gave. */
export const PAGE_PIXELS = 1_490;

type RenderParameters = Parameters<PDFPageProxy['render']>[0];

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

/**
 * Draws a page in gray, without annotations (the box of a digital signature is one and would be read as text).
 * Returns the picture and the pixels per point.
 */
export async function renderPage(
  document: PDFDocumentProxy,
  number: number,
  pagePixels = PAGE_PIXELS,
): Promise<{ image: GrayImage; scale: number }> {
  const page = await document.getPage(number);
  try {
    const natural = page.getViewport({ scale: 1 });
    const shorter = Math.min(natural.width, natural.height);
    const scale = Math.min(
      pagePixels / shorter,
      Math.sqrt(LIMITS.imagePixels / (natural.width * natural.height)),
    );
    const viewport = page.getViewport({ scale });
    const factory = document.canvasFactory as CanvasFactory;
    const entry = factory.create(
      Math.max(1, Math.ceil(viewport.width)),
      Math.max(1, Math.ceil(viewport.height)),
    );
    try {
      const parameters = { ...entry, canvasContext: entry.context, viewport, annotationMode: 0 };
      const task = page.render(parameters as unknown as RenderParameters);
      await withTimeout(task.promise, LIMITS.ocrPageMs);
      const { width, height } = entry.canvas;
      return { image: toGray(entry.context.getImageData(0, 0, width, height).data, width, height), scale };
    } finally {
      factory.destroy(entry);
    }
  } finally {
    page.cleanup();
  }
}
