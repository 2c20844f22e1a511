import { INSTEAD, OFFICIAL_IN_ASKED } from './all-names.ts';
import type { BestOf } from './best-of.ts';
import { ROUNDING, type Scored, scoreChunks, scoreUnits } from './block-scores.ts';
import { accumulateEntries, type Norms, type QueryTerm, type WeightedTerm } from './bm25.ts';
import { nameFit, nameFitAtMost } from './name-precision.ts';
import {
  coverAt,
  meetNames,
  type NameField,
  type NamesQuery,
  type NameTotals,
  scoreAllNames,
  type WeightedNames,
} from './name-scores.ts';
import { type Choice, cleared, type PassScores, type Scratch } from './scratch.ts';
import type { Field, Segment } from './segment.ts';

/** A unit with its raw scores, before any combination. */
export interface UnitScores {
  /** The part of the index it is in, which never changes: the index may be added to while a question is answered. */
  readonly segment: Segment;
  readonly unit: number;
  /** Best chunk's BM25, and that chunk. */
  readonly chunk: number;
  readonly bestChunk: number;
  /** BM25 of the unit taken as one text. */
  readonly record: number;
  /** BM25 of the unit's official name. */
  readonly title: number;
  /** Best BM25 among its everyday names and the questions people ask of it. */
  readonly asked: number;
  /** Weighted sum of chunk, record and the better of name and asked, times the prior. */
  readonly sum: number;
  /** BM25 of all everyday names as one text; of documents with names only. */
  readonly allNames: number;
  /** Factor by which the best name fits the question; 1 for documents without names. */
  readonly nameFit: number;
  /** The sum with all names together, times the fit of the best. */
  readonly score: number;
}

/** What the parts of a unit's score count in one document; none is negative. */
export interface UnitWeights {
  readonly chunk: number;
  readonly record: number;
  readonly title: number;
  readonly asked: number;
  /** Of official words beside those that were typed. */
  readonly official: number;
  /** Factor on the sum, whatever the question. */
  readonly prior: number;
  /** Whether all everyday names count together, and whether the best name is compared with the question as well: only a
   * procedure is one variant of many; an article's heading stands in its text. */
  readonly names: 'compared' | 'counted' | 'none';
}

/** A question ready to be scored. */
export interface LexicalQuery {
  /** Typed terms for texts and for names. */
  readonly body: readonly QueryTerm[];
  readonly title: readonly QueryTerm[];
  /** For everyday names and questions kept beside a document. */
  readonly asked: readonly QueryTerm[];
  /** Official words for everyday ones that were typed. */
  readonly official: readonly QueryTerm[];
  /** Absent: names are scored like texts, and not compared. */
  readonly names?: NamesQuery;
  /** Of a segment's documents by their place in it. Undefined: the asker may not see the document. */
  readonly weightsIn: (segment: Segment) => readonly (UnitWeights | undefined)[];
  /** Weighs chunks by their part of a procedure record (index as in Segment.chunkPart). */
  readonly chunkFactor?: Float32Array;
}

/** A segment ready to be searched. */
export interface Searched {
  readonly segment: Segment;
  /** 1 for each document that was not removed. */
  readonly alive: Uint8Array;
  readonly body: Scored;
  readonly names: Readonly<Record<NameField, Norms>>;
  readonly nameTotals: NameTotals;
  readonly scratch: Scratch;
}

/** A question's terms with what they are worth in this corpus. */
export interface WeightedQuery {
  readonly typed: FieldTerms;
  readonly official: FieldTerms;
  readonly names: WeightedNames | undefined;
}

export type FieldTerms = Readonly<Record<Field, readonly WeightedTerm[]>>;

/** What some terms give the units of a segment. */
interface Pass extends PassScores {
  readonly terms: readonly WeightedTerm[];
}

/** Scores of one segment for one question: everything but chunks at once, chunks for chosen units. */
export class SegmentScores {
  readonly #searched: Searched;
  readonly #query: LexicalQuery;
  readonly #own: Pass;
  readonly #extra: Pass | undefined;
  readonly #names: WeightedNames | undefined;
  readonly #weights: readonly (UnitWeights | undefined)[];

  constructor(searched: Searched, query: LexicalQuery, { typed, official, names }: WeightedQuery) {
    this.#searched = searched;
    this.#query = query;
    const { own, extra } = searched.scratch;
    this.#own = passOf(searched, typed, own);
    this.#extra = official.body.length > 0 ? passOf(searched, official, extra) : undefined;
    this.#names = names;
    if (names) scoreNames(searched, names);
    this.#weights = query.weightsIn(searched.segment);
  }

  /** Writes the most that each unit can score; 0 for those that no term meets or that the asker may not see. */
  bound(): void {
    const { documentUnits } = this.#searched.segment;
    const { alive } = this.#searched;
    const { record: records, title: titles, asked: questions, bound: chunks } = this.#own;
    const more = this.#extra ?? this.#own;
    const { record: moreRecords, title: moreTitles, asked: moreQuestions, bound: moreChunks } = more;
    const { chunkFactor } = this.#query;
    const factor = chunkFactor ? Math.max(...chunkFactor) : 1;
    const out = this.#searched.scratch.bounds.fill(0);
    for (let d = 0; d < alive.length; d++) {
      const w = this.#weights[d];
      if (!w || alive[d] !== 1) continue;
      const official = this.#extra ? w.official : 0;
      const officialAsked = OFFICIAL_IN_ASKED * official;
      const { chunk, record, title, asked } = w;
      const scale = ROUNDING * w.prior;
      const end = documentUnits[d + 1]!;
      for (let u = documentUnits[d]!; u < end; u++)
        out[u] =
          scale *
          (chunk * factor * (chunks[u]! + official * moreChunks[u]!) +
            record * (records[u]! + official * moreRecords[u]!) +
            Math.max(
              title * (titles[u]! + official * moreTitles[u]!),
              asked * (questions[u]! + officialAsked * moreQuestions[u]!),
            ));
      if (this.#names && w.names !== 'none') this.#boundNamed(d, scale, w);
    }
  }

  /** Adds to the bounds of a document's units what its names give. */
  #boundNamed(document: number, scale: number, weights: UnitWeights): void {
    const { documentUnits } = this.#searched.segment;
    const out = this.#searched.scratch.bounds;
    for (let u = documentUnits[document]!; u < documentUnits[document + 1]!; u++) {
      if (out[u]! <= 0) continue;
      const fit = weights.names === 'compared' ? nameFitAtMost(this.#cover(u)) : 1;
      out[u] = (out[u]! + scale * this.#allNames(u, weights)) * fit;
    }
  }

  #namesAt(unit: number, weights: UnitWeights): { allNames: number; nameFit: number } {
    if (!this.#names || weights.names === 'none') return UNNAMED;
    return {
      allNames: this.#allNames(unit, weights),
      nameFit: weights.names === 'compared' ? nameFit(this.#cover(unit)) : 1,
    };
  }

  #allNames(unit: number, weights: UnitWeights): number {
    const { nameTotals, scratch } = this.#searched;
    return nameTotals.norm[unit]! > 0 ? scratch.names.all[unit]! : INSTEAD * this.#title(unit, weights);
  }

  #cover(unit: number): number {
    return coverAt(this.#searched.scratch.names, this.#searched.nameTotals, unit);
  }

  #title(unit: number, weights: UnitWeights): number {
    const own = this.#own.title[unit]!;
    return this.#extra ? own + weights.official * this.#extra.title[unit]! : own;
  }

  /** Offers chosen units with their exact scores; ties are settled in order of `firstOrder` + unit. */
  offer(choice: Choice, firstOrder: number, best: BestOf<UnitScores>): void {
    const { body, segment } = this.#searched;
    scoreChunks(body, this.#own.terms, choice, this.#own.chunk);
    if (this.#extra) scoreChunks(body, this.#extra.terms, choice, this.#extra.chunk);
    for (let i = 0; i < choice.count; i++) {
      const u = choice.chosen[i]!;
      const scores = this.#exact(u, this.#weights[segment.unitDocument[u]!]!);
      if (scores.score >= best.threshold) best.offer(scores.score, firstOrder + u, scores);
    }
  }

  #exact(unit: number, weights: UnitWeights): UnitScores {
    const { segment } = this.#searched;
    const { unitStart, chunkPart } = segment;
    const { chunkFactor } = this.#query;
    const own = this.#own;
    const more = this.#extra ?? own;
    const official = this.#extra ? weights.official : 0;
    const record = own.record[unit]! + official * more.record[unit]!;
    const title = this.#title(unit, weights);
    const asked = own.asked[unit]! + OFFICIAL_IN_ASKED * official * more.asked[unit]!;
    let bestChunk = unitStart[unit]!;
    let chunk = 0;
    for (let c = bestChunk; c < unitStart[unit + 1]!; c++) {
      let value = own.chunk[c]! + official * more.chunk[c]!;
      if (chunkFactor) value *= chunkFactor[chunkPart[c]!]!;
      if (value <= chunk) continue;
      chunk = value;
      bestChunk = c;
    }
    const names = Math.max(weights.title * title, weights.asked * asked);
    const sum = weights.prior * (weights.chunk * chunk + weights.record * record + names);
    const { allNames, nameFit } = this.#namesAt(unit, weights);
    const score = (sum + weights.prior * allNames) * nameFit;
    return { segment, unit, chunk, bestChunk, record, title, asked, sum, allNames, nameFit, score };
  }
}

const UNNAMED = { allNames: 0, nameFit: 1 };

function passOf({ segment, body, names, scratch }: Searched, terms: FieldTerms, scores: PassScores): Pass {
  const { fields } = segment;
  const pass = { terms: terms.body, ...cleared(scores) };
  scoreUnits(body, terms.body, pass.record, pass.bound);
  // Every unit has one own name: entries are units.
  accumulateEntries(fields.title, names.title, terms.title, body.place, pass.title);
  const entries = scratch.entries.fill(0);
  accumulateEntries(fields.asked, names.asked, terms.asked, body.place, entries);
  keepBest(entries, fields.asked.groupOf, pass.asked);
  return pass;
}

function scoreNames({ segment, nameTotals, body, scratch }: Searched, { all, cover }: WeightedNames): void {
  scoreAllNames(nameTotals, all, body.place, scratch.names.all.fill(0));
  meetNames(segment, nameTotals, cover, body.place, scratch.names);
}

/** The best entry of each group. */
function keepBest(entry: Float32Array, groupOf: Uint32Array, best: Float32Array): void {
  for (let e = 0; e < entry.length; e++) if (entry[e]! > best[groupOf[e]!]!) best[groupOf[e]!] = entry[e]!;
}
