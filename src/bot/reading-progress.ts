import { inPassing } from './api/transformers.ts';
import type { BotContext } from './context.ts';
import { TIMES } from './limits.ts';
import { UPLOAD_CHAT } from './words.ts';

/**
 * Tells in one message, edited now and then, how far the reading of a file is. Best effort: a refused or slow call is left
 * out.
 *
 * @param every milliseconds between two tellings
 * @returns what the reader calls with pages done and all pages
 */
export async function tellReading(
  ctx: BotContext,
  every: number,
): Promise<(done: number, total: number) => void> {
  const { message_id } = await ctx.reply(UPLOAD_CHAT.reading);
  let shownAt = Date.now();
  return (done, total) => {
    if (total < 2 || done < 1 || Date.now() - shownAt < every) return;
    shownAt = Date.now();
    const text = UPLOAD_CHAT.readingPage(done, total);
    const edit = inPassing({ chat_id: ctx.chat!.id, message_id, text });
    void ctx.api.raw.editMessageText(edit, AbortSignal.timeout(TIMES.liveCall) as never).catch(() => {});
  };
}
