import { describe, expect, it } from 'vitest';
import { GuideFormatError } from '../../../src/ingest/corpus/front-matter.ts';
import { parseGuide } from '../../../src/ingest/corpus/guide.ts';
import { cutAtLines, readSections } from '../../../src/ingest/corpus/sections.ts';

const PROCEDURE = `---
loai: thủ tục
ten: Đăng ký thả diều
ma: 9.000001
linh_vuc: Hộ tịch
cap: xa
can_cu:
  - Luật Thả diều số 01/2020/QH14, Điều 3
ngay_kiem_tra: 2026-11-23
luu_y:
  - Bản công bố in thời hạn không có đơn vị.
hoi:
  - thả diều phải đăng ký ở đâu
  - dk tha dieu
---
# Đăng ký thả diều

## Cách thức thực hiện
Thời hạn: 2 ngày làm việc.
Căn cứ: khoản 2 Điều 3 Luật Thả diều số 01/2020/QH14.

## Thành phần hồ sơ
- Tờ khai thả diều.
- Ảnh con diều.
Căn cứ: khoản 1 Điều 3 Luật Thả diều số 01/2020/QH14.
`;

const GUIDE = `---
loai: hướng dẫn
ten: Diều và gió
can_cu:
  - Luật Thả diều số 01/2020/QH14
ngay_kiem_tra: 2026-11-23
dia_ban: hue
---
Mở đầu về diều.

## Gió là gì
Gió là không khí chuyển động.

## Trống
`;

describe('parseGuide', () => {
  it('gives a procedure the shape of a published record', () => {
    const document = parseGuide(PROCEDURE, 'corpus/thu-tuc/9.000001-tha-dieu.md')!;
    expect(document.facts).toMatchObject({
      id: 'tthc:9.000001',
      kind: 'procedure',
      procedureCode: '9.000001',
      type: 'Tài liệu tổng hợp',
      ownWords: true,
      levels: ['xa'],
      linhVuc: 'Hộ tịch',
      asked: ['thả diều phải đăng ký ở đâu', 'dk tha dieu'],
    });
    expect(document.chunks.map((c) => c.id)).toEqual([
      'tthc:9.000001#cach_thuc.1',
      'tthc:9.000001#thanh_phan_ho_so.1',
      'tthc:9.000001#can_cu.1',
    ]);
    expect(document.chunks[0]!.text).toBe('Thời hạn: 2 ngày làm việc.');
    expect(document.chunks[2]!.text).toBe('- Luật Thả diều số 01/2020/QH14, Điều 3');
    expect(new Set(document.chunks.map((c) => c.unitId))).toEqual(new Set(['tthc:9.000001']));
  });

  it('carries the article a section rests on into its label', () => {
    const document = parseGuide(PROCEDURE, 'a.md')!;
    expect(document.chunks[1]!.label).toBe(
      'Thành phần hồ sơ – Thủ tục đăng ký thả diều (mã 9.000001), tài liệu tổng hợp; ' +
        'căn cứ: khoản 1 Điều 3 Luật Thả diều số 01/2020/QH14',
    );
  });

  it('tells when it was checked and that the original prevails', () => {
    const cautions = parseGuide(PROCEDURE, 'a.md')!.facts.cautions!;
    expect(cautions[0]).toContain('23/11/2026');
    expect(cautions[0]).toContain('bản gốc văn bản có giá trị quyết định');
    expect(cautions[1]).toBe('Bản công bố in thời hạn không có đơn vị.');
  });

  it('cuts a guide into sections, one unit each', () => {
    const document = parseGuide(GUIDE, 'corpus/huong-dan/dieu-va-gio.md')!;
    expect(document.facts).toMatchObject({ id: 'file:dieu-va-gio', kind: 'guide', territory: 'hue' });
    expect(document.chunks.map((c) => c.unitId)).toEqual(['file:dieu-va-gio#p1', 'file:dieu-va-gio#p2']);
    expect(document.chunks[1]!.label).toBe('mục “Gió là gì”, Diều và gió, tài liệu tổng hợp');
  });

  it.each([PROCEDURE, GUIDE, PROCEDURE.replaceAll('\n', '\r\n')])(
    'keeps every chunk a literal span',
    (text) => {
      const document = parseGuide(text, 'a.md')!;
      for (const chunk of document.chunks) {
        expect(document.text.slice(chunk.span.start, chunk.span.end)).toBe(chunk.text);
      }
    },
  );

  it('leaves other Markdown alone', () => {
    expect(parseGuide('# Công văn\nNội dung', 'a.md')).toBeUndefined();
    expect(parseGuide('---\ntitle: x\n---\nNội dung', 'a.md')).toBeUndefined();
  });

  it.each([
    ['thiếu trường "ten"', PROCEDURE.replace(/^ten:.*\n/m, '')],
    ['thiếu trường "ma"', PROCEDURE.replace(/^ma:.*\n/m, '')],
    ['"ma" phải có dạng', PROCEDURE.replace('9.000001', '9.1')],
    ['"ngay_kiem_tra"', PROCEDURE.replace('2026-11-23', '23/11/2026')],
    ['không rõ đề mục "Thời tiết"', PROCEDURE.replace('## Thành phần hồ sơ', '## Thời tiết')],
    ['không có nội dung', PROCEDURE.replace(/---\n#[\s\S]*$/, '---\n')],
  ])('says what is wrong: %s', (problem, text) => {
    expect(() => parseGuide(text, 'a.md')).toThrow(GuideFormatError);
    expect(() => parseGuide(text, 'a.md')).toThrow(problem);
  });
});

describe('sections', () => {
  it('cuts long sections at line ends only', () => {
    const text = Array.from({ length: 30 }, (_, i) => `- dòng số ${i} của một mục dài`).join('\n');
    const pieces = cutAtLines(text, { start: 0, end: text.length }, 200);
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) {
      const cut = text.slice(piece.start, piece.end);
      expect(cut.length).toBeLessThanOrEqual(200);
      expect(cut.startsWith('- dòng')).toBe(true);
      expect(cut.endsWith('dài')).toBe(true);
    }
    expect(pieces.map((p) => text.slice(p.start, p.end)).join('\n')).toBe(text);
  });

  it('reads the basis of a section without its full stop', () => {
    expect(readSections('## A\nviệc\nCăn cứ: Điều 1 Luật X.\n', 0)[0]).toMatchObject({
      title: 'A',
      basis: 'Điều 1 Luật X',
    });
  });
});
