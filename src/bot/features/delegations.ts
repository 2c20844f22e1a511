import { Composer } from 'grammy';
import { may } from '../../dialogue/access.ts';
import type { DelegationId } from '../../dialogue/delegations/model.ts';
import {
  checkedDecisionNumber,
  checkedDelegate,
  checkedMatter,
  checkedTerm,
  DelegationError,
  typedDays,
} from '../../dialogue/delegations/register.ts';
import { DELEGATION_WORDS, delegationLine } from '../../dialogue/delegations/words.ts';
import { dayInVietnam } from '../../legal/calendar/today.ts';
import { unpack } from '../callback-data.ts';
import { type BotContext, type BotDeps, isGroup } from '../context.ts';
import { addDelegationKeyboard, withdrawDelegationKeyboard } from '../format/keyboards.ts';
import { changeButtons } from '../pressed.ts';
import { DELEGATION_STEPS } from '../words.ts';
import { formOf, setForm } from './forms.ts';

const LISTED = 15;

/** /uyquyen: everybody reads the register of their commune; its focal person adds in four messages, removes with a tap. */
export function delegations(deps: BotDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  const privately = feature.filter((ctx) => !isGroup(ctx));
  privately.command('uyquyen', (ctx) => list(deps, ctx));
  privately.on('callback_query:data', async (ctx, next) => {
    const press = unpack(ctx.callbackQuery.data);
    const by = ctx.person?.id;
    if (by === undefined) return next();
    if (press?.act === 'delegation_add' && may(ctx.person, 'keep_delegations')) {
      await setForm(deps, ctx, { form: 'delegation', step: 'matter' });
      await ctx.answerCallbackQuery().catch(() => {});
      return void (await ctx.reply(DELEGATION_STEPS.matter));
    }
    if (press?.act === 'delegation_withdraw') {
      await deps.dialogue.withdrawDelegation({ by, id: press.delegation as DelegationId });
      await ctx.answerCallbackQuery().catch(() => {});
      await changeButtons(ctx);
      return void (await ctx.reply(DELEGATION_WORDS.withdrawn));
    }
    return next();
  });
  privately.on('message:text', async (ctx, next) => {
    const form = await formOf(deps, ctx);
    if (form?.form !== 'delegation' || ctx.msg.text.startsWith('/')) return next();
    return step(deps, ctx, form, ctx.msg.text);
  });
  return feature;
}

async function list({ dialogue, now }: BotDeps, ctx: BotContext): Promise<void> {
  const { id, commune } = ctx.person!;
  if (commune === undefined) return void (await ctx.reply(DELEGATION_WORDS.noCommune));
  const keeps = may(ctx.person, 'keep_delegations');
  const all = (await dialogue.delegations({ by: id })).slice(0, LISTED);
  const title = DELEGATION_WORDS.title(dialogue.communeName(commune));
  const head = all.length === 0 ? `${title}\n${DELEGATION_WORDS.none}` : title;
  await ctx.reply(head, { ...(keeps && { reply_markup: addDelegationKeyboard() }) });
  for (const one of all) {
    const reply_markup = withdrawDelegationKeyboard(one.id);
    await ctx.reply(delegationLine(one, dayInVietnam(now())), { ...(keeps && { reply_markup }) });
  }
}

type Step = Extract<Awaited<ReturnType<typeof formOf>>, { form: 'delegation' }>;

/** Takes what was typed for one step; what is wrong is asked for again. */
async function step(deps: BotDeps, ctx: BotContext, form: Step, text: string): Promise<void> {
  try {
    const next = await taken(deps, ctx, form, text);
    await setForm(deps, ctx, next);
    await ctx.reply(next === undefined ? DELEGATION_WORDS.saved : DELEGATION_STEPS[next.step]);
  } catch (error) {
    if (!(error instanceof DelegationError)) throw error;
    await ctx.reply(error.forPeople);
  }
}

async function taken(deps: BotDeps, ctx: BotContext, form: Step, text: string): Promise<Step | undefined> {
  const days = typedDays(text);
  switch (form.step) {
    case 'matter':
      return { form: 'delegation', step: 'delegate', matter: checkedMatter(text) };
    case 'delegate':
      return { ...form, step: 'decision', delegate: checkedDelegate(text) };
    case 'decision': {
      const number = checkedDecisionNumber(/\d[\p{L}\d]*(?:\s*[/-]\s*[\p{L}\d]+)+/u.exec(text)?.[0] ?? text);
      const [date] = days;
      if (date === undefined) throw new DelegationError(DELEGATION_WORDS.badDates);
      return { ...form, step: 'term', number, date };
    }
    default: {
      const [from, to] = days;
      if (from === undefined) throw new DelegationError(DELEGATION_WORDS.badDates);
      checkedTerm(form.date, from, to);
      const { matter, delegate, number: decisionNumber, date: decisionDate } = form;
      const input = { matter, delegate, decisionNumber, decisionDate, from, ...(to !== undefined && { to }) };
      await deps.dialogue.addDelegation({ by: ctx.person!.id, input, key: ctx.key });
      return undefined;
    }
  }
}
