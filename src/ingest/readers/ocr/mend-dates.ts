/** A date in words whose figures may be misread; what stands between is printed in every document alike. */
const DATE = /(?<=(?:^|\s)ngày\s+)(\S{1,3})(\s+tháng\s+)(\S(?:\s?\S){0,2})(\s+năm\s+)(\S{4})(?![\p{L}\d])/giu;
/** Slanting figures and what they are read as. */
const FIGURES: Readonly<Record<string, string>> = {
  I: '1',
  J: '1',
  l: '1',
  '|': '1',
  '!': '1',
  ']': '1',
  ó: '6',
  Ó: '6',
  O: '0',
  o: '0',
};

/**
 * Puts right the figures of dates in recognised text ("ngày 3] tháng 12 năm 2020", "ngày J5 tháng I I năm 202]"), where
 * the result is a day of the calendar. A lone "I" for a month may be 1 or half of 11 and stays. Returns the figures that were
 * put right, for a person is to look at them.
 */
export function mendDates(text: string): { text: string; figures: string[] } {
  const figures: string[] = [];
  const mended = text.replace(
    DATE,
    (whole, day: string, months: string, month: string, years: string, year: string) => {
      const [d, m, y] = [figure(day, 2), figure(month, 2), figure(year, 4)];
      const lone = !/\d/.test(month) && month.length === 1 && m === '1';
      if (lone || !isDay(Number(d), Number(m), Number(y))) return whole;
      const changed = [day, month, year].flatMap((read, i) => (read === [d, m, y][i] ? [] : [[d, m, y][i]!]));
      figures.push(...changed);
      return `${d}${months}${m}${years}${y}`;
    },
  );
  return { text: mended, figures };
}

/** The figure meant, no longer than `most`: a bracket behind a whole one is nothing ("11]"). */
function figure(read: string, most: number): string {
  const digits = [...read.replace(/\s/g, '')].map((sign) => FIGURES[sign] ?? sign).join('');
  return digits.slice(0, most);
}

function isDay(day: number, month: number, year: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 1900 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
