/** A page picture as OCR wants it: one byte a pixel, 0 black to 255 white. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Darker than this is print. */
export const PRINT = 160;

/** Red must exceed green and blue by this much to count as stamp ink (0..255). */
const STAMP_EXCESS = 40;
/** The same where a stamp is looked for: pale and dark red count too. */
const RED_EXCESS = 28;
/** Pixels of red ink from which a page may carry a stamp. */
const SOME_RED = 400;

/**
 * RGBA → gray. Red stamps and seals become paper; where red ink crosses black letters the letters stay (they are dark
 * in all three colours). Transparent pixels count as paper.
 */
export function toGray(rgba: Uint8ClampedArray | Uint8Array, width: number, height: number): GrayImage {
  const data = new Uint8Array(width * height);
  for (let i = 0, p = 0; p < data.length; i += 4, p++) {
    const r = rgba[i]!;
    const g = rgba[i + 1]!;
    const b = rgba[i + 2]!;
    const red = r > 110 && r > g + STAMP_EXCESS && r > b + STAMP_EXCESS;
    data[p] = red || rgba[i + 3]! < 32 ? 255 : (r * 299 + g * 587 + b * 114) / 1000;
  }
  return { width, height, data };
}

/**
 * The red ink of a page alone, dark on white (printed in red, letters are darkest in green and blue); undefined where
 * there is next to none.
 */
export function redInk(
  rgba: Uint8ClampedArray | Uint8Array,
  width: number,
  height: number,
): GrayImage | undefined {
  const data = new Uint8Array(width * height).fill(255);
  let count = 0;
  for (let i = 0, p = 0; p < data.length; i += 4, p++) {
    const r = rgba[i]!;
    const g = rgba[i + 1]!;
    const b = rgba[i + 2]!;
    if (r < g + RED_EXCESS || r < b + RED_EXCESS || rgba[i + 3]! < 32) continue;
    // The paler the ink, the more its excess tells; 90 is full ink.
    data[p] = Math.max(0, 255 - ((r - Math.max(g, b)) * 255) / 90);
    count++;
  }
  return count < SOME_RED ? undefined : { width, height, data };
}

/** Anything darker than this belongs to a mark: pale ink (blue stamps, handwritten numbers) must hang together. */
const INK = 215;

/**
 * Takes out scanner specks: connected dark spots smaller than a full stop, and somewhat larger ones that stand alone.
 * `unit` is the height of a small letter's dot in pixels (about 1.4 points at the picture's resolution).
 */
export function despeckle(image: GrayImage, unit: number): { image: GrayImage; removed: number } {
  const { width, height } = image;
  const data = image.data.slice();
  const seen = new Uint8Array(width * height);
  const stack: number[] = [];
  const tiny = unit * unit * 0.45;
  const lone = unit * unit * 2.5;
  let removed = 0;
  for (let start = 0; start < data.length; start++) {
    if (seen[start] === 1 || data[start]! >= INK) continue;
    const spot: number[] = [];
    stack.push(start);
    seen[start] = 1;
    while (stack.length > 0) {
      const at = stack.pop()!;
      if (spot.length <= lone) spot.push(at);
      const x = at % width;
      for (const next of [at - width, at + width, x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1]) {
        if (next < 0 || next >= data.length || seen[next] === 1 || data[next]! >= INK) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    if (spot.length > lone) continue;
    if (spot.length <= tiny || standsAlone(image, spot, Math.round(unit * 3))) {
      removed++;
      for (const at of spot) data[at] = 255;
    }
  }
  return { image: { width, height, data }, removed };
}

/** No other ink within `reach` pixels of the spot's box. */
function standsAlone({ data, width, height }: GrayImage, spot: readonly number[], reach: number): boolean {
  const own = new Set(spot);
  let x0 = width;
  let x1 = 0;
  let y0 = height;
  let y1 = 0;
  for (const at of spot) {
    const x = at % width;
    const y = (at - x) / width;
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y);
  }
  for (let y = Math.max(0, y0 - reach); y <= Math.min(height - 1, y1 + reach); y++) {
    for (let x = Math.max(0, x0 - reach); x <= Math.min(width - 1, x1 + reach); x++) {
      const at = y * width + x;
      if (data[at]! < INK && !own.has(at)) return false;
    }
  }
  return true;
}

/** Each output pixel is the mean of a square of `factor` × `factor` input pixels. */
export function averageDown(image: GrayImage, factor: number): GrayImage {
  const width = Math.max(1, Math.floor(image.width / factor));
  const height = Math.max(1, Math.floor(image.height / factor));
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let dy = 0; dy < factor; dy++) {
        const row = (y * factor + dy) * image.width + x * factor;
        for (let dx = 0; dx < factor; dx++) sum += image.data[row + dx] ?? 255;
      }
      data[y * width + x] = sum / (factor * factor);
    }
  }
  return { width, height, data };
}

/** Each output pixel is the darkest of a square of `factor` × `factor` input pixels. */
export function darkestOf(image: GrayImage, factor: number): GrayImage {
  const width = Math.max(1, Math.floor(image.width / factor));
  const height = Math.max(1, Math.floor(image.height / factor));
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height * factor; y++) {
    const row = Math.floor(y / factor) * width;
    for (let x = 0; x < width * factor; x++) {
      const value = image.data[y * image.width + x]!;
      const at = row + Math.floor(x / factor);
      if (value < data[at]!) data[at] = value;
    }
  }
  return { width, height, data };
}

/** Turns a picture by quarter turns clockwise. */
export function rotate(image: GrayImage, quarters: number): GrayImage {
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 0) return image;
  const { width, height, data } = image;
  const out = new Uint8Array(data.length);
  const newWidth = turns === 2 ? width : height;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at =
        turns === 1
          ? x * newWidth + (height - 1 - y)
          : turns === 2
            ? (height - 1 - y) * width + (width - 1 - x)
            : (width - 1 - x) * newWidth + y;
      out[at] = data[y * width + x]!;
    }
  }
  return { width: newWidth, height: turns === 2 ? height : width, data: out };
}

/** Binary PGM (P5), the plainest format the OCR engine reads: nothing is compressed and decompressed on the way. */
export function toPgm(image: GrayImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${image.width} ${image.height}\n255\n`, 'latin1'), image.data]);
}
