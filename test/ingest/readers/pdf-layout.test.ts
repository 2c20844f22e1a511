import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/ingest/readers/index.ts';
import { CAN_DRAW, drawnPage } from './drawn-page.ts';
import { type PdfPicture, pdf } from './fixtures.ts';

async function pagesOf(bytes: Uint8Array) {
  const outcome = await readSource(bytes, 'tep.pdf');
  if (outcome.status !== 'readable') throw new Error(outcome.reason);
  return outcome.value.pages;
}
const prose = (lines: readonly string[], x: number) => lines.map((text, i) => ({ x, y: 700 - i * 16, text }));

describe('pages of a PDF', () => {
  it.skipIf(!CAN_DRAW)(
    'a scanned page behind a page of text is recognised, the page of text is not',
    async () => {
      const canvas = drawnPage({ head: false });
      const scan: PdfPicture = {
        jpeg: new Uint8Array(canvas.toBuffer('image/jpeg')),
        pixels: [canvas.width, canvas.height],
        box: [0, 0, 595, 842],
      };
      const typed = prose(
        ['Uy ban nhan dan cap xa tiep nhan ho so va', 'giai quyet trong ba ngay lam viec.'],
        60,
      );
      const [first, second] = await pagesOf(pdf([typed, [scan]]));
      expect(first).toMatchObject({
        page: 1,
        ocr: false,
        text: 'Uy ban nhan dan cap xa tiep nhan ho so va giai quyet trong ba ngay lam viec.',
      });
      expect(second).toMatchObject({ page: 2, ocr: true });
      expect(second!.text).toContain('báo cáo kết quả');
    },
  );

  it('prose in two columns is read column by column', async () => {
    const left = [
      'Dieu 1. Pham vi dieu chinh cua nghi dinh',
      'Nghi dinh nay quy dinh viec dang ky ho',
      'tich tai cap xa va cac cong viec khac co',
      'lien quan den viec dang ky ho tich.',
      'Dieu 2. Doi tuong ap dung cua nghi dinh',
      'Nghi dinh nay ap dung doi voi co quan dang',
      'ky ho tich va nguoi dan co yeu cau dang ky',
      'ho tich tren dia ban cap xa, ke ca nguoi',
      'nuoc ngoai dang cu tru tai Viet Nam.',
    ];
    const right = [
      'Dieu 3. Tham quyen dang ky cua cap xa',
      'Uy ban nhan dan cap xa dang ky khai sinh,',
      'ket hon va khai tu cho cong dan dang cu',
      'tru tren dia ban cua cap xa do.',
      'Dieu 4. Thoi han giai quyet cua cap xa',
      'Thoi han la ba ngay lam viec ke tu ngay',
      'nhan du ho so hop le; ho so phuc tap thi',
      'keo dai khong qua nam ngay lam viec va',
      'phai bao cho nguoi nop ho so biet.',
    ];
    const [page] = await pagesOf(pdf([[...prose(left, 50), ...prose(right, 310)]]));
    const whole = page!.text.split('\n');
    expect(whole[1]).toBe(left.slice(4).join(' '));
    expect(whole[3]).toBe(right.slice(4).join(' '));
    expect(page!.text.replace(/\s+/g, ' ')).toBe([...left, ...right].join(' '));
  });
});
