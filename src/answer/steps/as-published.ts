import { TWO_LEVELS_SINCE } from '../../legal/calendar/relative-days.ts';
import { printDate } from '../../legal/citation-label.ts';
import type { IsoDate } from '../../legal/model.ts';
import { findDocumentNumbers } from '../../legal/numbers/document-number.ts';
import type { AnswerSection, EvidenceUnit } from '../model.ts';
import { DAY_WORDS } from '../words.ts';
import type { Step, Work } from './step.ts';

/** A procedure is published as it is done now, without the day it is done so since. Asked for a day when it cannot have
 * been done so, what it says is told as such before anything else, and is no whole answer. */
export const asPublished: Step = (work) => {
  const { draft } = work;
  const { asOf, dayNamed } = work.request;
  if (!dayNamed || draft === undefined || !/^(?:answered|partial)$/.test(draft.status)) return work;
  const units = publishedUndated(work);
  if (units.length === 0) return work;
  const later = laterTexts(units, asOf);
  if (later.length === 0 && asOf >= TWO_LEVELS_SINCE) return work;
  const told: AnswerSection = { role: 'caution', lines: [DAY_WORDS.notThen(printDate(asOf), later)] };
  return { ...work, draft: { ...draft, status: 'partial', sections: [told, ...draft.sections] } };
};

/** The cited procedures that do not say since when they are done so. */
function publishedUndated({ draft, evidence }: Work): EvidenceUnit[] {
  const cited = new Set(draft?.citations.map(({ documentId }) => documentId));
  return (evidence?.units ?? []).filter(
    ({ facts }) => facts.kind === 'procedure' && facts.effectiveFrom === undefined && cited.has(facts.id),
  );
}

/** Texts that a procedure rests on, issued in a year after that of the day. */
function laterTexts(units: readonly EvidenceUnit[], asOf: IsoDate): string[] {
  const named = units.flatMap(({ chunks }) => chunks.flatMap(({ text }) => findDocumentNumbers(text)));
  const later = named.filter(({ number: { year } }) => year !== undefined && year > asOf.slice(0, 4));
  return [...new Set(later.map(({ number }) => number.canonical))];
}
