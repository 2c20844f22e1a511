import { describe, expect, it } from 'vitest';
import { addMonths, findDates } from '../../../src/legal/calendar/dates.ts';
import { readEffectiveDates } from '../../../src/legal/effectivity/effective-dates.ts';

describe('findDates', () => {
  it('reads words and figures, and leaves out impossible days', () => {
    const text = 'ngày 01 tháng 7 năm 2025, 20/4/2026, 1-3-2027, 31/02/2026';
    expect(findDates(text).map((d) => d.date)).toEqual(['2025-07-01', '2026-04-20', '2027-03-01']);
  });
  it('adds months to the last day of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-11-15', 3)).toBe('2027-02-15');
  });
});

describe('readEffectiveDates', () => {
  it('does not take the new wording given for another text for its own', () => {
    const text =
      '5. Sửa đổi Điều 4 như sau:\n“1. Nghị định này có hiệu lực từ ngày ký.”\n“2. Bộ trưởng thi hành.”.\nĐiều 2. Hiệu lực\nNghị định này có hiệu lực từ ngày 01 tháng 10 năm 2026.';
    expect(readEffectiveDates(text, '2026-08-10').from).toBe('2026-10-01');
  });

  it.each([
    ['Nghị định này có hiệu lực thi hành từ ngày 05 tháng 4 năm 2026.', { from: '2026-04-05' }],
    [
      'Thông tư này có hiệu lực kể từ ngày 01/7/2025 và thay thế Thông tư số 1/2020/TT-BTC.',
      { from: '2025-07-01' },
    ],
    ['Quyết định này có hiệu lực từ ngày ký.', { from: '2026-02-03' }],
    [
      'Nghị quyết này đã được Hội đồng nhân dân thành phố khóa IX, kỳ họp thứ 2 thông qua ngày 16 tháng 7 năm 2026 và có hiệu lực từ ngày 26 tháng 7 năm 2026./.',
      { from: '2026-07-26' },
    ],
    [
      'Nghị quyết này được Hội đồng nhân dân xã thông qua ngày 03 tháng 02 năm 2026 và có hiệu lực thi hành sau 10 ngày kể từ ngày thông qua.',
      { from: '2026-02-13' },
    ],
    ['Nghị quyết này có hiệu lực kể từ ngày Quốc hội biểu quyết thông qua.', { from: '2026-02-03' }],
    [
      'Quyết định này thay thế Quyết định số 45/2019/QĐ-UBND ngày 15/8/2019 và có hiệu lực kể từ ngày 20/02/2026.',
      { from: '2026-02-20' },
    ],
    ['Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành.', { from: '2026-02-03' }],
    ['Thông tư này có hiệu lực thi hành sau 45 ngày, kể từ ngày ký.', { from: '2026-03-20' }],
    [
      'Nghị quyết này có hiệu lực thi hành từ ngày 29 tháng 4 năm 2026 đến trước ngày 01 tháng 03 năm 2027.',
      { from: '2026-04-29', to: '2027-02-28' },
    ],
    [
      'Nghị định này có hiệu lực từ ngày 01/7/2025 đến hết ngày 28/02/2027.',
      { from: '2025-07-01', to: '2027-02-28' },
    ],
    [
      '1. Nghị định này có hiệu lực từ ngày 01/7/2025.\n2. Nghị định này hết hiệu lực kể từ ngày 01/3/2027, trừ trường hợp được kéo dài.',
      { from: '2025-07-01', to: '2027-02-28' },
    ],
    [
      'Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025 và hết hiệu lực kể từ ngày 01 tháng 3 năm 2027 trừ các trường hợp sau:',
      { from: '2025-07-01', to: '2027-02-28' },
    ],
    ['Thông tư này có hiệu lực sau bốn mươi lăm ngày, kể từ ngày ký ban hành.', { from: '2026-03-20' }],
    ['Thông tư này có hiệu lực sau mười lăm (15) ngày kể từ ngày ký.', { from: '2026-02-18' }],
    // The end of another text.
    [
      '1. Luật này có hiệu lực từ ngày 01/01/2027.\n2. Luật Thử số 10/2004/QH11 hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành, trừ Điều 9 hết hiệu lực kể từ ngày 01/7/2027.',
      { from: '2027-01-01' },
    ],
    ['Hồ sơ nộp trước ngày Nghị định này có hiệu lực thi hành thì giải quyết trong ngày 01/01/2024.', {}],
    ['Luật này có hiệu lực thi hành từ ngày\n01 tháng 7 năm 2026.', { from: '2026-07-01' }],
  ])('%s', (text, expected) => {
    const { from, to } = readEffectiveDates(text, '2026-02-03');
    expect({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }).toEqual(expected);
  });
});
