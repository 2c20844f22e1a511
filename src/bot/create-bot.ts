import { setMaxListeners } from 'node:events';
import type { Agent } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiClientOptions, Bot } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { InboxItem } from '../dialogue/inbox.ts';
import { createTelegramFiles } from './api/files.ts';
import { forgiving, patient, sendLedger } from './api/transformers.ts';
import { publishCommands } from './commands.ts';
import type { BotContext, BotDeps } from './context.ts';
import { features } from './features/index.ts';
import { createIntake } from './inbox/intake.ts';
import { type Polling, startPolling, UPDATE_TYPES } from './inbox/polling.ts';
import { settle } from './inbox/settle.ts';
import { keyOf } from './inbox/updates.ts';
import { createWebhook } from './inbox/webhook.ts';
import { type Pace, TIMES } from './limits.ts';
import { liveReplies } from './live-reply.ts';
import { deliverNotices } from './notices.ts';
import { every } from './timers.ts';

export interface BotOptions extends Omit<BotDeps, 'live' | 'pace'> {
  readonly token: string;
  /** Another Bot API server; no slash at the end. */
  readonly apiRoot?: string;
  /** With both, updates come by webhook: mount `webhook` at `url` and Telegram sends `secret` along. */
  readonly webhook?: { readonly url: string; readonly secret: string };
  /** More for grammY's client, such as a proxy agent in `baseFetchConfig`. */
  readonly client?: ApiClientOptions;
  /** How often people are shown something; default {@link TIMES}. */
  readonly pace?: Pace;
}

export interface TelegramBot {
  /** Connects, handles what was left unanswered, then takes new updates. Resolves when running.
   * @throws GrammyError 401 when the token is wrong; network errors are waited out */
  start(): Promise<void>;
  /** Takes no more updates, finishes what is in hand within 15 s; the rest is answered after the next start. */
  stop(): Promise<void>;
  /** For webhook mode: answers 401 without the secret token, 200 once the update is stored. */
  webhook(request: Request): Promise<Response>;
  /** Known once started: for deep links. */
  username(): string | undefined;
}

/** The Telegram bot over the dialogue. Nothing connects before `start`. */
export function createBot(options: BotOptions): TelegramBot {
  const { log, pace = TIMES } = options;
  const stopping = new AbortController();
  // One listener for each send that waits for a retry.
  setMaxListeners(0, stopping.signal);
  const bot = new Bot<BotContext>(options.token, {
    client: {
      timeoutSeconds: 60,
      ...options.client,
      ...(options.apiRoot !== undefined && { apiRoot: options.apiRoot }),
    },
  });
  bot.api.config.use(patient(stopping.signal, pace.beforeRetry), forgiving);
  bot.use(async (ctx, next) => {
    ctx.key = keyOf(ctx.update);
    ctx.api.config.use(sendLedger(options.inbox, ctx.key));
    await next();
  });
  const agent = options.client?.baseFetchConfig?.agent as Agent | undefined;
  const files = createTelegramFiles({ ...options, ...(agent !== undefined && { agent }) });
  bot.use(features({ ...options, pace, files, live: liveReplies(options.inbox, pace) }));

  const handle = async (item: InboxItem): Promise<boolean> =>
    !stopping.signal.aborted && settle({ log, bot, stopping: stopping.signal }, item);
  const intake = createIntake(options, handle, stopping.signal);
  const deliverNow = deliverNotices({ ...options, api: bot.api });
  const receive = createWebhook(intake, options.webhook?.secret ?? '', log);
  const timers = new AbortController();
  let polling: Polling | undefined;

  async function redeliver(): Promise<void> {
    for (const item of await intake.leftOver()) void intake.accept(item);
  }

  return {
    username: () => (bot.isInited() ? bot.botInfo.username : undefined),
    webhook: (request) =>
      options.webhook === undefined || stopping.signal.aborted
        ? Promise.resolve(new Response(null, { status: 503 }))
        : receive(request),
    async start() {
      await connect(bot, log, stopping.signal);
      publishCommands(bot.api, log);
      await redeliver();
      if (options.webhook === undefined) {
        await bot.api.deleteWebhook().catch(() => {});
        polling = startPolling(bot, intake, log);
      } else {
        const { url, secret } = options.webhook;
        await bot.api.setWebhook(url, { secret_token: secret, allowed_updates: [...UPDATE_TYPES] });
      }
      const jobs: [number, () => Promise<unknown>][] = [
        [pace.noticesEvery, deliverNow],
        [TIMES.redeliverEvery, redeliver],
        [
          TIMES.purgeEvery,
          () => options.inbox.purge(new Date(options.now().getTime() - TIMES.keepDone).toISOString()),
        ],
      ];
      for (const [ms, job] of jobs) void every(ms, job, log, timers.signal);
    },
    async stop() {
      if (timers.signal.aborted) return;
      timers.abort();
      await polling?.stop();
      await Promise.race([intake.idle(), sleep(TIMES.stopWithin, undefined, { ref: false })]);
      stopping.abort();
    },
  };
}

/** Waits until the Bot API answers; only a wrong token ends the waiting. */
async function connect(bot: Bot<BotContext>, log: BotDeps['log'], signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      bot.botInfo = completeInfo(await bot.api.getMe());
      return;
    } catch (error) {
      if ((error as { error_code?: number }).error_code === 401 || signal.aborted) throw error;
      log.warn({ err: error }, 'Bot API not reachable; trying again');
      await sleep(3_000, undefined, { signal });
    }
  }
}

/** Test servers answer `getMe` with less than Telegram does. */
function completeInfo(me: UserFromGetMe): UserFromGetMe {
  return { ...me, is_bot: true };
}
