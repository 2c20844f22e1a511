import { Composer } from 'grammy';
import { may } from '../../dialogue/access.ts';
import type { EscalationId } from '../../dialogue/model.ts';
import { approveGuidance, proposeGuidance, returnGuidance } from '../../dialogue/review/guidance.ts';
import { findDates } from '../../legal/calendar/dates.ts';
import { dayInVietnam } from '../../legal/calendar/today.ts';
import { unpack } from '../callback-data.ts';
import { type BotContext, type BotDeps, isGroup } from '../context.ts';
import { changeButtons } from '../pressed.ts';
import { GUIDANCE_STEPS } from '../words.ts';
import { formOf, setForm } from './forms.ts';

/** An answered escalation becomes guidance: proposed with its basis and review day, approved or returned with a tap. */
export function guidance(deps: BotDeps & Required<Pick<BotDeps, 'guidance'>>): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  const privately = feature.filter((ctx) => !isGroup(ctx));
  privately.on('callback_query:data', async (ctx, next) => {
    const press = unpack(ctx.callbackQuery.data);
    const by = ctx.person?.id;
    if (by === undefined) return next();
    switch (press?.act) {
      case 'guidance_propose':
        await setForm(deps, ctx, { form: 'guidance', step: 'basis', escalation: press.escalation });
        await ctx.answerCallbackQuery().catch(() => {});
        return void (await ctx.reply(GUIDANCE_STEPS.basis));
      case 'guidance_approve':
        await approveGuidance(deps.guidance, { by, id: press.guidance });
        await ctx.answerCallbackQuery().catch(() => {});
        await changeButtons(ctx);
        return void (await ctx.reply(GUIDANCE_STEPS.approved));
      case 'guidance_return':
        if (!may(ctx.person, 'approve_guidance')) return next();
        await setForm(deps, ctx, { form: 'guidance', step: 'return', guidance: press.guidance });
        await ctx.answerCallbackQuery().catch(() => {});
        return void (await ctx.reply(GUIDANCE_STEPS.why));
      default:
        return next();
    }
  });
  privately.on('message:text', async (ctx, next) => {
    const form = await formOf(deps, ctx);
    if (form?.form !== 'guidance' || ctx.msg.text.startsWith('/')) return next();
    const by = ctx.person!.id;
    const text = ctx.msg.text.trim();
    if (form.step === 'basis') {
      await setForm(deps, ctx, { ...form, step: 'review', basis: text });
      return void (await ctx.reply(GUIDANCE_STEPS.review));
    }
    if (form.step === 'review') {
      const reviewBy = findDates(text)[0]?.date;
      if (reviewBy === undefined || reviewBy <= dayInVietnam(deps.now()))
        return void (await ctx.reply(GUIDANCE_STEPS.review));
      const { basis } = form;
      // Whatever comes of it, the next message is a question again.
      await setForm(deps, ctx, undefined);
      await proposeGuidance(deps.guidance, {
        by,
        escalation: form.escalation as EscalationId,
        basis,
        reviewBy,
      });
      return void (await ctx.reply(GUIDANCE_STEPS.proposed));
    }
    await setForm(deps, ctx, undefined);
    await returnGuidance(deps.guidance, { by, id: form.guidance, reason: text });
    return void (await ctx.reply(GUIDANCE_STEPS.returned));
  });
  return feature;
}
