import type { ReadOptions, ReadValue } from '../../model.ts';
import { failed } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { PageRecognizer } from '../pdf/reader.ts';
import { toGray } from './image.ts';
import { openPageCache } from './page-cache.ts';
import { recognizePages } from './recognize.ts';
import { PAGE_PIXELS, renderPage } from './render.ts';
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
  const recognized = await recognizePages({ pages: [1], render: () => decodeImage(bytes) }, options, cache);
  const page = recognized.pages.get(1);
  if (!page || page.text.trim() === '')
    throw failed('Không đọc được chữ nào trong ảnh; hãy chụp hoặc quét lại cho rõ, thẳng và đủ sáng.');
  return { format: 'image', paged: true, pages: [page], warnings: ocrWarnings(recognized, 1) };
}

/** Sides are brought near the size pages are read at: phone pictures are far larger, thumbnails smaller. */
async function decodeImage(bytes: Uint8Array) {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const picture = await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (picture.width * picture.height > LIMITS.imagePixels) throw new RangeError('image too large');
  const shorter = Math.min(picture.width, picture.height);
  const zoom = Math.min(
    2.5,
    shorter > PAGE_PIXELS * 1.3 ? (PAGE_PIXELS * 1.2) / shorter : shorter < 900 ? PAGE_PIXELS / shorter : 1,
  );
  const width = Math.round(picture.width * zoom);
  const height = Math.round(picture.height * zoom);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, 0, width, height);
  return {
    image: toGray(context.getImageData(0, 0, width, height).data, width, height),
    scale: Math.min(width, height) / 595,
  };
}
