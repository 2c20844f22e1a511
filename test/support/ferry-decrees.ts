/** Made-up decrees on ferrymen: one and the one that amends it. */
export const HEAD = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n';
export const decree = (number: string, day: string, subject: string, articles: string) =>
  `CHÍNH PHỦ\n${HEAD}Số: ${number}\nHà Nội, ngày ${day}\n\nNGHỊ ĐỊNH\n${subject}\n\n${articles}\n\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\nPhạm Văn Thử\n`;

export const BASE = decree(
  '711/2020/NĐ-CP',
  '10 tháng 5 năm 2020',
  'Quy định về hỗ trợ chèo đò ngang',
  `Điều 1. Mức hỗ trợ người chèo đò
Người chèo đò ngang được hỗ trợ 300.000 đồng một tháng.
Điều 2. Hồ sơ xin hỗ trợ chèo đò
1. Đơn đề nghị hỗ trợ chèo đò theo mẫu.
2. Bản sao sổ hộ khẩu của người chèo đò.
Điều 3. Thăm đò hằng năm
Ủy ban nhân dân cấp xã tổ chức thăm đò mỗi năm một lần.
Điều 4. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2020.`,
);

export const AMENDING = decree(
  '733/2026/NĐ-CP',
  '10 tháng 5 năm 2026',
  'Sửa đổi, bổ sung một số điều của Nghị định số 711/2020/NĐ-CP ngày 10 tháng 5 năm 2020 của Chính phủ',
  `Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 711/2020/NĐ-CP
1. Sửa đổi, bổ sung Điều 1 như sau:
“Điều 1. Mức hỗ trợ người chèo đò
Người chèo đò ngang được hỗ trợ 900.000 đồng một tháng.”.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026.`,
);
