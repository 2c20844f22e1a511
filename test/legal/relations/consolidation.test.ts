import { describe, expect, it } from 'vitest';
import { parseOfficialDocument } from '../../../src/ingest/official/parse.ts';

function parsed(text: string) {
  return parseOfficialDocument(
    { format: 'txt', paged: false, pages: [{ page: 1, text, ocr: false }], warnings: [] },
    'vbhn.txt',
  );
}

/** Kind, part, by, since, of what a consolidation reports. */
function reported(text: string) {
  return parsed(text)
    .relations.filter(({ by }) => by !== undefined)
    .map(({ kind, targetPath, by, from }) => [kind, targetPath, by, from]);
}

const head = (list: string) => `BỘ XÂY DỰNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 09/VBHN-BXD
Hà Nội, ngày 20 tháng 9 năm 2024

NGHỊ ĐỊNH
Quy định về hỗ trợ chèo đò ngang

${list}
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
Thực hiện Quyết định số 90/QĐ-TTg ngày 18 tháng 01 năm 2022 của Thủ tướng Chính phủ;
Chính phủ ban hành Nghị định quy định về hỗ trợ chèo đò ngang.
`;
const LIST = `Nghị định số 711/2020/NĐ-CP ngày 10 tháng 5 năm 2020 của Chính phủ, có hiệu lực kể từ ngày 01 tháng 7 năm 2020, được sửa đổi, bổ sung bởi:
1. Nghị định số 722/2024/NĐ-CP ngày 01 tháng 8 năm 2024 của Chính phủ sửa đổi Nghị định số 711/2020/NĐ-CP, có hiệu lực kể từ ngày 15 tháng 9 năm 2024;
2. Luật Đò ngang số 33/2024/QH15 ngày 02 tháng 8 năm 2024 của Quốc hội, có hiệu lực kể từ ngày 20 tháng 9 năm 2024.`;

describe('what a consolidation says of the texts it is made of', () => {
  it('reads base and amending texts from the head, not from the recitals', () => {
    const { relations } = parsed(`${head(LIST)}Điều 1. Phạm vi\nNghị định này quy định việc chèo đò.`);
    expect(relations.filter(({ kind }) => kind === 'consolidates').map(({ target }) => target)).toEqual([
      '711/2020/NĐ-CP',
      '722/2024/NĐ-CP',
      '33/2024/QH15',
    ]);
    expect(relations.filter(({ kind }) => kind === 'amends')).toMatchObject([
      { target: '711/2020/NĐ-CP', by: '722/2024/NĐ-CP', from: '2024-09-15' },
      { target: '711/2020/NĐ-CP', by: '33/2024/QH15', from: '2024-09-20' },
    ]);
  });

  it('reads a list that runs on in one sentence', () => {
    const list =
      'Nghị định số 711/2020/NĐ-CP ngày 10 tháng 5 năm 2020 của Chính phủ, có hiệu lực từ ngày 01 tháng 7 năm 2020, được sửa đổi, bổ sung bởi Nghị định số 722/2024/NĐ-CP ngày 01 tháng 8 năm 2024 của Chính phủ, có hiệu lực kể từ ngày 15 tháng 9 năm 2024; Nghị định số 733/2024/NĐ-CP ngày 02 tháng 8 năm 2024, có hiệu lực từ ngày 16 tháng 9 năm 2024.';
    expect(reported(`${head(list)}Điều 1. Phạm vi\nNghị định này quy định việc chèo đò.`)).toEqual([
      ['amends', undefined, '722/2024/NĐ-CP', '2024-09-15'],
      ['amends', undefined, '733/2024/NĐ-CP', '2024-09-16'],
    ]);
  });

  it('reads notes at the end by their figures in brackets, down to the điểm', () => {
    const text = `${head(LIST)}Điều 1. Mức hỗ trợ[1]
Người chèo đò được hỗ trợ.
Điều 2. Hồ sơ
1. Đơn đề nghị.
a)[2] (được bãi bỏ)
b) Bản khai theo quy định
[3]
của pháp luật về cư trú.
2.[4] Ảnh.
Điều 3.[5] (được bãi bỏ)

XÁC THỰC VĂN BẢN HỢP NHẤT
BỘ TRƯỞNG
Trần Văn B

[1] Điều này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 của Nghị định số 722/2024/NĐ-CP, có hiệu lực kể từ ngày 15 tháng 9 năm 2024.
[2] Điểm này bị bãi bỏ theo quy định tại khoản 2 Điều 1 Nghị định số 722/2024/NĐ-CP.
[3] Cụm từ “hộ khẩu” được thay thế bằng cụm từ “cư trú” theo quy định tại Điều 9 của Luật Đò ngang số 33/2024/QH15, có hiệu lực kể từ ngày 20 tháng 9 năm 2024.
[4] Khoản này đã được bổ sung bởi khoản 3 Điều 1 Nghị định số 722/2024/NĐ-CP.
[5] Điều này được bãi bỏ theo Điều 2 của Nghị định số 722/2024/NĐ-CP.
[6] Khoản này được sửa đổi theo quy định tại Điều 4 của Nghị định số 799/2024/NĐ-CP.
`;
    expect(reported(text).filter(([, path]) => path !== undefined)).toEqual([
      ['amends', { dieu: '1' }, '722/2024/NĐ-CP', '2024-09-15'],
      ['partly_repeals', { dieu: '2', khoan: '1', diem: 'a' }, '722/2024/NĐ-CP', '2024-09-15'],
      ['amends', { dieu: '2', khoan: '1', diem: 'b' }, '33/2024/QH15', '2024-09-20'],
      ['amends', { dieu: '2', khoan: '2' }, '722/2024/NĐ-CP', '2024-09-15'],
      ['partly_repeals', { dieu: '3' }, '722/2024/NĐ-CP', '2024-09-15'],
    ]);
  });

  it('reads notes at the foot of a page, whose figures stand raised above their line or glued to the number', () => {
    const text = `${head(LIST)}3
Điều 1. Mức hỗ trợ
Người chèo đò được hỗ trợ.
Điều 2. Hồ sơ
1. Đơn đề nghị:
a)4 Theo mẫu;
3
Điều này được sửa đổi theo quy định tại khoản 1 Điều 1 Nghị định số 722/2024/NĐ-CP, có hiệu lực kể từ ngày 15 tháng 9 năm 2024.
4 Điểm này được bãi bỏ theo quy định tại khoản 2 Điều 1 Nghị định số 722/2024/NĐ-CP.
b) Viết tay.
`;
    expect(reported(text).slice(2)).toEqual([
      ['amends', { dieu: '1' }, '722/2024/NĐ-CP', '2024-09-15'],
      ['partly_repeals', { dieu: '2', khoan: '1', diem: 'a' }, '722/2024/NĐ-CP', '2024-09-15'],
    ]);
  });

  it('says nothing of a part whose figure is missing or stands twice', () => {
    const text = `${head(LIST)}Điều 1. Mức hỗ trợ[1]
Người chèo đò[1] được hỗ trợ.
Điều 2. Hồ sơ
1. Đơn.

[1] Điều này được sửa đổi theo quy định tại Điều 1 Nghị định số 722/2024/NĐ-CP.
[2] Khoản này được bãi bỏ theo quy định tại Điều 2 Nghị định số 722/2024/NĐ-CP.
`;
    expect(reported(text).filter(([, path]) => path !== undefined)).toEqual([]);
  });
});
