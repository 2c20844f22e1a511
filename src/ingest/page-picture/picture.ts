import { decodeColours, grayOf, picturePages } from '../readers/ocr/decode-image.ts';
import { withDrawnPage } from '../readers/ocr/render.ts';
import { openPdf } from '../readers/pdf/open.ts';
import type { Box, Cited } from './cited-boxes.ts';
import { findInPdf, findInPicture, SHOWS, withOcr } from './find-cited.ts';
import { kindOf } from './kind.ts';
import { toJpeg, turned } from './marked-jpeg.ts';

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
