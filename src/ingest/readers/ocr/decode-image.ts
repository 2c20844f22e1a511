import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { failed } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { redInk, toGray } from './image.ts';
import { PAGE_PIXELS } from './render.ts';
import type { StampedPage } from './stamp-marks.ts';

/** Milliseconds a picture may take to decode. */
const DECODE_MS = 30_000;

/**
 * Runs in a process of its own: the native decoder of @napi-rs/canvas 0.1.80 crashes (segmentation fault) on a cut JPEG,
 * which must not take the assistant down. Prints "width height\n", then RGBA. Sides are brought near the size pages
 * are read at: phone pictures are far larger, thumbnails smaller.
 */
const DECODER = `
const [canvasPath, page, limit] = process.argv.slice(1);
const { createCanvas, loadImage } = require(canvasPath);
const chunks = [];
process.stdin.on('data', (c) => chunks.push(c)).on('end', async () => {
  const picture = await loadImage(Buffer.concat(chunks));
  if (!(picture.width > 0) || picture.width * picture.height > Number(limit)) process.exit(3);
  const shorter = Math.min(picture.width, picture.height);
  const zoom = Math.min(2.5, shorter > page * 1.3 ? (page * 1.2) / shorter : shorter < 900 ? page / shorter : 1);
  const width = Math.max(1, Math.round(picture.width * zoom));
  const height = Math.max(1, Math.round(picture.height * zoom));
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  process.stdout.write(width + ' ' + height + '\\n');
  process.stdout.write(Buffer.from(context.getImageData(0, 0, width, height).data.buffer));
});
`;

/** A picture as decoded, RGBA, its sides near the size pages are read at. */
export interface DecodedImage {
  readonly rgba: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Decodes a PNG, JPEG, WebP, GIF or BMP. Throws `ReadFailure` when it is damaged or too large. */
export async function decodeColours(bytes: Uint8Array): Promise<DecodedImage> {
  const raw = await runDecoder(bytes);
  const cut = raw.indexOf(10);
  const [width = 0, height = 0] = raw.subarray(0, Math.max(0, cut)).toString('latin1').split(' ').map(Number);
  if (cut < 0 || width < 1 || height < 1 || raw.length - cut - 1 < width * height * 4) {
    throw failed(
      'Ảnh bị hỏng, tải về chưa đủ hoặc quá lớn nên không mở được; hãy chụp hoặc gửi lại ảnh gốc.',
    );
  }
  return { rgba: raw.subarray(cut + 1), width, height };
}

/** The same in gray, as OCR wants it; `scale` is pixels per point of an A4 page. Throws as {@link decodeColours}. */
export async function decodeImage(bytes: Uint8Array): Promise<StampedPage> {
  return grayOf(await decodeColours(bytes));
}

export function grayOf({ rgba, width, height }: DecodedImage): StampedPage {
  const red = redInk(rgba, width, height);
  return {
    image: toGray(rgba, width, height),
    ...(red && { red }),
    scale: Math.min(width, height) / 595,
  };
}

function runDecoder(bytes: Uint8Array): Promise<Buffer> {
  const canvasPath = createRequire(import.meta.url).resolve('@napi-rs/canvas');
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['-e', DECODER, canvasPath, String(PAGE_PIXELS), String(LIMITS.imagePixels)],
      {
        stdio: ['pipe', 'pipe', 'ignore'],
        timeout: DECODE_MS,
        killSignal: 'SIGKILL',
        env: { PATH: process.env['PATH'] ?? '' },
      },
    );
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => resolve(Buffer.alloc(0)));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks) : Buffer.alloc(0)));
    child.stdin.on('error', () => {});
    child.stdin.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  });
}
