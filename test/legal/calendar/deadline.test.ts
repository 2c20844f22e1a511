import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAsOf } from '../../../src/legal/calendar/as-of.ts';
import { createCalendar } from '../../../src/legal/calendar/calendar.ts';
import { addDays } from '../../../src/legal/calendar/dates.ts';
import { computeDeadline } from '../../../src/legal/calendar/deadline.ts';

const calendar = createCalendar();

describe('computeDeadline', () => {
  it('skips weekends, the swapped Monday and the holidays of September 2026, each with its reason', () => {
    const result = computeDeadline({ receivedAt: '2026-08-28', amount: 3, unit: 'ngay_lam_viec' }, calendar);
    expect(result.due).toBe('2026-09-07');
    expect(result.unconfirmed).toBe(false);
    expect(result.skipped.map((d) => `${d.date} ${d.reason}`)).toEqual([
      '2026-08-29 thứ bảy',
      '2026-08-30 chủ nhật',
      '2026-08-31 nghỉ hoán đổi với ngày 22/8/2026',
      '2026-09-01 nghỉ Quốc khánh',
      '2026-09-02 nghỉ Quốc khánh',
      '2026-09-05 thứ bảy',
      '2026-09-06 chủ nhật',
    ]);
  });

  it('works on the Saturday that makes a swapped day good', () => {
    expect(
      computeDeadline({ receivedAt: '2026-08-21', amount: 1, unit: 'ngay_lam_viec' }, calendar).due,
    ).toBe('2026-08-22');
  });

  it('counts calendar days and months, and rolls a last day that is off', () => {
    expect(computeDeadline({ receivedAt: '2026-03-02', amount: 5, unit: 'ngay' }, calendar).due).toBe(
      '2026-03-09',
    );
    expect(computeDeadline({ receivedAt: '2026-01-31', amount: 1, unit: 'thang' }, calendar).due).toBe(
      '2026-03-02',
    );
  });

  it('applies the 15:00 rule only when told to', () => {
    const request = { receivedAt: '2026-03-06T15:20', amount: 0, unit: 'ngay_lam_viec' } as const;
    expect(computeDeadline(request, calendar).due).toBe('2026-03-06');
    expect(computeDeadline({ ...request, cutoff15h: true }, calendar).due).toBe('2026-03-09');
    expect(
      computeDeadline({ ...request, receivedAt: '2026-03-06T14:59', cutoff15h: true }, calendar).due,
    ).toBe('2026-03-06');
  });

  it('counts office hours', () => {
    const at = (receivedAt: string, amount: number) =>
      computeDeadline({ receivedAt, amount, unit: 'gio' }, calendar);
    expect(at('2026-03-03T08:00', 2)).toMatchObject({ due: '2026-03-03', dueTime: '10:00' });
    expect(at('2026-03-03T11:00', 2)).toMatchObject({ due: '2026-03-03', dueTime: '15:00' });
    expect(at('2026-03-06T16:30', 4)).toMatchObject({ due: '2026-03-09', dueTime: '10:30' });
  });

  it('does not count the days a dossier waits for its owner', () => {
    const pauses = [{ from: '2026-03-04', to: '2026-03-05' }];
    expect(
      computeDeadline({ receivedAt: '2026-03-02', amount: 3, unit: 'ngay_lam_viec', pauses }, calendar).due,
    ).toBe('2026-03-09');
    expect(computeDeadline({ receivedAt: '2026-03-02', amount: 2, unit: 'ngay', pauses }, calendar).due).toBe(
      '2026-03-06',
    );
  });

  it('says so when a day that is not announced is touched', () => {
    const result = computeDeadline({ receivedAt: '2026-11-23', amount: 1, unit: 'ngay_lam_viec' }, calendar);
    expect(result).toMatchObject({ due: '2026-11-25', unconfirmed: true });
    expect(
      computeDeadline({ receivedAt: '2031-03-03', amount: 1, unit: 'ngay_lam_viec' }, calendar).unconfirmed,
    ).toBe(true);
  });

  it('refuses what cannot be counted', () => {
    expect(() => computeDeadline({ receivedAt: 'mai', amount: 1, unit: 'ngay' }, calendar)).toThrow(
      /receivedAt/,
    );
    expect(() => computeDeadline({ receivedAt: '2026-03-02', amount: -1, unit: 'ngay' }, calendar)).toThrow(
      /amount/,
    );
  });

  it('always ends on a working day, after exactly the working days asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 40 }), (offset, amount) => {
        const receivedAt = addDays('2025-03-01', offset);
        const { due } = computeDeadline({ receivedAt, amount, unit: 'ngay_lam_viec' }, calendar);
        let worked = 0;
        for (let day = addDays(receivedAt, 1); day <= due; day = addDays(day, 1))
          if (calendar.dayOff(day) === undefined) worked++;
        expect(worked).toBe(amount);
        expect(calendar.dayOff(due)).toBeUndefined();
      }),
    );
  });
});

describe('parseAsOf', () => {
  it.each([
    ['trước 1/7/2025 ai chứng thực', '2025-06-30'],
    ['trước ngày 01 tháng 7 năm 2025 thì sao', '2025-06-30'],
    ['hồ sơ nhận 20/4 áp dụng luật nào', '2026-04-20'],
    ['ho so nop 25/12 thi tinh the nao', '2025-12-25'],
    ['ngày 20/4/2026 lệ phí bao nhiêu', '2026-04-20'],
    ['tại thời điểm 15/3/2026 quy định thế nào', '2026-03-15'],
    ['hồ sơ tiếp nhận ngày 20/4/2026', '2026-04-20'],
    ['con sinh ngày 20/4/2026 đăng ký khai sinh ở đâu', undefined],
    ['Nghị định số 120/2025/NĐ-CP ngày 11/6/2025 quy định gì', undefined],
    ['đăng ký kết hôn cần giấy tờ gì', undefined],
    ['Luật có hiệu lực từ ngày 01/7/2025', undefined],
  ])('%s', (question, expected) => {
    expect(parseAsOf(question, '2026-11-23')).toBe(expected);
  });
});
