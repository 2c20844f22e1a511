import { describe, expect, it } from 'vitest';
import { coversReceipt, findTransitional } from '../../../src/legal/effectivity/transitional.ts';
import { parseStructure } from '../../../src/legal/structure/structure.ts';

function read(sentence: string, from = '2026-07-01') {
  const text = `Điều 1. Phạm vi\nNghị định này quy định việc trông đò.\nĐiều 2. Điều khoản chuyển tiếp\n${sentence}`;
  return findTransitional(text, parseStructure(text), from);
}

describe('transitional clauses', () => {
  it.each([
    [
      '1. Hồ sơ đã được tiếp nhận trước ngày Nghị định này có hiệu lực thì tiếp tục được giải quyết theo quy định tại Nghị định số 23/2015/NĐ-CP.',
      'old',
    ],
    [
      '1. Tổ chức, cá nhân đã nộp hồ sơ trước thời điểm Thông tư này có hiệu lực thi hành mà chưa được cấp giấy thì thực hiện theo quy định của pháp luật tại thời điểm nộp hồ sơ.',
      'old',
    ],
    [
      '1. Yêu cầu đăng ký khai sinh do cơ quan hộ tịch thụ lý trước ngày 01 tháng 7 năm 2026 nhưng chưa giải quyết xong được tiếp tục giải quyết theo quy định trước đây.',
      'old',
    ],
    [
      '1. Đối với hồ sơ nộp trước ngày Nghị định này có hiệu lực mà chưa có kết quả thì áp dụng quy định của Nghị định này để giải quyết.',
      'new',
    ],
    [
      '1. Hồ sơ đã tiếp nhận trước ngày Nghị định này có hiệu lực thi hành được lựa chọn thực hiện theo quy định của Nghị định này hoặc quy định cũ.',
      'stated',
    ],
    [
      '1. Vụ việc đã thụ lý trước ngày Thông tư này có hiệu lực thì không áp dụng quy định của Thông tư này.',
      'stated',
    ],
  ])('%s', (sentence, rule) => {
    expect(read(sentence)).toEqual([
      { rule, receivedBefore: '2026-07-01', path: { dieu: '2', khoan: '1' }, sentence },
    ]);
  });

  it.each([
    [
      '1. Các dự án đang thực hiện trước thời điểm Thông tư này có hiệu lực thì tiếp tục thực hiện theo các quy định tại Quyết định số 59/2007/QĐ-BGDĐT.',
      {},
    ],
    [
      '1. Trường hợp người bệnh vào viện trước Thông tư này có hiệu lực nhưng còn đang điều trị thì thực hiện theo quy định tại Thông tư số 12/2010/TT-BYT.',
      { begun: true },
    ],
    [
      '1. Hợp đồng được ký kết trước ngày Luật này có hiệu lực thì tiếp tục thực hiện theo quy định của pháp luật tại thời điểm ký kết.',
      { begun: true },
    ],
    [
      '1. Hồ sơ chứng thực, hộ tịch tiếp nhận trước ngày Nghị định có hiệu lực mà chưa giải quyết xong thì tiếp tục được giải quyết theo quy định của Nghị định số 23/2015/NĐ-CP.',
      {},
    ],
  ])('%s goes on under the older text', (sentence, more) => {
    expect(read(sentence)).toMatchObject([{ rule: 'old', sentence, ...more }]);
  });

  it.each([
    'Giấy phép đã cấp trước ngày Luật này có hiệu lực thì tiếp tục được sử dụng đến hết thời hạn ghi trong giấy phép.',
    'Nghị định này áp dụng cho hồ sơ tiếp nhận từ ngày 01 tháng 7 năm 2026.',
    'Người nộp hồ sơ phải nộp phí trước ngày nhận kết quả.',
    'Hồ sơ nộp trước ngày 01 tháng 01 năm 1998 thì thực hiện theo quy định tại Điều 5.',
    'Sửa đổi Điều 20 như sau:\n“Điều 20. Hồ sơ tiếp nhận trước ngày Nghị định này có hiệu lực thì tiếp tục giải quyết theo quy định cũ.”.',
  ])('leaves alone: %s', (sentence) => {
    expect(read(sentence)).toEqual([]);
  });

  it('covers what was received before the day, not on it', () => {
    const [clause] = read(
      'Hồ sơ tiếp nhận trước ngày Nghị định này có hiệu lực thì giải quyết theo quy định cũ.',
    );
    expect(coversReceipt(clause!, '2026-06-30')).toBe(true);
    expect(coversReceipt(clause!, '2026-07-01')).toBe(false);
  });
});
