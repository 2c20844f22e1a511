import { setTimeout as sleep } from 'node:timers/promises';
import { type Bot, BotError } from 'grammy';
import type { Update } from 'grammy/types';
import { newReferenceCode } from '../../dialogue/errors.ts';
import type { InboxItem } from '../../dialogue/inbox.ts';
import { classify } from '../api/errors.ts';
import type { BotContext, BotDeps } from '../context.ts';
import { TIMES } from '../limits.ts';
import { BOT_WORDS } from '../words.ts';

export type SettleDeps = Pick<BotDeps, 'log'> & {
  readonly bot: Pick<Bot<BotContext>, 'handleUpdate' | 'api'>;
  readonly stopping: AbortSignal;
};

/**
 * Handles one stored update and says whether it is over: answered, or nothing more can be done. What is not over stays
 * in the inbox: an outage, which may last for hours, or a stop. Our own errors are tried twice; then the person is told.
 */
export async function settle(deps: SettleDeps, item: InboxItem): Promise<boolean> {
  const update = JSON.parse(item.body) as Update;
  for (const lastTry of [false, true]) {
    const error = await errorOf(() => deps.bot.handleUpdate(update));
    if (error === undefined) break;
    if (deps.stopping.aborted) return false;
    const failure = classify(error);
    const code = newReferenceCode();
    deps.log.error({ err: error, key: item.key, failure, code }, 'update failed');
    if (failure === 'passing') return false;
    if (failure !== 'ours') break;
    if (lastTry) await apologise(deps, update, code);
    else await sleep(TIMES.beforeSecondTry);
  }
  return true;
}

async function errorOf(work: () => Promise<void>): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (thrown) {
    return (thrown instanceof BotError ? thrown.error : thrown) ?? new Error('thrown without an error');
  }
}

async function apologise({ bot }: SettleDeps, update: Update, code: string): Promise<void> {
  const chat = (update.message ?? update.edited_message ?? update.callback_query?.message)?.chat.id;
  if (chat !== undefined) await bot.api.sendMessage(chat, BOT_WORDS.failed(code)).catch(() => {});
}
