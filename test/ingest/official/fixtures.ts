import type { ReadValue } from '../../../src/ingest/model.ts';

/** A reader's result for text, one page a string. */
export const read = (...pages: string[]): ReadValue => ({
  format: 'pdf',
  paged: true,
  pages: pages.map((text, i) => ({ page: i + 1, text, ocr: false })),
  warnings: [],
});

export const DECREE_PAGES = [
  `CHÍNH PHỦ
Số: 999/2025/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 11 tháng 6 năm 2025
NGHỊ ĐỊNH
Quy định về việc thử nghiệm ở cấp xã
Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định việc thử nghiệm ở cấp xã.
Điều 2. Hồ sơ
1. Hồ sơ gồm tờ khai và giấy tờ tùy thân.`,
  `2. Người nộp hồ sơ xuất trình bản chính.
Điều 3. Hiệu lực thi hành
1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025 và hết hiệu lực kể từ ngày 01 tháng 3 năm 2027.
2. Nghị định này thay thế Nghị định số 888/2020/NĐ-CP.
3. Luật, nghị định ban hành sau về nội dung này có hiệu lực thì quy định tương ứng trong Nghị định này hết hiệu lực.
4. Trong thời gian Nghị định này có hiệu lực, nếu quy định về thẩm quyền trong các văn bản khác khác với Nghị định này thì thực hiện theo quy định tại Nghị định này.
Nơi nhận:
- Ban Bí thư Trung ương Đảng;
- Ủy ban nhân dân các tỉnh, thành phố;
- Lưu: VT, NC (2b).
TM. CHÍNH PHỦ
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG
Nguyễn Văn Mẫu
Phụ lục I
TRÌNH TỰ, THỦ TỤC
(Kèm theo Nghị định số 999/2025/NĐ-CP)
I. ĐĂNG KÝ THỬ
1. Trình tự thực hiện
a) Nộp hồ sơ;
b) Nhận kết quả.`,
];

export const LETTER = `ỦY BAN NHÂN DÂN	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÀNH PHỐ HUẾ	Độc lập - Tự do - Hạnh phúc
SỞ NỘI VỤ	Huế, ngày 03 tháng 02 năm 2026
Số: 45/SNV-CCHC
V/v hướng dẫn tiếp nhận hồ sơ
Kính gửi: Ủy ban nhân dân các xã, phường
Thực hiện chỉ đạo của Ủy ban nhân dân thành phố, Sở Nội vụ hướng dẫn như sau:
1. Tiếp nhận hồ sơ không phụ thuộc địa giới.
2. Trả kết quả đúng hẹn.
Nơi nhận:
- Như trên;
- Lưu: VT.
GIÁM ĐỐC
Trần Thị Mẫu`;
