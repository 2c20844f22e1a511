import { cropped, resized } from './cuttings.ts';
import type { OcrLine, OcrWord } from './engine.ts';
import type { GrayImage } from './image.ts';
import type { LineReader } from './stamp-marks.ts';

/** Words of figures the engine is less sure of than this (0..100) are read again; what stays so is told as doubtful. */
const SURE_FIGURES = 75;
/** A document number: "303/NQ-CP", "120/2025/NĐ-CP". A handwritten or stamped one stands on its dotted line. */
const NUMBER = /^\W*\d{1,5}\/(?:\d{4}\/)?\p{Lu}[\p{Lu}\d-]+\W*$/u;
/** The word is cut out and read by itself at these sizes; only what both agree on counts. */
const ZOOMS = [1, 1.5];
const MARGIN = 6;
/** Numbers read again on one page. */
const MOST = 8;

/**
 * Reads doubtful document numbers once more, each alone: in its line a number set by hand, by stamp or in another font is
 * misread ("203/NQ-CP" for 303), and the engine knows it is unsure (confidence 0 to 11 of 100 on such numbers).
 */
export async function rereadNumbers(
  lines: readonly OcrLine[],
  image: GrayImage,
  readLine: LineReader,
): Promise<OcrLine[]> {
  let left = MOST;
  const reread = async (word: OcrWord): Promise<OcrWord> => {
    if (word.confidence >= SURE_FIGURES || !NUMBER.test(word.text) || left-- <= 0) return word;
    const text = await agreedReading(word, image, readLine);
    return text === undefined ? word : { ...word, text, confidence: SURE_FIGURES };
  };
  const out: OcrLine[] = [];
  for (const line of lines) {
    const words: OcrWord[] = [];
    for (const word of line.words) words.push(await reread(word));
    out.push({ ...line, words });
  }
  return out;
}

async function agreedReading(
  { x0, y0, x1, y1 }: OcrWord,
  image: GrayImage,
  readLine: LineReader,
): Promise<string | undefined> {
  const cut = cropped(image, { x0, y0, x1, y1 }, MARGIN);
  const readings: string[] = [];
  for (const zoom of ZOOMS) readings.push((await readLine(resized(cut, zoom))).replace(/\s/g, ''));
  const [first = '', ...others] = readings;
  return NUMBER.test(first) && others.every((other) => other === first) ? first : undefined;
}

/** Words with figures that stay doubtful, as they stand in the text. */
export function doubtfulFigures(lines: readonly OcrLine[]): string[] {
  const words = lines.flatMap((line) => line.words);
  return words
    .filter(({ text, confidence }) => /\d/.test(text) && confidence < SURE_FIGURES)
    .map(({ text }) => text)
    .slice(0, 40);
}
