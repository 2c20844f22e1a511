import type { ChunkId, DocumentId, UnitId } from '../legal/model.ts';
import { BestOf } from './best-of.ts';
import {
  accumulateEntries,
  type Bm25Parameters,
  type FieldStatistics,
  frequency,
  hasWithin,
  idf,
  type Norms,
  norms,
  type QueryTerm,
  statistics,
  weigh,
} from './bm25.ts';
import type { IndexedDocument, ScoreTrace } from './model.ts';
import { buildSegment, FIELDS, type Field, mergeSegments, type Segment } from './segment.ts';
import { collect, type LexicalQuery, scoreSegment, type UnitScores } from './unit-scores.ts';
import { Vocabulary } from './vocabulary.ts';

/** Chunks that one segment is built of when many documents come at once: bounds the memory of building. */
const BATCH_CHUNKS = 8_000;
/** Small segments are joined when there are this many, as long as the join stays short enough not to hold up
 * searches (about 40 ms at 4,000 chunks). */
const JOIN_AT = 8;
const JOIN_CHUNKS = 4_000;

/** k1 and b measured on the development questions (docs/evaluation.md). */
export const PARAMETERS: Readonly<Record<Field, { entry: Bm25Parameters; group: Bm25Parameters }>> = {
  body: { entry: { k1: 0.6, b: 0.5 }, group: { k1: 0.8, b: 0.5 } },
  title: { entry: { k1: 0.6, b: 0.5 }, group: { k1: 0.6, b: 0.5 } },
  asked: { entry: { k1: 0.6, b: 0.5 }, group: { k1: 0.6, b: 0.5 } },
};

interface Live {
  readonly segment: Segment;
  /** 1 for each document that was not removed. */
  readonly alive: Uint8Array;
}

/** BM25 over immutable segments, as in Lucene: adding a document adds a segment, removing one marks it, joining
 * drops what was marked. Until then document frequencies still count removed documents. */
export class LexicalIndex {
  readonly vocabulary: Vocabulary;
  #live: Live[] = [];
  readonly #where = new Map<DocumentId, { segment: Segment; document: number }>();
  #cache: { stats: Record<Field, FieldStatistics>; norms: Record<Field, Norms[]> } | undefined;

  constructor(vocabulary = new Vocabulary(), segments: readonly Segment[] = []) {
    this.vocabulary = vocabulary;
    for (const s of segments) this.#push(s);
  }

  static build(documents: Iterable<IndexedDocument>): LexicalIndex {
    const index = new LexicalIndex();
    const batch = index.#batch();
    for (const d of documents) batch.take(d);
    batch.finish();
    return index;
  }

  /** The same over documents that come a few at a time: never more than one batch of texts is held. */
  static async buildFrom(documents: AsyncIterable<IndexedDocument>): Promise<LexicalIndex> {
    const index = new LexicalIndex();
    const batch = index.#batch();
    for await (const d of documents) batch.take(d);
    batch.finish();
    return index;
  }

  #batch(): { take(document: IndexedDocument): void; finish(): void } {
    let batch: IndexedDocument[] = [];
    let chunks = 0;
    const flush = () => {
      if (batch.length > 0) this.#push(buildSegment(batch, this.vocabulary));
      batch = [];
      chunks = 0;
    };
    return {
      take: (document) => {
        batch.push(document);
        chunks += document.chunks.length;
        if (chunks >= BATCH_CHUNKS) flush();
      },
      finish: () => {
        flush();
        this.compact();
      },
    };
  }

  get documentCount(): number {
    return this.#where.size;
  }

  get chunkCount(): number {
    let n = 0;
    for (const { segment, alive } of this.#live)
      for (let u = 0; u < segment.units.length; u++)
        if (alive[segment.unitDocument[u]!]) n += segment.unitStart[u + 1]! - segment.unitStart[u]!;
    return n;
  }

  /** Procedures, articles and sections, those of removed documents included until segments are joined. */
  get unitCount(): number {
    return this.#live.reduce((n, l) => n + l.segment.units.length, 0);
  }

  get segments(): readonly Segment[] {
    return this.#live.map((l) => l.segment);
  }

  has(id: DocumentId): boolean {
    return this.#where.has(id);
  }

  documentIds(): IterableIterator<DocumentId> {
    return this.#where.keys();
  }

  /** Adds a document, or replaces the one with the same id. */
  add(document: IndexedDocument): void {
    this.remove(document.facts.id);
    this.#push(buildSegment([document], this.vocabulary));
    this.#joinSmall();
  }

  /** @returns false when there is no such document. */
  remove(id: DocumentId): boolean {
    const at = this.#where.get(id);
    if (!at) return false;
    this.#live.find((l) => l.segment === at.segment)!.alive[at.document] = 0;
    this.#where.delete(id);
    return true;
  }

  /** Joins everything into one segment and forgets removed documents. */
  compact(): void {
    const clean = this.#live.every((l) => l.alive.every((a) => a === 1));
    if (this.#live.length <= 1 && clean) return;
    this.#replace(this.#live);
  }

  unitsOf(id: DocumentId): UnitId[] {
    const at = this.#where.get(id);
    return at ? at.segment.units.filter((_, u) => at.segment.unitDocument[u] === at.document) : [];
  }

  unit(scores: Pick<UnitScores, 'segment' | 'unit'>): { unitId: UnitId; documentId: DocumentId } {
    const s = this.#live[scores.segment]!.segment;
    return { unitId: s.units[scores.unit]!, documentId: s.documents[s.unitDocument[scores.unit]!]! };
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
    const out = [];
    for (const [s, { segment, alive }] of this.#live.entries())
      for (let u = 0; u < segment.units.length; u++) {
        if (!wanted.has(segment.units[u]!) || !alive[segment.unitDocument[u]!]) continue;
        const scores = {
          segment: s,
          unit: u,
          chunk: 0,
          bestChunk: segment.unitStart[u]!,
          record: 0,
          title: 0,
          asked: 0,
          sum: 0,
        };
        out.push({ scores, ...this.unit(scores), trace: { parts: { lookup: 1 } } });
      }
    return out;
  }

  chunkId(scores: UnitScores): ChunkId {
    return this.#live[scores.segment]!.segment.chunkIds[scores.bestChunk]!;
  }

  /** Number of chunks that have a term. */
  frequency = (key: number): number => frequency(this.#postings('body'), key).entries;

  /** Inverse document frequency of a key among units; the highest possible where it is unknown. */
  unitIdf(key: number): number {
    return idf(this.#prepared().stats.body.groups, frequency(this.#postings('body'), key).groups);
  }

  /** The same among names. */
  titleIdf(key: number): number {
    return idf(this.#prepared().stats.title.entries, frequency(this.#postings('title'), key).entries);
  }

  /** The same among units by their everyday names. */
  askedIdf(key: number): number {
    return idf(this.#prepared().stats.asked.groups, frequency(this.#postings('asked'), key).groups);
  }

  /** Whether a unit has the key in a field, in this exact form when `bit` is not 0. */
  unitHas(at: Pick<UnitScores, 'segment' | 'unit'>, key: number, field: Field = 'body', bit = 0): boolean {
    const s = this.#live[at.segment]!.segment;
    const p = s.fields[field];
    const [from, to] =
      field === 'body'
        ? [s.unitStart[at.unit]!, s.unitStart[at.unit + 1]!]
        : [lowerBound(p.groupOf, at.unit), lowerBound(p.groupOf, at.unit + 1)];
    return hasWithin(p, key, from, to, bit);
  }

  /** The best `limit` units by weighted sum, in no order. Only these become objects: a common syllable touches
   * nearly every unit. */
  score(query: LexicalQuery, limit: number): UnitScores[] {
    const { stats, norms: prepared } = this.#prepared();
    const weighed = (terms: readonly QueryTerm[], field: Field) =>
      weigh(terms, this.#postings(field), stats[field]);
    const typed = {
      body: weighed(query.body, 'body'),
      title: weighed(query.title, 'title'),
      asked: weighed(query.asked, 'asked'),
    };
    const official = {
      body: weighed(query.official, 'body'),
      title: weighed(query.official, 'title'),
      asked: weighed(query.official, 'asked'),
    };
    const best = new BestOf<UnitScores>(limit);
    for (const [s, { segment, alive }] of this.#live.entries()) {
      const norm = { body: prepared.body[s]!, title: prepared.title[s]!, asked: prepared.asked[s]! };
      const own = scoreSegment(segment, norm, typed);
      const extra = official.body.length > 0 ? scoreSegment(segment, norm, official) : undefined;
      for (const [d, id] of segment.documents.entries()) {
        const weights = alive[d] ? query.weightsOf(id) : undefined;
        if (weights) collect(s, segment, d, weights, own, extra, query.chunkFactor, best);
      }
    }
    return best.items();
  }

  /** Plain BM25 over single chunks, best first: the yardstick of the benchmark. */
  topChunks(terms: readonly QueryTerm[], k: number): { chunkId: ChunkId; score: number }[] {
    const { stats, norms: prepared } = this.#prepared();
    const weighed = weigh(terms, this.#postings('body'), stats.body);
    const best = new BestOf<{ chunkId: ChunkId; score: number }>(k);
    for (const [s, { segment, alive }] of this.#live.entries()) {
      const scores = new Float32Array(segment.chunkIds.length);
      accumulateEntries(segment.fields.body, prepared.body[s]!, weighed, scores);
      const { groupOf } = segment.fields.body;
      for (let c = 0; c < scores.length; c++) {
        const score = scores[c]!;
        if (score > best.threshold && alive[segment.unitDocument[groupOf[c]!]!])
          best.offer(score, { chunkId: segment.chunkIds[c]!, score });
      }
    }
    return best.items().sort((a, b) => b.score - a.score);
  }

  #postings(field: Field) {
    return this.#live.map((l) => l.segment.fields[field]);
  }

  #prepared() {
    if (this.#cache) return this.#cache;
    const each = <T>(make: (field: Field) => T) =>
      Object.fromEntries(FIELDS.map((f) => [f, make(f)])) as Record<Field, T>;
    const stats = each((f) => statistics(this.#postings(f)));
    const prepared = each((f) =>
      this.#postings(f).map((p) => norms(p, stats[f], PARAMETERS[f].entry, PARAMETERS[f].group)),
    );
    this.#cache = { stats, norms: prepared };
    return this.#cache;
  }

  #push(segment: Segment): void {
    this.#live.push({ segment, alive: new Uint8Array(segment.documents.length).fill(1) });
    for (const [document, id] of segment.documents.entries()) this.#where.set(id, { segment, document });
    this.#cache = undefined;
  }

  #joinSmall(): void {
    const small = this.#live.filter((l) => l.segment.chunkIds.length <= JOIN_CHUNKS / 2);
    const chunks = small.reduce((n, l) => n + l.segment.chunkIds.length, 0);
    if (small.length >= JOIN_AT && (chunks <= JOIN_CHUNKS || small.length >= 4 * JOIN_AT))
      this.#replace(small);
  }

  #replace(old: readonly Live[]): void {
    const joined = mergeSegments(
      old.map((l) => l.segment),
      old.map((l) => l.alive),
    );
    const gone = new Set(old);
    this.#live = this.#live.filter((l) => !gone.has(l));
    this.#push(joined);
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
