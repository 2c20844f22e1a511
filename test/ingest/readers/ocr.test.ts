import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OcrLine } from '../../../src/ingest/readers/ocr/engine.ts';
import {
  averageDown,
  despeckle,
  type GrayImage,
  rotate,
  toGray,
} from '../../../src/ingest/readers/ocr/image.ts';
import { mendDates } from '../../../src/ingest/readers/ocr/mend-dates.ts';
import { mendTones } from '../../../src/ingest/readers/ocr/mend-tones.ts';
import { openPageCache } from '../../../src/ingest/readers/ocr/page-cache.ts';
import { ocrPageLines } from '../../../src/ingest/readers/ocr/page-text.ts';
import { recognizePages } from '../../../src/ingest/readers/ocr/recognize.ts';
import { isGarbage } from '../../../src/ingest/readers/pdf/text-quality.ts';

describe('mending tone marks', () => {
  it.each([
    ['tô chức chính quyền', 'tổ chức chính quyền'],
    ['có thẳm quyền giải quyết', 'có thẩm quyền giải quyết'],
    ['sửa đôi, bô sung', 'sửa đổi, bổ sung'],
    ['TÔ CHỨC THỰC HIỆN', 'TỔ CHỨC THỰC HIỆN'],
  ])('"%s" → "%s"', (wrong, right) => {
    expect(mendTones(wrong).text).toBe(right);
  });

  it('leaves right text, names, numbers and codes as they are', () => {
    for (const text of [
      'Ủy ban nhân dân cấp xã đăng ký khai sinh.',
      'ông Nguyễn Văn Tô',
      'Số: 120/2025/NĐ-CP',
      'QCVN 03:2023/BCA',
      '',
    ]) {
      expect(mendTones(text)).toEqual({ text, mended: 0 });
    }
  });

  it('changes diacritics only', () => {
    const wrong = 'Trường hợp không xác đinh được thẳm quyên thì Sở Tư pháp tiêp nhận yêu câu 12/5/2025';
    const bare = (s: string) => s.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
    expect(bare(mendTones(wrong).text)).toBe(bare(wrong));
  });
});

const image = (rows: string[]): GrayImage => ({
  width: rows[0]!.length,
  height: rows.length,
  data: Uint8Array.from(rows.join(''), (c) => (c === '#' ? 0 : 255)),
});
const drawn = ({ width, data }: GrayImage): string[] =>
  Array.from({ length: data.length / width }, (_, y) =>
    [...data.subarray(y * width, (y + 1) * width)].map((v) => (v < 128 ? '#' : '.')).join(''),
  );

describe('page pictures', () => {
  it('red ink becomes paper, black stays', () => {
    const rgba = Uint8ClampedArray.from([200, 30, 40, 255, 10, 10, 10, 255, 255, 255, 255, 255, 0, 0, 0, 0]);
    expect([...toGray(rgba, 4, 1).data]).toEqual([255, 10, 255, 255]);
  });

  it('specks go, strokes stay', () => {
    const page = image([
      '........',
      '.#....##',
      '......##',
      '......##',
      '......##',
      '......##',
      '......##',
      '......##',
    ]);
    expect(drawn(despeckle(page, 2).image)[1]).toBe('......##');
    expect(despeckle(page, 2).removed).toBe(1);
  });

  it('four quarter turns give the picture back', () => {
    const page = image(['#..', '.##']);
    expect(drawn(rotate(page, 1))).toEqual(['.#', '#.', '#.']);
    expect(drawn([1, 1, 1, 1].reduce((p, q) => rotate(p, q), page))).toEqual(drawn(page));
  });

  it('averages squares', () => {
    expect([
      ...averageDown({ width: 2, height: 2, data: Uint8Array.from([0, 100, 100, 200]) }, 2).data,
    ]).toEqual([100]);
  });
});

function line(
  baseline: number,
  ...words: [text: string, x0: number, x1: number, confidence?: number][]
): OcrLine {
  return {
    baseline,
    words: words.map(([text, x0, x1, confidence = 95]) => ({
      text,
      x0,
      x1,
      y0: baseline - 20,
      y1: baseline,
      confidence,
    })),
  };
}

describe('recognised lines', () => {
  it('reads the two-column head by columns and leaves noise and page numbers out', () => {
    const { lines } = ocrPageLines(
      [
        line(30, ['Người', 10, 60], ['ký:', 70, 95], ['A', 100, 110]),
        line(
          90,
          ['CHÍNH', 150, 220],
          ['PHỦ', 230, 280],
          ['CỘNG', 600, 680],
          ['HÒA', 690, 740],
          ['XÃ', 750, 790],
          ['HỘI', 800, 850],
        ),
        line(130, ['Số:', 150, 190], ['12/NQ-CP', 200, 300], ['Hà', 620, 650], ['Nội', 660, 700]),
        line(150, ['ẾNS', 160, 220, 12]),
        line(
          240,
          ['Điều', 150, 200],
          ['1,', 210, 225],
          ['Phạm', 235, 300],
          ['vi', 310, 330],
          ['áp', 340, 360],
          ['dụng', 370, 430],
          ['của', 440, 500],
          ['Nghị', 510, 600],
          ['quyết', 610, 700],
          ['này', 710, 800],
        ),
        line(1_380, ['2', 500, 512]),
      ],
      1_000,
      1_414,
    );
    expect(lines.map((l) => l.text)).toEqual([
      'CHÍNH PHỦ',
      'Số: 12/NQ-CP',
      'CỘNG HÒA XÃ HỘI',
      'Hà Nội',
      'Điều 1. Phạm vi áp dụng của Nghị quyết này',
    ]);
  });
});

describe('garbage text layers', () => {
  it('are told from Vietnamese, English and numbers', () => {
    expect(
      isGarbage(
        'CÃNG HÕA XÀ HÔI CHÙ NGHÎA VIÊT NAM Dôc lâp Tu do Hanh phûc Nghj quyêt vê viêc phê duyêt kê hoach trién khai thuc hiên câc nhiêm vu duoc giao ban hành kèm theo quyêt dinh',
      ),
    ).toBe(true);
    expect(
      isGarbage(
        'Ủy ban nhân dân cấp xã có thẩm quyền chứng thực chữ ký, đăng ký khai sinh, giải quyết hồ sơ đúng hạn được quy định tại Nghị định này.',
      ),
    ).toBe(false);
    expect(isGarbage('The quick brown fox jumps over the lazy dog. '.repeat(12))).toBe(false);
  });
});

describe('finished pages', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'page-cache-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));
  const bytes = Uint8Array.of(1, 2, 3);
  const entry = (page: number) => ({
    page: { page, text: `trang ${page}`, ocr: true, ocrConfidence: 0.9 },
    mended: 1,
  });

  it('are found again by content, not by name, and a broken entry is read anew', () => {
    openPageCache(directory, bytes).put(entry(1));
    expect(openPageCache(directory, bytes).get(1)).toEqual(entry(1));
    expect(openPageCache(directory, Uint8Array.of(9)).get(1)).toBeUndefined();
    for (const name of readdirSync(directory)) writeFileSync(path.join(directory, name), '{"page"');
    expect(openPageCache(directory, bytes).get(1)).toBeUndefined();
  });

  it('are not recognised again: a resumed run goes on where it stopped', async () => {
    const cache = openPageCache(directory, bytes);
    for (const page of [1, 2]) cache.put(entry(page));
    const seen: number[][] = [];
    const source = { pages: [1, 2], render: () => Promise.reject(new Error('must not be drawn')) };
    const { pages, mended } = await recognizePages(
      source,
      { onProgress: (...p) => void seen.push(p) },
      cache,
    );
    expect([...pages.values()].map((p) => p.text)).toEqual(['trang 1', 'trang 2']);
    expect(mended).toBe(2);
    expect(seen).toEqual([[2, 2]]);
  });

  it('lie on the disk sealed, to be opened with the file itself only', () => {
    openPageCache(directory, bytes).put(entry(1));
    const [name] = readdirSync(directory);
    const stored = readFileSync(path.join(directory, name!));
    expect(stored.includes('trang')).toBe(false);
    expect(name).not.toContain(createHash('sha256').update(bytes).digest('hex').slice(0, 8));
  });

  it('can be forgotten without a trace', () => {
    const cache = openPageCache(directory, bytes);
    cache.put(entry(1));
    cache.forget();
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe('dates in slanting figures', () => {
  it.each([
    ['Hà Nội, ngày 26 tháng I I năm 2024', 'Hà Nội, ngày 26 tháng 11 năm 2024'],
    ['Hà Nội, ngày 17 tháng 11] năm 2023', 'Hà Nội, ngày 17 tháng 11 năm 2023'],
    ['ngày 19 tháng J I năm 2015 của Quốc hội', 'ngày 19 tháng 11 năm 2015 của Quốc hội'],
    ['Hà Nội, ngày 3] tháng 12 năm 2020', 'Hà Nội, ngày 31 tháng 12 năm 2020'],
    ['Hà Nội, ngày 30 tháng 6 năm 202]', 'Hà Nội, ngày 30 tháng 6 năm 2021'],
    [
      'ngày J5 tháng ó năm 2024 và ngày 0ó tháng 8 năm 2018',
      'ngày 15 tháng 6 năm 2024 và ngày 06 tháng 8 năm 2018',
    ],
  ])('"%s"', (wrong, right) => {
    const { text, figures } = mendDates(wrong);
    expect(text).toBe(right);
    expect(figures.length).toBeGreaterThan(0);
  });

  it.each([
    'ngày 27 tháng I năm 2023 của Quốc hội',
    'ngày 3O tháng 2 năm 2023',
    'ngày 11 tháng 6 năm 2025',
    'ngày làm việc trong tháng đó của năm trước',
  ])('"%s" stays as read', (text) => {
    expect(mendDates(text)).toEqual({ text, figures: [] });
  });
});
