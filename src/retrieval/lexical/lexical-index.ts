import type { ChunkId, DocumentId, UnitId } from '../../legal/model.ts';
import type { IndexedDocument, ScoreTrace } from '../model.ts';
import { BestOf } from './best-of.ts';
import { frequency, hasWithin, idf, type QueryTerm, weigh } from './bm25.ts';
import { type NamesQuery, type WeightedNames, weighNames } from './name-scores.ts';
import { scoreInSight, starts } from './pruning.ts';
import type { Field } from './segment.ts';
import { SegmentSet } from './segment-set.ts';
import { bestChunks } from './top-chunks.ts';
import { type FieldTerms, type LexicalQuery, SegmentScores, type UnitScores } from './unit-scores.ts';

/** BM25 over the segments of a {@link SegmentSet}: what documents score for a question. */
export class LexicalIndex extends SegmentSet {
  static build(documents: Iterable<IndexedDocument>): LexicalIndex {
    const index = new LexicalIndex();
    const batch = index.batch();
    for (const d of documents) batch.take(d);
    batch.finish();
    return index;
  }

  /** The same over documents that come a few at a time: never more than one batch of texts is held. */
  static async buildFrom(documents: AsyncIterable<IndexedDocument>): Promise<LexicalIndex> {
    const index = new LexicalIndex();
    const batch = index.batch();
    for await (const d of documents) batch.take(d);
    batch.finish();
    return index;
  }

  unitsOf(id: DocumentId): UnitId[] {
    const at = this.find(id);
    if (!at) return [];
    const { units, documentUnits } = at.segment;
    return units.slice(documentUnits[at.document]!, documentUnits[at.document + 1]!);
  }

  unit({ segment, unit }: Pick<UnitScores, 'segment' | 'unit'>): { unitId: UnitId; documentId: DocumentId } {
    return { unitId: segment.units[unit]!, documentId: segment.documents[segment.unitDocument[unit]!]! };
  }

  /** Units by id with zero scores, for what a question names outright; unknown ids are left out. */
  candidatesFor(unitIds: readonly UnitId[]): {
    scores: UnitScores;
    unitId: UnitId;
    documentId: DocumentId;
    trace: ScoreTrace;
  }[] {
    const wanted = new Set(unitIds);
    if (wanted.size === 0) return [];
    const none = { chunk: 0, record: 0, title: 0, asked: 0, sum: 0, allNames: 0, nameFit: 1, score: 0 };
    const out = [];
    for (const { segment, alive } of this.live)
      for (let u = 0; u < segment.units.length; u++) {
        if (!wanted.has(segment.units[u]!) || !alive[segment.unitDocument[u]!]) continue;
        const scores = { segment, unit: u, bestChunk: segment.unitStart[u]!, ...none };
        out.push({ scores, ...this.unit(scores), trace: { parts: { lookup: 1 } } });
      }
    return out;
  }

  chunkId({ segment, bestChunk }: Pick<UnitScores, 'segment' | 'bestChunk'>): ChunkId {
    return segment.chunkIds[bestChunk]!;
  }

  /** Number of chunks that have a term. */
  frequency = (key: number): number => frequency(this.#postings('body'), key).entries;

  /** Inverse document frequency of a key among units; the highest possible where it is unknown. */
  unitIdf(key: number): number {
    return idf(this.searchable.stats.body.groups, frequency(this.#postings('body'), key).groups);
  }

  /** The same among units by their everyday names. */
  askedIdf(key: number): number {
    return idf(this.searchable.stats.asked.groups, frequency(this.#postings('asked'), key).groups);
  }

  /** Whether a unit has the key in a field, in this exact form when `bit` is not 0. */
  unitHas(at: Pick<UnitScores, 'segment' | 'unit'>, key: number, field: Field = 'body', bit = 0): boolean {
    const { segment, unit } = at;
    const p = segment.fields[field];
    const [from, to] =
      field === 'body'
        ? [segment.unitStart[unit]!, segment.unitStart[unit + 1]!]
        : [lowerBound(p.groupOf, unit), lowerBound(p.groupOf, unit + 1)];
    return hasWithin(p, key, from, to, bit);
  }

  /** The best `limit` units by their scores, in no order; ties at the end of the list go to what was indexed first. */
  score(query: LexicalQuery, limit: number): UnitScores[] {
    const { segments } = this.searchable;
    const { body, title, asked, official } = query;
    const typed = this.#weighed(body, title, asked);
    const added = this.#weighed(official, official, official);
    const names = query.names && this.#weighedNames(query.names);
    const scores = segments.map((s) => new SegmentScores(s, query, { typed, official: added, names }));
    const best = new BestOf<UnitScores>(limit);
    const firstOrder = starts(segments.map((s) => s.segment.units.length));
    for (const s of scores) s.bound();
    const scratch = segments.map((s) => s.scratch);
    scoreInSight(scratch, limit, best, (place, choice) =>
      scores[place]!.offer(choice, firstOrder[place]!, best),
    );
    return best.items();
  }

  /** Plain BM25 over single chunks, best first: the yardstick of the benchmark. */
  topChunks(terms: readonly QueryTerm[], k: number): { chunkId: ChunkId; score: number }[] {
    const { segments, stats } = this.searchable;
    return bestChunks(segments, weigh(terms, this.#postings('body'), stats.body), k);
  }

  #weighed(body: readonly QueryTerm[], title: readonly QueryTerm[], asked: readonly QueryTerm[]): FieldTerms {
    const { stats } = this.searchable;
    const of = (field: Field, terms: readonly QueryTerm[]) =>
      weigh(terms, this.#postings(field), stats[field]);
    return { body: of('body', body), title: of('title', title), asked: of('asked', asked) };
  }

  #weighedNames(query: NamesQuery): WeightedNames {
    const { title, asked } = this.searchable.stats;
    const parts = { title: this.#postings('title'), asked: this.#postings('asked') };
    return weighNames(query, parts, { ...asked, titles: title.entries });
  }

  #postings(field: Field) {
    return this.live.map((l) => l.segment.fields[field]);
  }
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let lo = 0;
  let hi = sorted.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (sorted[mid]! < value) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
