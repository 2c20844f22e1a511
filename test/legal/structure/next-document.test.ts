import { describe, expect, it } from 'vitest';
import { parseStructure } from '../../../src/legal/structure/structure.ts';
import { articlesOf } from '../../../src/legal/structure/tree.ts';

const decision = (number: string, what: string) => `ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÀNH PHỐ HUẾ\tĐộc lập - Tự do - Hạnh phúc
Số: ${number}/2026/QĐ-UBND\tHuế, ngày 02 tháng 3 năm 2026
QUYẾT ĐỊNH
Điều 1. Phạm vi
Quyết định này quy định việc ${what}.
Điều 2. Hiệu lực
Quyết định này có hiệu lực từ ngày ký.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Thử
`;
const told = (text: string) =>
  articlesOf(parseStructure(text)).map(({ node }) => text.slice(node.span.start, node.span.end));

describe('a document behind the signature of another', () => {
  it('gives no article to the one before it', () => {
    const articles = told(`${decision('91', 'trông giếng')}${decision('     ', 'nuôi chim')}`);
    expect(articles).toEqual(told(decision('91', 'trông giếng')));
    expect(articles.join()).not.toContain('nuôi chim');
  });

  it('is told by its motto: a regulation behind the signature goes on being read', () => {
    const regulation =
      'QUY CHẾ\nTrông giếng\n(Kèm theo Quyết định số 91/2026/QĐ-UBND)\nĐiều 1. Người trông giếng\nMỗi thôn một người.\n';
    expect(told(`${decision('91', 'trông giếng')}${regulation}`).join()).toContain('Mỗi thôn một người');
  });
});
