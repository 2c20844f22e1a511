import { join } from 'node:path';
import type { Logger } from 'pino';
import { scopePolicy } from '../answer/llm/scope.ts';
import { maskForLog } from '../answer/privacy.ts';
import type { Config } from '../config.ts';
import type { Vectoriser } from '../ingest/pipeline.ts';
import type { DocumentId } from '../legal/model.ts';
import type { Dense } from '../retrieval/dense/dense.ts';
import { embedMissing } from '../retrieval/dense/embed-missing.ts';
import { createHashingEmbedder } from '../retrieval/dense/embeddings/embedded.ts';
import { connectEndpointEmbedder, endpointFamily } from '../retrieval/dense/embeddings/openai.ts';
import { VectorKeeper } from '../retrieval/dense/vector-keeper.ts';
import type { VectorState } from '../retrieval/dense/vector-state.ts';
import { createVectoriser } from '../retrieval/dense/vectoriser.ts';
import type { Embedder } from '../retrieval/model.ts';
import type { DocumentStore } from '../store/core/document-store.ts';
import { createVectorStore } from '../store/core/vector-store.ts';
import type { Db } from '../store/database.ts';
import { EmbedderRestingError, PatientEmbedder, within } from './patient-embedder.ts';

export interface VectorDeps {
  readonly config: Config;
  readonly db: Db;
  readonly documents: DocumentStore;
  readonly log: Logger;
  /** Runs work while nobody else writes documents; undefined when the place is taken. */
  readonly ifFree: (work: () => Promise<void>) => Promise<void>;
  readonly clock?: () => number;
}

export interface EmbedRun {
  readonly signal?: AbortSignal;
  readonly onProgress?: (text: string) => void;
}

/** Dense retrieval as the application uses it. Nothing of it ever throws: words alone answer when vectors cannot. */
export interface Vectors {
  /** Absent when vectors are off. */
  readonly dense?: Dense;
  /** Embeds inside the transaction of ingestion where that cannot fail. */
  readonly vectoriser: Vectoriser;
  /** For whoever runs the assistant; absent when vectors are off. */
  readonly state?: () => Promise<VectorState>;
  /** To be called by whoever holds the writer's place, after documents changed: embeds, catches up, saves. */
  settle(run?: EmbedRun): Promise<void>;
  /** Follows the database and embeds what lacks vectors, until {@link stop}. */
  follow(everyMs: number): void;
  stop(): Promise<void>;
}

const NO_VECTORS: Vectoriser = { fingerprint: 'none', vectorise: async () => [] };
const OFF: Vectors = {
  vectoriser: NO_VECTORS,
  settle: async () => {},
  follow: () => {},
  stop: async () => {},
};

const CONNECT_MS = 10_000;
const QUERY_MS = 3_000;
/** After this long, documents the endpoint did not take are offered again: it may have been its own fault. */
const REFUSED_FOR_MS = 3_600_000;
/** Documents embedded at one go while serving, so that an ingestion need not wait long. */
const AT_ONCE = 100;

/** `EMBEDDING_MODEL`: vectors of an endpoint; `EMBEDDINGS=embedded`: the built-in ones; otherwise none. */
export function wireVectors(deps: VectorDeps): Vectors {
  const { config } = deps;
  if (config.embeddings === 'off') return OFF;
  if (config.embeddings === 'embedded') {
    const embedder = createHashingEmbedder(EMBEDDED_DIMENSIONS);
    return running(deps, async () => embedder, {
      family: embedder.fingerprint,
      vectoriser: createVectoriser(embedder),
      trust: EMBEDDED_TRUST,
      maySend: () => true,
      mask: (text) => text,
    });
  }
  const { openai, embeddingModel: model } = config;
  if (openai === undefined || model === undefined) return OFF;
  const policy = scopePolicy(config.llm.scope);
  return running(
    deps,
    () => within(CONNECT_MS, connectEndpointEmbedder({ ...openai, model, maxRetries: 1 })),
    {
      family: endpointFamily({ ...openai, model }),
      vectoriser: NO_VECTORS,
      trust: 1,
      maySend: (facts) => policy(facts.scope),
      mask: maskForLog,
    },
  );
}

/** Better than 256 by far, see docs/evaluation.md. */
const EMBEDDED_DIMENSIONS = 1024;
/** Measured, see docs/adr/0005-embedded-vectors.md. */
const EMBEDDED_TRUST = 0.1;

interface Kind {
  /** How the fingerprint begins, which is known before the endpoint answers. */
  readonly family: string;
  readonly trust: number;
  readonly vectoriser: Vectoriser;
  readonly maySend: Parameters<typeof embedMissing>[0]['maySend'];
  readonly mask: (text: string) => string;
}

function running(deps: VectorDeps, connect: () => Promise<Embedder>, kind: Kind): Vectors {
  const { config, db, documents, log, clock = Date.now } = deps;
  const store = { ...createVectorStore(db), document: documents.document };
  const refused = new Set<DocumentId>();
  const withheld = new Set<DocumentId>();
  const stopping = new AbortController();
  const patient = new PatientEmbedder({
    connect: async () => {
      const embedder = await connect();
      const keeper = await VectorKeeper.open(
        { ...documents, ...store },
        join(config.dataDir, 'vectors'),
        embedder,
      );
      return { embedder, keeper };
    },
    queryMs: QUERY_MS,
    clock,
    onDown: (error) =>
      void lackingForLog().then((lacking) =>
        log.warn({ err: error, part: 'vectors', ...lacking }, 'no vectors: words alone are searched'),
      ),
    onUp: () =>
      void lackingForLog().then((lacking) =>
        log.info({ part: 'vectors', ...lacking }, 'vectors are there again'),
      ),
  });

  const state = async (): Promise<VectorState> => {
    const fingerprint = patient.ready?.embedder.fingerprint;
    const coverage = await store.coverage(
      fingerprint === undefined ? { begins: kind.family } : { is: fingerprint },
    );
    return {
      ...coverage,
      endpoint: patient.down ? 'down' : fingerprint === undefined ? 'connecting' : 'up',
      withheld: withheld.size,
      refused: refused.size,
    };
  };
  const lackingForLog = async () => {
    try {
      const { documents: texts, chunks } = await state();
      return { lackingDocuments: texts.lacking, lackingChunks: chunks.lacking };
    } catch {
      // The database is being closed.
      return {};
    }
  };

  const embed = (run: EmbedRun & { readonly atMost?: number }) =>
    patient.use(async ({ embedder, keeper }) => {
      const { onProgress, signal, atMost } = run;
      await embedMissing({
        embedder,
        store,
        refused,
        withheld,
        maySend: kind.maySend,
        prepare: kind.mask,
        ...(signal && { signal }),
        ...(atMost !== undefined && { atMost }),
        ...(onProgress && {
          onProgress: (done, total) => onProgress(`Lập véc-tơ cho tài liệu ${done}/${total}`),
        }),
      });
      await keeper.catchUp();
    });
  const quietly = async (work: () => Promise<unknown>, signal?: AbortSignal) => {
    try {
      await work();
    } catch (error) {
      signal?.throwIfAborted();
      // Told already, once, by the patient embedder; what it did not see is told here.
      if (!(error instanceof EmbedderRestingError))
        log.debug({ err: error, part: 'vectors' }, 'vectors wait');
    }
  };

  /** Documents without vectors that may have them now. */
  const waiting = (keeper: VectorKeeper) =>
    [...keeper.lacking].filter((id) => !refused.has(id) && !withheld.has(id)).length;
  let triedAt = clock();
  const tryAgain = () => {
    triedAt = clock();
    refused.clear();
    withheld.clear();
  };

  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> | undefined;
  const takeTurn = () =>
    quietly(async () => {
      const keeper = patient.ready?.keeper;
      if ((await keeper?.catchUp()) || clock() - triedAt >= REFUSED_FOR_MS) tryAgain();
      if (keeper !== undefined && waiting(keeper) === 0) return;
      await deps.ifFree(async () => {
        await embed({ atMost: AT_ONCE, signal: stopping.signal });
        const after = patient.ready?.keeper;
        if (after !== undefined && waiting(after) === 0) {
          after.save();
          log.info({ part: 'vectors', ...(await lackingForLog()) }, 'vectors are made up for');
        }
      });
    });
  return {
    state,
    vectoriser: kind.vectoriser,
    dense: {
      trust: kind.trust,
      embedder: {
        get fingerprint() {
          return patient.ready?.embedder.fingerprint ?? 'none';
        },
        get dimensions() {
          return patient.ready?.embedder.dimensions ?? 0;
        },
        embedDocuments: (texts) => patient.use(({ embedder }) => embedder.embedDocuments(texts)),
        embedQuery: (text) => patient.embedQuery(kind.mask(text)),
      },
      index: () => patient.ready!.keeper.index,
    },
    async settle(run = {}) {
      await quietly(() => embed(run), run.signal);
      patient.ready?.keeper.save();
    },
    follow(everyMs) {
      timer = setInterval(() => {
        turn ??= takeTurn().finally(() => {
          turn = undefined;
        });
      }, everyMs);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await turn;
    },
  };
}
