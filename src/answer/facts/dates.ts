import type { Fact } from './model.ts';

export interface Taken {
  readonly fact: Fact;
  readonly start: number;
  readonly end: number;
}

const FULL = /(?<!\d)(\d{1,2})\s*(?:[/.-]|thang)\s*(\d{1,2})\s*(?:[/.-]|,?\s*nam)\s*((?:19|20)\d{2})(?!\d)/gu;
const ISO = /(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/gu;
const MONTH = /(?:thang\s*)?(?<![\d/.,-])(\d{1,2})\s*(?:[/-]|,?\s*nam)\s*((?:19|20)\d{2})(?![\d/])/gu;
const DAY = /ngay\s+(\d{1,2})\s*(?:[/-]|thang)\s*(\d{1,2})(?![\d/.-])/gu;
const MONTH_ALONE = /(?<![\p{L}\d] )thang\s+(\d{1,2})(?!\d)/gu;
const YEAR = /(?<![\d/.,-])((?:19|20)\d{2})(?![\d.,]\d|\d)/gu;

const two = (n: string) => n.padStart(2, '0');

/** Dates of folded text, the most exact first; a date implies its month, its year and its day of the year. */
export function datesOf(folded: string, printed: string): Taken[] {
  const taken: Taken[] = [];
  const take = (re: RegExp, key: (m: RegExpExecArray) => string | undefined) => {
    for (const m of folded.matchAll(re)) {
      const k = key(m as RegExpExecArray);
      const [start, end] = [m.index, m.index + m[0].length];
      if (k === undefined || taken.some((t) => start < t.end && t.start < end)) continue;
      taken.push({
        fact: { kind: 'date', text: printed.slice(start, end).trim(), key: `date:${k}` },
        start,
        end,
      });
    }
  };
  const valid = (d: string, m: string) =>
    Number(d) >= 1 && Number(d) <= 31 && Number(m) >= 1 && Number(m) <= 12;
  take(FULL, (m) => (valid(m[1]!, m[2]!) ? `${m[3]}-${two(m[2]!)}-${two(m[1]!)}` : undefined));
  take(ISO, (m) => (valid(m[3]!, m[2]!) ? `${m[1]}-${m[2]}-${m[3]}` : undefined));
  take(MONTH, (m) => (valid('1', m[1]!) ? `${m[2]}-${two(m[1]!)}` : undefined));
  take(DAY, (m) => (valid(m[1]!, m[2]!) ? `--${two(m[2]!)}-${two(m[1]!)}` : undefined));
  take(MONTH_ALONE, (m) => (valid('1', m[1]!) ? `--${two(m[1]!)}` : undefined));
  take(YEAR, (m) => m[1]);
  return taken;
}

/** What a date in a source also supports: 2025-07-01 → 2025-07, 2025, --07-01, --07. */
export function impliedDates(key: string): string[] {
  const date = key.slice('date:'.length);
  const [year, month, day] = date.startsWith('--') ? ['', ...date.slice(2).split('-')] : date.split('-');
  const keys = [key];
  if (year && month) keys.push(`date:${year}-${month}`, `date:${year}`);
  if (month) keys.push(`date:--${month}`);
  if (month && day) keys.push(`date:--${month}-${day}`);
  return keys;
}
