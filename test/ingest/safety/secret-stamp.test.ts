import { describe, expect, it } from 'vitest';
import type { ReadValue } from '../../../src/ingest/model.ts';
import { findSecretStamp, secretRefusal } from '../../../src/ingest/safety/secret-stamp.ts';

const HEAD = ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ HUẾ', 'Số: 12/BC-UBND'];
const NATION = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];

function read(pages: readonly string[][], ocr = false): ReadValue {
  return {
    format: 'pdf',
    paged: true,
    warnings: [],
    pages: pages.map((lines, i) => ({ page: i + 1, text: lines.join('\n'), ocr })),
  };
}

describe('findSecretStamp', () => {
  it.each([
    ['MẬT', 'MẬT'],
    ['TỐI MẬT', 'TỐI MẬT'],
    ['TUYỆT MẬT', 'TUYỆT MẬT'],
    ['T Ố I M Ậ T', 'TỐI MẬT'],
    ['Tuyệt mật', 'TUYỆT MẬT'],
    ['Độ mật: Tối mật', 'TỐI MẬT'],
    ['[MẬT]', 'MẬT'],
  ])('sees the stamp "%s" at the head', (line, level) => {
    const found = findSecretStamp(
      read([[...HEAD, line, ...NATION, 'Kính gửi: Sở Nội vụ', 'Nội dung báo cáo.']]),
    );
    expect(found).toMatchObject({ level, page: 1 });
  });

  it('sees a stamp beside the number, in a cell and before the motto', () => {
    expect(findSecretStamp(read([['Số: 15/KH-UBND MẬT', ...NATION]]))?.level).toBe('MẬT');
    expect(findSecretStamp(read([[`${HEAD[0]}\tMẬT`, ...NATION]]))?.level).toBe('MẬT');
    expect(findSecretStamp(read([['TỐI MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']]))?.level).toBe('TỐI MẬT');
  });

  it('sees a stamp in a line of endless length, as a cell and glued to the motto', () => {
    const filler = 'nội dung '.repeat(1_000).trim();
    for (const line of [`TỐI MẬT\t${filler}`, `${filler}\tTỐI MẬT`, `TỐI MẬT CỘNG HÒA XÃ HỘI ${filler}`])
      expect(findSecretStamp(read([[...HEAD, line, ...NATION]]))?.level, line.slice(0, 20)).toBe('TỐI MẬT');
  });

  it('sees a stamp whose tone marks OCR lost, but only in OCR text', () => {
    expect(findSecretStamp(read([[...HEAD, 'TÓI MÂT', ...NATION]], true))?.level).toBe('TỐI MẬT');
    expect(findSecretStamp(read([[...HEAD, 'MAT', ...NATION]]))).toBeUndefined();
  });

  it.each(['TỐIMẬT', 'TUYỆTMẬT', 'T Ố I M Â T', 'M Â T'])('sees the stamp that OCR read as "%s"', (line) => {
    expect(findSecretStamp(read([[...HEAD, line, ...NATION]], true))).toBeDefined();
  });

  it('sees a stamp at the edge of the pages and on an attached document', () => {
    const body = ['Nội dung trang.', 'Dòng hai.', 'Dòng ba.', 'Dòng bốn.'];
    expect(findSecretStamp(read([body, ['MẬT', ...body], ['MẬT', ...body]]))).toMatchObject({
      level: 'MẬT',
      page: 2,
    });
    const open = [...HEAD, ...NATION, 'Kính gửi: Sở Nội vụ', 'Gửi kèm tài liệu.'];
    expect(
      findSecretStamp(read([open, ['TỈNH ỦY', 'TỐI MẬT', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'Báo cáo']])),
    ).toMatchObject({ level: 'TỐI MẬT', page: 2 });
  });

  it.each([
    ['Điều 3. Bảo mật thông tin và mật độ xây dựng'],
    ['a) 30 năm đối với bí mật nhà nước độ Tuyệt mật;'],
    ['Cán bộ phải giữ bí mật. Mật ong là đặc sản.'],
    ['BẢO MẬT'],
    ['MẬT MÃ DÂN SỰ'],
    ['ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM'],
    ['Mật độ dân số'],
  ])('"%s" is no stamp', (line) => {
    expect(findSecretStamp(read([[...HEAD, ...NATION, line, 'Căn cứ Luật;', line]]))).toBeUndefined();
  });

  it('a law about state secrets may print the words as samples of stamps', () => {
    const first = [
      ...NATION,
      'THÔNG TƯ',
      'Quy định biểu mẫu sử dụng trong công tác bảo vệ bí mật nhà nước',
      'Căn cứ Luật;',
    ];
    expect(
      findSecretStamp(read([first, ['Mẫu số 02', 'TUYỆT MẬT', 'TỐI MẬT', 'MẬT'], ['MẬT', 'Mẫu 3']])),
    ).toBeUndefined();
  });

  it('a word alone in a table of an open document is no stamp', () => {
    expect(
      findSecretStamp(read([['BẢNG GIÁ NÔNG SẢN', 'Sản phẩm\tĐơn giá', 'Mật\t120.000']])),
    ).toBeUndefined();
  });

  it('the refusal names level, page and rule, and nothing of the text', () => {
    const sentence = secretRefusal({ level: 'MẬT', page: 1, where: 'phần đầu văn bản' });
    expect(sentence).toMatch(/MẬT.*trang 1.*117\/2025\/QH15/);
  });
});
