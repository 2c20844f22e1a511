import { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import { BOT_WORDS } from '../words.ts';

/** What the bot cannot read yet gets a plain answer instead of silence. */
export function media(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on(['message:voice', 'message:audio', 'message:video_note'], (ctx) => ctx.reply(BOT_WORDS.voice));
  feature.on(['message:photo', 'message:document'], (ctx) => ctx.reply(BOT_WORDS.file));
  feature.on(
    ['message:sticker', 'message:video', 'message:location', 'message:contact', 'message:animation'],
    (ctx) => ctx.reply(BOT_WORDS.otherKind),
  );
  return feature;
}
