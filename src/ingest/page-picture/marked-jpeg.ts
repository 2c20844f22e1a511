import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { DecodedImage } from '../readers/ocr/decode-image.ts';
import type { Box } from './cited-boxes.ts';

const JPEG_QUALITY = 85;

/** RGBA, row by row. */
export type Picture = Omit<DecodedImage, 'rgba'> & { readonly rgba: Uint8Array | Uint8ClampedArray };

/**
 * A JPEG of the picture, levelled where its lines lie `tilt` radians clockwise. Yellow as of a marker pen: the letters stay
 * as dark as they were. A bar beside them shows without colours too.
 */
export async function toJpeg(picture: Picture, boxes: readonly Box[], tilt = 0): Promise<Uint8Array> {
  const { width, height } = picture;
  const canvas = drawnTurned(picture, width, height, -tilt);
  const context = canvas.getContext('2d');
  const shorter = Math.min(width, height);
  const room = shorter / 250;
  for (const { x0, x1, y0, y1 } of boxes) {
    context.globalCompositeOperation = 'multiply';
    context.fillStyle = '#ffe45c';
    context.fillRect(x0 - room, y0 - room, x1 - x0 + 2 * room, y1 - y0 + 2 * room);
  }
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = '#d35400';
  const left = Math.min(...boxes.map(({ x0 }) => x0)) - 5 * room;
  for (const { y0, y1 } of boxes)
    context.fillRect(Math.max(0, left), y0 - room, room * 1.5, y1 - y0 + 2 * room);
  return canvas.encode('jpeg', JPEG_QUALITY);
}

/** By quarter turns clockwise. */
export function turned(picture: Picture, quarters: number): Picture {
  if (quarters % 4 === 0) return picture;
  const { width, height } = picture;
  const [w, h] = quarters % 2 === 0 ? [width, height] : [height, width];
  const canvas = drawnTurned(picture, w, h, (quarters * Math.PI) / 2);
  return { width: w, height: h, rgba: canvas.getContext('2d').getImageData(0, 0, w, h).data };
}

/** On a white sheet of this size, turned about the middle by `angle` radians clockwise. */
function drawnTurned({ width, height, rgba }: Picture, w: number, h: number, angle: number): Canvas {
  const source = createCanvas(width, height);
  const data = source.getContext('2d').createImageData(width, height);
  data.data.set(rgba);
  source.getContext('2d').putImageData(data, 0, 0);
  if (angle === 0) return source;
  const canvas = createCanvas(w, h);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, w, h);
  context.translate(w / 2, h / 2);
  context.rotate(angle);
  context.drawImage(source, -width / 2, -height / 2);
  context.resetTransform();
  return canvas;
}
