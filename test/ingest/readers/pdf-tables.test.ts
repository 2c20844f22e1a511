import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/ingest/readers/index.ts';
import { type PdfLine, type PdfText, pdf, ruledTable } from './fixtures.ts';

async function pagesOf(pages: readonly (readonly (PdfText | PdfLine)[])[]): Promise<string[]> {
  const outcome = await readSource(pdf(pages), 'a.pdf');
  if (outcome.status !== 'readable') throw new Error(outcome.reason);
  return outcome.value.pages.map((p) => p.text);
}

const COLUMNS = [60, 300, 420, 530];
const HEAD = ['Ten giay to', 'Mau don', 'So luong'];

describe('drawn tables of a PDF', () => {
  it.each(['lines', 'boxes'] as const)(
    'a cell of several lines is one row, empty cells kept (%s)',
    async (borders) => {
      const rows = [
        HEAD,
        ['Van ban uy quyen theo quy|dinh cua phap luat', '', '1 ban chinh'],
        ['To khai', 'Mau 01', '1'],
      ];
      const title = { x: 60, y: 740, text: 'THANH PHAN HO SO' };
      const after = { x: 60, y: 560, text: 'Ghi chu: khong co.' };
      expect(await pagesOf([[title, ...ruledTable(COLUMNS, rows, 720, borders), after]])).toEqual([
        'THANH PHAN HO SO\nTen giay to\tMau don\tSo luong\n' +
          'Van ban uy quyen theo quy dinh cua phap luat\t\t1 ban chinh\nTo khai\tMau 01\t1\nGhi chu: khong co.',
      ]);
    },
  );

  it('cells nearer to each other than words in two columns are still apart', async () => {
    const rows = [
      ['1 diem', '2 diem'],
      ['3 diem', '4 diem'],
    ];
    expect(await pagesOf([ruledTable([60, 104, 150], rows, 700)])).toEqual([
      '1 diem\t2 diem\n3 diem\t4 diem',
    ]);
  });

  it('a cell merged over two rows is printed once, in the first', async () => {
    const marks: (PdfText | PdfLine)[] = [
      ...[60, 200, 340].map((x): PdfLine => ({ line: [x, 640, x, 700] })),
      ...[640, 700].map((y): PdfLine => ({ line: [60, y, 340, y] })),
      { line: [200, 670, 340, 670] },
      { x: 64, y: 665, text: 'Trong do' },
      { x: 204, y: 680, text: 'Nhap' },
      { x: 204, y: 650, text: 'Xuat' },
    ];
    expect(await pagesOf([marks])).toEqual(['Trong do\tNhap\n\tXuat']);
  });

  it('a frame around prose, and frames around the words of each line, are no table', async () => {
    const line = (y: number, text: string): PdfText => ({ x: 64, y, text });
    const prose = [
      line(686, 'Uy ban nhan dan cap xa co trach nhiem kiem tra ho so,'),
      line(672, 'tra ket qua dung hen.'),
    ];
    const frame: PdfLine[] = [
      { line: [60, 660, 530, 660] },
      { line: [60, 700, 530, 700] },
      { line: [60, 660, 60, 700] },
      { line: [530, 660, 530, 700] },
    ];
    const around = (x1: number, y0: number): PdfLine[] => [
      { line: [60, y0, x1, y0] },
      { line: [60, y0 + 14, x1, y0 + 14] },
      { line: [60, y0, 60, y0 + 14] },
      { line: [x1, y0, x1, y0 + 14] },
    ];
    const [framed] = await pagesOf([[...frame, ...prose]]);
    const [bordered] = await pagesOf([[...around(380, 682), ...around(180, 668), ...prose]]);
    expect([framed, bordered].map((t) => t?.includes('\t'))).toEqual([false, false]);
  });

  it('a row that goes on on the next page is one row; the head printed again is left out', async () => {
    const first = ruledTable(
      COLUMNS,
      [HEAD, ['To khai', '', '1'], ['Van ban uy quyen cua', '', '1 ban chinh']],
      200,
    );
    const second = ruledTable(COLUMNS, [HEAD, ['nguoi yeu cau', '', ''], ['Giay chung sinh', '', '1']], 800);
    expect(await pagesOf([first, second])).toEqual([
      'Ten giay to\tMau don\tSo luong\nTo khai\t\t1\nVan ban uy quyen cua nguoi yeu cau\t\t1 ban chinh',
      'Giay chung sinh\t\t1',
    ]);
  });

  it('a numbered row on the next page is a row of its own', async () => {
    const columns = [60, 100, 400];
    const first = ruledTable(columns, [['1', 'nhom thu nhat']], 200);
    const second = ruledTable(columns, [['2', 'nhom thu hai']], 800);
    expect(await pagesOf([first, second])).toEqual(['1\tnhom thu nhat', '2\tnhom thu hai']);
  });
});

describe('page ends', () => {
  const sentence = { x: 60, y: 100, text: 'Co quan tiep nhan ho so co trach nhiem kiem tra' };
  const top = (text: string): PdfText => ({ x: 60, y: 780, text });

  it('a sentence that goes on in small letters is joined, on the page where it begins', async () => {
    expect(
      await pagesOf([
        [sentence],
        [top('tinh day du cua ho so.'), { x: 60, y: 700, text: '2. Tra ket qua.' }],
      ]),
    ).toEqual(['Co quan tiep nhan ho so co trach nhiem kiem tra tinh day du cua ho so.', '2. Tra ket qua.']);
  });

  it.each([['a) Tra ket qua dung hen.'], ['Dieu 2. Hieu luc thi hanh'], ['2. Tra ket qua.']])(
    'what opens with "%s" is not',
    async (text) => {
      expect(await pagesOf([[sentence], [top(text)]])).toEqual([sentence.text, text]);
    },
  );

  it('footnotes stand below the sentence that goes on', async () => {
    const note = { x: 60, y: 60, text: '1 Sua doi theo Nghi dinh so 1.', size: 8 };
    expect(await pagesOf([[sentence, note], [top('tinh day du cua ho so.')]])).toEqual([
      `${sentence.text} tinh day du cua ho so.\n${note.text}`,
      '',
    ]);
  });
});
