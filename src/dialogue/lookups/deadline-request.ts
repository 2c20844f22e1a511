import { findDates } from '../../legal/dates.ts';
import type { DeadlineRequest, DeadlineUnit } from '../../legal/deadline.ts';
import type { IsoDate } from '../../legal/model.ts';
import { foldKeepingLength } from '../../legal/text.ts';

export interface ReadDeadline {
  readonly request: DeadlineRequest;
  /** No day of receipt was named: today is assumed, and said. */
  readonly assumedToday: boolean;
}

const CUE =
  /(?<!\p{L})(?:tinh han|han tra|hen tra|tra ket qua|het han|den han|ngay tra|ngay hen|(?:den|toi|tra|la) (?:ngay|hom) (?:nao|may)|khi nao (?:tra|xong|co ket qua|den han|het han)|ngay nao (?:tra|xong|co ket qua|het han|den han)|bao gio (?:tra|xong|den han|het han))(?!\p{L})/u;
/** What must be counted; "ngày" alone are calendar days. Longer units first. */
const AMOUNT =
  /(?<![\p{L}\d/.,-])(\d{1,4})\s*(ngay lam viec|ngay lv|nlv|ngay|gio lam viec|gio|h(?!\p{L}|\d)|thang(?!\s*\d))/gu;
const UNITS: Readonly<Record<string, DeadlineUnit>> = {
  'ngay lam viec': 'ngay_lam_viec',
  'ngay lv': 'ngay_lam_viec',
  nlv: 'ngay_lam_viec',
  ngay: 'ngay',
  'gio lam viec': 'gio',
  gio: 'gio',
  h: 'gio',
  thang: 'thang',
};
/** "Sau 15 giờ" is the time of day from which the next working day counts, not fifteen hours; "sau 3 giờ" may be either.
 * "16h ngày 3/6" and "15h30" are times of day by what stands around them. */
const CLOCK =
  /(?:(?:luc|hoi|vao luc|(?:sau|truoc|qua)(?= *(?:7|8|9|1[0-7]) *(?:h|gio|:)(?! *lam viec)))\s*|(?<![\p{L}\d/.,-])(?=\d{1,2}\s?(?:(?:h|gio|g)\s?(?:\d{2})?,?\s*(?:ngay\s*\d|hom nay|sang nay|chieu nay)|(?:h|:)\d{2})(?!\d)))(\d{1,2})\s*(?:h|gio|g|:)\s*(\d{2})?/u;
const TODAY = /(?<!\p{L})(?:hom nay|sang nay|chieu nay|bua nay)(?!\p{L})/u;
const SHORT_DATE = /(?<![\d/.-])(\d{1,2})\s?[/-]\s?(\d{1,2})(?![\d/.-])/g;
const PAUSE = /(?:bo sung|tam dung|cho bo sung)[^\d]{0,40}$/u;

/**
 * Reads "nhận hồ sơ ngày 28/8/2026, 3 ngày làm việc, hẹn trả ngày nào": the day of receipt, the limit and its unit,
 * the days the dossier was being completed ("bổ sung từ … đến …"). Undefined unless the text asks for a due date and
 * names exactly one limit: nothing is guessed.
 */
export function readDeadline(text: string, today: IsoDate): ReadDeadline | undefined {
  const folded = foldKeepingLength(text);
  if (!CUE.test(folded)) return undefined;
  const clock = CLOCK.exec(folded);
  const withoutClock = clock === null ? folded : folded.replace(clock[0], ' '.repeat(clock[0].length));
  const dates = allDates(text, folded, today);
  const amounts = [...withoutClock.matchAll(AMOUNT)].filter(
    ({ index }) => !dates.some(({ start, end }) => index >= start && index < end),
  );
  const [amount, another] = amounts;
  if (amount === undefined || another !== undefined) return undefined;

  const pauseAt = dates.findIndex(({ start }) => PAUSE.test(folded.slice(Math.max(0, start - 60), start)));
  const [from, to] = pauseAt < 0 ? [] : dates.slice(pauseAt, pauseAt + 2);
  if (from !== undefined && to === undefined) return undefined;
  const received = dates.filter((date) => date !== from && date !== to);
  if (received.length > 1) return undefined;
  const day = received[0]?.date ?? today;
  const time = clock === null ? '' : `T${clock[1]!.padStart(2, '0')}:${clock[2] ?? '00'}`;
  if (clock !== null && (Number(clock[1]) > 23 || Number(clock[2] ?? 0) > 59)) return undefined;
  return {
    assumedToday: received.length === 0 && !TODAY.test(folded),
    request: {
      receivedAt: day + time,
      amount: Number(amount[1]),
      unit: UNITS[amount[2]!.replace(/\s+/g, ' ')] ?? 'ngay',
      ...(from !== undefined && to !== undefined && { pauses: [{ from: from.date, to: to.date }] }),
    },
  };
}

/** Full dates, and "28/8" as that day of this year. */
function allDates(
  text: string,
  folded: string,
  today: IsoDate,
): { date: IsoDate; start: number; end: number }[] {
  const full = findDates(text);
  const short = [...folded.matchAll(SHORT_DATE)].flatMap((match) => {
    const [day, month] = [Number(match[1]), Number(match[2])];
    const start = match.index;
    const inside = full.some((date) => start >= date.start && start < date.end);
    const found = inside ? [] : findDates(`${day}/${month}/${today.slice(0, 4)}`);
    return found.map(({ date }) => ({ date, start, end: start + match[0].length }));
  });
  return [...full, ...short].sort((a, b) => a.start - b.start);
}
