import { describe, expect, it } from 'vitest';
import { turned } from '../../../src/ingest/readers/ocr/cuttings.ts';
import { withLinesReread } from '../../../src/ingest/readers/ocr/doubtful-lines.ts';
import type { OcrLine } from '../../../src/ingest/readers/ocr/engine.ts';
import type { GrayImage } from '../../../src/ingest/readers/ocr/image.ts';
import { withLostLines } from '../../../src/ingest/readers/ocr/lost-lines.ts';
import { mendOrdinals } from '../../../src/ingest/readers/ocr/mend-ordinals.ts';
import { skewOf, straightened } from '../../../src/ingest/readers/ocr/skew.ts';

const WIDTH = 600;
const HEIGHT = 400;
const LETTER = 20;
const BASELINES = [60, 110, 160, 210];

/** A page whose lines of print are bars with gaps, as letters are from afar. */
function page(baselines = BASELINES): GrayImage {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const baseline of baselines)
    for (let y = baseline - LETTER; y < baseline; y++)
      for (let x = 60; x < 540; x++) if (x % 12 < 8) data[y * WIDTH + x] = 0;
  return { width: WIDTH, height: HEIGHT, data };
}

function line(baseline: number, text: string, confidence = 95): OcrLine {
  const words = text.split(' ').map((word, i) => ({
    text: word.replace('?', ''),
    confidence: word.startsWith('?') ? 5 : confidence,
    x0: 60 + i * 120,
    x1: 170 + i * 120,
    y0: baseline - LETTER,
    y1: baseline,
  }));
  return { words, baseline };
}

const textsOf = (lines: readonly OcrLine[]) =>
  lines.map(({ words }) => words.map((word) => word.text).join(' '));

describe('print that the page analysis passed over', () => {
  const read = BASELINES.map((baseline, i) => line(baseline, `dòng số ${i} đây`));
  const without = read.filter((_, i) => i !== 2);

  it('is cut out and read by itself, where it stands', async () => {
    const cuts: GrayImage[] = [];
    const lines = await withLostLines(without, page(), async (cut) => {
      cuts.push(cut);
      return [line(cut.height - 12, 'dòng số 2 đây')];
    });
    expect(cuts).toHaveLength(1);
    expect(textsOf(lines)).toContain('dòng số 2 đây');
    expect(Math.abs(lines.at(-1)!.baseline - BASELINES[2]!)).toBeLessThan(4);
  });

  it('is left when it gives no sure line of words: a seal, a signature', async () => {
    const lines = await withLostLines(without, page(), async () => [line(30, 'ÊN ?xx mm ?yy')]);
    expect(lines).toEqual(without);
  });

  it('is not looked for on a page that was read whole', async () => {
    const lines = await withLostLines(read, page(), () => Promise.reject(new Error('nothing is left')));
    expect(lines).toEqual(read);
  });
});

describe('a line with a word that is none', () => {
  const bad = line(160, 'hồ sơ ?sphh trợ');

  it('is read again alone, and the surer reading kept', async () => {
    const lines = await withLinesReread([bad], page(), async () => [line(40, 'hồ sơ hỗ trợ')]);
    expect(textsOf(lines)).toEqual(['hồ sơ hỗ trợ']);
  });

  it('stays when the second reading is no better', async () => {
    const lines = await withLinesReread([bad], page(), async () => [line(40, 'hồ ?sờ ?sph trợ')]);
    expect(lines).toEqual([bad]);
  });

  it('sure lines are not read again', async () => {
    const sure = line(160, 'hồ sơ hỗ trợ');
    expect(await withLinesReread([sure], page(), () => Promise.reject(new Error('is sure')))).toEqual([sure]);
  });
});

describe('pages that lie askew', () => {
  const degrees = (n: number) => (n * Math.PI) / 180;

  it.each([-5, -2, 2, 5])('turned by %d° are found out within a sixth of a degree', (angle) => {
    expect(Math.abs(skewOf(turned(page(), degrees(angle))) - degrees(angle))).toBeLessThan(degrees(1 / 6));
  });

  it('are levelled on a sheet of the same size', () => {
    const askew = turned(page(), degrees(3));
    const { image, angle } = straightened(askew);
    expect([image.width, image.height]).toEqual([askew.width, askew.height]);
    expect(angle).toBeCloseTo(degrees(3), 2);
    expect(Math.abs(skewOf(image))).toBeLessThan(degrees(0.2));
  });

  it('straight ones and pages without lines stay as they are', () => {
    const blank = page([]);
    expect(straightened(page()).angle).toBe(0);
    expect(straightened(blank)).toEqual({ image: blank, angle: 0 });
  });
});

describe('ordinals of recognised pages', () => {
  it('chapters that lost strokes are counted again', () => {
    const pages = ['Chương I\nĐiều 1', 'Chương', 'Chương II', 'Chương IV', 'Chương'];
    expect(mendOrdinals(pages)).toEqual({
      pages: ['Chương I\nĐiều 1', 'Chương II', 'Chương III', 'Chương IV', 'Chương V'],
      mended: 3,
    });
  });

  it.each([
    ['an annex that begins anew', ['Chương I', 'Chương II', 'Chương I', 'Chương II']],
    ['a quoted chapter', ['Chương I', 'Chương IV']],
    ['chapters named in a sentence', ['Chương I', 'Chương III của Luật Hộ tịch']],
    ['a chapter without any other', ['Chương']],
  ])('%s stays as read', (_, pages) => {
    expect(mendOrdinals(pages)).toEqual({ pages, mended: 0 });
  });

  it('a sign in the place of a điểm becomes the one that is missing', () => {
    const read = ['a) một', 'b) hai', '9) ba', 'd) bốn', 'đ) năm', 'e) sáu', '©) bảy'];
    const right = ['a) một', 'b) hai', 'c) ba', 'd) bốn', 'đ) năm', 'e) sáu', 'g) bảy'];
    expect(mendOrdinals([read.join('\n')])).toEqual({ pages: [right.join('\n')], mended: 2 });
  });

  it('a sign that fits no gap stays', () => {
    const pages = ['1) một\n2) hai', 'a) một\n9) hai\nđ) ba'];
    expect(mendOrdinals(pages)).toEqual({ pages, mended: 0 });
  });
});
