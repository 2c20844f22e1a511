import type { ReadOptions, ReadValue } from '../../model.ts';
import { failed } from '../failure.ts';
import type { PageRecognizer } from '../pdf/reader.ts';
import { decodeImage } from './decode-image.ts';
import { openPageCache } from './page-cache.ts';
import { recognizePages } from './recognize.ts';
import { renderPage } from './render.ts';
import { ocrWarnings } from './warnings.ts';

/** The recogniser of scanned PDF pages. */
export function pdfRecognizer(bytes: Uint8Array, options: ReadOptions): PageRecognizer {
  const cache = openPageCache(options.pageCacheDir, bytes);
  return (document, pages) =>
    recognizePages({ pages, render: (page) => renderPage(document, page) }, options, cache);
}

/** A photograph or scan (PNG, JPEG, WebP, GIF, BMP) as one recognised page. */
export async function readImage(bytes: Uint8Array, options: ReadOptions): Promise<ReadValue> {
  const cache = openPageCache(options.pageCacheDir, bytes);
  const picture = cache.get(1) ? undefined : await decodeImage(bytes);
  const source = { pages: [1], render: async () => picture ?? decodeImage(bytes) };
  const recognized = await recognizePages(source, options, cache);
  const page = recognized.pages.get(1);
  if (!page || page.text.trim() === '')
    throw failed('Không đọc được chữ nào trong ảnh; hãy chụp hoặc quét lại cho rõ, thẳng và đủ sáng.');
  return { format: 'image', paged: true, pages: [page], warnings: ocrWarnings(recognized, 1) };
}
