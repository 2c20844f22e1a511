import { describe, expect, it } from 'vitest';
import { splitDocuments } from '../../../src/ingest/official/several.ts';
import { parseRead } from '../../../src/ingest/understand.ts';
import { DECREE_PAGES, LETTER, read } from './fixtures.ts';

const NEXT = `ỦY BAN NHÂN DÂN	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÀNH PHỐ HUẾ	Độc lập - Tự do - Hạnh phúc
Số: 1521/QĐ-UBND	Huế, ngày 12 tháng 5 năm 2026
QUYẾT ĐỊNH
Về việc phê duyệt quy trình nội bộ
Điều 1. Phê duyệt 02 quy trình.`;
/** A form among annexes has the motto and an empty place for its number. */
const FORM = NEXT.replace('1521', '…').replace('QUYẾT ĐỊNH', 'THÔNG BÁO');

describe('splitDocuments', () => {
  it('parts a file where another head with a number stands, on a page of its own or within one', () => {
    const parts = splitDocuments(read(LETTER, `- Lưu: VT.\n${NEXT}`));
    expect(parts.map(({ pages }) => pages.map(({ page }) => page))).toEqual([[1, 2], [2]]);
    expect(parts[1]!.pages[0]!.text).toBe(NEXT);
    expect(parts[0]!.pages[1]!.text.trim()).toBe('- Lưu: VT.');
    expect(splitDocuments(read(LETTER, NEXT))).toHaveLength(2);
  });

  it('parts a document whose number a stamp took, by motto, place and day at the top of its page', () => {
    const unreadable = NEXT.replace('Số: 1521/QĐ-UBND', 'Số:');
    expect(splitDocuments(read(LETTER, unreadable)).map(({ pages }) => pages.length)).toEqual([1, 1]);
    expect(splitDocuments(read(unreadable, LETTER))).toHaveLength(2);
    expect(splitDocuments(read(LETTER, unreadable, unreadable)).map(({ pages }) => pages.length)).toEqual([
      1, 2,
    ]);
  });

  it.each([
    [
      'a form with an empty day',
      read(NEXT, NEXT.replace('Số: 1521/QĐ-UBND', 'Số: …').replace(/ngày 12 tháng 5/, 'ngày … tháng …')),
    ],
    ['one document', read(...DECREE_PAGES)],
    ['forms behind a decision', read(NEXT, FORM)],
    ['the same document twice', read(NEXT, NEXT)],
  ])('leaves %s whole', (_what, value) => {
    expect(splitDocuments(value)).toEqual([value]);
  });

  it('is told where only one document is looked at', () => {
    const { header, warnings } = parseRead(read(NEXT, LETTER), 'x.pdf');
    expect(header.number).toBe('1521/QĐ-UBND');
    expect(warnings[0]).toMatch(/Tệp có 2 văn bản nối tiếp nhau \(văn bản sau bắt đầu ở trang 2\)/);
  });
});
