import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { CountedGap } from '../../src/dialogue/review/gaps.ts';
import { asText, csvCell, csvLine, csvStream } from '../../src/web/admin/csv.ts';
import { difficultiesDocx } from '../../src/web/admin/gaps-docx.ts';
import { difficulties } from '../../src/web/admin/gaps-report.ts';
import { difficultiesXlsx } from '../../src/web/admin/gaps-xlsx.ts';

const FORMULA = '=HYPERLINK("http://evil.example";"x")';

function gap(more: Partial<CountedGap> = {}): CountedGap {
  return {
    id: 'g1',
    name: 'Phần mềm hộ tịch báo lỗi',
    action: 'chua_xu_ly',
    details: {
      cause: 'phan_mem',
      proposal: 'Nâng cấp phần mềm',
      level: 'bo',
      lead: 'Bộ Tư pháp',
      due: '2026-09-30',
    },
    createdAt: '2026-05-01T00:00:00.000Z',
    questions: 18,
    before: 4,
    people: 3,
    communes: ['a-luoi-4', 'my-thuong'],
    fields: ['Hộ tịch'],
    examples: ['Phần mềm báo lỗi thì làm sao?', FORMULA],
    ...more,
  };
}

const report = (gaps: readonly CountedGap[]) =>
  difficulties(gaps, { from: '2026-04-01', to: '2026-04-30' }, '2026-05-04', (slug) => slug);

describe('spreadsheet cells', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1+1', '\n=1'])(
    '%j is text, not a formula',
    (value) => {
      expect(asText(value)).toBe(`'${value}`);
    },
  );

  it('leaves ordinary text and numbers alone', () => {
    expect(asText('Khai sinh = đăng ký')).toBe('Khai sinh = đăng ký');
    expect(csvCell(-5)).toBe('-5');
  });

  it('gives back any text through quotes, and never starts with a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const cell = csvCell(text);
        const inner = cell.slice(1, -1).replaceAll('""', '"');
        expect(cell.startsWith('"') && cell.endsWith('"')).toBe(true);
        expect(inner === text || inner === `'${text}`).toBe(true);
        expect(inner).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });

  it('streams rows one by one and stops when the reader goes away', async () => {
    let made = 0;
    async function* rows() {
      for (;;) yield [`dòng ${made++}`];
    }
    const reader = csvStream(['Đầu'], rows()).getReader();
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode((await reader.read()).value)).toBe(
      '\uFEFF"Đầu"\r\n',
    );
    expect(new TextDecoder().decode((await reader.read()).value)).toBe(csvLine(['dòng 0']));
    await reader.cancel();
    const after = made;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(made).toBe(after);
    expect(made).toBeLessThan(5);
  });
});

describe('difficulties as a workbook', () => {
  it('has numbers as numbers, no formula anywhere, and the masked examples', async () => {
    const files = unzipSync(new Uint8Array(await difficultiesXlsx(report([gap(), gap({ name: FORMULA })]))));
    const sheets = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'].map((name) =>
      strFromU8(files[name]!),
    );
    const strings = strFromU8(files['xl/sharedStrings.xml']!);
    for (const sheet of sheets) expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheets[0]).toContain('<v>18</v>');
    expect(sheets[0]).toContain('dataBar');
    expect(strings).toContain('Bộ, ngành Trung ương');
    expect(strings).toContain('&apos;=HYPERLINK');
  });

  it('is a workbook also when there is nothing to report', async () => {
    const files = unzipSync(new Uint8Array(await difficultiesXlsx(report([]))));
    expect(strFromU8(files['xl/sharedStrings.xml']!)).toContain('từ 01/04/2026 đến 30/04/2026');
  });
});

describe('difficulties as a draft report', () => {
  it('has the parts of an administrative report, in order, unsigned and without a number', async () => {
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(await difficultiesDocx(report([gap()]))),
    });
    const parts = [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Khó khăn, vướng mắc của cấp xã',
      'Dự thảo',
      '18 câu hỏi',
      'Bộ, ngành Trung ương, Bộ Tư pháp: Nâng cấp phần mềm (hạn 30/09/2026).',
      'Nơi nhận:',
      'QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ',
      '(Chưa ký)',
      'PHỤ LỤC',
      'Phần mềm báo lỗi thì làm sao?',
    ];
    const places = parts.map((part) => value.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(value).toMatch(/Số:\s+\/BC-/);
  });

  it('says that nothing was recorded rather than leaving holes', async () => {
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(await difficultiesDocx(report([]))),
    });
    expect(value).toContain('Trong kỳ không ghi nhận vướng mắc.');
  });
});
