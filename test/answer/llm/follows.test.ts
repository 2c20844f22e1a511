/** Is a statement whole parts of a source sentence, in its words and order? */
import { describe, expect, it } from 'vitest';
import { follows, type SourceLine } from '../../../src/answer/llm/wording/follows.ts';

const line = (text: string, lead?: string): SourceLine => ({ text, lead });
const PERMIT =
  'Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Chủ tịch Ủy ban nhân dân cấp xã cấp giấy phép; trường hợp không cấp phải trả lời bằng văn bản và nêu rõ lý do.';
const RECORD =
  '- Công chức tư pháp - hộ tịch in Giấy chứng nhận, cập nhật thông tin, trình Lãnh đạo Ủy ban nhân dân cấp xã ký.';

describe('whole parts in their order', () => {
  it.each([
    [PERMIT, PERMIT],
    [PERMIT, 'Chủ tịch UBND cấp xã cấp giấy phép.'],
    [
      PERMIT,
      'Chủ tịch UBND cấp xã cấp giấy phép trong thời hạn 5 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.',
    ],
    [PERMIT, 'Nếu không cấp thì phải trả lời bằng văn bản và nêu rõ lý do.'],
    [PERMIT, 'Cấp giấy phép: Chủ tịch Uỷ ban nhân dân cấp xã cấp giấy phép.'],
    ['Tổ thẩm định lập biên bản, trình Chủ tịch Ủy ban nhân dân ký.', 'Tổ thẩm định lập biên bản.'],
    [
      '2. Thời hạn tạm trú tối đa là 02 năm và có thể gia hạn.',
      'Thời hạn tạm trú tối đa 2 năm và có thể gia hạn.',
    ],
    [
      'Lệ phí: 6.000 đồng đối với đăng ký quá hạn; miễn phí đối với đăng ký đúng hạn.',
      'Lệ phí là 6.000 đồng đối với đăng ký quá hạn.',
    ],
  ])('%s → %s', (source, text) => expect(follows(text, [line(source)], 'Cấp giấy phép')).toBe(true));
});

describe('anything else is not the source’s', () => {
  it.each([
    ['must for may', 'Hai bên có thể khai chung.', 'Hai bên phải khai chung.'],
    ['may for must', 'Công dân phải gia hạn.', 'Công dân có thể gia hạn.'],
    ['allowed for must', 'Người dân phải nộp bản sao.', 'Người dân được nộp bản sao.'],
    ['a denial lost', 'Người dân không phải nộp bản sao.', 'Người dân phải nộp bản sao.'],
    ['a denial added', 'Người dân nộp bản sao.', 'Người dân không nộp bản sao.'],
    ['only', 'Người dân nộp tại Ủy ban.', 'Người dân chỉ nộp tại Ủy ban.'],
    ['all', 'Người dân nộp bản sao.', 'Mọi người dân nộp bản sao.'],
    ['an exception lost', 'Không thu phí, trừ trường hợp luật có quy định.', 'Không thu phí.'],
    ['a condition lost', 'Nếu hồ sơ thiếu, Ủy ban trả lại hồ sơ.', 'Ủy ban trả lại hồ sơ.'],
    ['a condition lost after it', 'Ủy ban trả lại hồ sơ, nếu hồ sơ thiếu.', 'Ủy ban trả lại hồ sơ.'],
    ['a condition turned', PERMIT, 'Trường hợp cấp phải trả lời bằng văn bản và nêu rõ lý do.'],
    ['another doer', RECORD, 'Công chức tư pháp - hộ tịch ký.'],
    ['doers exchanged', 'Cha xác nhận cho mẹ.', 'Mẹ xác nhận cho cha.'],
    ['half a list', 'Hồ sơ gồm: tờ khai, giấy chứng sinh.', 'Hồ sơ gồm tờ khai.'],
    ['a choice joined', 'Cha hoặc mẹ nộp tờ khai.', 'Cha và mẹ nộp tờ khai.'],
    ['a qualifier lost', 'Người cao tuổi thuộc hộ nghèo được trợ cấp.', 'Người cao tuổi được trợ cấp.'],
    ['inside for outside', 'Công dân sống ngoài xã phải đăng ký.', 'Công dân sống trong xã phải đăng ký.'],
    [
      'days without what is done in them',
      PERMIT,
      'Trong thời hạn 5 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.',
    ],
    ['a word spelt otherwise', 'Ủy ban ban hành giấy phép.', 'Ủy ban bán hành giấy phép.'],
    [
      'what stands under a condition said before the semicolon',
      'Trường hợp hồ sơ đầy đủ thì tiếp nhận; chuyển hồ sơ để công chức xử lý.',
      'Chuyển hồ sơ để công chức xử lý.',
    ],
  ])('%s', (_, source, text) => expect(follows(text, [line(source)], '')).toBe(false));

  it('an item without the line that turns its list round', () => {
    const item = line('b) Nhận tiền của người dân;', '1. Nghiêm cấm:');
    expect(follows('Nhận tiền của người dân.', [item], '')).toBe(false);
    expect(follows('Nghiêm cấm nhận tiền của người dân.', [item], '')).toBe(true);
    expect(follows('Tờ khai theo mẫu.', [line('- Tờ khai theo mẫu;', '* Giấy tờ phải nộp:')], '')).toBe(true);
  });
});
