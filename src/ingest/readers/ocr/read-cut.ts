import type { Box } from './components.ts';
import { cropped } from './cuttings.ts';
import type { OcrLine } from './engine.ts';
import type { GrayImage } from './image.ts';

/** Reads a cut-out with lines of one column; boxes in pixels of the cut-out. */
export type BlockReader = (image: GrayImage) => Promise<OcrLine[]>;

/** In letter heights: what a line reaches above and below its baseline, marks of capitals and tails included. */
const ABOVE = 1.15;
const BELOW = 0.35;
const MARGIN = 12;

/** The strip of the page that a line takes, from its first word to its last. */
export function stripOf({ words, baseline }: OcrLine, letter: number): Box {
  return {
    x0: Math.min(...words.map((word) => word.x0)) - 2,
    x1: Math.max(...words.map((word) => word.x1)) + 2,
    y0: Math.round(baseline - letter * ABOVE),
    y1: Math.round(baseline + letter * BELOW),
  };
}

/** Cuts a part of the page out and reads it as a block of its own; boxes in pixels of the page. */
export async function readCut(image: GrayImage, box: Box, readBlock: BlockReader): Promise<OcrLine[]> {
  const dx = box.x0 - MARGIN;
  const dy = box.y0 - MARGIN;
  const block = await readBlock(cropped(image, box, MARGIN));
  return block.map(({ words, baseline }) => ({
    words: words.map((word) => ({
      ...word,
      x0: word.x0 + dx,
      x1: word.x1 + dx,
      y0: word.y0 + dy,
      y1: word.y1 + dy,
    })),
    baseline: baseline + dy,
  }));
}
