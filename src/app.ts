import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { Answer, Answerer } from './answer/model.ts';
import type { Trace } from './answer/trace.ts';
import type { Config } from './config.ts';
import type { CorrectionDeps } from './dialogue/changes/corrections.ts';
import type { DigestDeps } from './dialogue/changes/digest.ts';
import { createDialogue, type Dialogue } from './dialogue/dialogue.ts';
import type { PipelineDeps } from './ingest/pipeline.ts';
import { pageCacheFolder } from './ingest/reading/page-cache-folder.ts';
import { createReadingProcess } from './ingest/reading/process.ts';
import type { IngestReport } from './ingest/report.ts';
import { ingestPaths, syncCorpus } from './ingest/run.ts';
import { understandFile } from './ingest/understand.ts';
import { parseAsOf } from './legal/calendar/as-of.ts';
import { dayInVietnam } from './legal/calendar/today.ts';
import type { IsoDate } from './legal/model.ts';
import { createLogger } from './log.ts';
import type { VectorState } from './retrieval/dense/vector-state.ts';
import type { IndexKeeper } from './retrieval/index/index-keeper.ts';
import type { Hit, Reader, Retrieval, Retriever } from './retrieval/model.ts';
import { createCorrectionStore } from './store/changes/correction-store.ts';
import { createSubscriptionStore } from './store/changes/subscription-store.ts';
import type { DocumentStore } from './store/core/document-store.ts';
import { createLawRegister } from './store/core/law-register.ts';
import { createSyncStore } from './store/core/sync-store.ts';
import { DATABASE_FILE, type Db, openDatabase } from './store/database.ts';
import { createDialogueStores, type DialogueStores } from './store/dialogue/index.ts';
import { ifWriterFree, takeLock } from './store/lock.ts';
import { createReviewStores, type ReviewStores } from './store/review/index.ts';
import { createUsageCounter } from './store/usage/usage-counter.ts';
import { wireAnswering } from './wiring/answering.ts';
import { dropOtherIndexes } from './wiring/index-folder.ts';
import { wireLocalFacts } from './wiring/local-facts.ts';
import { openSearching } from './wiring/searching.ts';
import { wireUploads } from './wiring/uploads.ts';
import { wireVectors } from './wiring/vectors.ts';

/** Whoever runs commands on the machine reads everything that is stored there. */
const OPERATOR: Reader = { internal: true, departments: [], channel: 'cli' };

export const CORPUS = fileURLToPath(new URL('../corpus', import.meta.url));

export interface AppOptions {
  /** A line for the operator: waiting, rebuilding. */
  readonly tell: (text: string) => void;
  readonly log?: Logger;
  readonly now?: () => Date;
  /** Told of each step of each question. */
  readonly trace?: Trace;
}

export interface IngestOptions {
  /** Files that this program wrote itself: read in this process, which takes no second to start. */
  readonly own?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (text: string) => void;
}

export interface App {
  readonly config: Config;
  readonly now: () => Date;
  readonly db: Db;
  readonly documents: DocumentStore;
  readonly stores: DialogueStores;
  readonly review: ReviewStores;
  readonly index: IndexKeeper;
  readonly retriever: Retriever;
  readonly answerer: Answerer;
  readonly dialogue: Dialogue;
  readonly uploads: ReturnType<typeof wireUploads>;
  /** What people are told of changes of the law, and of new guidance in the fields they follow. */
  readonly changes: CorrectionDeps & DigestDeps;
  /** How far documents have vectors; absent when vectors are off. */
  readonly vectorState?: () => Promise<VectorState>;
  readonly words: { readonly emptyIndex: string };
  today(): IsoDate;
  isEmpty(): Promise<boolean>;
  ingest(paths: readonly string[], options?: IngestOptions): Promise<IngestReport>;
  /** Loads `corpus/` when it changed. */
  loadCorpus(options?: IngestOptions): Promise<IngestReport>;
  search(query: string, options: { k: number; asOf: IsoDate }): Promise<Retrieval>;
  /** Without `asOf` the day that the question names, else today. */
  ask(
    question: string,
    options: { asOf?: IsoDate; signal?: AbortSignal },
  ): Promise<{ answer: Answer; hits: readonly Hit[] }>;
  /** Follows what is written to the database, by whatever process, until {@link close}. */
  follow(everyMs: number): void;
  /** A new one-time link for whoever can run commands on this machine. */
  adminSigninLink(address?: string): Promise<string>;
  close(): Promise<void>;
}

/** The one composition root: everything that is put together is put together here. */
export async function openApp(config: Config, options: AppOptions): Promise<App> {
  const { tell, now = () => new Date(), log = createLogger(config.logLevel) } = options;
  const db = await openDatabase(join(config.dataDir, DATABASE_FILE));
  const { documents, index, fingerprint, ...searching } = await openSearching({
    config,
    db,
    corpus: CORPUS,
    tell,
  });
  const syncStore = createSyncStore(db, now);
  const stores = createDialogueStores(db, now);
  const review = createReviewStores(db);
  const vectors = wireVectors({
    config,
    db,
    documents,
    log,
    ifFree: (work) => ifWriterFree(config.dataDir, 'vectors', work),
    clock: () => now().getTime(),
  });
  const retriever = searching.retriever(vectors.dense);
  const local = wireLocalFacts(CORPUS, stores.settings);
  const { answerer, rewrite } = wireAnswering({
    local,
    config,
    retriever,
    source: documents,
    register: createLawRegister(db),
    log,
    usage: createUsageCounter(db),
    indexed: () => index.generation,
    settings: stores.settings,
    ...(options.trace && { trace: options.trace }),
  });
  const dialogue = createDialogue({
    ...stores,
    answerer,
    chunks: documents,
    communes: local.communes,
    lookups: local.lookups,
    ...(rewrite && { rewrite }),
    now,
    log,
    options: { adminTelegramIds: config.adminTelegramIds, territory: config.territory },
  });
  const today = () => dayInVietnam(now());

  const asWriter = async <T>(command: string, work: () => Promise<T>): Promise<T> => {
    const free = await takeLock(config.dataDir, 'writer', command, config.writerWaitMs, (holder) =>
      tell(`Đang đợi tiến trình ${holder?.pid ?? '?'} (${holder?.command ?? 'không rõ'}) ghi xong…`),
    );
    try {
      const done = await work();
      await index.catchUp();
      await index.save();
      dropOtherIndexes(config.dataDir, fingerprint);
      return done;
    } finally {
      free();
    }
  };

  const uploads = wireUploads({
    db,
    stores,
    review,
    documents,
    syncStore,
    vectoriser: vectors.vectoriser,
    asWriter,
    territory: config.territory,
    stored: { retriever, source: documents },
    pageCacheDir: pageCacheFolder(config.dataDir),
    now,
    log,
  });

  const runOf = (run: IngestOptions = {}) => ({
    ...run,
    store: syncStore,
    vectoriser: vectors.vectoriser,
    onFault: (file: { path: string }, error: unknown) =>
      log.error({ err: error, file: file.path }, 'a file could not be understood'),
    pageCacheDir: pageCacheFolder(config.dataDir),
  });

  return {
    config,
    now,
    db,
    documents,
    stores,
    review,
    index,
    retriever,
    answerer,
    dialogue,
    uploads,
    ...(vectors.state && { vectorState: vectors.state }),
    changes: {
      ...stores,
      chunks: documents,
      documents: review.documents,
      corrections: createCorrectionStore(db),
      subscriptions: createSubscriptionStore(db),
      now,
    },
    words: {
      emptyIndex:
        'Chưa có tài liệu nào trong chỉ mục. Hãy chạy "npm run -s ingest -- THƯ_MỤC_TÀI_LIỆU" hoặc "npm start" (tự nạp corpus/).',
    },
    today,
    isEmpty: async () => (await documents.count()) === 0,
    ingest: (paths, run) =>
      asWriter(`ingest ${paths.join(' ')}`, async () => {
        const reading = createReadingProcess();
        try {
          const understand: PipelineDeps['understand'] =
            run?.own === true ? understandFile : (...file) => reading.run('understand', ...file);
          const report = await ingestPaths(paths, { ...runOf(run), understand, origin: 'ingest' });
          await vectors.settle(run);
          return report;
        } finally {
          reading.close();
        }
      }),
    loadCorpus: (run) =>
      asWriter('start: corpus', () => syncCorpus(CORPUS, { ...runOf(run), understand: understandFile })),
    search: (query, { k, asOf }) =>
      retriever.retrieve({ query, k, asOf, reader: OPERATOR, territory: config.territory }),
    async ask(question, { asOf: given, signal }) {
      const said = given ?? parseAsOf(question, today());
      const asOf = said ?? today();
      for (const lookup of local.lookups) {
        const direct = await lookup(question, given ?? today());
        if (direct !== undefined) return { answer: direct, hits: [] };
      }
      return answerer.ask({
        question,
        asOf,
        ...(said !== undefined && { dayNamed: true }),
        reader: OPERATOR,
        territory: config.territory,
        ...(signal && { signal }),
      });
    },
    async adminSigninLink(address = config.publicUrl ?? localAddress(config)) {
      const admin = await dialogue.localAdmin();
      return address + (await dialogue.signinLink(admin.id));
    },
    follow(everyMs) {
      index.follow(everyMs, (error) => log.error({ err: error }, 'index could not follow the database'));
      vectors.follow(everyMs);
    },
    async close() {
      await index.stop();
      await vectors.stop();
      await db.destroy();
    },
  };
}

function localAddress({ host, port }: Config): string {
  return `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
}
