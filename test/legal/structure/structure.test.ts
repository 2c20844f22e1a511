import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LegalNode } from '../../../src/legal/model.ts';
import { parseStructure } from '../../../src/legal/structure/structure.ts';
import { articlesOf, pathOf, walk } from '../../../src/legal/structure/tree.ts';
import { processorMs } from '../../support/processor-time.ts';

const outline = (node: LegalNode): string =>
  node.children
    .map(
      (child) =>
        `${child.type}:${child.ordinal ?? ''}${child.children.length > 0 ? `(${outline(child)})` : ''}`,
    )
    .join(' ');
const dieu = (text: string) => articlesOf(parseStructure(text)).map(({ node }) => node.ordinal);

const DECREE = `CHÍNH PHỦ
Số: 999/2025/NĐ-CP
NGHỊ ĐỊNH
Quy định về việc thử

Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định về việc thử theo quy định tại khoản 2
Điều 5. Nội dung này chỉ để minh họa.
Điều 2. Đối tượng áp dụng của việc thử nghiệm trong các cơ quan hành chính
nhà nước
1. Cơ quan, gồm:
a) Sở;
b) Phòng;
c) Ban;
d) Trung tâm;
đ) Ủy ban nhân dân cấp xã;
e) Tổ chức khác.
2. Cá nhân.
2a. Người nước ngoài.
Chương II
THI HÀNH
Mục 1
HIỆU LỰC
Điều 3. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày ký.

TM. CHÍNH PHỦ
THỦ TƯỚNG

Phụ lục I
DANH MỤC THỦ TỤC
(Kèm theo Nghị định số 999/2025/NĐ-CP)
I. LĨNH VỰC HỘ TỊCH
1. Đăng ký khai sinh
a) Trình tự
b) Hồ sơ
2. Đăng ký kết hôn
II. LĨNH VỰC CHỨNG THỰC
1. Chứng thực bản sao
`;

describe('parseStructure', () => {
  it('reads chapters, articles, khoản, điểm (đ, 2a included) and annexes', () => {
    expect(outline(parseStructure(DECREE))).toBe(
      'chuong:I(dieu:1 dieu:2(khoan:1(diem:a diem:b diem:c diem:d diem:đ diem:e) khoan:2 khoan:2a)) ' +
        'chuong:II(muc:1(dieu:3)) phu_luc:I(muc:I(khoan:1(diem:a diem:b) khoan:2) muc:II(khoan:1))',
    );
  });

  it('keeps titles that wrap, and the text of articles that have none', () => {
    const titles = articlesOf(parseStructure(DECREE)).map(({ node }) => node.title);
    expect(titles[1]).toBe('Đối tượng áp dụng của việc thử nghiệm trong các cơ quan hành chính nhà nước');
    const plain = parseStructure(
      'Điều 1. Ban hành kèm theo Quyết định này Quy chế thử.\nĐiều 2. 1. Một.\n2. Hai.',
    );
    expect(plain.children.map((n) => n.title)).toEqual([undefined, undefined]);
    expect(outline(plain)).toBe('dieu:1 dieu:2(khoan:1 khoan:2)');
  });

  it('does not take articles quoted by an amending document for its own', () => {
    const text = `Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 1/2020/NĐ-CP
1. Sửa đổi Điều 2 như sau:
“Điều 2. Đối tượng
1. Một là “tổ chức”.
2. Hai.
Điều 3. Nguyên tắc
Áp dụng.”.
2. Bổ sung khoản 4 như sau:
“4. Bốn.
5. Năm.”
Điều 2. Hiệu lực
Nghị định này có hiệu lực từ ngày ký.`;
    expect(outline(parseStructure(text))).toBe('dieu:1(khoan:1 khoan:2) dieu:2');
  });

  it('survives a quotation mark that was never closed', () => {
    const text =
      'Điều 1. Sửa đổi\n1. Sửa đổi khoản 2 như sau:\n“2. Nội dung mới.\nĐiều 2. Hiệu lực\nTừ ngày ký.\nĐiều 3. Thi hành\nMọi người.';
    expect(dieu(text)).toEqual(['1', '2', '3']);
  });

  it('ignores running heads and page numbers of the Gazette', () => {
    const text =
      'Điều 1. Một\nCơ quan thực hiện theo quy định tại\n\nCÔNG BÁO/Số 240/Ngày 22-04-2026\n35\n\nĐiều 9. này là viện dẫn.\nĐiều 2. Hai\nHết.';
    expect(dieu(text)).toEqual(['1', '2']);
  });

  it('takes the articles below a table of contents, not the list', () => {
    const text =
      'Điều 1. Một\nĐiều 2. Hai\nĐiều 3. Ba\n\nĐiều 1. Một\nNội dung một.\nĐiều 2. Hai\nNội dung hai.\nĐiều 3. Ba\nNội dung ba.';
    const articles = articlesOf(parseStructure(text));
    expect(articles.map(({ node }) => node.ordinal)).toEqual(['1', '2', '3']);
    expect(text.slice(articles[0]!.node.span.start, articles[0]!.node.span.end)).toContain('Nội dung một');
  });

  it('keeps the articles of an attached regulation apart from those of the decision', () => {
    const text = `QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
Nơi nhận:
- Như Điều 2;
ỦY BAN NHÂN DÂN
QUY CHẾ
LÀM VIỆC CỦA ỦY BAN
(Ban hành kèm theo Quyết định số 12/QĐ-UBND)
Điều 1. Phạm vi
Quy chế này quy định việc thử.
Điều 2. Nguyên tắc
Công khai.`;
    const articles = articlesOf(parseStructure(text)).map((placed) => pathOf(placed));
    expect(articles).toEqual([
      { dieu: '1' },
      { dieu: '2' },
      { dieu: '1', phuLuc: 'Quy chế' },
      { dieu: '2', phuLuc: 'Quy chế' },
    ]);
  });

  it('does not count the "Điều" of a form in an annex', () => {
    const text =
      'Điều 1. Một\nHai ba.\nPHỤ LỤC\n(Kèm theo Thông tư số 1/2025/TT-BTC)\nMẫu số 01\nĐộc lập - Tự do - Hạnh phúc\nQUYẾT ĐỊNH:\nĐiều 1. ………………1\nĐiều 2. Ông (bà) có trách nhiệm.';
    expect(dieu(text)).toEqual(['1']);
  });

  it('divides a document without articles by its own numbering', () => {
    const text = `ỦY BAN NHÂN DÂN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Kính gửi: Các xã
I. MỤC ĐÍCH
1. Mục đích
1.1. Thống nhất cách làm.
1.2. Giảm thời gian.
2. Yêu cầu
a) Rõ người;
b) Rõ việc.
II. TỔ CHỨC THỰC HIỆN
- Sở Nội vụ chủ trì.
Nơi nhận:
- Như trên;
1. Không phải mục.`;
    expect(outline(parseStructure(text))).toBe(
      'muc:I(khoan:1(item:1.1 item:1.2) khoan:2(diem:a diem:b)) muc:II',
    );
  });

  it('gives the page of each node', () => {
    const text = 'Điều 1. Một\nA.\nĐiều 2. Hai\nB.';
    const tree = parseStructure(text, [
      { page: 1, start: 0 },
      { page: 2, start: text.indexOf('Điều 2') },
    ]);
    expect(tree.children.map((n) => n.page)).toEqual([1, 2]);
  });

  it('nests spans, in order and disjoint, with sibling ordinals that differ, on any text', () => {
    const line = fc.constantFrom(
      'Điều 1. Một',
      'Điều 2. Hai',
      'Điều 3: Ba',
      '“Điều 4. Bốn',
      'nội dung.”',
      'Chương I',
      'QUY ĐỊNH',
      'Mục 1',
      'PHỤ LỤC II',
      '1. Khoản',
      '2. Khoản',
      '3. Khoản',
      'a) Điểm',
      'b) Điểm',
      'đ) Điểm',
      'I. Phần',
      '1.1. Mục con',
      '',
      '12',
      'theo khoản 2',
      'TM. CHÍNH PHỦ',
      'văn bản.',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.join('\n');
        const tree = parseStructure(text);
        for (const { node, ancestors } of walk(tree)) {
          const parent = ancestors.at(-1) ?? tree;
          expect(node.span.start).toBeGreaterThanOrEqual(parent.span.start);
          expect(node.span.end).toBeLessThanOrEqual(parent.span.end);
          expect(node.span.start).toBeLessThan(node.span.end);
        }
        for (const node of [tree, ...[...walk(tree)].map((p) => p.node)]) {
          node.children.forEach((child, i) => {
            if (i > 0) expect(child.span.start).toBeGreaterThanOrEqual(node.children[i - 1]!.span.end);
          });
          const items = node.children
            .filter((c) => /^(?:dieu|khoan|diem|item)$/.test(c.type))
            .map((c) => `${c.type}${c.ordinal}`);
          expect(new Set(items).size).toBe(items.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds again every article and khoản it is given', () => {
    const article = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(article, (points) => {
        const text = points
          .map((n, i) =>
            [`Điều ${i + 1}. Tiêu đề`, ...Array.from({ length: n }, (_, k) => `${k + 1}. Nội dung.`)].join(
              '\n',
            ),
          )
          .join('\n');
        const tree = parseStructure(text);
        expect(tree.children.map((c) => c.children.length)).toEqual(points);
      }),
    );
  });
});

it.each(['\t', '\t ', ' ', '.', '…', 'Điều 1. ', 'khoản 1, ', 'Phụ lục\t', 'thay thế '])(
  'takes time in proportion on a form full of %j',
  (piece) => {
    const form = `Điều 1. Mẫu\n${piece.repeat(4000)}x\nPhần${piece.repeat(4000)}x`;
    expect(processorMs(() => parseStructure(form))).toBeLessThan(2000);
  },
);
