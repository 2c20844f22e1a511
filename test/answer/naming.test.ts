import { describe, expect, it } from 'vitest';
import { namesOtherAct } from '../../src/answer/naming.ts';

describe('a procedure named by its act', () => {
  it('is not one of the same thing with another act', () => {
    expect(namesOtherAct('thủ tục cấp sổ chăn trâu', ['Khai báo mất sổ chăn trâu'])).toBe(true);
  });

  it.each([
    ['thủ tục cấp sổ chăn trâu', ['Cấp lại sổ chăn trâu']],
    ['thủ tục cấp sổ chăn trâu', ['Đăng ký sổ chăn trâu', 'cấp sổ trâu']],
    ['mất sổ chăn trâu thì làm sao', ['Khai báo mất sổ chăn trâu']],
    ['thủ tục sổ chăn trâu', ['Khai báo mất sổ chăn trâu']],
  ])('%s fits %j', (question, names) => {
    expect(namesOtherAct(question, names)).toBe(false);
  });
});
