import { Composer } from 'grammy';
import { may } from '../../dialogue/access.ts';
import { dueDay } from '../../dialogue/due.ts';
import { DialogueError } from '../../dialogue/errors.ts';
import type { EscalationId } from '../../dialogue/model.ts';
import { escalationSentence } from '../../dialogue/web-chat.ts';
import { ESCALATION_WORDS } from '../../dialogue/words.ts';
import { dayInVietnam } from '../../legal/calendar/today.ts';
import { printDate } from '../../legal/citation-label.ts';
import { unpack } from '../callback-data.ts';
import { type BotContext, type BotDeps, isGroup } from '../context.ts';
import { answerKeyboard, proposeKeyboard, takeKeyboard } from '../format/keyboards.ts';
import { type AskedAt, askedAtKey } from '../notices.ts';
import { changeButtons } from '../pressed.ts';
import { pressesRepliedTo } from '../replied-to.ts';
import { BOT_WORDS } from '../words.ts';
import { formOf, setForm } from './forms.ts';

const LISTED = 15;

/** "Hỏi chuyên viên", "Tiếp nhận", and the professional opinion typed as the next message. */
export function escalation(deps: BotDeps): Composer<BotContext> {
  const { dialogue, chatStates, now } = deps;
  const feature = new Composer<BotContext>();
  feature.on('callback_query:data', async (ctx, next) => {
    const press = unpack(ctx.callbackQuery.data);
    const by = ctx.person?.id;
    if (by === undefined) return next();
    if (press?.act === 'escalate') {
      const sent = await dialogue.escalate({ by, question: press.question });
      const place = askedAtKey(sent.escalation.id);
      if ((await chatStates.get(place)) === undefined) await chatStates.set(place, askedAt(ctx));
      await ctx.answerCallbackQuery().catch(() => {});
      await ctx.reply(escalationSentence(sent));
      const asked = await dialogue.question(by, press.question);
      if (asked === undefined) return;
      const done = {
        escalated: true,
        ...(asked.feedback !== undefined && { verdict: asked.feedback.verdict }),
      };
      const reply_markup = answerKeyboard(asked.id, asked.answer, dayInVietnam(now()), done);
      await changeButtons(ctx, reply_markup);
      return;
    }
    if (press?.act === 'take') {
      await dialogue.take({ by, escalation: press.escalation });
      await setForm(deps, ctx, { form: 'opinion', escalation: press.escalation });
      await ctx.answerCallbackQuery().catch(() => {});
      await ctx.reply(BOT_WORDS.typeReply);
      return;
    }
    return next();
  });

  feature.filter((ctx) => !isGroup(ctx)).command('cauhoi', (ctx) => listEscalated(deps, ctx));
  feature.command('huy', async (ctx) => {
    await setForm(deps, ctx, undefined);
    await ctx.reply(BOT_WORDS.cancelled);
  });
  feature.on('message:text', async (ctx, next) => {
    if (ctx.msg.text.startsWith('/') || !may(ctx.person, 'answer_escalations')) return next();
    const escalation = await answeredNow(deps, ctx);
    if (escalation === undefined) return next();
    const opinion = { by: ctx.person!.id, escalation, text: ctx.msg.text };
    try {
      await dialogue.take(opinion);
      await dialogue.reply(opinion);
    } catch (error) {
      // Answered or taken over meanwhile: the next message is a question again.
      if (error instanceof DialogueError) await setForm(deps, ctx, undefined);
      throw error;
    }
    await setForm(deps, ctx, undefined);
    const reply_markup = proposeKeyboard(opinion.escalation);
    await ctx.reply(BOT_WORDS.replied, { ...(deps.guidance !== undefined && { reply_markup }) });
  });
  return feature;
}

/** The question that a message answers: the one whose notice it replies to, taken or not, else the one just taken. */
async function answeredNow(deps: BotDeps, ctx: BotContext): Promise<EscalationId | undefined> {
  const notice = pressesRepliedTo(ctx).find(({ act }) => act === 'take');
  if (notice?.act === 'take') return notice.escalation;
  const form = await formOf(deps, ctx);
  return form?.form === 'opinion' ? (form.escalation as EscalationId) : undefined;
}

/** First what waits for the person's own answer, each with its button; then what they asked, with its state. */
async function listEscalated({ dialogue }: BotDeps, ctx: BotContext): Promise<void> {
  const by = ctx.person!.id;
  const open = may(ctx.person, 'answer_escalations') ? await dialogue.toAnswer(by) : [];
  for (const { escalation, question } of open.slice(0, LISTED)) {
    await ctx.reply(question, { reply_markup: takeKeyboard(escalation.id) });
  }
  const asked = (await dialogue.escalated(by)).slice(0, LISTED).map(({ escalation, question }) => {
    const due = printDate(dueDay(new Date(escalation.dueAt)));
    return BOT_WORDS.escalated(question.slice(0, 200), ESCALATION_WORDS[escalation.state], due);
  });
  if (asked.length > 0) await ctx.reply(asked.join('\n'));
  else if (open.length === 0) await ctx.reply(BOT_WORDS.nothingEscalated);
}

/** The question's own message when the answer was sent as a reply to it, else the answer. */
function askedAt(ctx: BotContext): AskedAt {
  const message = ctx.callbackQuery?.message;
  const replied =
    message !== undefined && 'reply_to_message' in message ? message.reply_to_message : undefined;
  return {
    chat: ctx.chat?.id ?? ctx.from?.id ?? 0,
    message: replied?.message_id ?? message?.message_id ?? 0,
  };
}
