import { atOnce, type Steps } from '../steps.ts';
import { type Bm25Parameters, type FieldStatistics, norms, statistics } from './bm25.ts';
import { allNamesNorms, idfTotals, type NameField } from './name-scores.ts';
import { type Scratch, scratchFor } from './scratch.ts';
import { FIELDS, type Field, type Segment } from './segment.ts';
import { blockSteps, type UnitBlocks } from './unit-blocks.ts';
import type { Searched } from './unit-scores.ts';

/** k1 and b measured on the development questions (docs/evaluation.md). */
export const PARAMETERS: Readonly<Record<Field, { entry: Bm25Parameters; group: Bm25Parameters }>> = {
  body: { entry: { k1: 0.6, b: 0.5 }, group: { k1: 0.8, b: 0.5 } },
  title: { entry: { k1: 0.6, b: 0.5 }, group: { k1: 0.6, b: 0.5 } },
  asked: { entry: { k1: 0.6, b: 0.5 }, group: { k1: 0.6, b: 0.5 } },
};

/** A segment in service. */
export interface Live {
  readonly segment: Segment;
  /** 1 for each document that was not removed. */
  readonly alive: Uint8Array;
  /** Made at the first search unless they came with the segment. */
  blocks?: SegmentBlocks;
  /** Made at the first search. */
  scratch?: Scratch;
}

/** Blocks of texts, and of everyday names. */
export interface SegmentBlocks {
  readonly body: UnitBlocks;
  readonly asked: UnitBlocks;
}

/** Blocks for a segment that is about to join others with this mean length. */
export function* blocksFor(
  { fields }: Segment,
  meanLength: number,
  asked?: UnitBlocks,
): Steps<SegmentBlocks> {
  const own = statistics([fields.body]).averageEntryLength;
  return {
    body: yield* blockSteps(fields.body, PARAMETERS.body.entry, Math.max(meanLength, own)),
    // Of these only whole units are scored: their bounds do not age.
    asked: asked ?? (yield* blockSteps(fields.asked, PARAMETERS.asked.entry, 0)),
  };
}

/** The segments ready to be searched, with what is counted over all of them. */
export interface Searchable {
  readonly stats: Readonly<Record<Field, FieldStatistics>>;
  readonly segments: readonly Searched[];
}

/** Norms anew, blocks only where the mean length has grown beyond what they were made for. */
export function prepare(live: readonly Live[]): Searchable {
  const postings = (field: Field) => live.map((l) => l.segment.fields[field]);
  const stats = Object.fromEntries(FIELDS.map((f) => [f, statistics(postings(f))])) as Record<
    Field,
    FieldStatistics
  >;
  const titles = postings('title');
  const mean = stats.body.averageEntryLength;
  const segments = live.map((l, place): Searched => {
    const { segment, alive } = l;
    const normsOf = (f: Field) =>
      norms(segment.fields[f], stats[f], PARAMETERS[f].entry, PARAMETERS[f].group);
    if (l.blocks === undefined || l.blocks.body.validUpTo < mean)
      l.blocks = atOnce(blocksFor(segment, mean, l.blocks?.asked));
    const body = { postings: segment.fields.body, blocks: l.blocks.body, norms: normsOf('body'), place };
    const names = { title: normsOf('title'), asked: normsOf('asked') };
    const totals = (f: NameField) => idfTotals(segment.fields[f], titles, stats.title.entries);
    const nameTotals = {
      all: l.blocks.asked,
      norm: allNamesNorms(segment.fields.asked),
      idf: { title: totals('title'), asked: totals('asked') },
    };
    l.scratch ??= scratchFor(segment);
    return { segment, alive, body, names, nameTotals, scratch: l.scratch };
  });
  return { stats, segments };
}
