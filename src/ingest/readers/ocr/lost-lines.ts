import { type Box, boxHeight, boxWidth } from './components.ts';
import { inkBox } from './cuttings.ts';
import type { OcrLine } from './engine.ts';
import { type GrayImage, PRINT } from './image.ts';
import { isSure, letterHeight } from './page-text.ts';
import { type BlockReader, readCut, stripOf } from './read-cut.ts';

/** In letter heights: white between two stretches that are read apart, the least height and width of a line of words. */
const APART = 1.4;
const LEAST_HEIGHT = 0.5;
const LEAST_WIDTH = 6;
/** Stretches read again on one page. */
const MOST = 6;
/** Share of sure words from which print among seals and signatures is taken for a line of words. */
const SURE_SHARE = 0.8;

/**
 * Lines of print that the engine's page analysis passed over. It loses whole lines of a clean page (three in a row in the
 * annex of decree 120/2025), and nothing in its answer tells. So the print outside every line that was read is cut out and
 * read as a block of its own; what comes back as a sure line of words is taken, the rest (seals, signatures, drawings) is not.
 */
export async function withLostLines(
  lines: readonly OcrLine[],
  image: GrayImage,
  readBlock: BlockReader,
): Promise<OcrLine[]> {
  const letter = letterHeight(lines);
  const rest = withoutLines(
    image,
    lines.filter((line) => isSure(line)),
    letter,
  );
  const found: OcrLine[] = [];
  for (const box of stretches(rest, letter).slice(0, MOST))
    found.push(...(await readCut(rest, box, readBlock)).filter((line) => isSure(line, SURE_SHARE)));
  if (found.length === 0) return [...lines];
  // What the first reading made of the same print goes.
  const same = (line: OcrLine) =>
    !isSure(line) && found.some((other) => Math.abs(other.baseline - line.baseline) < letter);
  return [...lines.filter((line) => !same(line)), ...found];
}

/** The page with these lines painted over. */
function withoutLines(image: GrayImage, lines: readonly OcrLine[], letter: number): GrayImage {
  const { width, height } = image;
  const data = image.data.slice();
  for (const line of lines) {
    const { x0, y0, x1, y1 } = stripOf(line, letter);
    for (let y = Math.max(0, y0); y <= Math.min(height - 1, y1); y++)
      data.fill(255, y * width + Math.max(0, x0), y * width + Math.min(width, x1 + 1));
  }
  return { ...image, data };
}

/** Boxes around what is left, from top to bottom, where it is as large as a line of words. */
function stretches(rest: GrayImage, letter: number): Box[] {
  const { width, height, data } = rest;
  const boxes: Box[] = [];
  let start = -1;
  let last = -1;
  const close = () => {
    const band = { width, height: last - start + 1, data: data.subarray(start * width, (last + 1) * width) };
    const ink = inkBox(band, PRINT);
    if (ink) boxes.push({ ...ink, y0: ink.y0 + start, y1: ink.y1 + start });
    start = -1;
  };
  for (let y = 0; y < height; y++) {
    let dark = 0;
    for (let at = y * width; at < (y + 1) * width; at++) if (data[at]! < PRINT) dark++;
    if (start >= 0 && y - last > letter * APART) close();
    if (dark < letter) continue;
    if (start < 0) start = y;
    last = y;
  }
  if (start >= 0) close();
  return boxes.filter(
    (box) => boxHeight(box) >= letter * LEAST_HEIGHT && boxWidth(box) >= letter * LEAST_WIDTH,
  );
}
