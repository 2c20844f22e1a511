import { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import { BOT_WORDS } from '../words.ts';

const OTHER_KINDS = [
  'message:sticker',
  'message:video',
  'message:animation',
  'message:location',
  'message:venue',
  'message:contact',
  'message:poll',
  'message:dice',
  'message:story',
  'message:game',
] as const;

/** What the bot cannot read yet gets a plain answer instead of silence. */
export function media(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on(['message:voice', 'message:audio', 'message:video_note'], (ctx) => ctx.reply(BOT_WORDS.voice));
  feature.on(['message:photo', 'message:document'], (ctx) => ctx.reply(BOT_WORDS.file));
  feature.on([...OTHER_KINDS], (ctx) => ctx.reply(BOT_WORDS.otherKind));
  return feature;
}
