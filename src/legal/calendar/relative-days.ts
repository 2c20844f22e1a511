import type { IsoDate } from '../model.ts';
import { addDays, addMonths, isoDate } from './dates.ts';

/** A day told from today's, or by what changed then; `start`, `end` point into the folded text. */
export interface RelativeDay {
  readonly date: IsoDate;
  readonly start: number;
  readonly end: number;
}

/** What makes it the day of a dossier: "hồ sơ nộp năm ngoái", not "thuê đất năm ngoái". */
const DOSSIER = /(?<!\p{L})(?:ho so|hs|nop|nhan|tiep nhan|thu ly|quy dinh|ap dung)(?!\p{L})/u;

/** The first day of local government in two levels (Law 72/2025/QH15). */
export const TWO_LEVELS_SINCE: IsoDate = '2025-07-01';
const LAST_OF_DISTRICTS = addDays(TWO_LEVELS_SINCE, -1);

const firstOfMonth = (today: IsoDate): IsoDate => `${today.slice(0, 8)}01`;
const WORDS: readonly (readonly [pattern: string, day: (today: IsoDate) => IsoDate])[] = [
  ['hom qua', (today) => addDays(today, -1)],
  ['hom kia', (today) => addDays(today, -2)],
  ['tuan truoc|tuan roi', (today) => addDays(today, -7)],
  ['thang truoc|thang roi', (today) => addDays(firstOfMonth(today), -1)],
  ['nam ngoai|nam roi|nam truoc', (today) => `${Number(today.slice(0, 4)) - 1}-12-31`],
  [
    'truoc khi (?:(?:co|to chuc|thuc hien|chuyen sang|len) )*(?:mo hinh )?(?:chinh quyen (?:dia phuong )?)?(?:2|hai) cap|(?:hoi|luc|khi) con (?:cap )?huyen',
    () => LAST_OF_DISTRICTS,
  ],
];
/** "hồ sơ nhận hồi tháng 4": the last such month that is over. */
const MONTH =
  /(?<=(?:hoi|nhan|nop|ho so|hs) (?:tu |vao |trong |hoi )*)thang (\d{1,2})(?![\d/.-]|\s*(?:nam\s*)?\d{4})/gu;

/** Relative days of dossiers and rules; a month or year stands for its last day. `folded`: in small letters without marks. */
export function relativeDays(folded: string, today: IsoDate): RelativeDay[] {
  const told = WORDS.flatMap(([pattern, day]) =>
    [...folded.matchAll(new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'gu'))].map((m) => ({
      date: day(today),
      start: m.index,
      end: m.index + m[0].length,
    })),
  );
  const months = [...folded.matchAll(MONTH)].flatMap((m) => {
    const date = lastOver(Number(m[1]), today);
    return date === undefined ? [] : [{ date, start: m.index, end: m.index + m[0].length }];
  });
  return [...told, ...months].filter(
    ({ date, start }) => date === LAST_OF_DISTRICTS || start === 0 || DOSSIER.test(folded.slice(0, start)),
  );
}

function lastOver(month: number, today: IsoDate): IsoDate | undefined {
  const year = Number(today.slice(0, 4));
  return [year, year - 1]
    .map((one) => isoDate(one, month, 1))
    .map((first) => first && addDays(addMonths(first, 1), -1))
    .find((last) => last !== undefined && last < today);
}
