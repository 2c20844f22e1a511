import { Composer } from 'grammy';
import type { FeedbackVerdict, PersonId, QuestionId } from '../../dialogue/model.ts';
import { FEEDBACK_WORDS, WRONG_REASONS } from '../../dialogue/words.ts';
import { dayInVietnam } from '../../legal/calendar/today.ts';
import { unpack } from '../callback-data.ts';
import type { BotContext, BotDeps } from '../context.ts';
import { answerKeyboard, reasonsKeyboard } from '../format/keyboards.ts';
import { changeButtons, changeText } from '../pressed.ts';

/** "Hữu ích", "Chưa đúng" and its reasons. Pressing again changes one's mind. */
export function feedback({ dialogue, now }: BotDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  async function markButtons(
    ctx: BotContext,
    by: PersonId,
    id: QuestionId,
    verdict: FeedbackVerdict,
  ): Promise<void> {
    const asked = await dialogue.question(by, id);
    if (asked === undefined) return;
    const done = { verdict, escalated: asked.escalation !== undefined };
    const keyboard = answerKeyboard(id, asked.answer, dayInVietnam(now()), done);
    await changeButtons(ctx, keyboard);
  }

  feature.on('callback_query:data', async (ctx, next) => {
    const press = unpack(ctx.callbackQuery.data);
    const by = ctx.person?.id;
    if (by === undefined) return next();
    if (press?.act === 'helpful') {
      await dialogue.feedback(by, press.question, { verdict: 'helpful' });
      await ctx.answerCallbackQuery({ text: FEEDBACK_WORDS.thanks }).catch(() => {});
      return markButtons(ctx, by, press.question, 'helpful');
    }
    if (press?.act === 'wrong') {
      await dialogue.feedback(by, press.question, { verdict: 'wrong' });
      await ctx.answerCallbackQuery().catch(() => {});
      await markButtons(ctx, by, press.question, 'wrong');
      await ctx.reply(FEEDBACK_WORDS.why, { reply_markup: reasonsKeyboard(press.question) });
      return;
    }
    if (press?.act === 'reason' && press.reason in WRONG_REASONS) {
      await dialogue.feedback(by, press.question, { verdict: 'wrong', reason: press.reason });
      await ctx.answerCallbackQuery({ text: FEEDBACK_WORDS.thanks }).catch(() => {});
      await changeText(ctx, FEEDBACK_WORDS.noted);
      return;
    }
    return next();
  });
  return feature;
}
