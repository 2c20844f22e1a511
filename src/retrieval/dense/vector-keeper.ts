import type { DocumentId } from '../../legal/model.ts';
import { HnswIndex } from './vector-index.ts';

/** Where the committed vectors are; the store implements it. Generations only grow. */
export interface VectorFeed {
  generation(): Promise<number>;
  /** Ids changed after a generation, each once. */
  changesSince(generation: number): Promise<readonly DocumentId[]>;
  /** Vectors of serving documents. */
  vectors(
    fingerprint: string,
  ): AsyncIterable<{ readonly key: string; readonly documentId: DocumentId; readonly vector: Float32Array }>;
  /** Of a serving document; none when it is gone. */
  vectorsOf(
    id: DocumentId,
    fingerprint: string,
  ): Promise<readonly { readonly key: string; readonly vector: Float32Array }[]>;
  /** Serving documents that have vectors of this fingerprint, and those with chunks that have none. */
  embedded(fingerprint: string): Promise<readonly DocumentId[]>;
  lacking(fingerprint: string): Promise<readonly { readonly id: DocumentId }[]>;
}

/** Past this many changes one build is quicker than replacing one by one. */
const REBUILD_AT = 1_000;

/**
 * Keeps an in-memory vector index in step with the committed vectors of one embedder. Vectors may come later than
 * their document (an endpoint was down): documents without any are looked at again at each turn.
 */
export class VectorKeeper {
  readonly #feed: VectorFeed;
  readonly #dir: string;
  readonly #fingerprint: string;
  readonly #dimensions: number;
  #index: HnswIndex;
  #keys = new Map<DocumentId, string[]>();
  #lacking = new Set<DocumentId>();
  #generation = 0;
  #saved = false;
  #catchingUp: Promise<boolean> | undefined;

  private constructor(feed: VectorFeed, dir: string, fingerprint: string, dimensions: number) {
    this.#feed = feed;
    this.#dir = dir;
    this.#fingerprint = fingerprint;
    this.#dimensions = dimensions;
    this.#index = new HnswIndex(dimensions);
  }

  /** @param dir folder of the snapshot; one made by another embedder is not used */
  static async open(
    feed: VectorFeed,
    dir: string,
    embedder: { readonly fingerprint: string; readonly dimensions: number },
  ): Promise<VectorKeeper> {
    const { fingerprint, dimensions } = embedder;
    const keeper = new VectorKeeper(feed, dir, fingerprint, dimensions);
    const snapshot = HnswIndex.open(dir, fingerprint);
    if (snapshot === undefined || snapshot.generation > (await feed.generation())) await keeper.#rebuild();
    else await keeper.#resume(snapshot);
    return keeper;
  }

  get index(): HnswIndex {
    return this.#index;
  }

  /** Documents without vectors, as last seen. */
  get lacking(): ReadonlySet<DocumentId> {
    return this.#lacking;
  }

  /** Applies what was committed since; true when there was something. Calls that overlap share one run. */
  catchUp(): Promise<boolean> {
    this.#catchingUp ??= this.#applyChanges().finally(() => {
      this.#catchingUp = undefined;
    });
    return this.#catchingUp;
  }

  /** Writes the snapshot when it is behind. Only the process that holds the writer's place calls this. */
  save(): void {
    if (this.#saved) return;
    this.#index.save(this.#dir, this.#generation, this.#fingerprint);
    this.#saved = true;
  }

  async #resume(snapshot: { readonly index: HnswIndex; readonly generation: number }): Promise<void> {
    this.#index = snapshot.index;
    this.#generation = snapshot.generation;
    this.#saved = true;
    for (const key of snapshot.index.keys()) this.#note(documentOf(key), key);
    await this.#applyChanges();
    // Vectors that came after the snapshot, for documents that did not change.
    for (const id of await this.#feed.embedded(this.#fingerprint))
      if (!this.#keys.has(id)) await this.#replace(id);
    await this.#look();
  }

  async #applyChanges(): Promise<boolean> {
    const target = await this.#feed.generation();
    const changed = target === this.#generation ? [] : await this.#feed.changesSince(this.#generation);
    if (changed.length >= REBUILD_AT) {
      await this.#rebuild();
      return true;
    }
    for (const id of changed) await this.#replace(id);
    this.#generation = target;
    if (changed.length === 0 && this.#lacking.size === 0) return false;
    const before = this.#lacking;
    await this.#look();
    const late = [...before].filter((id) => !this.#lacking.has(id) && !this.#keys.has(id));
    for (const id of late) await this.#replace(id);
    return changed.length + late.length > 0;
  }

  async #replace(id: DocumentId): Promise<void> {
    const vectors = await this.#feed.vectorsOf(id, this.#fingerprint);
    for (const key of this.#keys.get(id) ?? []) this.#index.remove(key);
    this.#keys.delete(id);
    for (const { key, vector } of vectors) {
      this.#index.add(key, vector);
      this.#note(id, key);
    }
    this.#saved = false;
  }

  async #rebuild(): Promise<void> {
    const generation = await this.#feed.generation();
    const index = new HnswIndex(this.#dimensions);
    this.#keys = new Map();
    for await (const { key, documentId, vector } of this.#feed.vectors(this.#fingerprint)) {
      index.add(key, vector);
      this.#note(documentId, key);
    }
    this.#index = index;
    this.#generation = generation;
    this.#saved = false;
    await this.#look();
  }

  async #look(): Promise<void> {
    this.#lacking = new Set((await this.#feed.lacking(this.#fingerprint)).map(({ id }) => id));
  }

  #note(id: DocumentId, key: string): void {
    const keys = this.#keys.get(id);
    if (keys === undefined) this.#keys.set(id, [key]);
    else keys.push(key);
  }
}

/** Chunk ids are the document's id, "#", and the place in it. */
const documentOf = (chunkId: string): DocumentId => chunkId.slice(0, chunkId.lastIndexOf('#')) as DocumentId;
