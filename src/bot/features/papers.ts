import { Composer, InputFile } from 'grammy';
import { unpack } from '../callback-data.ts';
import { audienceOf, type BotContext, type BotDeps } from '../context.ts';
import { BOT_WORDS } from '../words.ts';

/** The three papers of the counter, as DOCX files to fill in. */
export function papers({ dialogue }: BotDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on('callback_query:data', async (ctx, next) => {
    const press = unpack(ctx.callbackQuery.data);
    if (press?.act !== 'paper' || ctx.person === undefined) return next();
    const { question, paper } = press;
    const audience = audienceOf(ctx);
    const file = await dialogue.paper({ by: ctx.person.id, question, paper, channel: 'telegram', audience });
    await ctx.answerCallbackQuery().catch(() => {});
    if (file === undefined) return void (await ctx.reply(BOT_WORDS.noChecklist));
    await ctx.replyWithDocument(new InputFile(file.bytes, file.fileName), { caption: BOT_WORDS.paperBlanks });
  });
  return feature;
}
