import { describe, expect, it } from 'vitest';
import { parseStructure } from '../../../src/legal/structure/structure.ts';
import { articlesOf, pathOf } from '../../../src/legal/structure/tree.ts';

/** The text of article 2, and the path of article 3. */
function read(between: string) {
  const text = `Điều 1. Phạm vi\nQuy định chung.\nChương II\nCÔNG TÁC THỬ\nMục 1\nTHỬ LẦN ĐẦU\nĐiều 2. Việc thử\nCấp xã quyết định.\n${between}Điều 3. Việc khác\nCấp tỉnh quyết định.\n`;
  const [, second, third] = articlesOf(parseStructure(text));
  const { start, end } = second!.node.span;
  return { second: text.slice(start, end), path: pathOf(third!) };
}

describe('the title of a section whose own line was lost', () => {
  it('is not of the article above, and ends the chapter that article is in', () => {
    const { second, path } = read('PHÂN ĐỊNH THẨM QUYỀN\nTRONG LĨNH VỰC KHÁC\n');
    expect(second).toBe('Điều 2. Việc thử\nCấp xã quyết định.\n');
    expect(path).toEqual({ dieu: '3' });
  });

  it.each([
    'Áp dụng với cả\nDOANH NGHIỆP NHÀ NƯỚC\n',
    'Trong đó:\nTỔNG SỐ = SỐ CŨ + SỐ MỚI\n',
    'UBND, HĐND.\n',
    'BCĐ\n',
  ])('is not what a sentence ends with: %j', (end) => {
    const { second, path } = read(end);
    expect(second.endsWith(end)).toBe(true);
    expect(path).toEqual({ chuong: 'II', muc: '1', dieu: '3' });
  });
});
