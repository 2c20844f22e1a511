import { findDates } from '../../legal/calendar/dates.ts';
import type { DeadlineRequest, DeadlineUnit } from '../../legal/calendar/deadline.ts';
import type { IsoDate } from '../../legal/model.ts';
import { foldKeepingLength } from '../../legal/text.ts';
import { saidDays } from './said-day.ts';

export interface ReadDeadline {
  readonly request: DeadlineRequest;
  /** No day of receipt was named: today is assumed, and said. */
  readonly assumedToday: boolean;
  /** The words that were taken for the day of receipt, where they may mean another one: "thứ 6". */
  readonly chosenFrom?: string;
}

const CUE =
  /(?<!\p{L})(?:tinh han|han tra|hen tra|tra ket qua|het han|den han|ngay tra|ngay hen|(?:den|toi|tra|la) (?:ngay|hom) (?:nao|may)|khi nao (?:tra|xong|co ket qua|den han|het han)|ngay nao (?:tra|xong|co ket qua|het han|den han)|bao gio (?:tra|xong|den han|het han))(?!\p{L})/u;
/** With the day of receipt said, asking when is enough: "nhận thứ 6, 3 ngày làm việc thì hẹn bao giờ". */
const WHEN =
  /(?<!\p{L})(?:bao gio|khi nao|luc nao|may gio|(?:ngay|hom|thu|gio) (?:nao|may))(?!\p{L})(?=[\s?.!]*(?:$|(?:thi |moi |phai |duoc |den |toi )*(?:tra|xong|lay|co|nhan|giao|hen|a|vay|the|nhi|em|anh|chi|ban)(?!\p{L})))/u;
const RECEIVED_BEFORE = /(?<!\p{L})(?:nhan|nop|vao so|thu)(?:\s+\p{L}+){0,4}\s*$/u;
const RECEIVED_AFTER =
  /^,?\s+(?:toi |em |minh |co quan |dan |nguoi dan )?(?:nhan|nop|tiep nhan|vao so)(?!\p{L})/u;
/** "Quá hạn 3 ngày" is no limit to count. */
const LATE = /(?<!\p{L}|(?:hom|sang|chieu) )(?:qua|tre|cham|muon)(?: han| hen)?\s*$/u;
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
const SHORT_DATE = /(?<![\d/.-])(\d{1,2})\s?[/-]\s?(\d{1,2})(?![\d/.-])/g;
const PAUSE = /(?:bo sung|tam dung|cho bo sung)[^\d]{0,40}$/u;

/**
 * Reads "nhận hồ sơ ngày 28/8/2026, 3 ngày làm việc, hẹn trả ngày nào": the day of receipt, the limit and its unit,
 * the days the dossier was being completed ("bổ sung từ … đến …"). Undefined unless the text asks for a due date and
 * names exactly one limit: nothing is guessed.
 */
export function readDeadline(text: string, today: IsoDate): ReadDeadline | undefined {
  const folded = foldKeepingLength(text);
  const dates = allDates(text, folded, today);
  const said = saidDays(folded, today);
  if (!CUE.test(folded) && !(WHEN.test(folded) && [...dates, ...said].some(isReceipt(folded))))
    return undefined;
  const clock = CLOCK.exec(folded);
  const withoutClock = clock === null ? folded : folded.replace(clock[0], ' '.repeat(clock[0].length));
  const amounts = [...withoutClock.matchAll(AMOUNT)].filter(
    ({ index }) =>
      !dates.some(({ start, end }) => index >= start && index < end) && !LATE.test(folded.slice(0, index)),
  );
  const [amount, another] = amounts;
  if (amount === undefined || another !== undefined) return undefined;

  const pauseAt = dates.findIndex(({ start }) => PAUSE.test(folded.slice(Math.max(0, start - 60), start)));
  const [from, to] = pauseAt < 0 ? [] : dates.slice(pauseAt, pauseAt + 2);
  if (from !== undefined && to === undefined) return undefined;
  const received = dates.filter((date) => date !== from && date !== to);
  // A weekday beside a date belongs to it.
  const meant = received.length > 0 ? [] : said;
  if (received.length > 1 || meant.length > 1) return undefined;
  const day = (received[0] ?? meant[0])?.date ?? today;
  const time = clock === null ? '' : `T${clock[1]!.padStart(2, '0')}:${clock[2] ?? '00'}`;
  if (clock !== null && (Number(clock[1]) > 23 || Number(clock[2] ?? 0) > 59)) return undefined;
  return {
    assumedToday: received.length === 0 && meant.length === 0,
    ...(meant[0]?.chosen === true && { chosenFrom: text.slice(meant[0].start, meant[0].end) }),
    request: {
      receivedAt: day + time,
      amount: Number(amount[1]),
      unit: UNITS[amount[2]!.replace(/\s+/g, ' ')] ?? 'ngay',
      ...(from !== undefined && to !== undefined && { pauses: [{ from: from.date, to: to.date }] }),
    },
  };
}

function isReceipt(folded: string) {
  return ({ start, end }: { start: number; end: number }) =>
    RECEIVED_BEFORE.test(folded.slice(0, start)) || RECEIVED_AFTER.test(folded.slice(end));
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
