/** Which parts of a question an answer leaves open; an answer to half of it must not sound whole. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/answer/model.ts';
import { openParts, partsOf } from '../../src/answer/question-parts.ts';

const citation = (n: number, documentTitle: string, quote: string) =>
  ({ n, documentTitle, quote }) as unknown as Draft['citations'][number];
const draft = (
  lines: readonly string[],
  citations: Draft['citations'] = [],
  details: readonly string[] = [],
) =>
  ({
    status: 'answered',
    sections: [
      { role: 'conclusion', lines },
      { role: 'detail', lines: details },
    ],
    citations,
  }) as Draft;

describe('the parts of a question', () => {
  it.each([
    ['Tách hộ cần giấy tờ gì và mất bao lâu?', ['Tách hộ cần giấy tờ gì', 'mất bao lâu']],
    ['Cha và mẹ cùng đi khai sinh thì nộp gì?', ['Cha mẹ cùng đi khai sinh thì nộp gì']],
    ['Bố mất hôm đầu tháng, con phải ra xã khai trong bao nhiêu ngày?', undefined],
    ['Ông cụ sống một mình và không lương hưu thì gửi đơn về đâu?', undefined],
  ])('%s', (question, parts) => {
    const found = partsOf(question).map(({ text }) => text);
    if (parts) expect(found).toEqual(parts);
    else expect(found.length).toBeLessThan(2);
  });
});

describe('parts left open', () => {
  const TIME = 'Thời hạn tách hộ là 05 ngày làm việc. [1]';
  const FEE = 'Lệ phí tách hộ: 10.000 đồng/lần. [1]';
  const own = [citation(1, 'Tách hộ', 'Thời hạn 05 ngày làm việc')];

  it('another kind of fact than the one told', () => {
    const question = 'Tách hộ mất mấy ngày và lệ phí bao nhiêu?';
    expect(openParts(question, draft([TIME], own))).toEqual(['lệ phí bao nhiêu']);
    expect(openParts(question, draft([TIME, FEE], own))).toEqual([]);
  });

  it('the same kind of another procedure', () => {
    const question = 'Tách hộ mất mấy ngày, còn đăng ký tạm trú mất mấy ngày?';
    expect(openParts(question, draft([TIME], own))).toEqual(['đăng ký tạm trú mất mấy ngày']);
    const both = [...own, citation(2, 'Đăng ký tạm trú', 'Thời hạn 03 ngày làm việc')];
    expect(openParts(question, draft([TIME, 'Thời hạn 03 ngày làm việc. [2]'], both))).toEqual([]);
  });

  it('the day that was to be worked out', () => {
    const question = 'Nhận hồ sơ ngày 02/11/2026 thì hẹn trả ngày nào và lệ phí bao nhiêu?';
    const told = [TIME, FEE, 'Quy định này hết hiệu lực ngày 01/03/2027.'];
    expect(openParts(question, draft(told, own))).toEqual([
      'Nhận hồ sơ ngày 02/11/2026 thì hẹn trả ngày nào',
    ]);
    expect(openParts(question, draft([...told, 'Hẹn trả kết quả ngày 09/11/2026.'], own))).toEqual([]);
  });

  it('nothing of a question of one piece', () => {
    expect(openParts('Tách hộ mất mấy ngày?', draft(['Nộp tại Công an cấp xã. [1]'], own))).toEqual([]);
  });
});
