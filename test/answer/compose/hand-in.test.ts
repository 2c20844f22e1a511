import { describe, expect, it } from 'vitest';
import { handInClause } from '../../../src/answer/compose/hand-in.ts';

describe('where the dossier is handed in', () => {
  it.each([
    'Bước 1: Người yêu cầu đăng ký nộp hồ sơ đến Trung tâm Phục vụ hành chính công.',
    '- Chủ sân gửi 01 bộ hồ sơ đề nghị qua đường bưu chính hoặc trực tiếp tới Phòng Kinh tế.',
    'Người nộp thuế lập hồ sơ khai thuế và gửi đến cơ quan thuế quản lý trực tiếp.',
    'Nộp hồ sơ tại Công an cấp xã nơi công dân thường trú.',
    'Hộ gia đình nộp giấy đề nghị bổ sung thông tin hộ tịch tại bộ phận một cửa của Ủy ban nhân dân cấp xã.',
  ])('is told by: %s', (sentence) => {
    expect(handInClause(sentence)).toBeDefined();
  });

  it.each([
    'Cơ quan thuế gửi kết quả giải quyết hồ sơ đến Cổng thông tin điện tử.',
    '- Chuyển hồ sơ đến Ủy ban nhân dân cấp xã nơi có đất.',
    'Văn phòng thực hiện: Hướng dẫn người nộp hồ sơ bổ sung và nộp lại cho cơ quan chuyên môn.',
    'Người yêu cầu nộp lệ phí tại Kho bạc.',
    'Trường hợp hồ sơ nộp trực tuyến trên Cổng Dịch vụ công thì công chức kiểm tra.',
    'Quyết định được gửi cho cơ quan quản lý nhà ở.',
    'Người yêu cầu phải mang theo thẻ căn cước.',
  ])('is not told by: %s', (sentence) => {
    expect(handInClause(sentence)).toBeUndefined();
  });

  it('begins with the clause, not with what stands before it', () => {
    const text = 'Nếu chọn nộp trực tiếp, người yêu cầu nộp hồ sơ tại Trung tâm Phục vụ hành chính công.';
    expect(text.slice(handInClause(text))).toMatch(/^người yêu cầu nộp hồ sơ tại Trung tâm/u);
  });
});
