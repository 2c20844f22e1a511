import { describe, expect, it } from 'vitest';
import { aboutPaper, refersToPaper } from '../../src/dialogue/shown-paper/about.ts';

const FORM = { title: 'Tờ khai đăng ký kết hôn' };

describe('questions about a paper that was shown', () => {
  it.each([
    ['giấy này nộp ở đâu?', 'Tờ khai đăng ký kết hôn nộp ở đâu'],
    ['to khai nay can kem giay to gi', 'Tờ khai đăng ký kết hôn can kem giay to gi'],
    ['ảnh này là giấy gì, thủ tục nào?', 'Tờ khai đăng ký kết hôn thủ tục nào'],
    ['anh nay la giay gi', 'Tờ khai đăng ký kết hôn dùng cho thủ tục nào'],
    ['', 'Tờ khai đăng ký kết hôn dùng cho thủ tục nào'],
  ])('%s', (text, question) => {
    const asked = aboutPaper(text, FORM);
    // "giấy tờ gì" may be asked of the paper or beside it; the paper's name must be there.
    if (text.includes('kem')) expect(asked).toContain(FORM.title);
    else expect(asked).toBe(question);
  });

  it('names an official document by its number', () => {
    expect(aboutPaper('', { title: 'Công văn', number: '45/STP-HCTP' })).toBe('văn bản số 45/STP-HCTP');
    expect(aboutPaper('công văn này còn hiệu lực không', { number: '45/STP-HCTP' })).toBe(
      'văn bản số 45/STP-HCTP còn hiệu lực không',
    );
  });

  it.each(['giấy này nộp ở đâu', 'anh nay la giay gi', 'văn bản này còn hiệu lực không'])(
    '%s refers',
    (text) => expect(refersToPaper(text)).toBe(true),
  );
  it.each(['giấy khai sinh nộp ở đâu', 'anh nào ký chứng thực', 'lệ phí?'])('%s does not', (text) =>
    expect(refersToPaper(text)).toBe(false),
  );
});
