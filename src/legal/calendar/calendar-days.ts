import type { IsoDate } from '../model.ts';

/** A day that is not what its weekday says. `source`: the rule, for people; `confirmed`: published, not only intended. */
export interface CalendarDay {
  readonly date: IsoDate;
  /** holiday: nobody works; swapped_off: off, made good by a `swapped_on` day, on which people work. */
  readonly kind: 'holiday' | 'swapped_off' | 'swapped_on';
  readonly name: string;
  readonly source: string;
  readonly confirmed: boolean;
}

const LABOUR_CODE = 'Bộ luật Lao động 2019, Điều 112';
const COMPENSATION = 'Bộ luật Lao động 2019, Điều 111 (nghỉ bù khi trùng ngày nghỉ hằng tuần)';
const ANNOUNCED = 'thông báo lịch nghỉ của cơ quan có thẩm quyền';
const EXPECTED = 'chưa có thông báo chính thức';

type Row = readonly [
  date: IsoDate,
  kind: CalendarDay['kind'],
  name: string,
  source: string,
  confirmed: boolean,
];

/**
 * Days off 2025–2027. Fixed days follow the Labour Code; which days are swapped, and the Tết days beyond those the
 * Code fixes, are announced each year, so what was not yet announced is `confirmed: false` and deadlines that touch it
 * say so.
 */
const ROWS: readonly Row[] = [
  ['2025-01-01', 'holiday', 'Tết Dương lịch', LABOUR_CODE, true],
  ['2025-01-27', 'holiday', 'Tết Nguyên đán', LABOUR_CODE, true],
  ['2025-01-28', 'holiday', 'Tết Nguyên đán', LABOUR_CODE, true],
  ['2025-01-29', 'holiday', 'Tết Nguyên đán', LABOUR_CODE, true],
  ['2025-01-30', 'holiday', 'Tết Nguyên đán', LABOUR_CODE, true],
  ['2025-01-31', 'holiday', 'Tết Nguyên đán', LABOUR_CODE, true],
  ['2025-04-07', 'holiday', 'Giỗ Tổ Hùng Vương', LABOUR_CODE, true],
  ['2025-04-26', 'swapped_on', 'làm bù cho ngày 02/5/2025', ANNOUNCED, true],
  ['2025-04-30', 'holiday', 'Ngày Chiến thắng', LABOUR_CODE, true],
  ['2025-05-01', 'holiday', 'Ngày Quốc tế lao động', LABOUR_CODE, true],
  ['2025-05-02', 'swapped_off', 'nghỉ hoán đổi với ngày 26/4/2025', ANNOUNCED, true],
  ['2025-09-01', 'holiday', 'Quốc khánh', LABOUR_CODE, true],
  ['2025-09-02', 'holiday', 'Quốc khánh', LABOUR_CODE, true],
  ['2026-01-01', 'holiday', 'Tết Dương lịch', LABOUR_CODE, true],
  ['2026-01-02', 'swapped_off', 'nghỉ hoán đổi với ngày 10/01/2026', ANNOUNCED, false],
  ['2026-01-10', 'swapped_on', 'làm bù cho ngày 02/01/2026', ANNOUNCED, false],
  ['2026-02-16', 'holiday', 'Tết Nguyên đán', LABOUR_CODE, true],
  ['2026-02-17', 'holiday', 'Tết Nguyên đán', LABOUR_CODE, true],
  ['2026-02-18', 'holiday', 'Tết Nguyên đán', LABOUR_CODE, true],
  ['2026-02-19', 'holiday', 'Tết Nguyên đán', LABOUR_CODE, true],
  ['2026-02-20', 'holiday', 'Tết Nguyên đán', LABOUR_CODE, true],
  ['2026-04-26', 'holiday', 'Giỗ Tổ Hùng Vương', LABOUR_CODE, true],
  ['2026-04-27', 'holiday', 'nghỉ bù Giỗ Tổ Hùng Vương', COMPENSATION, true],
  ['2026-04-30', 'holiday', 'Ngày Chiến thắng', LABOUR_CODE, true],
  ['2026-05-01', 'holiday', 'Ngày Quốc tế lao động', LABOUR_CODE, true],
  ['2026-08-22', 'swapped_on', 'làm bù cho ngày 31/8/2026', ANNOUNCED, true],
  ['2026-08-31', 'swapped_off', 'nghỉ hoán đổi với ngày 22/8/2026', ANNOUNCED, true],
  ['2026-09-01', 'holiday', 'Quốc khánh', LABOUR_CODE, true],
  ['2026-09-02', 'holiday', 'Quốc khánh', LABOUR_CODE, true],
  ['2026-11-24', 'holiday', 'Ngày Văn hóa Việt Nam', EXPECTED, false],
  ['2027-01-01', 'holiday', 'Tết Dương lịch', LABOUR_CODE, true],
  ['2027-02-05', 'holiday', 'Tết Nguyên đán', EXPECTED, false],
  ['2027-02-06', 'holiday', 'Tết Nguyên đán', LABOUR_CODE, true],
  ['2027-02-07', 'holiday', 'Tết Nguyên đán', LABOUR_CODE, true],
  ['2027-02-08', 'holiday', 'Tết Nguyên đán', LABOUR_CODE, true],
  ['2027-02-09', 'holiday', 'Tết Nguyên đán', EXPECTED, false],
  ['2027-02-10', 'holiday', 'nghỉ bù Tết Nguyên đán', EXPECTED, false],
  ['2027-02-11', 'holiday', 'nghỉ bù Tết Nguyên đán', EXPECTED, false],
  ['2027-04-16', 'holiday', 'Giỗ Tổ Hùng Vương', LABOUR_CODE, true],
  ['2027-04-30', 'holiday', 'Ngày Chiến thắng', LABOUR_CODE, true],
  ['2027-05-01', 'holiday', 'Ngày Quốc tế lao động', LABOUR_CODE, true],
  ['2027-05-03', 'holiday', 'nghỉ bù Ngày Quốc tế lao động', COMPENSATION, true],
  ['2027-09-01', 'holiday', 'Quốc khánh', EXPECTED, false],
  ['2027-09-02', 'holiday', 'Quốc khánh', LABOUR_CODE, true],
  ['2027-09-03', 'holiday', 'Quốc khánh', EXPECTED, false],
];

export const CALENDAR_DAYS: readonly CalendarDay[] = ROWS.map(([date, kind, name, source, confirmed]) => ({
  date,
  kind,
  name,
  source,
  confirmed,
}));
