import { setTimeout as sleep } from 'node:timers/promises';
import {
  createConcurrentSink,
  createRunner,
  createSource,
  createUpdateFetcher,
  type RunnerHandle,
} from '@grammyjs/runner';
import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { InboxItem } from '../../dialogue/inbox.ts';
import type { BotContext, BotDeps } from '../context.ts';
import type { Intake } from './intake.ts';

export const UPDATE_TYPES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** A Bot API server that answers an empty poll at once is not asked more often than this. */
const EMPTY_POLL_MS = 100;
const CONFLICT_PAUSE_MS = 5_000;

export interface Polling {
  stop(): Promise<void>;
}

/**
 * Long polling through grammY's runner. Telegram takes the next `getUpdates` as the acknowledgement of the batch before
 * it, so a batch is stored inside the supplier: the runner cannot fetch again before it is safe.
 */
export function startPolling(bot: Bot<BotContext>, intake: Intake, log: BotDeps['log']): Polling {
  let stopped = false;
  let runner: RunnerHandle | undefined;

  async function pollForEver(): Promise<void> {
    while (!stopped) {
      runner = createPollingRunner(bot, intake);
      runner.start();
      try {
        await runner.task();
      } catch (error) {
        // The runner gives up on 401 and on 409: another copy polls with the same token, which may pass.
        const conflict = (error as { error_code?: number }).error_code === 409;
        log.error({ err: error }, conflict ? 'another copy of the bot is polling' : 'polling stopped');
        if (!conflict) return;
        await sleep(CONFLICT_PAUSE_MS, undefined, { ref: false });
      }
    }
  }

  const finished = pollForEver();
  return {
    async stop() {
      stopped = true;
      await runner?.stop()?.catch(() => {});
      await finished;
    },
  };
}

function createPollingRunner(bot: Bot<BotContext>, intake: Intake): RunnerHandle {
  const fetchUpdates = createUpdateFetcher<Update, unknown>(
    bot as unknown as Parameters<typeof createUpdateFetcher<Update, unknown>>[0],
    { fetch: { timeout: 30, allowed_updates: [...UPDATE_TYPES] }, retryInterval: 1_000, silent: true },
  );
  const source = createSource<InboxItem>({
    async supply(batchSize, signal) {
      const asked = Date.now();
      const updates = await fetchUpdates(batchSize, signal);
      if (updates.length === 0 && Date.now() - asked < EMPTY_POLL_MS) await sleep(EMPTY_POLL_MS);
      return [...(await intake.store(updates))];
    },
  });
  const sink = createConcurrentSink<InboxItem>({ consume: (item) => intake.accept(item) }, async () => {});
  return createRunner(source, sink);
}
