import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citedBoxes, type PlacedLine } from '../../../src/ingest/page-picture/cited-boxes.ts';

const page = (...texts: string[]): PlacedLine[] =>
  texts.map((text, i) => ({ text, x0: 100, x1: 500, y0: i * 20, y1: i * 20 + 15 }));

describe('cited lines on a page', () => {
  const LINES = page(
    'Điều 5. Thời hạn giải quyết',
    '1. Ủy ban nhân dân cấp xã giải quyết trong 03 ngày làm',
    'việc kể từ ngày nhận đủ hồ sơ hợp lệ; trường hợp',
    'phức tạp thì không quá 05 ngày làm việc.',
  );

  it('marks from the first to the last quoted letter, over line ends and spaces', () => {
    const { boxes, share } = citedBoxes(LINES, {
      quote: 'giải quyết trong 03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ',
    });
    expect(share).toBe(1);
    expect(boxes.map(({ y0 }) => y0)).toEqual([20, 40]);
    expect(boxes[0]?.x0).toBeGreaterThan(250);
    expect(boxes[0]?.x1).toBe(500);
    expect(boxes[1]?.x0).toBe(100);
    expect(boxes[1]?.x1).toBeLessThan(450);
  });

  it('finds what OCR read with other tones and a wrong word in between', () => {
    const { boxes, share } = citedBoxes(LINES, {
      quote: 'Uy ban nhan dân cấp xã giải quyét trong O3 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ',
    });
    expect(share).toBeGreaterThan(0.6);
    expect(boxes.map(({ y0 }) => y0)).toEqual([20, 40]);
  });

  it('marks the part of a quotation that stands before the page ends', () => {
    const { boxes, share } = citedBoxes(LINES, {
      quote:
        'trường hợp phức tạp thì không quá 05 ngày làm việc. Hết thời hạn này mà chưa giải quyết thì thông báo',
    });
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.7);
    expect(boxes.map(({ y0 }) => y0)).toEqual([40, 60]);
  });

  it('takes, of two equal sentences, the one whose neighbours are those of the source', () => {
    const twice = page('Thủ tục A', 'Thời hạn: 03 ngày làm việc', 'Thủ tục B', 'Thời hạn: 03 ngày làm việc');
    const of = (context: string) =>
      citedBoxes(twice, { quote: 'Thời hạn: 03 ngày làm việc', context }).boxes[0]?.y0;
    expect(of('Thủ tục A\nThời hạn: 03 ngày làm việc')).toBe(20);
    expect(of('Thủ tục B\nThời hạn: 03 ngày làm việc')).toBe(60);
  });

  it('marks rows of tables as a whole, and nothing where nothing is quoted', () => {
    const row: PlacedLine[] = [{ text: '1\tTờ khai\t02 bản', x0: 10, x1: 300, y0: 0, y1: 12, row: true }];
    expect(citedBoxes(row, { quote: 'Tờ khai' }).boxes).toEqual([{ x0: 10, x1: 300, y0: 0, y1: 12 }]);
    expect(citedBoxes(LINES, { quote: 'Mức xử phạt vi phạm hành chính' })).toEqual({ boxes: [], share: 0 });
    expect(citedBoxes([], { quote: 'Tờ khai' }).boxes).toEqual([]);
  });

  it('never marks outside the lines, whatever is asked for (property)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 6 }),
        fc.string(),
        fc.string(),
        (texts, quote, context) => {
          const { boxes, share } = citedBoxes(page(...texts), { quote, context });
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
          for (const { x0, x1 } of boxes) {
            expect(x0).toBeGreaterThanOrEqual(100);
            expect(x1).toBeLessThanOrEqual(500);
            expect(x1).toBeGreaterThan(x0);
          }
        },
      ),
    );
  });
});
