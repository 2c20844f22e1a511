import type { BotContext } from './context.ts';
import { TIMES } from './limits.ts';

/** Shows "typing" until the returned function is called; an answer that is there at once shows none. */
export function showTyping(ctx: BotContext): () => void {
  const show = (): void => {
    void ctx.replyWithChatAction('typing').catch(() => {});
  };
  let repeat: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    show();
    repeat = setInterval(show, TIMES.typingEvery);
  }, TIMES.beforeTyping);
  return () => {
    clearTimeout(first);
    clearInterval(repeat);
  };
}
