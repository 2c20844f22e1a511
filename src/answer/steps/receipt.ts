import { addDays } from '../../legal/calendar/dates.ts';
import { citationLabel, printDate } from '../../legal/citation-label.ts';
import { coversReceipt } from '../../legal/effectivity/transitional.ts';
import type { DocumentId, IsoDate } from '../../legal/model.ts';
import { shortened } from '../../legal/text.ts';
import type { ChunkSource, DocumentFacts } from '../../retrieval/model.ts';
import type { Draft } from '../model.ts';
import { DAY_WORDS } from '../words.ts';
import type { Work } from './step.ts';

/** Dossiers received under the older text are still at hand for about so many days. */
const LINGER_DAYS = 180;
/** A sentence longer than this is cut at a word. */
const LONGEST = 420;

/**
 * What transitional clauses say beside an answer near a change of the law: of a cited text that took effect lately, and
 * of texts that changed a cited one after the day asked about. Where the day of receipt was not named, it is asked for.
 */
export async function receiptLines(work: Work, draft: Draft, source: ChunkSource): Promise<string[]> {
  const { asOf, dayNamed } = work.request;
  const cited = citedFacts(work, draft);
  const begun = cited.filter(
    ({ effectiveFrom: from }) => from !== undefined && from <= asOf && from > addDays(asOf, -LINGER_DAYS),
  );
  const later = await changingLater(cited, asOf, dayNamed ? undefined : addDays(asOf, LINGER_DAYS), source);
  if (!dayNamed) return [...begun, ...later].flatMap((facts) => clauseLine(facts, 'ask')).slice(0, 1);
  return later
    .flatMap((facts) => clauseLine(facts, 'told', asOf))
    .concat(begun.flatMap((facts) => clauseLine(facts, 'told')))
    .slice(0, 2);
}

function citedFacts({ evidence }: Work, { citations }: Draft): DocumentFacts[] {
  const cited = new Set(citations.map(({ chunkId }) => chunkId));
  const facts = (evidence?.units ?? []).flatMap((unit) =>
    unit.chunks.some(({ id }) => cited.has(id))
      ? [
          unit.facts,
          ...[...(unit.rewritten ?? [])].flatMap(([id, { facts: by }]) => (cited.has(id) ? [by] : [])),
        ]
      : [],
  );
  return [...new Map(facts.map((one) => [one.id, one])).values()];
}

/** Texts that replace or change what is cited, from a day after the one asked about on. */
async function changingLater(
  cited: readonly DocumentFacts[],
  asOf: IsoDate,
  until: IsoDate | undefined,
  source: ChunkSource,
): Promise<DocumentFacts[]> {
  const ids = cited
    .flatMap(({ incoming = [] }) => incoming)
    .filter(
      ({ effectiveFrom, byId, reportedIn }) =>
        byId !== undefined &&
        reportedIn === undefined &&
        effectiveFrom !== undefined &&
        effectiveFrom > asOf &&
        (until === undefined || effectiveFrom <= until),
    )
    .map(({ byId }) => byId as DocumentId);
  return [...(await source.facts([...new Set(ids)])).values()];
}

function clauseLine(facts: DocumentFacts, how: 'ask' | 'told', received?: IsoDate): string[] {
  const { effectiveFrom: from, transitional = [] } = facts;
  const fitting = transitional.filter((clause) => received === undefined || coversReceipt(clause, received));
  const dossiers = fitting.filter(({ begun }) => !begun);
  const clause = dossiers.find(({ rule }) => rule !== 'stated') ?? dossiers[0] ?? fitting[0];
  if (clause === undefined || from === undefined) return [];
  return [
    DAY_WORDS.transitional(
      citationLabel({ ...(clause.path.dieu !== undefined && { dieu: clause.path.dieu }) }, facts),
      printDate(from),
      shortened(clause.sentence, LONGEST),
      clause,
      how === 'ask',
    ),
  ];
}
