import { type Api, Composer } from 'grammy';
import type { QuestionId, Reply } from '../../dialogue/model.ts';
import { dayInVietnam } from '../../legal/calendar/today.ts';
import { classify } from '../api/errors.ts';
import { unpack } from '../callback-data.ts';
import { audienceOf, type BotContext, type BotDeps, conversationOf, isGroup } from '../context.ts';
import { answerBlocks } from '../format/answer.ts';
import { renderMessages } from '../format/html.ts';
import { answerKeyboard } from '../format/keyboards.ts';
import { pressesRepliedTo } from '../replied-to.ts';
import { showTyping } from '../typing.ts';
import { BOT_WORDS } from '../words.ts';
import { withoutMention } from './groups.ts';

/** Free text is a question; so is an edited message, and a choice tapped under a question back. */
export function asking(deps: BotDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on(['message:text', 'edited_message:text'], async (ctx) => {
    if (ctx.msg.text.startsWith('/')) return void (await ctx.reply(BOT_WORDS.unknownCommand));
    const text = isGroup(ctx) ? withoutMention(ctx.msg.text, ctx.me.username) : ctx.msg.text;
    await answerQuestion(ctx, deps, text, ctx.msg.message_id);
  });
  feature.on('callback_query:data', async (ctx, next) => {
    const press = unpack(ctx.callbackQuery.data);
    if (press?.act !== 'choice' || ctx.person === undefined) return next();
    const offered = await deps.dialogue.question(ctx.person.id, press.question);
    const choice = offered?.answer.choices?.[press.n];
    if (choice === undefined) return ctx.answerCallbackQuery({ text: BOT_WORDS.expired });
    await ctx.answerCallbackQuery().catch(() => {});
    return answerQuestion(ctx, deps, choice.question, ctx.callbackQuery.message?.message_id);
  });
  return feature;
}

/** Asks the dialogue and sends each reply, the buttons under its last message. */
export async function answerQuestion(
  ctx: BotContext,
  { dialogue, live: startLive, now }: BotDeps,
  text: string,
  replyTo: number | undefined,
): Promise<void> {
  if (ctx.person === undefined) return;
  const stopTyping = showTyping(ctx);
  const live = startLive(ctx, replyTo);
  let grown: number | undefined;
  let reply: Reply;
  try {
    reply = await dialogue.ask({
      person: ctx.person.id,
      channel: 'telegram',
      conversation: conversationOf(ctx),
      text,
      audience: audienceOf(ctx),
      key: `tg:${ctx.key}`,
      ...withRepliedTo(ctx),
      onProgress: (soFar) => live.show(soFar),
    });
  } finally {
    stopTyping();
    grown = await live.finish();
  }
  for (const [i, one] of [reply, ...(reply.more ?? [])].entries())
    await sendReply(ctx, one, dayInVietnam(now()), replyTo, i === 0 ? grown : undefined);
}

/** Every button under an answer names its question. */
function withRepliedTo(ctx: BotContext): { about?: QuestionId } {
  const press = pressesRepliedTo(ctx).find((one) => 'question' in one);
  return press === undefined ? {} : { about: press.question };
}

/** @param grown the message that showed the beginning: it becomes the first message of the answer */
async function sendReply(
  ctx: BotContext,
  reply: Reply,
  asOf: string,
  replyTo: number | undefined,
  grown: number | undefined,
): Promise<void> {
  const texts = renderMessages(answerBlocks(reply, asOf));
  for (const [i, html] of texts.entries()) {
    const message = {
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      ...(i === texts.length - 1 && { reply_markup: answerKeyboard(reply.questionId, reply.answer, asOf) }),
    } as const;
    if (i === 0 && grown !== undefined && (await edited(ctx, grown, html, message))) continue;
    await ctx.reply(html, {
      ...message,
      ...(replyTo !== undefined &&
        i === 0 && { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
    });
  }
}

/** False when the message is gone or too old: the answer is sent anew. */
async function edited(
  ctx: BotContext,
  message: number,
  html: string,
  more: Parameters<Api['editMessageText']>[3],
): Promise<boolean> {
  try {
    await ctx.api.editMessageText(ctx.chat!.id, message, html, more);
    return true;
  } catch (error) {
    if (classify(error) !== 'refused') throw error;
    return false;
  }
}
