import { cropped, turned } from './cuttings.ts';
import { type GrayImage, PRINT } from './image.ts';

/** Columns of the picture on which the angle is looked for: thinner strokes say no more. */
const COARSE_WIDTH = 500;
const DEGREE = Math.PI / 180;
/** Pages lie turned by no more than this when they were put on a scanner or photographed by a person. */
const WIDEST = 8 * DEGREE;
const COARSE_STEP = 0.5 * DEGREE;
const FINE_STEP = 0.05 * DEGREE;
/** Below this the engine reads as well as on a straight page (docs/benchmarks.md). */
const STRAIGHT = 0.4 * DEGREE;
/** How much sharper the rows must stand at the angle found: a page without lines of print has no angle. */
const SHARPER = 1.05;

/** A page with its lines level, of the same size; `angle` is what it was turned back by, radians, 0 when it was left. */
export function straightened(image: GrayImage): { readonly image: GrayImage; readonly angle: number } {
  const angle = skewOf(image);
  if (Math.abs(angle) < STRAIGHT) return { image, angle: 0 };
  const level = turned(image, -angle);
  const x0 = Math.round((level.width - image.width) / 2);
  const y0 = Math.round((level.height - image.height) / 2);
  const box = { x0, y0, x1: x0 + image.width - 1, y1: y0 + image.height - 1 };
  return { image: cropped(level, box, 0), angle };
}

/**
 * How much the lines of print are turned clockwise, in radians: the angle at which the lower edges of the print, projected
 * along it, gather in the fewest rows (sum of squares of the projection profile; Baird 1987, "The skew angle of printed documents").
 */
export function skewOf(image: GrayImage): number {
  const points = lowerEdges(image);
  const sharpness = (angle: number) => profileSquares(points, angle);
  const around = (middle: number, reach: number, step: number) => {
    let best = { angle: middle, score: sharpness(middle) };
    for (let angle = middle - reach; angle <= middle + reach + step / 2; angle += step) {
      const score = sharpness(angle);
      if (score > best.score) best = { angle, score };
    }
    return best;
  };
  const coarse = around(0, WIDEST, COARSE_STEP);
  const { angle, score } = around(coarse.angle, COARSE_STEP, FINE_STEP);
  return score >= sharpness(0) * SHARPER ? angle : 0;
}

/** Places of the thinned picture where print ends downwards. */
function lowerEdges({ width, height, data }: GrayImage): (readonly [x: number, y: number])[] {
  const step = Math.max(1, Math.round(width / COARSE_WIDTH));
  const points: [number, number][] = [];
  for (let x = 0; x < width; x += step) {
    for (let y = 0; y + 1 < height; y++) {
      const at = y * width + x;
      if (data[at]! < PRINT && data[at + width]! >= PRINT) points.push([x, y]);
    }
  }
  return points;
}

/** Rows of this many pixels are counted together. */
const ROW = 2;

function profileSquares(points: readonly (readonly [number, number])[], angle: number): number {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const rows = new Map<number, number>();
  for (const [x, y] of points) {
    const row = Math.round((y * cos - x * sin) / ROW);
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  let sum = 0;
  for (const count of rows.values()) sum += count * count;
  return sum;
}
