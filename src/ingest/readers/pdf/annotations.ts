import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageMark } from '../../model.ts';
import { levelOf } from '../../safety/stamp-words.ts';

interface Annotation {
  readonly subtype?: string;
  readonly rect?: readonly number[];
  /** What a note or text box says. */
  readonly contentsObj?: { readonly str?: string };
  /** Its subject or title ("Tối mật"), set by the program's own stamps. */
  readonly titleObj?: { readonly str?: string };
  readonly fieldValue?: unknown;
}

/** Kinds that lie on the page as print does (ISO 32000-1, 12.5.6); links, files and comments beside the text do not. */
const PRINTED = new Set(['FreeText', 'Stamp', 'Watermark', 'Widget']);

/** The secrecy stamps put on a page as an annotation: a text box, a rubber stamp, a form field. */
export async function annotatedMarks(page: PDFPageProxy): Promise<PageMark[]> {
  const annotations = (await page.getAnnotations()) as readonly Annotation[];
  const [, bottom = 0, , top = 0] = page.view;
  return annotations
    .filter(({ subtype }) => PRINTED.has(subtype ?? ''))
    .flatMap(({ rect, contentsObj, titleObj, fieldValue }) => {
      const said = [contentsObj?.str, titleObj?.str, typeof fieldValue === 'string' ? fieldValue : ''];
      const level = said
        .flatMap((text) => (text ?? '').normalize('NFC').slice(0, 500).split('\n'))
        .map((line) => levelOf(line, false, true))
        .find(Boolean);
      const middle = ((rect?.[1] ?? top) + (rect?.[3] ?? top)) / 2;
      return level ? [{ level, height: (top - middle) / Math.max(1, top - bottom) }] : [];
    });
}
