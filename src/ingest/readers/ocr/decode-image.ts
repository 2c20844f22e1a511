import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { failed } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { redInk, toGray } from './image.ts';
import { PAGE_PIXELS } from './render.ts';
import type { StampedPage } from './stamp-marks.ts';
import { tiffPages } from './tiff.ts';

/** Milliseconds a picture may take to decode. */
const DECODE_MS = 30_000;
const DECODER = fileURLToPath(new URL('./picture-decoder.cjs', import.meta.url));

/** A picture as decoded, RGBA, its sides near the size pages are read at. */
export interface DecodedImage {
  readonly rgba: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** True for a TIFF, the one kind of picture that may have many pages. */
const isTiff = (bytes: Uint8Array): boolean =>
  /^(II\*\0|MM\0\*)/.test(Buffer.from(bytes.subarray(0, 4)).toString('latin1'));

/** Pages of a picture file: those of a TIFF, one of every other kind. */
export function picturePages(bytes: Uint8Array): number {
  return isTiff(bytes) ? tiffPages(bytes).length : 1;
}

/**
 * Decodes a page (from 1) of a PNG, JPEG, WebP, GIF, BMP or TIFF as a person sees it: turned as its EXIF or TIFF
 * orientation says. Throws `ReadFailure` when it is damaged or too large.
 */
export async function decodeColours(bytes: Uint8Array, page = 1): Promise<DecodedImage> {
  const raw = await runDecoder(bytes, isTiff(bytes) ? (tiffPages(bytes)[page - 1] ?? 0) : -1);
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
export async function decodeImage(bytes: Uint8Array, page = 1): Promise<StampedPage> {
  return grayOf(await decodeColours(bytes, page));
}

export function grayOf({ rgba, width, height }: DecodedImage): StampedPage {
  const red = redInk(rgba, width, height);
  return {
    image: toGray(rgba, width, height),
    ...(red && { red }),
    scale: Math.min(width, height) / 595,
  };
}

function runDecoder(bytes: Uint8Array, place: number): Promise<Buffer> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [DECODER, String(PAGE_PIXELS), String(LIMITS.imagePixels), String(place)],
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
