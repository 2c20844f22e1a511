import { describe, expect, it } from 'vitest';
import { lawOfYear, numberOf } from '../../../src/answer/standing/law-of-year.ts';

describe('a law named by its year', () => {
  it.each([
    ['Luật Đất đai 2013 có còn áp dụng không', 'luat dat dai', '2013'],
    ['bo luat dan su nam 2005 con hieu luc ko', 'bo luat dan su', '2005'],
    ['Luật Hộ tịch năm 2014 có bị thay thế chưa', 'luat ho tich', '2014'],
  ])('is read from "%s"', (question, name, year) => {
    expect(lawOfYear(question)).toEqual({ name, year });
  });

  it.each(['đăng ký khai sinh năm 2024', 'Luật Đất đai còn hiệu lực không', 'theo luật có 2013 hồ sơ'])(
    'is not read from "%s"',
    (question) => {
      expect(lawOfYear(question)).toBeUndefined();
    },
  );

  it('takes its number from a text that prints it after the name', () => {
    const law = { name: 'luat ho tich', year: '2014' };
    const texts = ['Luật Căn cước công dân số 59/2014/QH13;', 'theo Luật Hộ tịch số 60/2014/QH13 và …'];
    expect(numberOf(law, texts)?.canonical).toBe('60/2014/QH13');
    expect(numberOf({ ...law, year: '2015' }, texts)).toBeUndefined();
    expect(numberOf(law, texts.slice(0, 1))).toBeUndefined();
  });

  it('reads 20,000 characters at once', () => {
    const started = performance.now();
    lawOfYear(`luật ${'đất đai '.repeat(2_500)}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
