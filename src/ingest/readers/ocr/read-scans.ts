import type { PageMark, ReadOptions, ReadValue } from '../../model.ts';
import { failed } from '../failure.ts';
import type { PageSight } from '../pdf/reader.ts';
import { decodeImage, picturePages } from './decode-image.ts';
import { withLineReader } from './line-reader.ts';
import { openPageCache } from './page-cache.ts';
import { recognizePages } from './recognize.ts';
import { renderForStamps, renderPage } from './render.ts';
import { findStampMarks } from './stamp-marks.ts';
import { ocrWarnings } from './warnings.ts';

/** What is seen on the pages of a PDF. */
export function pdfSight(bytes: Uint8Array, options: ReadOptions): PageSight {
  const cache = openPageCache(options.pageCacheDir, bytes);
  return {
    recognize: (document, pages) =>
      recognizePages({ pages, render: (page) => renderPage(document, page) }, options, cache),
    stamps: (document, pages) =>
      withLineReader(async (readLine) => {
        const found = new Map<number, PageMark[]>();
        for (const page of pages) {
          options.signal?.throwIfAborted();
          const marks = await renderForStamps(document, page)
            .then((picture) => findStampMarks(picture, readLine))
            // A page that cannot be drawn has nothing to show; its text was read.
            .catch(() => []);
          if (marks.length > 0) found.set(page, marks);
        }
        return found;
      }),
  };
}

/** A photograph or scan (PNG, JPEG, WebP, GIF, BMP), or the pages of a TIFF, recognised. */
export async function readImage(bytes: Uint8Array, options: ReadOptions): Promise<ReadValue> {
  const cache = openPageCache(options.pageCacheDir, bytes);
  const count = picturePages(bytes);
  if (count === 0)
    throw failed(
      'Ảnh TIFF bị hỏng hoặc tải về chưa đủ nên không thấy trang nào; hãy quét hoặc gửi lại tệp gốc.',
    );
  const pages = Array.from({ length: count }, (_, i) => i + 1);
  // The first page is opened before the engine starts: a damaged picture gets its reason at once.
  const first = cache.get(1) ? undefined : await decodeImage(bytes);
  const render = async (page: number) => (page === 1 && first) || decodeImage(bytes, page);
  const recognized = await recognizePages({ pages, render }, options, cache);
  const read = pages.map((page) => recognized.pages.get(page) ?? { page, text: '', ocr: true });
  if (read.every((page) => page.text.trim() === ''))
    throw failed('Không đọc được chữ nào trong ảnh; hãy chụp hoặc quét lại cho rõ, thẳng và đủ sáng.');
  return { format: 'image', paged: true, pages: read, warnings: ocrWarnings(recognized, count) };
}
