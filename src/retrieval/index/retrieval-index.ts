import { join } from 'node:path';
import type { ChunkId, DocumentId, UnitId } from '../../legal/model.ts';
import { LexicalIndex } from '../lexical/lexical-index.ts';
import type { Postings } from '../lexical/postings.ts';
import { FIELDS, firstUnits, type Segment } from '../lexical/segment.ts';
import { Vocabulary } from '../lexical/vocabulary.ts';
import type { DocumentFacts, IndexedDocument } from '../model.ts';
import { type Column, readColumns, writeColumns } from './index-file.ts';

const FILE = 'lexical.idx';
/** Raised whenever terms or layout change: an older snapshot is rebuilt, never misread. */
const FORMAT = 2;

/** What the index itself knows of a document: enough to filter and to weigh it before its text is read. */
export type DocumentCard = Pick<
  DocumentFacts,
  | 'id'
  | 'kind'
  | 'title'
  | 'scope'
  | 'number'
  | 'issuer'
  | 'date'
  | 'procedureCode'
  | 'linhVuc'
  | 'levels'
  | 'territory'
  | 'type'
  | 'asked'
>;

interface Meta {
  readonly format: number;
  readonly generation: number;
  readonly words: readonly string[];
  readonly cards: readonly DocumentCard[];
  readonly segment: Pick<Segment, 'documents' | 'units' | 'chunkIds'>;
  readonly groupCounts: Readonly<Record<string, number>>;
}

function cardOf(f: DocumentFacts): DocumentCard {
  return {
    id: f.id,
    kind: f.kind,
    title: f.title,
    type: f.type,
    scope: f.scope,
    ...(f.number !== undefined && { number: f.number }),
    ...(f.issuer !== undefined && { issuer: f.issuer }),
    ...(f.date !== undefined && { date: f.date }),
    ...(f.procedureCode !== undefined && { procedureCode: f.procedureCode }),
    ...(f.linhVuc !== undefined && { linhVuc: f.linhVuc }),
    ...(f.levels !== undefined && { levels: f.levels }),
    ...(f.territory !== undefined && { territory: f.territory }),
    ...(f.asked !== undefined && { asked: f.asked }),
  };
}

/** The lexical index with the cards of its documents; texts stay in the store. */
export class RetrievalIndex {
  readonly lexical: LexicalIndex;
  readonly #cards: Map<DocumentId, DocumentCard>;
  readonly #byCode = new Map<string, DocumentId[]>();

  private constructor(lexical: LexicalIndex, cards: Iterable<DocumentCard>) {
    this.lexical = lexical;
    this.#cards = new Map();
    for (const c of cards) this.#register(c);
  }

  static build(documents: Iterable<IndexedDocument>): RetrievalIndex {
    const cards: DocumentCard[] = [];
    const lexical = LexicalIndex.build(watched(documents, cards));
    return new RetrievalIndex(lexical, cards);
  }

  /** The same over a stream, without holding all texts at once. */
  static async buildFrom(documents: AsyncIterable<IndexedDocument>): Promise<RetrievalIndex> {
    const cards: DocumentCard[] = [];
    async function* watch() {
      for await (const d of documents) {
        cards.push(cardOf(d.facts));
        yield d;
      }
    }
    const lexical = await LexicalIndex.buildFrom(watch());
    return new RetrievalIndex(lexical, cards);
  }

  /** Adds a document, or replaces the one with the same id. */
  add(document: IndexedDocument): void {
    this.#forget(document.facts.id);
    this.lexical.add(document);
    this.#register(cardOf(document.facts));
  }

  /** The same with several while searches go on: a slice at a time. Until they are in, their earlier versions serve. */
  async addInSlices(...documents: readonly IndexedDocument[]): Promise<void> {
    if (documents.length === 0) return;
    const prepared = await this.lexical.prepareInSlices(documents);
    for (const { facts } of documents) this.#forget(facts.id);
    this.lexical.put(prepared);
    for (const { facts } of documents) this.#register(cardOf(facts));
  }

  /** @returns false when there is no such document. */
  remove(id: DocumentId): boolean {
    this.#forget(id);
    return this.lexical.remove(id);
  }

  get size(): { readonly documents: number; readonly chunks: number } {
    return { documents: this.lexical.documentCount, chunks: this.lexical.chunkCount };
  }

  cards(): IterableIterator<DocumentCard> {
    return this.#cards.values();
  }

  card(id: DocumentId): DocumentCard | undefined {
    return this.#cards.get(id);
  }

  /** Documents of a procedure code: the published record and the project's own text may share one. */
  withCode(code: string): readonly DocumentId[] {
    return this.#byCode.get(code) ?? [];
  }

  unitsOf(id: DocumentId): UnitId[] {
    return this.lexical.unitsOf(id);
  }

  /** Writes a snapshot of this generation, whole or not at all, while searches go on. Joins segments first. What is
   * added meanwhile may be in it: following the feed from this generation adds it again, which changes nothing. */
  async save(dir: string, generation: number): Promise<void> {
    await this.lexical.compactInSlices();
    const segment = this.lexical.live[0]?.segment;
    const columns: Record<string, Column> = {};
    const groupCounts: Record<string, number> = {};
    if (segment) {
      Object.assign(columns, {
        unitDocument: segment.unitDocument,
        chunkPart: segment.chunkPart,
        unitStart: segment.unitStart,
      });
      for (const field of FIELDS) {
        const { groupCount, ...arrays } = segment.fields[field];
        groupCounts[field] = groupCount;
        for (const [name, column] of Object.entries(arrays)) columns[`${field}.${name}`] = column;
      }
    }
    const meta: Meta = {
      format: FORMAT,
      generation,
      words: this.lexical.vocabulary.words(),
      cards: [...this.#cards.values()],
      segment: {
        documents: segment?.documents ?? [],
        units: segment?.units ?? [],
        chunkIds: segment?.chunkIds ?? [],
      },
      groupCounts,
    };
    await writeColumns(join(dir, FILE), meta, columns);
  }

  /** Undefined when there is no snapshot that this version can read. */
  static open(dir: string): { index: RetrievalIndex; generation: number } | undefined {
    const file = readColumns(join(dir, FILE));
    const meta = file?.meta as Meta | undefined;
    if (!file || meta?.format !== FORMAT) return undefined;
    const vocabulary = Vocabulary.from(meta.words);
    if (meta.segment.documents.length === 0)
      return { index: new RetrievalIndex(new LexicalIndex(vocabulary), []), generation: meta.generation };
    const column = <T extends Column>(name: string) => file.columns.get(name) as T;
    const postings = (field: string): Postings => ({
      keys: column(`${field}.keys`),
      offsets: column(`${field}.offsets`),
      groupFrequency: column(`${field}.groupFrequency`),
      entries: column(`${field}.entries`),
      frequencies: column(`${field}.frequencies`),
      signatures: column(`${field}.signatures`),
      lengths: column(`${field}.lengths`),
      groupOf: column(`${field}.groupOf`),
      groupCount: meta.groupCounts[field] ?? 0,
    });
    const segment: Segment = {
      documents: meta.segment.documents,
      units: meta.segment.units,
      chunkIds: meta.segment.chunkIds as ChunkId[],
      unitDocument: column('unitDocument'),
      documentUnits: firstUnits(column<Uint32Array>('unitDocument'), meta.segment.documents.length),
      chunkPart: column('chunkPart'),
      unitStart: column('unitStart'),
      fields: { body: postings('body'), title: postings('title'), asked: postings('asked') },
    };
    const index = new RetrievalIndex(new LexicalIndex(vocabulary, [segment]), meta.cards);
    // Blocks and norms are made now, not at somebody's question.
    void index.lexical.searchable;
    return { index, generation: meta.generation };
  }

  #register(card: DocumentCard): void {
    this.#cards.set(card.id, card);
    const code = card.procedureCode;
    if (code !== undefined) this.#byCode.set(code, [...(this.#byCode.get(code) ?? []), card.id]);
  }

  #forget(id: DocumentId): void {
    const code = this.#cards.get(id)?.procedureCode;
    if (code !== undefined)
      this.#byCode.set(
        code,
        (this.#byCode.get(code) ?? []).filter((d) => d !== id),
      );
    this.#cards.delete(id);
  }
}

function* watched(documents: Iterable<IndexedDocument>, cards: DocumentCard[]): Generator<IndexedDocument> {
  for (const d of documents) {
    cards.push(cardOf(d.facts));
    yield d;
  }
}
