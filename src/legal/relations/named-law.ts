import { findDates } from '../calendar/dates.ts';
import { printDate } from '../citation-label.ts';
import type { IsoDate } from '../model.ts';
import { plainWords } from '../text.ts';

/** A law told by its name and day, without its number, as grounds of decrees do. */
export interface NamedLaw {
  /** "Luật Hộ tịch". */
  readonly name: string;
  readonly date: IsoDate;
}

/** A name has no figures; with "số …" in it the law is known by its number. */
const NAMED =
  /(?<!\p{L})((?:Bộ luật|Luật|Pháp lệnh)\s+(?!này|số|sau)[\p{L}\s,-]{2,200}?)\s+(?:được Quốc hội thông qua\s+)?(?=ngày\s+\d{1,2}\s*(?:tháng|[/.-]))/gu;
const TARGET = /^(.+) ngày (\d{1,2})\/(\d{1,2})\/(\d{4})$/u;

/** "Luật Hộ tịch ngày 20 tháng 11 năm 2014", in order. */
export function findNamedLaws(text: string): NamedLaw[] {
  const flat = text.replace(/\s+/gu, ' ');
  return [...flat.matchAll(NAMED)].flatMap((m) => {
    const day = findDates(flat.slice(m.index + m[0].length, m.index + m[0].length + 40))[0];
    return day === undefined || day.start > 6 ? [] : [{ name: m[1]!.trim(), date: day.date }];
  });
}

/** Target of a relation to such a law, until the store knows its number: "Luật Hộ tịch ngày 20/11/2014". */
export function namedTarget({ name, date }: NamedLaw): string {
  return `${name} ngày ${printDate(date)}`;
}

/** The law a target names by name and day; undefined for a document number. */
export function readNamedTarget(target: string): NamedLaw | undefined {
  const m = TARGET.exec(target);
  return m === null
    ? undefined
    : { name: m[1]!, date: `${m[4]}-${m[3]!.padStart(2, '0')}-${m[2]!.padStart(2, '0')}` };
}

/** Whether a stored document is the law so named: laws are cited by the day they were passed; capitals differ. */
export function isNamedLaw(
  { name, date }: NamedLaw,
  document: { readonly title: string; readonly date?: IsoDate },
): boolean {
  return document.date === date && plainWords(document.title, 'kept') === plainWords(name, 'kept');
}
