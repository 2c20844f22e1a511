import { joinParagraphs, textOf } from '../layout/paragraphs.ts';
import { clean } from '../plain-text.ts';
import { withLinesReread } from './doubtful-lines.ts';
import type { OcrEngine, OcrLine } from './engine.ts';
import { despeckle, type GrayImage, rotate } from './image.ts';
import { withLostLines } from './lost-lines.ts';
import { mendDates } from './mend-dates.ts';
import { mendTones } from './mend-tones.ts';
import { type OcrPageLines, ocrPageLines, readableShare } from './page-text.ts';
import { doubtfulFigures, rereadNumbers } from './reread.ts';
import { straightened } from './skew.ts';

/** A page picture as it was read. */
export interface PictureLines extends OcrPageLines {
  readonly width: number;
  /** Quarter turns clockwise that brought it upright, and radians clockwise by which it lay askew. */
  readonly quarters: number;
  readonly tilt: number;
  /** Words with figures that the engine stays unsure of. */
  readonly doubtful: readonly string[];
}

interface Picture {
  readonly image: GrayImage;
  /** Pixels per point. */
  readonly scale: number;
}

/** The lines of a page picture in reading order, boxes in pixels of the picture as turned upright and level. */
export async function linesOfPicture(picture: Picture, engine: OcrEngine): Promise<PictureLines> {
  const { image, angle } = straightened(picture.image);
  return { ...(await linesAsItLies({ ...picture, image }, engine)), tilt: angle };
}

/** The same without levelling it (for the measurement of what levelling brings). */
export async function linesAsItLies(
  { image, scale }: Picture,
  engine: OcrEngine,
): Promise<Omit<PictureLines, 'tilt'>> {
  const { lines: first, upright, quarters } = await readUpright(prepare(image, scale), engine);
  const whole = await withLostLines(first, upright, engine.readBlock);
  const clean = await withLinesReread(whole, upright, engine.readBlock);
  const sure = await rereadNumbers(clean, upright, engine.readLine);
  const { width, height } = upright;
  return { ...ocrPageLines(sure, width, height), width, quarters, doubtful: doubtfulFigures(sure) };
}

export interface PageText {
  readonly text: string;
  /** Words whose tone marks or figures were mended. */
  readonly mended: number;
  /** Words with figures that the engine is unsure of or that were mended. */
  readonly doubtful: readonly string[];
}

/** The text of a page as kept: paragraphs joined, tone marks and dates mended. */
export function textOfPage({ lines, doubtful }: Pick<PictureLines, 'lines' | 'doubtful'>): PageText {
  const tones = mendTones(clean(textOf(joinParagraphs(lines))));
  const { text, figures } = mendDates(tones.text);
  return { text, mended: tones.mended + figures.length, doubtful: [...doubtful, ...figures] };
}

/** Specks a page may have before it counts as dirty: small marks of letters are removed from no clean page. */
const DIRTY = 150;

function prepare(image: GrayImage, scale: number): GrayImage {
  const cleaned = despeckle(image, scale * 1.4);
  return cleaned.removed >= DIRTY ? cleaned.image : image;
}

/** Share of readable words under which the page may lie on its side or upside down. */
const DOUBTFUL = 0.45;

/** Reads the page as it lies; when that gives no words, the other three ways, and keeps the best. */
async function readUpright(
  image: GrayImage,
  engine: OcrEngine,
): Promise<{ lines: OcrLine[]; upright: GrayImage; quarters: number }> {
  let best = { lines: await engine.recognize(image), upright: image, quarters: 0 };
  let share = readableShare(best.lines);
  const words = best.lines.reduce((n, l) => n + l.words.length, 0);
  if (share >= DOUBTFUL || words < 5) return best;
  for (const quarters of [2, 1, 3]) {
    const upright = rotate(image, quarters);
    const lines = await engine.recognize(upright);
    const other = readableShare(lines);
    if (other > share) {
      best = { lines, upright, quarters };
      share = other;
    }
    if (share > 0.7) break;
  }
  return best;
}
