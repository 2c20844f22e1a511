import type { Server } from 'node:http';
import { type HttpBindings, serve } from '@hono/node-server';
import type { Logger } from 'pino';
import { dayOf, EVERYONE } from './answer/llm/budget.ts';
import { type App, CORPUS } from './app.ts';
import { sweepCorrections } from './dialogue/changes/corrections.ts';
import { sweepDigests } from './dialogue/changes/digest.ts';
import { createCitedOriginals } from './dialogue/originals/cited.ts';
import { deliverPushes } from './dialogue/push/push.ts';
import { sweepGuidance } from './dialogue/review/guidance-upkeep.ts';
import { upkeep } from './dialogue/review/upkeep.ts';
import { webChat } from './dialogue/web-chat.ts';
import { takeLock } from './store/lock.ts';
import { createUsageCounter } from './store/usage/usage-counter.ts';
import { createTelegram, startTelegram, WEBHOOK_PATH } from './telegram.ts';
import { createWeb } from './web/create-web.ts';
import type { LanguageModelUse } from './web/deps.ts';
import { guidanceFiles, wireGuidance } from './wiring/guidance.ts';
import { wireSuggestedRoutes } from './wiring/local-facts.ts';
import { createPagePictures } from './wiring/page-pictures.ts';
import { createWebPush } from './wiring/web-push.ts';

export interface RunningServer {
  /** Address people open: PUBLIC_URL, or where it listens. */
  readonly address: string;
  stop(): Promise<void>;
}

/** How often the index and the notices look for what other processes committed, in milliseconds. */
const FOLLOW_MS = 1000;
const SWEEP_MS = 60_000;
const UPKEEP_MS = 3_600_000;
const PUSH_MS = 5_000;
/** Browsers push over https alone, so this stands where there is no public address to turn to anyway. */
const NO_CONTACT = 'mailto:quan-tri@tro-ly-cap-xa.invalid';
const STOP_WITHIN_MS = 15_000;
/** Where the client goes without OPENAI_BASE_URL. */
const OPENAI_ADDRESS = 'https://api.openai.com';

/** The port or the folder is taken. `forPeople` is Vietnamese. */
export class ServerError extends Error {
  readonly forPeople: string;

  constructor(message: string, forPeople: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'ServerError';
    this.forPeople = forPeople;
  }
}

/** Serves web chat and administration until {@link RunningServer.stop}. @throws ServerError, DataDirBusyError */
export async function startServer(
  app: App,
  log: Logger,
  tell: (text: string) => void = () => {},
): Promise<RunningServer> {
  const { config } = app;
  const free = await takeLock(config.dataDir, 'server', 'npm start', 0);
  const pagePictures = createPagePictures();
  const citedOriginals = createCitedOriginals({
    source: app.dialogue.source,
    original: app.uploads.stored.original,
    pictures: pagePictures,
  });
  const telegram = createTelegram(app, log, { originals: citedOriginals, pictures: pagePictures });
  const sender = await createWebPush({
    settings: app.stores.settings,
    contact: config.publicUrl?.startsWith('https:') ? config.publicUrl : NO_CONTACT,
    onFault: (error) => log.warn({ err: error }, 'a notice could not be pushed'),
  });
  const web = createWeb({
    ...app.stores,
    digest: app.changes,
    chat: webChat(app.dialogue),
    commune: app.dialogue,
    citedOriginals,
    push: { store: app.stores.push, publicKey: sender.publicKey },
    admin: {
      ...app.review,
      dialogue: app.dialogue,
      chunks: app.documents,
      answerer: app.answerer,
      territory: config.territory,
      guidance: guidanceFiles(app),
      uploads: app.uploads,
      pagePictures,
      suggestedRoutes: wireSuggestedRoutes(CORPUS, config.territory),
      languageModel: () => languageModelUse(app),
      ...(app.vectorState && { vectors: app.vectorState }),
    },
    notReady: () => notReady(app),
    ...(config.publicUrl !== undefined && { publicUrl: new URL(config.publicUrl) }),
    trustProxy: config.trustProxy,
    now: app.now,
    log,
  });
  let http: Server;
  try {
    http = await listen(
      (request, bindings) =>
        telegram !== undefined && new URL(request.url).pathname === WEBHOOK_PATH
          ? telegram.webhook(request)
          : web.fetch(request, bindings),
      config.host,
      config.port,
    );
  } catch (error) {
    free();
    throw error;
  }
  app.follow(FOLLOW_MS);
  const sweep = setInterval(
    () =>
      void Promise.all([
        app.dialogue.sweepOverdue(),
        sweepGuidance(wireGuidance(app)),
        sweepCorrections(app.changes),
        sweepDigests(app.changes),
      ]).catch((error: unknown) => log.error({ err: error }, 'sweep failed')),
    SWEEP_MS,
  );
  sweep.unref();
  const pushes = everyWhile(PUSH_MS, () => deliverPushes({ ...app.stores, sender, now: app.now }), log);
  const keep = () =>
    void upkeep({ ...app.stores, ...app.review, chunks: app.documents, now: app.now }).catch(
      (error: unknown) => log.error({ err: error }, 'upkeep failed'),
    );
  const upkeepTimer = setInterval(keep, UPKEEP_MS);
  upkeepTimer.unref();
  if (telegram !== undefined) void startTelegram(telegram, app, log, tell);
  return {
    address: config.publicUrl ?? addressOf(http, config.host),
    async stop() {
      clearInterval(sweep);
      clearInterval(upkeepTimer);
      clearInterval(pushes);
      await telegram?.stop();
      await close(http);
      free();
    },
  };
}

/** Repeats work that must not overlap with itself. */
function everyWhile(ms: number, work: () => Promise<unknown>, log: Logger): NodeJS.Timeout {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    work()
      .catch((error: unknown) => log.error({ err: error }, 'pushing notices failed'))
      .finally(() => {
        running = false;
      });
  }, ms);
  timer.unref();
  return timer;
}

/** Why questions cannot be answered yet, for whoever watches the process; undefined when they can. */
export async function notReady(app: App): Promise<string | undefined> {
  return (await app.isEmpty()) ? 'no documents yet' : undefined;
}

async function languageModelUse({ config, db, now }: App): Promise<LanguageModelUse> {
  const usage = createUsageCounter(db);
  const { chatModel, embeddingModel, gradingModel, openai, embeddings, llm } = config;
  return {
    ...llm,
    embeddings,
    ...(chatModel !== undefined && { name: chatModel }),
    ...(embeddingModel !== undefined && { embeddingModel }),
    ...(gradingModel !== undefined && { gradingModel }),
    ...(openai !== undefined && { endpoint: new URL(openai.baseUrl ?? OPENAI_ADDRESS).host }),
    usedToday: await usage.used(EVERYONE, dayOf(now().getTime())),
    used: (from, to) => usage.between(EVERYONE, from, to),
  };
}

function listen(
  fetch: (request: Request, bindings: HttpBindings) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: (request, bindings) => fetch(request, bindings as HttpBindings), hostname: host, port },
      () => resolve(server as Server),
    ) as Server;
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
  });
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): ServerError {
  const what =
    error.code === 'EADDRINUSE'
      ? `Cổng ${port} của ${host} đang có chương trình khác dùng. Đặt PORT khác rồi chạy lại.`
      : error.code === 'EACCES'
        ? `Không được phép mở cổng ${port}. Đặt PORT từ 1024 trở lên rồi chạy lại.`
        : `Không mở được ${host}:${port} (${error.code ?? 'lỗi'}). Kiểm tra HOST và PORT rồi chạy lại.`;
  return new ServerError(error.message, what, { cause: error });
}

function addressOf(server: Server, host: string): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Lets requests in hand finish, then closes what stays open. */
async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
