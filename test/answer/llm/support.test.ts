import { describe, expect, it } from 'vitest';
import type { EvidenceText } from '../../../src/answer/facts/model.ts';
import { supportedBy } from '../../../src/answer/facts/support.ts';

const record: EvidenceText = {
  text: [
    'Trực tuyến30 Ngày làm việcMiễn phí',
    'Nộp trực tiếp: 05 ngày làm việc; Lệ phí: 8,000 Việt Nam Đồng',
    'Tờ khai đăng ký khai sinh theo mẫu số 01/HT. Bản chính: 1Bản sao: 0',
    'Giấy chứng sinh; nếu không có thì nộp văn bản của người làm chứng.',
    'Niêm yết tối thiểu 10 ngày; không quá mười lăm ngày kể từ ngày nhận đủ hồ sơ.',
    'Nộp tại Ủy ban nhân dân cấp xã; Sở Tư pháp hướng dẫn theo Luật Hộ tịch số 60/2014/QH13 ngày 20/11/2014.',
    'Theo khoản 2 Điều 7 Luật Hộ tịch và Điều 9, 10 Nghị định số 123/2015/NĐ-CP. Biểu mẫu C79-HD.',
    'Phạt 1,5 triệu đồng hoặc 20% giá trị.',
  ].join('\n'),
  documentNumber: '120/2025/NĐ-CP',
  documentTitle: 'Nghị định quy định phân định thẩm quyền',
  procedureCode: '1.001193',
  path: { dieu: '5', khoan: '2' },
  notes: ['khoản 2 Điều 5 Nghị định số 120/2025/NĐ-CP', 'Có hiệu lực từ 01/07/2025'],
};
const missing = (text: string) => supportedBy(text, [record]).missing.map((f) => f.kind);

describe('what the source says', () => {
  it.each([
    'Thời hạn là 30 ngày làm việc, miễn phí khi nộp trực tuyến.',
    'Thời hạn: 5 ngày làm việc.',
    'Lệ phí 8.000 đồng.',
    'Lệ phí 8 nghìn đồng.',
    'Nộp Tờ khai đăng ký khai sinh theo mẫu 01/HT (01 bản chính).',
    'Nộp tờ khai đăng ký khai sinh theo Mẫu số 1/HT.',
    'Có Giấy chứng sinh hoặc văn bản của người làm chứng.',
    'Niêm yết ít nhất 10 ngày.',
    'Tối đa 15 ngày kể từ ngày nhận đủ hồ sơ.',
    'Trong 15 (mười lăm) ngày.',
    'UBND xã tiếp nhận; Sở Tư pháp hướng dẫn.',
    'UBND cấp xã tiếp nhận.',
    'Căn cứ Luật Hộ tịch năm 2014 (60/2014/QH13), ngày 20 tháng 11 năm 2014.',
    'Theo khoản 2 Điều 7 Luật Hộ tịch.',
    'Theo Điều 10 Nghị định 123/2015/NĐ-CP.',
    'Theo khoản 2 Điều 5 Nghị định số 120/2025/NĐ-CP.',
    'Theo Nghị định 120/2025, có hiệu lực từ 1/7/2025 (tháng 7/2025).',
    'Thủ tục 1.001193.',
    'Mức phạt 1.500.000 đồng hoặc 20 %.',
    'Dùng biểu mẫu C79-HD.',
    'Anh/chị nộp hồ sơ rồi chờ kết quả.',
    '',
  ])('supports: %s', (text) => expect(supportedBy(text, [record]).missing).toEqual([]));
});

describe('what it does not', () => {
  it.each([
    ['Thời hạn là 3 ngày làm việc.', 'duration'],
    ['Thời hạn là 30 ngày.', 'duration'],
    ['Thời hạn là ba ngày làm việc.', 'duration'],
    ['Thời hạn là 10 ngày làm việc.', 'duration'],
    ['Thời hạn là 5 giờ.', 'duration'],
    ['Niêm yết tối đa 10 ngày.', 'duration'],
    ['Ít nhất 15 ngày kể từ ngày nhận.', 'duration'],
    ['Lệ phí 80.000 đồng.', 'amount'],
    ['Lệ phí 8 đồng.', 'amount'],
    ['Phạt 1,6 triệu đồng.', 'amount'],
    ['Bằng 25% giá trị.', 'percent'],
    ['Nộp 02 bản chính.', 'count'],
    ['Gồm 7 giấy tờ.', 'number'],
    ['Nghị định số 121/2025/NĐ-CP quy định.', 'document'],
    ['Thông tư 120/2025/TT-BTP quy định.', 'document'],
    ['Thông tư 120/2025 quy định.', 'document'],
    ['Nghị định 23/2015/NĐ-CP.', 'document'],
    ['Theo Điều 6 Nghị định số 120/2025/NĐ-CP.', 'article'],
    ['Theo Điều 7 Nghị định số 120/2025/NĐ-CP.', 'article'],
    ['Theo khoản 3 Điều 5.', 'article'],
    ['Theo điểm a khoản 2 Điều 5.', 'article'],
    ['Theo Điều 11 Nghị định 123/2015/NĐ-CP.', 'article'],
    ['Theo Luật Đất đai.', 'law'],
    ['Có hiệu lực từ 02/07/2025.', 'date'],
    ['Áp dụng từ tháng 8/2025.', 'date'],
    ['Áp dụng từ năm 2026.', 'date'],
    ['Theo mẫu số 02/HT.', 'form'],
    ['Theo mẫu 13.', 'form'],
    ['Dùng biểu mẫu C80-HD.', 'form'],
    ['Nộp Giấy xác nhận tình trạng hôn nhân.', 'paper'],
    ['Nộp Tờ khai đăng ký kết hôn.', 'paper'],
    ['UBND cấp huyện giải quyết.', 'authority'],
    ['Chủ tịch UBND cấp xã ký.', 'authority'],
    ['Sở Nội vụ giải quyết.', 'authority'],
    ['Công an cấp xã giải quyết.', 'authority'],
    ['Thủ tục 1.001194.', 'code'],
    ['Nộp tại dichvucong.gov.vn.', 'link'],
    ['Gửi hotro@hue.gov.vn.', 'link'],
    ['Nộp ½ lệ phí.', 'number'],
    ['Trong ٣ ngày.', 'number'],
    ['Số căn cước 046190001234.', 'number'],
  ])('misses in: %s', (text, kind) => expect(missing(text)).toContain(kind));

  it('a text with facts needs a source, one without does not', () => {
    expect(supportedBy('Nộp 3 bản.', []).supported).toBe(false);
    expect(supportedBy('Tôi chưa tìm thấy căn cứ.', []).supported).toBe(true);
  });

  it('miễn phí needs to be said', () => {
    expect(supportedBy('Thủ tục này miễn phí.', [{ text: 'Lệ phí: 8.000 đồng' }]).missing[0]?.kind).toBe(
      'free_of_charge',
    );
    expect(supportedBy('Thủ tục này miễn phí.', [{ text: 'Lệ phí: Không có thông tin' }]).supported).toBe(
      false,
    );
  });

  it('does not find a figure inside a longer one', () => {
    expect(supportedBy('5 ngày', [{ text: 'trong 15 ngày' }]).supported).toBe(false);
    expect(supportedBy('20/2025/NĐ-CP', [{ text: 'Nghị định 120/2025/NĐ-CP' }]).supported).toBe(false);
  });
});
