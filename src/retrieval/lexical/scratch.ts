import type { Segment } from './segment.ts';

/** Scores that some terms give a segment. */
export interface PassScores {
  readonly record: Float32Array;
  readonly bound: Float32Array;
  readonly title: Float32Array;
  readonly asked: Float32Array;
  readonly chunk: Float32Array;
}

/** What the question has of the names: summed idf of each unit's own name, and the share of its best everyday name. */
export interface NamesMet {
  readonly title: Float64Array;
  readonly asked: Float64Array;
}

/** Arrays that a question is scored in, kept with the segment: fresh memory for each question costs more than the
 * scoring itself. A question is scored in one go, so one set serves them all. */
export interface Scratch {
  readonly own: PassScores;
  readonly extra: PassScores;
  /** One for each everyday name. */
  readonly entries: Float32Array;
  readonly names: NamesMet & { readonly entries: Float64Array; readonly all: Float64Array };
  /** What each unit can score at most. */
  readonly bounds: Float32Array;
  readonly choice: Choice;
}

/** Units chosen to be scored, and room for their blocks in one posting list. */
export interface Choice {
  /** In ascending order; the first `count` count. */
  readonly chosen: Uint32Array;
  readonly isChosen: Uint8Array;
  readonly met: Uint32Array;
  count: number;
}

export function scratchFor({ units, chunkIds, fields }: Segment): Scratch {
  const count = units.length;
  const pass = (): PassScores => ({
    record: new Float32Array(count),
    bound: new Float32Array(count),
    title: new Float32Array(count),
    asked: new Float32Array(count),
    chunk: new Float32Array(chunkIds.length),
  });
  return {
    own: pass(),
    extra: pass(),
    entries: new Float32Array(fields.asked.lengths.length),
    names: {
      title: new Float64Array(count),
      asked: new Float64Array(count),
      entries: new Float64Array(fields.asked.lengths.length),
      all: new Float64Array(count),
    },
    bounds: new Float32Array(count),
    choice: {
      chosen: new Uint32Array(count),
      isChosen: new Uint8Array(count),
      met: new Uint32Array(count + 1),
      count: 0,
    },
  };
}

export function cleared({ record, bound, title, asked, chunk }: PassScores): PassScores {
  return {
    record: record.fill(0),
    bound: bound.fill(0),
    title: title.fill(0),
    asked: asked.fill(0),
    chunk: chunk.fill(0),
  };
}
