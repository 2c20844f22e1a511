import { describe, expect, it } from 'vitest';
import { findPrivate, withoutPersonalData } from '../../../src/ingest/safety/personal-data.ts';

const value = (text: string) => ({
  format: 'docx' as const,
  paged: false,
  pages: [{ page: 1, text, ocr: false }],
  warnings: [],
});
const kinds = (text: string) => findPrivate(value(text)).map(({ kind }) => kind);
const masked = (text: string) => withoutPersonalData(value(text)).pages[0]!.text;

describe('personal data of an uploaded document', () => {
  it.each<[string, string[]]>([
    ['Ông Nguyễn Văn A, số CCCD 046085001234, sinh ngày 02/3/1985', ['cccd', 'birth_date']],
    ['CMND số 191234567 cấp ngày 05/6/2010', ['cmnd']],
    ['Họ tên\tSố định danh\tĐiện thoại\nLê Thị B\t046185001234\t0912 345 678', ['cccd', 'phone']],
    ['Số tài khoản: 0161000123456 tại Vietcombank Huế', ['account']],
    ['Họ tên\tSố\nLê Thị B\t191234567', ['cmnd']],
    ['Ông Nguyễn Văn A, 191234567, trú tại tổ 5', ['cmnd']],
    ['Liên hệ: ong.a@gmail.com, 0234.3822.123', ['email', 'phone']],
    ['Bà Trần Thị C (12/11/1979), trú tại tổ 5', ['birth_date']],
    ['Xe ô tô biển số 75A-123.45 của ông A', ['plate']],
    ['Xe máy 75-K1 234.56 đỗ trước trụ sở', ['plate']],
    ['BKS: 75C 1234; biển kiểm soát 75F1-12345', ['plate', 'plate']],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
    expect(masked(text)).not.toMatch(/\d{6}|\d{3}\.\d{2}|@/);
    expect(kinds(masked(text))).toEqual([]);
  });

  it.each([
    'Căn cứ Nghị định số 120/2025/NĐ-CP ngày 11 tháng 6 năm 2025 của Chính phủ;',
    'Quyết định số 1234567/QĐ-UBND; Công văn số 75/SNV-CCHC; Thông tư 79/2024/TT-BCA',
    'Điều 12, khoản 3, điểm a; Phụ lục 2; Mẫu số 01A-123 và 02B/ĐK',
    'Thủ tục mã 1.001193 (2.000635.000.00.00.H57), mã hồ sơ H57.25-250901-0012',
    'Kinh phí 1.234.567.890 đồng; mức 123456789 đồng; lệ phí 50.000 đồng/lần; tổng vốn 046085001234 đồng',
    'Số lượng 123.456,78 tấn; diện tích 120.345 m2; tỷ lệ 75,5%; năm 2024 - 2025',
    'TCVN 13927:2023; QCVN 03:2023/BCA; ISO 9001:2015; 29 TCN 123.45',
    'Đường dây nóng 1900 9095 và 18001091; từ ngày 01/7/2025 đến 28/02/2027',
    'Vốn đăng ký theo ngành\t139\t201138497\t922889897\t136338646',
    'mệnh giá một trăm triệu (100.000.000) đồng hoặc bội số',
    'Cơ quan: Văn phòng Chính phủ, thời gian ký: 08.04.2022 15:58:06 +07:00',
    'Số đăng ký kinh doanh 0301/GP; tọa độ 16.46 và 107.59; giờ 07:30 - 11:30',
  ])('stays as it is: %s', (text) => {
    expect(masked(text)).toBe(text);
  });
});
