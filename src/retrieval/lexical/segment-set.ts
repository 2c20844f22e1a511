import type { DocumentId } from '../../legal/model.ts';
import type { IndexedDocument } from '../model.ts';
import { atOnce, inSlices, type Steps } from '../steps.ts';
import { statistics } from './bm25.ts';
import { toJoin } from './join-policy.ts';
import { blocksFor, type Live, prepare, type Searchable } from './searchable.ts';
import { mergeSteps, type Segment, segmentSteps } from './segment.ts';
import { Vocabulary } from './vocabulary.ts';

/** Chunks that one segment is built of when many documents come at once: bounds the memory of building. */
const BATCH_CHUNKS = 8_000;

/** Documents that come while everything is joined make it start over, this often. */
const COMPACT_TRIES = 3;

/** Immutable segments of documents, as in Lucene: adding a document adds a segment, removing one marks it, joining
 * drops what was marked. Until then document frequencies still count removed documents. */
export class SegmentSet {
  readonly vocabulary: Vocabulary;
  #live: Live[] = [];
  readonly #where = new Map<DocumentId, { segment: Segment; document: number }>();
  #searchable: Searchable | undefined;
  #tidying: Promise<void> | undefined;

  constructor(vocabulary = new Vocabulary(), segments: readonly Segment[] = []) {
    this.vocabulary = vocabulary;
    for (const segment of segments) this.#push({ segment, alive: allAlive(segment) });
  }

  /** Takes many documents into few segments; what was taken is searched after `finish`. */
  batch(): { take(document: IndexedDocument): void; finish(): void } {
    let batch: IndexedDocument[] = [];
    let chunks = 0;
    const flush = () => {
      if (batch.length > 0) {
        const segment = atOnce(segmentSteps(batch, this.vocabulary));
        this.#push({ segment, alive: allAlive(segment) });
      }
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

  get live(): readonly Live[] {
    return this.#live;
  }

  /** The segments ready to be searched. */
  get searchable(): Searchable {
    this.#searchable ??= prepare(this.#live);
    return this.#searchable;
  }

  /** Where a document is. */
  find(id: DocumentId): { readonly segment: Segment; readonly document: number } | undefined {
    return this.#where.get(id);
  }

  has(id: DocumentId): boolean {
    return this.#where.has(id);
  }

  documentIds(): IterableIterator<DocumentId> {
    return this.#where.keys();
  }

  /** Adds a document, or replaces the one with the same id, in one go. */
  add(document: IndexedDocument): void {
    this.put(atOnce(this.#additionSteps([document])));
  }

  /** Indexes documents into one segment a slice at a time, while searches go on; {@link put} takes it in. */
  prepareInSlices(documents: readonly IndexedDocument[]): Promise<Live> {
    return inSlices(this.#additionSteps(documents));
  }

  /** Takes in what was prepared, in the place of an earlier version. */
  put(prepared: Live): void {
    for (const id of prepared.segment.documents) this.remove(id);
    this.#push(prepared);
  }

  *#additionSteps(documents: readonly IndexedDocument[]): Steps<Live> {
    const segment = yield* segmentSteps(documents, this.vocabulary);
    const blocks = yield* blocksFor(segment, this.#meanLength());
    return { segment, alive: allAlive(segment), blocks };
  }

  /** @returns false when there is no such document. */
  remove(id: DocumentId): boolean {
    const at = this.#where.get(id);
    if (!at) return false;
    this.#live.find((l) => l.segment === at.segment)!.alive[at.document] = 0;
    this.#where.delete(id);
    return true;
  }

  /** Joins segments that have become many, a slice at a time, while searches go on. Calls that overlap share one run. */
  tidy(): Promise<void> {
    this.#tidying ??= this.#tidy().finally(() => {
      this.#tidying = undefined;
    });
    return this.#tidying;
  }

  async #tidy(): Promise<void> {
    for (let old = toJoin(this.#live); old.length > 0; old = toJoin(this.#live)) {
      const joined = await inSlices(this.#joinSteps(old));
      // Someone compacted everything meanwhile: what was joined is gone.
      if (!old.every((l) => this.#live.includes(l))) return;
      this.#replace(old, joined);
    }
  }

  /** Joins everything into one segment and forgets removed documents. */
  compact(): void {
    if (this.#isCompact) return;
    this.#replace(this.#live, atOnce(this.#joinSteps(this.#live)));
  }

  /** The same while searches go on; in one go when documents keep coming meanwhile. */
  async compactInSlices(): Promise<void> {
    for (let tries = 0; tries < COMPACT_TRIES && !this.#isCompact; tries++) {
      const old = this.#live;
      const joined = await inSlices(this.#joinSteps(old));
      if (old.every((l) => this.#live.includes(l))) this.#replace(old, joined);
    }
    this.compact();
  }

  get #isCompact(): boolean {
    return this.#live.length <= 1 && this.#live.every((l) => l.alive.every((a) => a === 1));
  }

  *#joinSteps(old: readonly Live[]): Steps<Live> {
    const segment = yield* mergeSteps(
      old.map((l) => l.segment),
      old.map((l) => l.alive.slice()),
    );
    const blocks = yield* blocksFor(segment, this.#meanLength());
    return { segment, alive: allAlive(segment), blocks };
  }

  #meanLength(): number {
    return statistics(this.#live.map((l) => l.segment.fields.body)).averageEntryLength;
  }

  #push(live: Live): void {
    this.#live.push(live);
    for (const [document, id] of live.segment.documents.entries())
      this.#where.set(id, { segment: live.segment, document });
    this.#searchable = undefined;
  }

  /** Puts the joined segment in the place of its parts; what was removed or replaced since stays so. */
  #replace(old: readonly Live[], joined: Live): void {
    const parts = new Set(old.map((l) => l.segment));
    for (const [document, id] of joined.segment.documents.entries()) {
      const at = this.#where.get(id);
      if (at && parts.has(at.segment)) this.#where.set(id, { segment: joined.segment, document });
      else joined.alive[document] = 0;
    }
    this.#live = [joined, ...this.#live.filter((l) => !parts.has(l.segment))];
    this.#searchable = undefined;
  }
}

const allAlive = (segment: Segment): Uint8Array => new Uint8Array(segment.documents.length).fill(1);
