import { describe, expect, it } from 'vitest';
import { parseAsOf } from '../../src/legal/as-of.ts';

describe('parseAsOf', () => {
  it.each([
    ['trước 1/7/2025 thì ai chứng thực', '2025-06-30'],
    ['hồ sơ nhận 20/4 lệ phí bao nhiêu', '2026-04-20'],
    ['hồ sơ nộp tháng 5/2025 thì áp dụng quy định nào', '2025-05-31'],
    ['trong năm 2024 lệ phí là bao nhiêu', '2024-12-31'],
    ['Năm 2024 thủ tục này cần gì', '2024-12-31'],
    ['trước năm 2025 ai ký', '2024-12-31'],
  ])('%s', (question, day) => {
    expect(parseAsOf(question, '2026-11-20')).toBe(day);
  });

  it.each([
    'Luật Đất đai năm 2024 quy định gì',
    'người sinh năm 1990 cần giấy tờ gì',
    'trong năm 2026 lệ phí là bao nhiêu',
    'Nghị định ban hành tháng 5/2025 nói gì',
  ])('takes no day from: %s', (question) => {
    expect(parseAsOf(question, '2026-11-20')).toBeUndefined();
  });
});
