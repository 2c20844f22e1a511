import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, splitSegments } from '../../../src/legal/procedure/segments.ts';
import { slice } from '../../../src/legal/procedure/spans.ts';

function parts(text: string): string[] {
  return splitSegments(text).map((span) => slice(text, span));
}

describe('segments', () => {
  it.each([
    ['Nộp hồ sơ. Trong thời hạn 03 ngày, xã trả lời.', ['Nộp hồ sơ.', 'Trong thời hạn 03 ngày, xã trả lời.']],
    ['Theo khoản 2 Điều 5. Trường hợp khác thì thôi.', ['Theo khoản 2 Điều 5. Trường hợp khác thì thôi.']],
    [
      'hồ sơ đầy đủ, hợp lệ.Trường hợp từ chối thì nêu rõ.',
      ['hồ sơ đầy đủ, hợp lệ.', 'Trường hợp từ chối thì nêu rõ.'],
    ],
    ['gồm: - Đơn đề nghị; - Bản sao giấy tờ.', ['gồm:', '- Đơn đề nghị;', '- Bản sao giấy tờ.']],
    [
      'công nhận được Ủy\nban nhân dân cấp xã xác nhận.',
      ['công nhận được Ủy\nban nhân dân cấp xã xác nhận.'],
    ],
    ['Bước 1: Nộp hồ sơ\nBước 2: Trả kết quả', ['Bước 1: Nộp hồ sơ', 'Bước 2: Trả kết quả']],
  ])('%j', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it('loses no letter, keeps the order, and packs within the size', () => {
    const word = fc.constantFrom(
      'hồ',
      'sơ',
      'nộp.',
      'Trong',
      'Điều',
      '5.',
      '-',
      'a)',
      'Bước',
      '1:',
      '\n',
      ';',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), (words) => {
        const text = words.join(' ');
        const bare = (s: string) => s.replace(/\s/g, '');
        const segments = splitSegments(text);
        expect(bare(segments.map((s) => slice(text, s)).join(''))).toBe(bare(text));
        const pieces = pack(text, segments, 40);
        expect(bare(pieces.map((s) => slice(text, s)).join(''))).toBe(bare(text));
        for (const piece of pieces) expect(piece.end - piece.start).toBeLessThanOrEqual(80);
      }),
    );
  });
});
