import { describe, expect, it } from 'vitest';
import { gapMatrix } from '../../src/web/admin/gap-matrix.ts';

const PERIOD = { from: '2026-04-05', to: '2026-05-04' };
const text = async (cells: Parameters<typeof gapMatrix>[0]) =>
  String(await gapMatrix(cells, PERIOD, (slug) => `xã ${slug}`));
/** Rows as the texts of their cells. */
const rows = (page: string) =>
  [...page.matchAll(/<tr>(.*?)<\/tr>/gs)].map((row) =>
    [...row[1]!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((cell) =>
      cell[1]!
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );

describe('the matrix of difficulties', () => {
  it('counts field by commune with sums and the change from the period before', async () => {
    const page = await text([
      { field: 'Hộ tịch', commune: 'a', questions: 5, before: 2 },
      { field: 'Hộ tịch', commune: 'b', questions: 1, before: 1 },
      { field: 'Đất đai', commune: 'a', questions: 0, before: 4 },
      { field: '', commune: '', questions: 2, before: 0 },
    ]);
    expect(rows(page)).toEqual([
      ['Lĩnh vực', 'xã a', 'xã b', 'Nơi khác, chưa rõ', 'Tất cả'],
      ['Hộ tịch', '5 (+3)', '1', '', '6 (+3)'],
      ['Đất đai', '0 (−4)', '', '', '0 (−4)'],
      ['Khác, chưa rõ', '', '', '2 (+2)', '2 (+2)'],
      ['Tất cả', '5 (−1)', '1', '2 (+2)', '8 (+1)'],
    ]);
    expect(page).toContain(
      'from=2026-04-05&amp;to=2026-05-04&amp;field=H%E1%BB%99+t%E1%BB%8Bch&amp;commune=a',
    );
  });

  it('sums up what does not fit and loses nothing', async () => {
    const cells = Array.from({ length: 30 }, (_, i) =>
      Array.from({ length: 40 }, (__, k) => ({ field: `f${i}`, commune: `c${k}`, questions: 1, before: 0 })),
    ).flat();
    const table = rows(await text(cells));
    expect(table.at(-1)!.at(-1)).toBe('1.200 (+1.200)');
    expect(table[0]!.length).toBeLessThan(16);
    expect(table.length).toBeLessThan(24);
  });

  it('escapes names', async () => {
    expect(await text([{ field: '<script>x', commune: '<b>', questions: 1, before: 0 }])).not.toMatch(
      /<script>|<b>/,
    );
  });
});
