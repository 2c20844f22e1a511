import type { DocumentId } from '../../legal/model.ts';
import type { IndexedDocument } from '../model.ts';
import { pacer } from '../steps.ts';
import { RetrievalIndex } from './retrieval-index.ts';

/** Where the committed documents are; the store implements it. Generations only grow. */
export interface DocumentFeed {
  generation(): Promise<number>;
  /** Ids changed after a generation, each once. */
  changesSince(generation: number): Promise<readonly DocumentId[]>;
  serving(): AsyncIterable<IndexedDocument>;
  /** Undefined when it no longer serves. */
  document(id: DocumentId): Promise<IndexedDocument | undefined>;
}

/** Past this many changes one build is quicker than adding one by one, but holds up searches: not done while serving. */
const REBUILD_AT = 300;
/** Changed documents that a serving process lets its snapshot lack: taken in at the next opening within a second. */
const SAVE_AT = 50;
/** Chunks of changed documents that make one segment: searched within the second, and few segments to search. */
const BATCH_CHUNKS = 500;

/**
 * Keeps an in-memory index in step with the committed documents. The database is the truth; the snapshot on disk only
 * spares the building, and is used when its generation is one the feed can continue from.
 */
export class IndexKeeper {
  readonly #feed: DocumentFeed;
  readonly #dir: string;
  #index: RetrievalIndex;
  #generation: number;
  #saved: number;
  /** Changed documents that the snapshot lacks. */
  #unsaved = 0;
  #timer: NodeJS.Timeout | undefined;
  #catchingUp: Promise<boolean> | undefined;

  private constructor(
    feed: DocumentFeed,
    dir: string,
    index: RetrievalIndex,
    generation: number,
    saved: number,
  ) {
    this.#feed = feed;
    this.#dir = dir;
    this.#index = index;
    this.#generation = generation;
    this.#saved = saved;
  }

  /** @param dir folder of the snapshot */
  static async open(feed: DocumentFeed, dir: string): Promise<IndexKeeper> {
    const snapshot = RetrievalIndex.open(dir);
    const current = await feed.generation();
    if (snapshot !== undefined && snapshot.generation <= current) {
      const keeper = new IndexKeeper(feed, dir, snapshot.index, snapshot.generation, snapshot.generation);
      await keeper.catchUp();
      return keeper;
    }
    const keeper = new IndexKeeper(feed, dir, RetrievalIndex.build([]), 0, -1);
    await keeper.#rebuild();
    return keeper;
  }

  get index(): RetrievalIndex {
    return this.#index;
  }

  get generation(): number {
    return this.#generation;
  }

  /** Applies what was committed since; true when there was something. Calls that overlap share one run. */
  catchUp(): Promise<boolean> {
    this.#catchingUp ??= this.#applyChanges().finally(() => {
      this.#catchingUp = undefined;
    });
    return this.#catchingUp;
  }

  async #applyChanges(): Promise<boolean> {
    const target = await this.#feed.generation();
    if (target === this.#generation) return false;
    const changed = await this.#feed.changesSince(this.#generation);
    if (changed.length >= REBUILD_AT && this.#timer === undefined) {
      await this.#rebuild();
      return true;
    }
    await this.#take(changed);
    this.#generation = target;
    this.#unsaved += changed.length;
    await this.#index.lexical.tidy();
    return true;
  }

  /** Takes changed documents in, some hundred chunks to a segment, leaving the thread to searches in between. */
  async #take(changed: readonly DocumentId[]): Promise<void> {
    const pause = pacer();
    let batch: IndexedDocument[] = [];
    let chunks = 0;
    const flush = async () => {
      await this.#index.addInSlices(...batch);
      batch = [];
      chunks = 0;
    };
    for (const id of changed) {
      const document = await this.#feed.document(id);
      if (document === undefined) this.#index.remove(id);
      else {
        batch.push(document);
        chunks += document.chunks.length;
      }
      if (chunks >= BATCH_CHUNKS) await flush();
      await pause();
    }
    await flush();
  }

  async #rebuild(): Promise<void> {
    const generation = await this.#feed.generation();
    this.#index = await RetrievalIndex.buildFrom(this.#feed.serving());
    this.#generation = generation;
    this.#unsaved = REBUILD_AT;
  }

  /** Writes the snapshot when it is behind; while serving only when it is so far behind that opening it would take long
   * to catch up. Only the process that holds the writer's place calls this. */
  async save(): Promise<void> {
    const serving = this.#timer !== undefined;
    if (this.#saved === this.#generation || (serving && this.#unsaved < SAVE_AT)) return;
    const generation = this.#generation;
    const unsaved = this.#unsaved;
    await this.#index.save(this.#dir, generation);
    this.#saved = generation;
    this.#unsaved -= unsaved;
  }

  /** Follows the feed until {@link stop}; a failure is told and tried again at the next turn. */
  follow(everyMs: number, onError: (error: unknown) => void): void {
    this.#timer = setInterval(() => void this.catchUp().catch(onError), everyMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#catchingUp?.catch(() => false);
  }
}
