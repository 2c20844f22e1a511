import type { OcrLine } from './engine.ts';
import type { GrayImage } from './image.ts';
import { isSure, letterHeight } from './page-text.ts';
import { type BlockReader, readCut, stripOf } from './read-cut.ts';

/** Words the engine is less sure of than this (0..100), in a line it is sure of, make it read that line again. */
const DOUBTFUL = 40;
/** Lines read again on one page. */
const MOST = 10;

/**
 * Lines with a word that is no word are read again, each cut out alone: where the page analysis drew a box over two lines
 * it reads "đề sphh hỗ trợ" for "đề nghị hỗ trợ", and the line by itself is clean. The surer of the two readings is kept.
 */
export async function withLinesReread(
  lines: readonly OcrLine[],
  image: GrayImage,
  readBlock: BlockReader,
): Promise<OcrLine[]> {
  const letter = letterHeight(lines);
  let left = MOST;
  const out: OcrLine[] = [];
  for (const line of lines) {
    if (!isSure(line) || doubts(line) === 0 || left-- <= 0) {
      out.push(line);
      continue;
    }
    // Tails of the line above come back as a line of noise.
    const [again, ...others] = (await readCut(image, stripOf(line, letter), readBlock)).filter((l) =>
      isSure(l),
    );
    out.push(again && others.length === 0 && doubts(again) < doubts(line) ? again : line);
  }
  return out;
}

function doubts({ words }: OcrLine): number {
  return words.filter(({ text, confidence }) => confidence < DOUBTFUL && /[\p{L}\p{N}]/u.test(text)).length;
}
