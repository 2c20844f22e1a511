import { CircuitBreaker } from '../answer/llm/breaker.ts';
import { retryAfter } from '../answer/llm/read-reply.ts';
import { EmbeddingError } from '../retrieval/dense/embeddings/openai.ts';
import type { VectorKeeper } from '../retrieval/dense/vector-keeper.ts';
import type { Embedder } from '../retrieval/model.ts';

/** The endpoint failed a moment ago and is left alone for a while. */
export class EmbedderRestingError extends Error {
  constructor() {
    super('the embedding endpoint is left alone for a while');
    this.name = 'EmbedderRestingError';
  }
}

export interface Ready {
  readonly embedder: Embedder;
  readonly keeper: VectorKeeper;
}

export interface PatientOptions {
  readonly connect: () => Promise<Ready>;
  /** A question waits no longer than this for its vector. */
  readonly queryMs: number;
  readonly clock: () => number;
  /** Told once when the endpoint stops working and once when it works again. */
  readonly onDown: (error: unknown) => void;
  readonly onUp: () => void;
}

/** An embedder that connects when it is first needed, is left alone after failures, and never holds a question. */
export class PatientEmbedder {
  readonly #options: PatientOptions;
  readonly #breaker: CircuitBreaker;
  #ready: Ready | undefined;
  #connecting: Promise<Ready> | undefined;
  #down = false;

  constructor(options: PatientOptions) {
    this.#options = options;
    this.#breaker = new CircuitBreaker(options.clock, { failures: 1, pauseMs: 15_000, maxPauseMs: 300_000 });
  }

  get ready(): Ready | undefined {
    return this.#ready;
  }

  /** True after a failure, until something works again. */
  get down(): boolean {
    return this.#down;
  }

  /** The vector of a question. @throws when the endpoint is down or resting: words alone decide then */
  async embedQuery(text: string): Promise<Float32Array> {
    return this.#guarded(() => within(this.#options.queryMs, this.#vectorOf(text)));
  }

  /** Runs work with the connected embedder; its failures count against the endpoint. */
  async use<T>(work: (ready: Ready) => Promise<T>): Promise<T> {
    return this.#guarded(async () => work(await this.#connected()));
  }

  async #vectorOf(text: string): Promise<Float32Array> {
    const { embedder, keeper } = await this.#connected();
    // No vectors yet: nothing to compare with, so nothing is sent.
    if (keeper.index.size === 0) return new Float32Array(embedder.dimensions);
    return embedder.embedQuery(text);
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#breaker.admit()) throw new EmbedderRestingError();
    try {
      const result = await work();
      this.#breaker.succeeded();
      if (this.#down) this.#options.onUp();
      this.#down = false;
      return result;
    } catch (error) {
      this.#breaker.failed(retryAfter((error as { headers?: Headers }).headers));
      // Another model answers under the same name: its vectors are of another kind, found out by connecting anew.
      if (error instanceof EmbeddingError && error.fault === 'dimensions') this.#ready = undefined;
      if (!this.#down) this.#options.onDown(error);
      this.#down = true;
      throw error;
    }
  }

  async #connected(): Promise<Ready> {
    if (this.#ready !== undefined) return this.#ready;
    this.#connecting ??= this.#connect().finally(() => {
      this.#connecting = undefined;
    });
    return this.#connecting;
  }

  /** Kept also when the question that began it did not wait for the end. */
  async #connect(): Promise<Ready> {
    this.#ready = await this.#options.connect();
    return this.#ready;
  }
}

/** Rejects after `ms`; the work itself goes on unheard. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no vector within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
