import type { PageMark } from '../../model.ts';
import { levelOfStampText, type SecretLevel } from '../../safety/stamp-words.ts';
import { type Box, boxHeight, boxWidth, components, joinNear } from './components.ts';
import { cropped, erased, inkBox, resized, slopeOf, theilSen, turned } from './cuttings.ts';
import { darkestOf, type GrayImage } from './image.ts';

/** A page picture with the red ink apart: stamps are printed in red, and on gray scans in a dark frame. */
export interface StampedPage {
  /** The page without red ink. */
  readonly image: GrayImage;
  /** The red ink alone; absent where the page has none. */
  readonly red?: GrayImage;
  /** Pixels per point. */
  readonly scale: number;
}

/** Reads one line of text in a small picture. */
export type LineReader = (image: GrayImage) => Promise<string>;

/** Sizes of a stamp in points (Circular 24/2020/TT-BCA prints them 8 to 12 mm high), with room for enlarged copies. */
const STAMP = { width: [24, 230], height: [9, 80] } as const;
/** Red spots closer than this, in points, belong to one stamp. */
const NEAR = 7;
/** A page has a handful of stamps; more candidates than this are dirt or a red picture. */
const MOST = 14;
const INK = 170;

/**
 * The secrecy stamps on a page picture. OCR of the whole page does not see them: red ink is taken out for it, and a
 * frame around the word hides it. So places that look like a stamp are cut out, straightened, freed of their frame and
 * read by themselves; only the three words of secrecy are reported.
 */
export async function findStampMarks(page: StampedPage, readLine: LineReader): Promise<PageMark[]> {
  const { image, red, scale } = page;
  const places = [
    ...(red ? redPlaces(red, scale).map((box) => ({ box, from: red })) : []),
    ...framedPlaces(image, scale).map((box) => ({ box, from: image })),
  ];
  const marks: PageMark[] = [];
  for (const { box, from } of places.slice(0, MOST)) {
    const level = await levelIn(cropped(from, box, Math.round(scale * 4)), readLine);
    const middle = (box.y0 + box.y1) / 2 / image.height;
    if (level) marks.push({ level, height: Math.round(middle * 100) / 100 });
  }
  return marks;
}

/** The level that a picture of nothing but a stamp says. */
export async function levelIn(cut: GrayImage, readLine: LineReader): Promise<SecretLevel | undefined> {
  const line = lineOf(cut);
  return line && levelOfStampText(await readLine(line));
}

/** Cells of this many points are looked at instead of pixels: thin strokes hang together, and it is fast. */
const CELL = 1.2;

function isStampSized(box: Box, cell: number, scale: number): boolean {
  const width = (boxWidth(box) * cell) / scale;
  const height = (boxHeight(box) * cell) / scale;
  return (
    width >= STAMP.width[0] &&
    width <= STAMP.width[1] &&
    height >= STAMP.height[0] &&
    height <= STAMP.height[1] &&
    width > height * 0.8
  );
}

const inPixels = (box: Box, cell: number): Box => ({
  x0: box.x0 * cell,
  y0: box.y0 * cell,
  x1: (box.x1 + 1) * cell - 1,
  y1: (box.y1 + 1) * cell - 1,
});

function redPlaces(red: GrayImage, scale: number): Box[] {
  const cell = Math.max(1, Math.round(scale * CELL));
  const spots = components(darkestOf(red, cell), INK).filter((spot) => spot.places.length > 2);
  if (spots.length > 4_000) return [];
  return joinNear(spots, (NEAR * scale) / cell)
    .filter((box) => isStampSized(box, cell, scale))
    .map((box) => inPixels(box, cell));
}

/** Least height of a frame, in points: no word of ordinary print reaches it. */
const FRAME = 13;

/** Dark frames in the middle of a page are cells, photographs, fields of forms. */
const mayStand = (height: number): boolean => height < 0.55 || height > 0.88;

function framedPlaces(image: GrayImage, scale: number): Box[] {
  const cell = Math.max(1, Math.round(scale * CELL));
  const small = darkestOf(image, cell);
  const framed = components(small, INK).filter(
    (spot) =>
      isStampSized(spot, cell, scale) &&
      boxHeight(spot) * cell > FRAME * scale &&
      isFrame(spot, small.width) &&
      mayStand((spot.y0 + spot.y1) / 2 / small.height),
  );
  return framed
    .sort((a, b) => boxWidth(b) * boxHeight(b) - boxWidth(a) * boxHeight(a))
    .map((box) => inPixels(box, cell));
}

/**
 * A frame has ink at top and bottom of nearly every column and at both sides of nearly every row, and its upper and lower
 * edges are straight, if perhaps turned; those of a word are not.
 */
function isFrame(spot: Box & { readonly places: readonly number[] }, width: number): boolean {
  const columns = boxWidth(spot);
  const rows = boxHeight(spot);
  const top = new Array<number>(columns).fill(rows);
  const bottom = new Array<number>(columns).fill(-1);
  const left = new Array<number>(rows).fill(columns);
  const right = new Array<number>(rows).fill(-1);
  for (const place of spot.places) {
    const x = (place % width) - spot.x0;
    const y = Math.floor(place / width) - spot.y0;
    top[x] = Math.min(top[x]!, y);
    bottom[x] = Math.max(bottom[x]!, y);
    left[y] = Math.min(left[y]!, x);
    right[y] = Math.max(right[y]!, x);
  }
  const lying = top.filter((y, x) => y < rows * 0.45 && bottom[x]! > rows * 0.55).length;
  const standing = left.filter((x, y) => x < columns * 0.35 && right[y]! > columns * 0.65).length;
  return lying > columns * 0.85 && standing > rows * 0.7 && isStraight(top) && isStraight(bottom);
}

/** Most points of an edge lie within a cell and a half of one line. */
function isStraight(edge: readonly number[]): boolean {
  const points = edge.map((y, x): [number, number] => [x, y]);
  const slope = theilSen(points);
  const heights = edge.map((y, x) => y - slope * x).sort((a, b) => a - b);
  const middle = heights[Math.floor(heights.length / 2)]!;
  return heights.filter((y) => Math.abs(y - middle) <= 1.5).length > edge.length * 0.8;
}

/** Letters of a stamp are read at about this height, in pixels. */
const LETTERS = 56;

/** The cut-out as one straight line of text without its frame; undefined when nothing is left of it. */
function lineOf(cut: GrayImage): GrayImage | undefined {
  const slope = slopeOf(cut, INK);
  const straight = Math.abs(slope) > 0.02 ? turned(cut, -Math.atan(slope)) : cut;
  const edge = inkBox(straight, INK);
  if (!edge) return undefined;
  const bare = withoutFrame(cropped(straight, edge, 1));
  const box = inkBox(bare, INK);
  if (!box || boxWidth(box) < 8 || boxHeight(box) < 6) return undefined;
  const text = cropped(bare, box, 2);
  const zoom = LETTERS / boxHeight(box);
  return padded(resized(text, zoom), 24);
}

/** A frame spans the whole cut-out; its sides may be torn into lines. */
function withoutFrame(image: GrayImage): GrayImage {
  const { width, height } = image;
  const frame = components(image, INK).filter((spot) => {
    const w = boxWidth(spot);
    const h = boxHeight(spot);
    const around = w > width * 0.7 && h > height * 0.7 && spot.places.length < w * h * 0.45;
    const lying = w > width * 0.45 && h < height * 0.16;
    const standing = h > height * 0.55 && w < width * 0.06;
    return around || lying || standing;
  });
  return erased(image, frame, 2);
}

function padded(image: GrayImage, margin: number): GrayImage {
  return cropped(image, { x0: 0, y0: 0, x1: image.width - 1, y1: image.height - 1 }, margin);
}
