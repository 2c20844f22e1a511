import { describe, expect, it } from 'vitest';
import { findSunset } from '../../../src/legal/effectivity/sunset.ts';

const UNTIL = 'Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2025 đến hết ngày 28 tháng 02 năm 2027.';
const DATES = { from: '2025-07-01', to: '2027-02-28', toSentence: UNTIL };
const PREVAILS =
  'Trường hợp quy định về thẩm quyền tại Nghị định này khác với các văn bản quy phạm pháp luật có liên quan thì thực hiện theo quy định tại Nghị định này.';

describe('findSunset', () => {
  it.each([
    'Trong thời gian này, nếu luật, nghị quyết có quy định về nội dung tại Nghị định này thì quy định tương ứng trong Nghị định này hết hiệu lực tại thời điểm các văn bản đó có hiệu lực.',
    'Các quy định tại Nghị định này hết hiệu lực kể từ thời điểm văn bản quy phạm pháp luật mới có hiệu lực.',
    'Quy định của Thông tư này về mẫu đơn hết hiệu lực khi các văn bản thay thế có hiệu lực.',
    'Khi có luật mới, quy định tại Nghị quyết này không còn hiệu lực từ khi luật đó có hiệu lực.',
  ])('keeps the sentence that ends it earlier: %s', (earlier) => {
    const sunset = findSunset(`1. ${UNTIL}\n2. ${earlier}\n3. ${PREVAILS}`, DATES);
    expect(sunset).toMatchObject({
      until: '2027-02-28',
      earlierByLaterText: true,
      prevails: true,
      sentence: UNTIL,
    });
    expect(sunset!.earlierSentence).toBe(earlier);
    expect(sunset!.prevailsSentence).toBe(PREVAILS);
  });

  it('says neither where the text has only a term', () => {
    const sunset = findSunset(`1. ${UNTIL}\n2. Các bộ có trách nhiệm thi hành Nghị định này.`, DATES);
    expect(sunset).toEqual({
      until: '2027-02-28',
      earlierByLaterText: false,
      prevails: false,
      sentence: UNTIL,
    });
  });

  it('keeps an end that hangs on another text, without a day', () => {
    const text =
      'Nghị định này có hiệu lực thi hành từ ngày ký đến khi các quy định tại Nghị quyết số 190/2025/QH15 của Quốc hội hết hiệu lực.';
    expect(findSunset(text, { from: '2025-07-01' })).toMatchObject({ conditional: true, sentence: text });
  });

  it.each([
    'Nghị định số 12/2020/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành.',
    'Trường hợp các văn bản dẫn chiếu tại Nghị định này được thay thế thì áp dụng theo văn bản mới.',
    'Nếu luật chuyên ngành có quy định khác với Nghị định này thì thực hiện theo luật chuyên ngành.',
  ])('takes no lasting text for a temporary one: %s', (text) => {
    expect(findSunset(text, { from: '2025-07-01' })).toBeUndefined();
  });
});
