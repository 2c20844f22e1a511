import { addDays } from '../calendar/dates.ts';
import type { CitationPath, Effectivity, IsoDate, RelationKind } from '../model.ts';
import { parseDocumentNumber } from '../numbers/document-number.ts';
import { partsElsewhen, termAt } from '../relations/part-terms.ts';
import { extendsTerm, extensionOf, isDone, type Reach, reachOf, stopOn } from './acts.ts';
import type { ActingRelation, EffectFacts, EndedBasis } from './facts.ts';
import {
  basisNote,
  endedNote,
  endNote,
  extendedNote,
  laterNote,
  partlyNote,
  partsNote,
  retroactiveNote,
  startNote,
  stoppedNote,
  summaryNote,
  sunsetNote,
  suspendedNote,
  vaguelyAmendedNote,
} from './notes.ts';

export type { ActingRelation, EffectFacts, EndedBasis };
/**
 * Effectivity of one part of a document (empty path: of the whole) on a day, Law 64/2025/QH15, Điều 53 and 57: it
 * begins on its day; it ends by its own term, by replacement or abolition, wholly or for the parts named; it may be
 * suspended. What the data does not decide is `unknown` with the reason, never guessed. `note` is for people.
 */
export function effectivityOn(facts: EffectFacts, path: CitationPath, date: IsoDate): Effectivity {
  const incoming = facts.incoming ?? [];
  const part = termAt(facts.parts ?? [], path);
  const from = part?.from ?? startOf(facts);
  const own = facts.effectiveTo ?? facts.sunset?.until;
  const extended = extensionOf(incoming, path, own, date);
  const to = earlier(part?.to, extended?.until ?? own);
  const dates = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  if (from !== undefined && date < from) return { status: 'not_yet', ...dates, note: startNote(from, part) };
  if (from === undefined && facts.date !== undefined && date < facts.date) {
    // What a summary says was not made by the day it was written; how old it is, it does not tell.
    return facts.ownWords && date >= (facts.notBefore ?? facts.date)
      ? { status: 'unknown', ...dates, note: summaryNote(facts.date) }
      : { status: 'not_yet', ...dates, note: laterNote(facts.date, facts.ownWords) };
  }
  if (to !== undefined && date > to) return { status: 'expired', ...dates, note: endNote(facts, to) };
  const acted = actedOn(incoming, path, date);
  if (acted !== undefined) return withDates(acted, dates);
  const basis = facts.basisEnded?.find((b) => b.endedOn === undefined || b.endedOn <= date);
  if (basis !== undefined) return { status: 'unknown', ...dates, note: basisNote(basis) };
  const note =
    (extended && extendedNote(extended)) ??
    sunsetNote(facts, to, date) ??
    retroactiveNote(facts, part, date) ??
    amendedNote(incoming, path, date) ??
    partsNote(partsElsewhen(facts.parts ?? [], path, date));
  return {
    status: from === undefined ? 'unknown' : 'in_force',
    ...dates,
    ...(note !== undefined && { note }),
  };
}

function earlier(a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

/** The day a document takes effect, where it is known. An administrative one says nothing of its effect; it counts from
 * its day by practice. */
export function startOf({
  effectiveFrom,
  number,
  date,
}: Pick<EffectFacts, 'effectiveFrom' | 'number' | 'date'>): IsoDate | undefined {
  if (effectiveFrom !== undefined) return effectiveFrom;
  const parsed = number === undefined ? undefined : parseDocumentNumber(number);
  return parsed?.complete && !parsed.normative && !parsed.identifies ? date : undefined;
}

/** A text abolished before its day was never in force: it has no days. */
function withDates(acted: Effectivity, dates: { from?: IsoDate; to?: IsoDate }): Effectivity {
  const all = { ...dates, ...acted };
  if (all.to === undefined || all.from === undefined || all.to >= all.from) return all;
  const { from: _, to: __, ...never } = all;
  return never;
}

/** The gravest thing done by that day: ended, suspended, ended in part; an act without a known day leaves it unknown. */
function actedOn(
  incoming: readonly ActingRelation[],
  path: CitationPath,
  date: IsoDate,
): Effectivity | undefined {
  const acts = incoming
    .filter((relation) => !extendsTerm(relation) && !hasItsParts(relation, incoming))
    .map((relation) => ({ relation, reach: reachOf(relation, path) }))
    .filter(({ reach }) => reach !== 'none');
  const done = acts.filter(({ relation }) => isDone(relation, date));
  const stopped = done.find(
    ({ relation, reach }) =>
      stopOn(relation, date) !== undefined && relation.kind !== 'corrects' && isFelt(relation, reach),
  )?.relation;
  if (stopped !== undefined) return { status: 'unknown', note: stoppedNote(stopped, stopOn(stopped, date)!) };
  const ended = done.find(({ relation, reach }) => reach === 'all' && ENDS.has(relation.kind))?.relation;
  if (ended !== undefined) {
    return { status: 'expired', to: addDays(ended.effectiveFrom!, -1), note: endedNote(ended) };
  }
  const suspended = done.find(
    ({ relation, reach }) => reach === 'all' && relation.kind === 'suspends',
  )?.relation;
  if (suspended !== undefined)
    return {
      status: 'suspended',
      note: suspendedNote(suspended),
    };
  const [partly] = done
    .filter(({ relation, reach }) => isPartial(relation, reach))
    .map(({ relation }) => relation)
    .sort((a, b) => b.effectiveFrom!.localeCompare(a.effectiveFrom!));
  if (partly !== undefined) return { status: 'partly_expired', note: partlyNote(partly) };
  const undated = acts.find(
    ({ relation, reach }) =>
      relation.effectiveFrom === undefined &&
      reach === 'all' &&
      (ENDS.has(relation.kind) || relation.kind === 'suspends'),
  )?.relation;
  if (undated !== undefined)
    return {
      status: 'unknown',
      note: `${undated.byNumber} thay thế, bãi bỏ hoặc ngưng hiệu lực nội dung này nhưng chưa rõ từ ngày nào.`,
    };
  return undefined;
}

function isFelt(relation: ActingRelation, reach: Reach): boolean {
  return reach === 'all' || isPartial(relation, reach);
}

/** "Bãi bỏ một số quy định của …": the same document says which in its articles. */
function hasItsParts(
  { kind, targetPath, byNumber }: ActingRelation,
  all: readonly ActingRelation[],
): boolean {
  if (kind !== 'partly_repeals' || targetPath !== undefined) return false;
  return all.some(
    (other) => other.byNumber === byNumber && other.kind === kind && other.targetPath !== undefined,
  );
}

const ENDS: ReadonlySet<RelationKind> = new Set(['replaces', 'repeals', 'partly_repeals']);

/** Abolished in part below the part asked about, or reworded by an amendment of a named part. */
function isPartial({ kind, targetPath }: ActingRelation, reach: Reach): boolean {
  if (kind === 'amends') return targetPath !== undefined;
  return reach === 'some' && (ENDS.has(kind) || kind === 'suspends');
}

/** A document amended as a whole, without a word on which parts: the reader is told to compare. */
function amendedNote(
  incoming: readonly ActingRelation[],
  path: CitationPath,
  date: IsoDate,
): string | undefined {
  const amended = incoming.filter(
    (r) =>
      r.kind === 'amends' &&
      r.until === undefined &&
      r.targetPath === undefined &&
      (r.effectiveFrom ?? date) <= date,
  );
  const vague = amended.filter(
    (r) => !incoming.some((other) => other.byNumber === r.byNumber && other.targetPath !== undefined),
  );
  if (vague.length > 0) return vaguelyAmendedNote(vague);
  const corrected = incoming.find(
    (r) => r.kind === 'corrects' && reachOf(r, path) !== 'none' && (r.effectiveFrom ?? date) <= date,
  );
  return corrected === undefined ? undefined : `Có đính chính tại ${corrected.byNumber}.`;
}
