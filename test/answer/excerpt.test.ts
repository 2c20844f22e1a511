import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../src/answer/compose/excerpt.ts';

const LONG =
  'Trường hợp hồ sơ chưa đầy đủ theo quy định tại khoản 1, 2 Điều 5 Nghị định này thì cơ quan tiếp nhận trả lại, nêu rõ lý do; thời hạn giải quyết không quá 07 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ; kết quả được gửi qua bưu chính';

describe('an excerpt', () => {
  it('leaves a short sentence whole', () => {
    expect(excerpt('Trong 03 ngày làm việc.', ['ngay'], 80)).toBe('Trong 03 ngày làm việc.');
  });

  it('takes the clause that has the terms, from its beginning', () => {
    const cut = excerpt(LONG, ['thoi', 'han', 'giai', 'quyet'], 100);
    expect(cut).toMatch(/^… (?:nêu rõ lý do; )?thời hạn giải quyết không quá 07 ngày làm việc/u);
  });

  it('takes the limit that follows a subject said again and again, not the case before it', () => {
    const cut = excerpt(
      'Trường hợp mượn sân đình từ 15 ngày trở lên hoặc mượn lại sân đình trước thời hạn đã mượn, người mượn sân đình gửi đơn đến nơi cho mượn sân đình bất kỳ trong xã, phường nơi người mượn cư trú chậm nhất là 03 ngày làm việc trước ngày mượn',
      ['muon', 'san', 'dinh', 'truoc', 'ngay'],
      150,
    );
    expect(cut).toContain('chậm nhất là 03 ngày làm việc');
  });

  it('never begins inside a list of khoản nor ends between a number and its unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 230 }), fc.boolean(), (max, focused) => {
        const cut = excerpt(LONG, focused ? ['dieu', 'ngay'] : [], max);
        expect(cut).not.toMatch(/^… (?:\d|Điều)/u);
        expect(cut).not.toMatch(/(?:\d|khoản|Điều|không quá) …$/u);
        expect(cut.length).toBeLessThanOrEqual(max + 4);
      }),
    );
  });
});
