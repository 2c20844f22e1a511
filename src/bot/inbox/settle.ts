import { type Bot, BotError } from 'grammy';
import type { Update } from 'grammy/types';
import { newReferenceCode } from '../../dialogue/errors.ts';
import type { InboxItem } from '../../dialogue/inbox.ts';
import { classify } from '../api/errors.ts';
import type { BotContext, BotDeps } from '../context.ts';
import { BOT_WORDS } from '../words.ts';

/** Our own errors are tried again once, in case they pass (a busy database); then the person is told. */
const OWN_ERRORS_ALLOWED = 2;

export type SettleDeps = Pick<BotDeps, 'inbox' | 'log' | 'now'> & {
  readonly bot: Pick<Bot<BotContext>, 'handleUpdate' | 'api'>;
  readonly stopping: AbortSignal;
};

/** Handles one stored update and decides what its outcome means: done, later, or an apology. */
export async function settle(deps: SettleDeps, item: InboxItem): Promise<void> {
  const update = JSON.parse(item.body) as Update;
  try {
    await deps.bot.handleUpdate(update);
  } catch (thrown) {
    // What a stop interrupts is answered after the next start.
    if (deps.stopping.aborted || !(await isOver(deps, item, update, thrown))) return;
  }
  await deps.inbox.done(item.key, deps.now().toISOString());
}

async function isOver(deps: SettleDeps, item: InboxItem, update: Update, thrown: unknown): Promise<boolean> {
  const error = thrown instanceof BotError ? thrown.error : thrown;
  const failure = classify(error);
  const code = newReferenceCode();
  deps.log.error({ err: error, key: item.key, failure, code }, 'update failed');
  // An outage may last for hours: such an update waits as long as it takes.
  if (failure === 'passing') return false;
  if (failure !== 'ours') return true;
  if ((await deps.inbox.failed(item.key)) < OWN_ERRORS_ALLOWED) return false;
  const chat = (update.message ?? update.edited_message ?? update.callback_query?.message)?.chat.id;
  if (chat !== undefined) await deps.bot.api.sendMessage(chat, BOT_WORDS.failed(code)).catch(() => {});
  return true;
}
