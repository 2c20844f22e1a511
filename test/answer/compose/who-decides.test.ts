import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../src/answer/compose/candidates.ts';
import { saysWhoDecides } from '../../../src/answer/compose/shapes.ts';

const sentence = (text: string, part: Candidate['part'] = 'trinh_tu'): Candidate =>
  ({ text, part, kind: 'prose' }) as Candidate;

describe('who decides', () => {
  it.each([
    'Công chức in Giấy khai sinh, trình Lãnh đạo Ủy ban nhân dân cấp xã ký.',
    'Chủ tịch Ủy ban nhân dân cấp xã cấp Giấy chứng nhận quyền sử dụng đất.',
    'Ủy ban nhân dân cấp xã quyết định hỗ trợ trong 05 ngày làm việc.',
  ])('is said by "%s"', (text) => {
    expect(saysWhoDecides(sentence(text))).toBe(true);
  });

  it.each([
    'Đổi sang biển số định danh theo quy định tại Thông tư số 79/2024/TT-BCA của Bộ trưởng Bộ Công an.',
    'Giấy tờ xếp hạng di tích của Ủy ban nhân dân cấp tỉnh',
    'Hồ sơ đầy đủ thì tiếp nhận và gửi Phiếu hẹn trả kết quả.',
  ])('is not said by "%s", which names a body or none', (text) => {
    expect(saysWhoDecides(sentence(text))).toBe(false);
  });

  it('is said by every cell of bodies', () => {
    expect(saysWhoDecides(sentence('Công an cấp Xã', 'co_quan'))).toBe(true);
  });
});
