import { Composer } from 'grammy';
import { unpack } from '../callback-data.ts';
import { audienceOf, type BotContext, type BotDeps } from '../context.ts';
import { MESSAGE_LIMIT } from '../format/html.ts';
import { BOT_WORDS } from '../words.ts';

/** "Phiếu cho người dân": plain text, so that it can be forwarded or copied anywhere. */
export function checklist({ dialogue }: BotDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on('callback_query:data', async (ctx, next) => {
    const press = unpack(ctx.callbackQuery.data);
    if (press?.act !== 'checklist' || ctx.person === undefined) return next();
    const { question } = press;
    const audience = audienceOf(ctx);
    const text = await dialogue.checklist({ by: ctx.person.id, question, channel: 'telegram', audience });
    await ctx.answerCallbackQuery().catch(() => {});
    await ctx.reply(text === undefined ? BOT_WORDS.noChecklist : text.slice(0, MESSAGE_LIMIT));
  });
  return feature;
}
