import { describe, expect, it } from 'vitest';
import { deadlineLookup } from '../../src/dialogue/lookups/deadline.ts';
import { readDeadline } from '../../src/dialogue/lookups/deadline-request.ts';
import { createCalendar } from '../../src/legal/calendar/calendar.ts';

const TODAY = '2026-08-24';
const lookup = deadlineLookup(createCalendar());

describe('phrasings of one deadline', () => {
  it.each([
    'nhận hồ sơ thứ sáu 28/8/2026, 3 ngày làm việc, hẹn trả ngày nào',
    'nhan hs 28/8/2026 hen 3 ngay lam viec thi tra ngay nao',
    'ho so nop 28/8/2026 trong 3 nlv la den ngay may',
    '28/8/2026 nhận thì 3 ngày làm việc sau là ngày nào',
    'Hồ sơ nhận 28/8/2026, giải quyết trong 3 ngày làm việc, bao giờ đến hạn?',
  ])('%s', (text) => {
    expect(readDeadline(text, '2026-08-28')?.request).toEqual({
      receivedAt: '2026-08-28',
      amount: 3,
      unit: 'ngay_lam_viec',
    });
  });
});

describe('deadlines asked in words', () => {
  it('counts the example of 2/9/2026, naming every day that was skipped', async () => {
    const answer = await lookup(
      'Nhận hồ sơ thứ sáu ngày 28/8/2026, 3 ngày làm việc thì hẹn trả ngày nào?',
      TODAY,
    );
    expect(answer?.sections[0]?.lines).toEqual(['Hạn trả kết quả: thứ Hai, 07/09/2026.']);
    for (const day of [
      '29/08/2026',
      '30/08/2026',
      '31/08/2026',
      '01/09/2026',
      '02/09/2026',
      '05/09/2026',
      '06/09/2026',
    ]) {
      expect(answer?.answer).toContain(day);
    }
    expect(answer?.answer).not.toContain('03/09/2026');
  });

  it.each([
    [
      'tính hạn trả kết quả: nhận 28/8, 3 nlv',
      { receivedAt: '2026-08-28', amount: 3, unit: 'ngay_lam_viec' },
    ],
    [
      'ho so nhan ngay 28/8/2026 thoi han 15 ngay, den ngay nao tra ket qua',
      { receivedAt: '2026-08-28', amount: 15, unit: 'ngay' },
    ],
    [
      'nhận lúc 15h20 ngày 28/8/2026, 8 giờ làm việc, khi nào trả kết quả?',
      { receivedAt: '2026-08-28T15:20', amount: 8, unit: 'gio' },
    ],
    [
      'nhận ngày 28 tháng 8 năm 2026, 1 tháng, hết hạn ngày nào',
      { receivedAt: '2026-08-28', amount: 1, unit: 'thang' },
    ],
    [
      'nhận 24/8/2026, 5 ngày làm việc, bổ sung từ 26/8/2026 đến 27/8/2026, hẹn trả khi nào',
      {
        receivedAt: '2026-08-24',
        amount: 5,
        unit: 'ngay_lam_viec',
        pauses: [{ from: '2026-08-26', to: '2026-08-27' }],
      },
    ],
  ])('reads "%s"', (text, request) => {
    expect(readDeadline(text, TODAY)).toEqual({ request, assumedToday: false });
  });

  it('says so when it counts from today', async () => {
    expect(readDeadline('3 ngày làm việc thì hẹn trả ngày nào', TODAY)).toMatchObject({ assumedToday: true });
    expect(readDeadline('nhận hôm nay, 3 ngày làm việc, hẹn trả ngày nào', TODAY)).toMatchObject({
      assumedToday: false,
    });
    expect((await lookup('3 ngày làm việc thì hẹn trả ngày nào', TODAY))?.answer).toContain(
      'tính từ hôm nay',
    );
  });

  it.each([
    'thời hạn đăng ký khai sinh mấy ngày?',
    'đăng ký khai sinh trong 60 ngày phải không?',
    'nhận 28/8/2026 hẹn trả ngày nào?',
    'hẹn trả sau 3 ngày hay 5 ngày?',
    'nhận 28/8/2026 hoặc 29/8/2026, 3 ngày làm việc, hẹn trả ngày nào',
  ])('leaves "%s" to the search', (text) => {
    expect(readDeadline(text, TODAY)).toBeUndefined();
  });

  it.each([
    [
      'nhan ho so 16h ngay 3/6/2026, tra ket qua trong 1 ngay lam viec, hen tra ngay nao',
      '2026-06-03T16:00',
      1,
    ],
    ['tính hạn trả kết quả: nhận 9h ngày 3/6/2026, 8 giờ làm việc', '2026-06-03T09:00', 8],
    ['nộp 15h30 hôm nay, 2 ngày làm việc, bao giờ trả', `${TODAY}T15:30`, 2],
    ['nhận lúc 8:30 ngày 3/6/2026, 4 giờ làm việc, bao giờ trả', '2026-06-03T08:30', 4],
  ])('tells the time of day from the limit in "%s"', (text, receivedAt, amount) => {
    expect(readDeadline(text, TODAY)?.request).toMatchObject({ receivedAt, amount });
  });

  // TODAY is Monday 24/8/2026.
  it.each([
    ['nhận hôm thứ 6 3 ngày làm việc thì hẹn bao giờ', '2026-08-21', 'thứ 6'],
    ['nhan t5, 5 nlv thi hom nao tra', '2026-08-20', 't5'],
    ['thứ sáu nhận, 3 ngày làm việc, khi nào xong', '2026-08-21', 'thứ sáu'],
    ['nhận thứ 3 tuần trước, 7 ngày làm việc, hẹn trả ngày nào', '2026-08-18', 'thứ 3 tuần trước'],
    ['nhận hồ sơ thứ tư tuần này 2 ngày làm việc thì hẹn ngày nào', '2026-08-26', 'thứ tư tuần này'],
    ['nhận ngày 28, 3 ngày làm việc thì hẹn bao giờ', '2026-07-28', 'ngày 28'],
    ['nhận ngày 20 3 nlv hẹn trả thứ mấy', '2026-08-20', 'ngày 20'],
    ['nhận hôm qua 3 ngày làm việc thì bao giờ lấy', '2026-08-23', undefined],
    ['sáng mai nhận, 3 ngày làm việc, khi nào trả', '2026-08-25', undefined],
    ['nhận 28/8/2026 3 ngày làm việc thì hẹn bao giờ', '2026-08-28', undefined],
    ['dan nop 28/8 thoi han 3 nlv thi khi nao co', '2026-08-28', undefined],
  ])('takes the day of receipt of "%s"', async (text, day, chosenFrom) => {
    const read = readDeadline(text, TODAY);
    expect(read).toMatchObject({ request: { receivedAt: day }, assumedToday: false });
    expect(read?.chosenFrom).toBe(chosenFrom);
    const told = (await lookup(text, TODAY))?.answer;
    if (chosenFrom !== undefined) expect(told).toContain(`Hiểu “${chosenFrom}” là`);
    else expect(told).not.toContain('Hiểu “');
  });

  it.each([
    'khai sinh nộp ngày 28/8/2026 quá 60 ngày thì khi nào bị phạt?',
    'hồ sơ nộp 28/8/2026 trễ hạn 3 ngày thì khi nào xin lỗi',
    'nhận thứ 6, 3 ngày làm việc, hẹn thứ 4 thì khi nào phải xin lỗi, bao giờ trả',
    'hồ sơ nhận 28/8/2026 theo quy định thời hạn 3 ngày hay 5 ngày',
  ])('counts nothing in "%s"', (text) => expect(readDeadline(text, TODAY)).toBeUndefined());

  it('says how to ask when a command for counting cannot be read', async () => {
    expect((await lookup('tính hạn trả kết quả: hồ sơ của bà Lan', TODAY))?.status).toBe('clarify');
  });

  it('warns about days that nobody has announced yet', async () => {
    const answer = await lookup('nhận 20/11/2026, 3 ngày làm việc, hẹn trả ngày nào', '2026-11-20');
    expect(answer?.answer).toContain('chưa có thông báo chính thức');
  });

  it('takes "sau 15 giờ" for a time of day, never for a limit of fifteen hours', () => {
    expect(readDeadline('bao giờ phải trả kết quả nếu nộp sau 15 giờ', '2026-11-28')).toBeUndefined();
    expect(
      readDeadline('nộp sau 15h ngày 26/11/2026, hạn 1 ngày làm việc, khi nào trả', '2026-11-28')?.request,
    ).toEqual({
      receivedAt: '2026-11-26T15:00',
      amount: 1,
      unit: 'ngay_lam_viec',
    });
    expect(
      readDeadline('nhận 26/11/2026, hạn 8 giờ làm việc thì khi nào trả', '2026-11-28')?.request.unit,
    ).toBe('gio');
  });
});
