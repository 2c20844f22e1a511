import type { BotContext } from './context.ts';
import { TIMES } from './limits.ts';

type Activity = 'typing' | 'upload_photo' | 'upload_document';

/** Shows "typing" until the returned function is called; an answer that is there at once shows none. */
export const showTyping = (ctx: BotContext): (() => void) => showActivity(ctx, 'typing');

export function showActivity(ctx: BotContext, activity: Activity): () => void {
  const show = (): void => {
    void ctx.replyWithChatAction(activity).catch(() => {});
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
