import type { Box, Component } from './components.ts';
import type { GrayImage } from './image.ts';

/** A part of a picture with `margin` pixels around it, white where the picture ends. */
export function cropped(image: GrayImage, { x0, y0, x1, y1 }: Box, margin: number): GrayImage {
  const width = x1 - x0 + 1 + 2 * margin;
  const height = y1 - y0 + 1 + 2 * margin;
  const data = new Uint8Array(width * height).fill(255);
  const from = Math.max(0, x0 - margin);
  const to = Math.min(image.width, x1 + 1 + margin);
  for (let y = 0; y < height; y++) {
    const source = y + y0 - margin;
    if (source < 0 || source >= image.height || to <= from) continue;
    const row = image.data.subarray(source * image.width + from, source * image.width + to);
    data.set(row, y * width + from - (x0 - margin));
  }
  return { width, height, data };
}

/** The smallest box around all pixels darker than `ink`. */
export function inkBox({ width, height, data }: GrayImage, ink: number): Box | undefined {
  let [x0, y0, x1, y1] = [width, height, -1, -1];
  for (let at = 0; at < data.length; at++) {
    if (data[at]! >= ink) continue;
    const x = at % width;
    const y = (at - x) / width;
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y);
  }
  return x1 < 0 ? undefined : { x0, y0, x1, y1 };
}

/** Paints components white, with `reach` pixels around them (their pale rims). */
export function erased(image: GrayImage, spots: readonly Component[], reach: number): GrayImage {
  if (spots.length === 0) return image;
  const { width, height } = image;
  const data = image.data.slice();
  for (const { places } of spots) {
    for (const place of places) {
      const x = place % width;
      const y = (place - x) / width;
      const left = Math.max(0, x - reach);
      const right = Math.min(width, x + reach + 1);
      for (let ny = Math.max(0, y - reach); ny <= Math.min(height - 1, y + reach); ny++)
        data.fill(255, ny * width + left, ny * width + right);
    }
  }
  return { width, height, data };
}

/** Slope of the lower edge of the ink, in pixels down per pixel to the right: how much a stamp or line is turned. */
export function slopeOf({ width, height, data }: GrayImage, ink: number): number {
  const points: [number, number][] = [];
  for (let x = 0; x < width; x++) {
    let y = height - 1;
    while (y >= 0 && data[y * width + x]! >= ink) y--;
    if (y >= 0) points.push([x, y]);
  }
  if (points.length < 8) return 0;
  // The sides of a turned frame hang below its corners: only the middle tells.
  const cut = Math.floor(points.length * 0.15);
  return theilSen(points.slice(cut, points.length - cut));
}

/** Median of the slopes between points far apart: a few outliers (a dot below a letter) do not move it. */
export function theilSen(points: readonly (readonly [number, number])[]): number {
  const half = Math.floor(points.length / 2);
  const slopes: number[] = [];
  for (let i = 0; i + half < points.length; i++) {
    const [ax, ay] = points[i]!;
    const [bx, by] = points[i + half]!;
    if (bx > ax) slopes.push((by - ay) / (bx - ax));
  }
  slopes.sort((a, b) => a - b);
  return slopes[Math.floor(slopes.length / 2)] ?? 0;
}

/** The picture turned clockwise about its centre by `angle` radians, on a sheet large enough, corners white. */
export function turned(image: GrayImage, angle: number): GrayImage {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const width = Math.ceil(image.width * Math.abs(cos) + image.height * Math.abs(sin));
  const height = Math.ceil(image.width * Math.abs(sin) + image.height * Math.abs(cos));
  return resampled(image, width, height, (x, y) => {
    const dx = x - width / 2;
    const dy = y - height / 2;
    return [dx * cos + dy * sin + image.width / 2, -dx * sin + dy * cos + image.height / 2];
  });
}

export function resized(image: GrayImage, zoom: number): GrayImage {
  const width = Math.max(1, Math.round(image.width * zoom));
  const height = Math.max(1, Math.round(image.height * zoom));
  return resampled(image, width, height, (x, y) => [x / zoom, y / zoom]);
}

/** Bilinear; `source` gives the place in the picture of a place on the new sheet, pixel centres at halves. */
function resampled(
  { width, height, data }: GrayImage,
  newWidth: number,
  newHeight: number,
  source: (x: number, y: number) => readonly [number, number],
): GrayImage {
  const out = new Uint8Array(newWidth * newHeight).fill(255);
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? 255 : data[y * width + x]!;
  for (let y = 0; y < newHeight; y++) {
    for (let x = 0; x < newWidth; x++) {
      const [sx, sy] = source(x + 0.5, y + 0.5);
      const [fx, fy] = [sx - 0.5, sy - 0.5];
      const [left, top] = [Math.floor(fx), Math.floor(fy)];
      if (left < -1 || top < -1 || left >= width || top >= height) continue;
      const [px, py] = [fx - left, fy - top];
      const above = at(left, top) * (1 - px) + at(left + 1, top) * px;
      const below = at(left, top + 1) * (1 - px) + at(left + 1, top + 1) * px;
      out[y * newWidth + x] = above * (1 - py) + below * py;
    }
  }
  return { width: newWidth, height: newHeight, data: out };
}
