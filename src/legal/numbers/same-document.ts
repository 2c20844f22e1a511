import { findDates } from '../calendar/dates.ts';
import type { DocumentId, IsoDate } from '../model.ts';
import { PROVINCES } from '../units/provinces.ts';
import { isSameBody, isSuccessorBody, territoryOf } from './document-identity.ts';
import { findDocumentNumbers } from './document-number.ts';

interface Issued {
  readonly issuer?: string;
  readonly date?: IsoDate;
}

/** A sentence of one document that says what it does to another, which it names by number. */
export interface NamingAct {
  readonly sentence: string;
  readonly by: Issued;
}

/**
 * Whether the document that an act names by number is this stored one. A number that one text alone has decides; others
 * repeat with each body and each year: then the body must be the same, or the one whose province took in the other, the
 * province and the day said beside the number must be its own, and nobody replaces or amends what was issued later.
 */
export function isMeant(
  document: Issued & { readonly id: DocumentId; readonly number?: string },
  { sentence, by }: NamingAct,
): boolean {
  if (!document.id.includes('@')) return true;
  const { date, issuer, number } = document;
  const beside = wordsBeside(sentence, number);
  const days = beside.flatMap(dayOf);
  const whose = beside.flatMap(provinceOf);
  const own = isSameBody(issuer, by.issuer);
  if (!own && !isSuccessorBody(by.issuer, issuer)) return false;
  if (whose.length > 0 && !whose.includes(territoryOf(issuer ?? '') ?? '')) return false;
  // Two provinces now one had the same numbers: whose is meant must be said, by name or by its day.
  if (!own && whose.length === 0 && days.length === 0) return false;
  if (date === undefined) return true;
  if (by.date !== undefined && by.date < date) return false;
  return days.length === 0 || days.includes(date);
}

/** What stands behind each mention of a number, up to the next number. */
function wordsBeside(sentence: string, number: string | undefined): string[] {
  const found = findDocumentNumbers(sentence);
  return found.flatMap(({ number: { canonical }, span }, i) =>
    canonical === number ? [sentence.slice(span.end, found[i + 1]?.span.start)] : [],
  );
}

/** "Công văn số 45/STP-HCTP ngày 03/02/2026": the day right behind a number. */
function dayOf(beside: string): IsoDate[] {
  const [day] = findDates(beside);
  return day !== undefined && /^[\s,(]*(?:ban hành )?(?:ngày\s*)?$/iu.test(beside.slice(0, day.start))
    ? [day.date]
    : [];
}

/** "của Ủy ban nhân dân tỉnh Quảng Nam" behind a number: whose it is. */
const WHOSE = new RegExp(
  `(?:Ủy ban nhân dân|UBND|Hội đồng nhân dân|HĐND)\\s+((?:tỉnh|thành phố)\\s+(?:${[...PROVINCES]
    .sort((a, b) => b.length - a.length)
    .join('|')}))(?!\\p{L})`,
  'iu',
);

function provinceOf(beside: string): string[] {
  const place = territoryOf(WHOSE.exec(beside)?.[1] ?? '');
  return place === undefined ? [] : [place];
}
