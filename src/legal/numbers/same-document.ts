import { findDates } from '../calendar/dates.ts';
import type { DocumentId, IsoDate } from '../model.ts';
import { isSameBody } from './document-identity.ts';
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
 * repeat with each body and each year: then the body must be the same, the day said beside the number must be its day,
 * and nobody replaces or amends what was issued later.
 */
export function isMeant(
  document: Issued & { readonly id: DocumentId; readonly number?: string },
  { sentence, by }: NamingAct,
): boolean {
  if (!document.id.includes('@')) return true;
  if (!isSameBody(document.issuer, by.issuer)) return false;
  const { date } = document;
  if (date === undefined) return true;
  if (by.date !== undefined && by.date < date) return false;
  const days = daysBeside(sentence, document.number);
  return days.length === 0 || days.includes(date);
}

/** "Công văn số 45/STP-HCTP ngày 03/02/2026": the days that stand right behind a number. */
function daysBeside(sentence: string, number: string | undefined): IsoDate[] {
  const found = findDocumentNumbers(sentence);
  return found.flatMap(({ number: { canonical }, span }, i) => {
    if (canonical !== number) return [];
    const after = sentence.slice(span.end, found[i + 1]?.span.start);
    const [day] = findDates(after);
    return day !== undefined && /^[\s,(]*(?:ban hành )?(?:ngày\s*)?$/iu.test(after.slice(0, day.start))
      ? [day.date]
      : [];
  });
}
