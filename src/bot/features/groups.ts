import type { BotContext } from '../context.ts';

/** In a group the bot speaks only when it is mentioned, replied to, or one of its buttons or commands is used. */
export function addressed(ctx: BotContext): boolean {
  if (ctx.callbackQuery !== undefined) return true;
  const message = ctx.message;
  if (message === undefined) return false;
  if (message.reply_to_message?.from?.id === ctx.me.id) return true;
  const text = message.text ?? message.caption ?? '';
  const mention = `@${ctx.me.username}`.toLowerCase();
  const marks = message.entities ?? message.caption_entities ?? [];
  return marks.some(({ type, offset, length }) => {
    const marked = text.slice(offset, offset + length).toLowerCase();
    return type === 'mention' ? marked === mention : type === 'bot_command' && marked.endsWith(mention);
  });
}

/** The question without the mention. */
export function withoutMention(text: string, username: string): string {
  return text
    .replace(new RegExp(`@${username}(?![\\p{L}\\p{N}_])`, 'giu'), ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
