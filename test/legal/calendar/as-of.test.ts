import { describe, expect, it } from 'vitest';
import { parseAsOf, withoutReceipt } from '../../../src/legal/calendar/as-of.ts';

describe('withoutReceipt', () => {
  it.each([
    ['hồ sơ nhận ngày 20/10, thời hạn cấp thẻ là bao lâu', 'thời hạn cấp thẻ là bao lâu'],
    ['lệ phí cấp thẻ bao nhiêu nếu hồ sơ nộp ngày 5 tháng 6 năm 2025', 'lệ phí cấp thẻ bao nhiêu'],
    ['hs nhan 20/4 thi le phi bao nhieu', 'le phi bao nhieu'],
    ['hồ sơ nhận ngày 20/10', 'hồ sơ nhận ngày 20/10'],
    ['hồ sơ nhận nuôi con nuôi gồm gì', 'hồ sơ nhận nuôi con nuôi gồm gì'],
  ])('%s', (question, left) => {
    expect(withoutReceipt(question)).toBe(left);
  });
});

describe('parseAsOf', () => {
  it.each([
    ['trước 1/7/2025 thì ai chứng thực', '2025-06-30'],
    ['hồ sơ nhận 20/4 lệ phí bao nhiêu', '2026-04-20'],
    ['hồ sơ nộp tháng 5/2025 thì áp dụng quy định nào', '2025-05-31'],
    ['trong năm 2024 lệ phí là bao nhiêu', '2024-12-31'],
    ['Năm 2024 thủ tục này cần gì', '2024-12-31'],
    ['trước năm 2025 ai ký', '2024-12-31'],
    ['Nghị định 23/2015 vào ngày 1/6/2025 còn hiệu lực không', '2025-06-01'],
    ['theo quy định hồi tháng 5/2025 thì lệ phí chứng thực bao nhiêu', '2025-05-31'],
    ['hồ sơ nộp tháng 5/2025 giờ giải quyết theo quy định nào', '2025-05-31'],
    ['đăng ký khai sinh trước 1/7/2025 ai ký', '2025-06-30'],
    ['dân nộp hồ sơ ngày 20/4 thì thu bao nhiêu', '2026-04-20'],
    ['dân nộp hồ sơ hôm kia thì hẹn bao giờ', '2026-11-18'],
    ['năm ngoái phí chứng thực bao nhiêu', '2025-12-31'],
    ['hồ sơ nhận tuần trước áp dụng quy định nào', '2026-11-13'],
    ['tháng trước dân nộp hồ sơ xin cấp lại', '2026-10-31'],
    ['hồ sơ nhận từ hồi tháng 4 thì sao', '2026-04-30'],
    ['trước khi có chính quyền 2 cấp thì ai chứng thực', '2025-06-30'],
    ['hồi còn huyện thì phòng nào cấp giấy phép', '2025-06-30'],
    ['tính đến ngày 1/3/2026 nghị định 120/2025 còn hiệu lực không', '2026-03-01'],
  ])('%s', (question, day) => {
    expect(parseAsOf(question, '2026-11-20')).toBe(day);
  });

  it.each([
    'Luật Đất đai năm 2024 quy định gì',
    'người sinh năm 1990 cần giấy tờ gì',
    'trong năm 2026 lệ phí là bao nhiêu',
    'đăng ký khai sinh cho cháu sinh năm ngoái',
    'mất thẻ căn cước tuần trước thì làm sao',
    'thuê đất năm ngoái phải nộp tiền thế nào',
    'Nghị định ban hành tháng 5/2025 nói gì',
    'Các nghị định phân định thẩm quyền hồi tháng 6/2025 còn dùng đến khi nào',
    'những thông tư trong năm 2020 về hộ tịch còn hiệu lực không',
    'các quy định hồi tháng 6/2025 đã bị thay thế chưa',
    'văn bản của Sở Tư pháp ngày 12/6/2025 hướng dẫn gì',
    'giấy khai sinh do huyện cấp trước 1/7/2025 còn giá trị không',
    'bản sao chứng thực trước ngày 1/7/2025 giờ còn dùng được không',
    'đăng ký khai sinh vào năm 1990 giờ xin lại bản chính thì sao',
    'cưới hồi tháng 3/2019 mất giấy thì làm gì',
    'em cưới năm 2019 bị mất giấy kết hôn',
    'xã sáp nhập vào ngày 1/7/2025 thì giấy tờ cũ còn dùng không',
    'mua đất vào năm 2003 bằng giấy tay nay làm sổ được không',
    'Nghị định số 23/2015/NĐ-CP ngày 16/02/2015 quy định gì',
  ])('takes no day from: %s', (question) => {
    expect(parseAsOf(question, '2026-11-20')).toBeUndefined();
  });
});
