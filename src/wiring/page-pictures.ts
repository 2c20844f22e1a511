import { createHash } from 'node:crypto';
import { createCanvas } from '@napi-rs/canvas';
import PQueue from 'p-queue';
import { detectFormat } from '../ingest/readers/detect.ts';
import { decodeImage } from '../ingest/readers/ocr/decode-image.ts';
import { averageDown, type GrayImage } from '../ingest/readers/ocr/image.ts';
import { renderPage } from '../ingest/readers/ocr/render.ts';
import { openPdf } from '../ingest/readers/pdf/open.ts';
import type { PagePictures } from '../web/deps.ts';

/** Pixels across the shorter side: readable on a screen, about 100 kB a page. */
const PIXELS = 900;
/** Drawn pages that are kept. */
const KEPT = 48;
/** Requests that may wait for the one that draws. */
const WAITING = 16;

/**
 * Draws pages of original files, one at a time and the last ones kept, so that people leafing through scans never take
 * the processor from those who ask. Gray, as OCR sees them.
 */
export function createPagePictures(): PagePictures {
  const queue = new PQueue({ concurrency: 1 });
  const kept = new Map<string, Uint8Array>();
  const counts = new Map<string, number>();
  return {
    async pages({ bytes, fileName }) {
      const key = sha256(bytes);
      const count = counts.get(key) ?? (await countPages(bytes, fileName));
      remember(counts, key, count);
      return count;
    },
    async page({ bytes, fileName }, number) {
      const key = `${sha256(bytes)}/${number}`;
      const found = kept.get(key);
      if (found) return found;
      if (queue.size >= WAITING) return 'busy';
      const drawn = await queue.add(async () => kept.get(key) ?? (await draw(bytes, fileName, number)));
      if (drawn === undefined) return undefined;
      remember(kept, key, drawn);
      return drawn;
    },
  };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Keeps the last used ones. */
function remember<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}

async function countPages(bytes: Uint8Array, fileName: string): Promise<number> {
  const kind = kindOf(bytes, fileName);
  if (kind !== 'pdf') return kind === 'image' ? 1 : 0;
  const document = await openPdf(bytes).catch(() => undefined);
  const pages = document?.numPages ?? 0;
  await document?.destroy();
  return pages;
}

function kindOf(bytes: Uint8Array, fileName: string): 'pdf' | 'image' | undefined {
  try {
    const found = detectFormat(bytes, fileName);
    const format = found.kind === 'format' ? found.format : undefined;
    return format === 'pdf' || format === 'image' ? format : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined for a page that is not there and for formats without pages. */
async function draw(bytes: Uint8Array, fileName: string, number: number): Promise<Uint8Array | undefined> {
  const kind = kindOf(bytes, fileName);
  if (kind === 'image') {
    if (number !== 1) return undefined;
    const { image } = await decodeImage(bytes);
    const factor = Math.floor(Math.min(image.width, image.height) / PIXELS);
    return toPng(factor > 1 ? averageDown(image, factor) : image);
  }
  if (kind === undefined) return undefined;
  const document = await openPdf(bytes);
  try {
    if (number < 1 || number > document.numPages) return undefined;
    const { image } = await renderPage(document, number, PIXELS);
    return await toPng(image);
  } finally {
    await document.destroy();
  }
}

async function toPng({ width, height, data }: GrayImage): Promise<Uint8Array> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const rgba = context.createImageData(width, height);
  for (let p = 0, i = 0; p < data.length; p++, i += 4) {
    rgba.data[i] = rgba.data[i + 1] = rgba.data[i + 2] = data[p]!;
    rgba.data[i + 3] = 255;
  }
  context.putImageData(rgba, 0, 0);
  return canvas.encode('png');
}
