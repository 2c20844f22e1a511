import { citationLabel, printDate } from '../../legal/citation-label.ts';
import { extendsTerm, isDone, reachOf, stopOn } from '../../legal/effectivity/acts.ts';
import { partsNote, stoppedNote } from '../../legal/effectivity/notes.ts';
import type { ChunkId, CitationPath, DocumentId, IsoDate, RelationKind } from '../../legal/model.ts';
import { partsElsewhen } from '../../legal/relations/part-terms.ts';
import { effectivityOf, unitPath } from '../../retrieval/in-force.ts';
import type { ChunkSource, DocumentFacts, IncomingRelation } from '../../retrieval/model.ts';
import { supports } from '../effectivity.ts';
import type { EvidenceUnit, Rewritten } from '../model.ts';
import { CHANGE_WORDS } from '../words.ts';
import { consolidatedWording } from './consolidated.ts';
import { beside, type Entry, without } from './entries.ts';
import { newWording } from './wording.ts';

const KINDS: ReadonlySet<RelationKind> = new Set([
  'amends',
  'replaces',
  'repeals',
  'partly_repeals',
  'suspends',
  'corrects',
]);

/**
 * An article as it reads on the day asked: what has been reworded is taken out and the new wording of the amending
 * document (or, where that is not stored, of the consolidation that has it) put in its place, what has been abolished or suspended is taken out and the sentence that says so put there.
 * So nothing that composes an answer can quote a wording that no longer holds.
 */
export async function currentUnit(
  unit: EvidenceUnit,
  source: ChunkSource,
  asOf: IsoDate,
): Promise<EvidenceUnit> {
  const acts = actsOn(unit, asOf);
  const elsewhen = partsElsewhen(unit.facts.parts ?? [], unitPath(unit.hit.unitId), asOf);
  const stopped = stoppedActs(unit, asOf);
  if (acts.length + elsewhen.length + stopped.length === 0) return unit;
  const acting = await actingOf(acts, source, asOf);
  const own = unit.facts;
  const changes: string[] = [];
  let entries: readonly Entry[] = unit.chunks.map((chunk) => ({ chunk, place: chunk.path }));
  for (const { path } of elsewhen) entries = withoutPart(entries, path, own);
  const told = partsNote(elsewhen);
  if (told !== undefined) changes.push(told);
  changes.push(...stopped.map((act) => stoppedNote(act, stopOn(act, asOf)!)));
  const done: string[] = [];
  for (const act of acts) {
    const by = acting.get(act.byId!);
    const rewords = act.kind === 'amends' || act.kind === 'corrects';
    const consolidated = act.reportedIn !== undefined && rewords;
    const wording = by && (consolidated ? consolidatedWording : newWording)(by.facts, by.chunks, act);
    const label = citationLabel(act.targetPath!, own);
    const again = acts.slice(acts.indexOf(act) + 1).some((later) => takesOver(later, act));
    done.push(
      again
        ? CHANGE_WORDS.before(label, act.kind, act.byNumber, printDate(act.effectiveFrom!))
        : CHANGE_WORDS.changed(label, act.kind, act.byNumber, printDate(act.effectiveFrom!), wording?.kind),
    );
    // Two changes of one part: its consolidated wording stands there already.
    if (consolidated && entries.some((entry) => entry.by?.id === act.byId && samePlace(entry.place, act)))
      continue;
    const { left, taken, at } =
      wording?.kind === 'text' || !rewords ? without(entries, act, own) : beside(entries, act);
    const inserted = (wording?.chunks ?? []).map(
      (chunk, i): Entry => ({
        chunk: {
          ...chunk,
          label: `${chunk.label} (${consolidated ? CHANGE_WORDS.consolidated : CHANGE_WORDS.did[act.kind]} ${label})`,
        },
        place: act.targetPath!,
        by: by!.facts,
        ...(i === 0 && rewords && taken !== '' && { formerly: taken }),
      }),
    );
    entries = [...left.slice(0, at), ...inserted, ...left.slice(at)];
  }
  return {
    ...unit,
    chunks: entries.map(({ chunk }) => chunk),
    // The newest first: it is what holds.
    changes: [...changes, ...done.reverse()],
    rewritten: rewrittenOf(entries),
    standing: new Map(
      entries.map(({ chunk, by, place }) => {
        // What a suspended act speaks of is undecided, whoever worded it before.
        const undecided = stopped.some((act) => reachOf(act, place) !== 'none');
        const of = undecided ? effectivityOf(own, asOf, place) : effectivityOf(by ?? own, asOf, chunk.path);
        return [chunk.id, of] as const;
      }),
    ),
  };
}

function withoutPart(entries: readonly Entry[], targetPath: CitationPath, own: DocumentFacts) {
  return without(entries, { kind: 'suspends', byNumber: '', targetPath }, own).left;
}

/** Whether what a later act changes or ends is all that an earlier one had changed. */
function takesOver(later: IncomingRelation, { targetPath }: IncomingRelation): boolean {
  return (
    later.kind !== 'suspends' &&
    later.kind !== 'corrects' &&
    reachOf({ ...later, kind: 'replaces' }, targetPath!) === 'all'
  );
}

function samePlace(place: CitationPath, { targetPath }: IncomingRelation): boolean {
  return (['phuLuc', 'dieu', 'khoan', 'diem'] as const).every((key) => place[key] === targetPath?.[key]);
}

function actsOn(unit: EvidenceUnit, asOf: IsoDate): IncomingRelation[] {
  return changesOf(unit, asOf).filter((act) => stopOn(act, asOf) === undefined);
}

/** Changes that stand suspended themselves on the day. */
function stoppedActs(unit: EvidenceUnit, asOf: IsoDate): IncomingRelation[] {
  return changesOf(unit, asOf).filter((act) => stopOn(act, asOf) !== undefined);
}

/** Dated changes of parts of this article, in force on the day, the oldest first. */
function changesOf({ facts, hit }: EvidenceUnit, asOf: IsoDate): IncomingRelation[] {
  const place = unitPath(hit.unitId);
  if (facts.kind !== 'official' || place.dieu === undefined) return [];
  return (facts.incoming ?? [])
    .filter(
      (act) =>
        KINDS.has(act.kind) &&
        !extendsTerm(act) &&
        act.targetPath?.dieu !== undefined &&
        isDone(act, asOf) &&
        reachOf(act, place) !== 'none',
    )
    .sort((a, b) => a.effectiveFrom!.localeCompare(b.effectiveFrom!));
}

/** Documents that the reader may not know of have no id here (retrieval/access.ts): their wording stays unknown. */
async function actingOf(acts: readonly IncomingRelation[], source: ChunkSource, asOf: IsoDate) {
  const ids = [...new Set(acts.flatMap(({ byId }) => byId ?? []))];
  const facts = await source.facts(ids);
  const found = new Map<
    DocumentId,
    { facts: DocumentFacts; chunks: Awaited<ReturnType<ChunkSource['documentChunks']>> }
  >();
  for (const [id, one] of facts) {
    // An article that changes others may take effect before the rest of its document.
    const supported = acts.some(
      ({ byId, place }) => byId === id && supports(effectivityOf(one, asOf, place ?? {})),
    );
    if (supported) found.set(id, { facts: one, chunks: await source.documentChunks(id) });
  }
  return found;
}

function rewrittenOf(entries: readonly Entry[]): ReadonlyMap<ChunkId, Rewritten> {
  return new Map(
    entries.flatMap(({ chunk, place, by, formerly }) =>
      by === undefined
        ? []
        : [[chunk.id, { facts: by, place, ...(formerly !== undefined && { formerly }) }] as const],
    ),
  );
}
