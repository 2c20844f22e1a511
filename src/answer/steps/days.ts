import { addDays } from '../../legal/calendar/dates.ts';
import { citationLabel, printDate } from '../../legal/citation-label.ts';
import type { IsoDate } from '../../legal/model.ts';
import { shortened } from '../../legal/text.ts';
import type { Hit } from '../../retrieval/model.ts';
import type { AnswerSection, Draft } from '../model.ts';
import { CHANGE_WORDS, DAY_WORDS } from '../words.ts';
import { receiptLines } from './receipt.ts';
import type { Step, Work } from './step.ts';

/** A change of the law this near may make the day of receipt decide which text applies. */
const NEAR_DAYS = 60;
/** Hits whose text may be the other side of a change; further down they are about something else. */
const TOP = 3;
/** Characters shown of an older wording. */
const FORMER_CHARS = 320;

/** Says which day's rules an answer gives, and where a change of the law lies near, asks for the day of receipt. */
export const days: Step = async (work, { source }) => {
  const { draft } = work;
  if (draft === undefined || work.standing || !/^(?:answered|partial)$/.test(draft.status)) return work;
  const receipt = await receiptLines(work, draft, source);
  const { dayNamed, asOf } = work.request;
  const lines = [
    ...replaced(work),
    ...formerly(work, draft),
    ...(dayNamed ? dayGiven(asOf, draft) : receipt.length > 0 ? [] : nearChange(work, draft)),
    ...receipt,
  ];
  return lines.length === 0 ? work : { ...work, draft: withCautions(draft, lines) };
};

function replaced({ replaced: r }: Work): string[] {
  return r === undefined ? [] : [DAY_WORDS.replaced(r.name, r.by, printDate(r.from))];
}

/** The older wording of what is cited, marked as such. */
function formerly({ evidence }: Work, { citations }: Draft): string[] {
  const cited = new Set(citations.map(({ chunkId }) => chunkId));
  return (evidence?.units ?? []).flatMap((unit) =>
    [...(unit.rewritten ?? [])].flatMap(([id, { facts, place, formerly: old }]) =>
      cited.has(id) && old !== undefined && facts.effectiveFrom !== undefined
        ? [
            CHANGE_WORDS.formerly(
              citationLabel(place, unit.facts),
              printDate(facts.effectiveFrom),
              shortened(old.replace(/\s+/g, ' '), FORMER_CHARS),
            ),
          ]
        : [],
    ),
  );
}

function dayGiven(asOf: IsoDate, { citations }: Draft): string[] {
  if (citations.length === 0) return [];
  const dated = citations.some(({ effectivity: { status } }) => status !== 'unknown');
  if (dated) return [DAY_WORDS.asOf(printDate(asOf))];
  // What a source's own note says is not said twice.
  return citations.every(({ effectivity: { note } }) => note !== undefined)
    ? []
    : [DAY_WORDS.undated(printDate(asOf))];
}

function nearChange({ request: { asOf }, retrieval }: Work, { citations }: Draft): string[] {
  const begun = citations.find(
    ({ effectivity: { from } }) => from !== undefined && from <= asOf && from > addDays(asOf, -NEAR_DAYS),
  );
  if (begun !== undefined)
    return [
      DAY_WORDS.justBegun(begun.documentNumber ?? begun.documentTitle, printDate(begun.effectivity.from!)),
    ];
  const coming = (retrieval?.hits ?? []).slice(0, TOP).find((hit) => begins(hit, asOf));
  return coming === undefined
    ? []
    : [DAY_WORDS.coming(coming.documentNumber ?? coming.documentTitle, printDate(coming.effectivity.from!))];
}

function begins({ effectivity: { status, from } }: Hit, asOf: IsoDate): boolean {
  return status === 'not_yet' && from !== undefined && from <= addDays(asOf, NEAR_DAYS);
}

/** With the other cautions where there are some. */
export function withCautions(draft: Draft, lines: readonly string[]): Draft {
  const at = draft.sections.findIndex(({ role, heading }) => role === 'caution' && heading !== undefined);
  const sections: AnswerSection[] =
    at < 0
      ? [...draft.sections, { role: 'caution', heading: 'Lưu ý', lines }]
      : draft.sections.map((section, i) =>
          i === at ? { ...section, lines: [...lines, ...section.lines] } : section,
        );
  return { ...draft, sections };
}
