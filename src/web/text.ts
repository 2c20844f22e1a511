import { dueDay } from '../dialogue/due.ts';
import type { Feedback } from '../dialogue/model.ts';
import { EFFECTIVITY_WORDS, VERDICT_WORDS, WRONG_REASONS, type WrongReason } from '../dialogue/words.ts';
import { printDate as formatDate } from '../legal/citation-label.ts';
import type { Effectivity } from '../legal/model.ts';

export { formatDate };

/** Words and formats of the web alone; what Telegram says too stands in dialogue/words.ts. */

export const APP_NAME = 'Trợ lý cấp xã';

export const PRIVACY_NOTICE =
  'Không nhập họ tên, số định danh, số điện thoại của người dân; hệ thống tự che nếu có.';

const dateTime = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** "05/03/2026 14:07", Vietnam time. */
export function formatInstant(instant: string): string {
  const parts = new Map(dateTime.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  const part = (type: string) => parts.get(type as Intl.DateTimeFormatPartTypes) ?? '';
  return `${part('day')}/${part('month')}/${part('year')} ${part('hour')}:${part('minute')}`;
}

/** "05/03/2026 14:07", or "hết ngày 04/03/2026" for midnight, which nobody reads as the end of the day before. */
export function formatDue(instant: string): string {
  const text = formatInstant(instant);
  return text.endsWith(' 00:00') ? `hết ngày ${formatDate(dueDay(new Date(instant)))}` : text;
}

/** "Còn hiệu lực từ 01/07/2025 đến 28/02/2027". */
export function effectivityText(effectivity: Effectivity): string {
  const from = effectivity.from ? ` từ ${formatDate(effectivity.from)}` : '';
  const to = effectivity.to ? ` đến ${formatDate(effectivity.to)}` : '';
  const dated = effectivity.status === 'unknown' ? '' : `${from}${to}`;
  return `${EFFECTIVITY_WORDS[effectivity.status]}${dated}`;
}

/** What a browser calls itself: the first that fits, since most of them name the others too. */
const BROWSERS: readonly [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/coc_coc_browser/i, 'Cốc Cốc'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrom(?:e|ium)\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iPhone, iPad'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** "Chrome trên Android"; a browser that is none of the known ones by the beginning of what it says. */
export function browserWords(userAgent: string | undefined): string {
  if (userAgent === undefined) return 'không rõ trình duyệt';
  const of = (names: readonly [RegExp, string][]) => names.find(([shape]) => shape.test(userAgent))?.[1];
  const [browser, system] = [of(BROWSERS), of(SYSTEMS)];
  if (browser === undefined) return userAgent.slice(0, 40);
  return system === undefined ? browser : `${browser} trên ${system}`;
}

/** Made once: making one takes longer than a table's worth of numbers. */
const FORMATS = [0, 1, 2, 3].map(
  (digits) => new Intl.NumberFormat('vi-VN', { maximumFractionDigits: digits }),
);

/** 1234567.5 → "1.234.567,5". */
export function formatNumber(value: number, digits: 0 | 1 | 2 | 3 = 0): string {
  return FORMATS[digits]!.format(value);
}

/** "Chưa đúng: Nội dung không đúng"; a reason is one of the offered keys, or words of earlier versions. */
export function feedbackText({ verdict, reason }: Pick<Feedback, 'verdict' | 'reason'>): string {
  if (reason === undefined) return VERDICT_WORDS[verdict];
  const words = Object.hasOwn(WRONG_REASONS, reason) ? WRONG_REASONS[reason as WrongReason] : reason;
  return `${VERDICT_WORDS[verdict]}: ${words}`;
}
