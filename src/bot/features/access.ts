import { Composer } from 'grammy';
import type { Person } from '../../dialogue/model.ts';
import { MACHINE_NOTICE, ROLE_WORDS } from '../../dialogue/words.ts';
import { unpack } from '../callback-data.ts';
import { commandsFor, showCommands } from '../commands.ts';
import { type BotContext, type BotDeps, isGroup, nameOf } from '../context.ts';
import { accessKeyboard, communesKeyboard } from '../format/keyboards.ts';
import { BOT_WORDS } from '../words.ts';
import { communesNamed } from './communes.ts';
import { formOf, setForm } from './forms.ts';

const COMMUNES_OFFERED = 6;

/** The door: invitations by deep link, asking for access, and nothing else for people who are not let in. */
export function access(deps: BotDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature
    .filter((ctx) => !isGroup(ctx))
    .command('start', async (ctx, next) => {
      const code = ctx.match.trim();
      if (code === '') return next();
      const user = { telegramId: String(ctx.from!.id), name: nameOf(ctx) };
      ctx.person = await deps.dialogue.redeem({ ...user, code });
      await setForm(deps, ctx, undefined);
      await welcome(ctx, ctx.person);
    });
  const outside = feature.filter((ctx) => ctx.person?.status !== 'active');
  outside.filter(isGroup).use((ctx) => ctx.reply(BOT_WORDS.closedInGroup));
  outside.on('my_chat_member', () => {});
  outside.filter((ctx) => ctx.person?.status === 'blocked').use((ctx) => ctx.reply(BOT_WORDS.blocked));
  outside.filter((ctx) => ctx.person?.status === 'pending').use((ctx) => ctx.reply(BOT_WORDS.pending));
  outside.on('callback_query:data', async (ctx) => {
    const press = unpack(ctx.callbackQuery.data);
    await ctx.answerCallbackQuery().catch(() => {});
    if (press?.act === 'access') {
      await setForm(deps, ctx, { form: 'access', step: 'name' });
      await ctx.reply(BOT_WORDS.askName);
    } else if (press?.act === 'commune') await communeChosen(deps, ctx, press.slug);
  });
  outside.on('message:text', (ctx) => continueForm(deps, ctx, ctx.msg.text.trim()));
  outside.on('message', (ctx) => closed(ctx));
  return feature;
}

async function closed(ctx: BotContext): Promise<void> {
  await ctx.reply(`${BOT_WORDS.closed}\n\n${MACHINE_NOTICE}`, { reply_markup: accessKeyboard() });
}

async function welcome(ctx: BotContext, person: Person): Promise<void> {
  showCommands(ctx.api, ctx.chat!.id, commandsFor(person.roles));
  const roles = person.roles.map((role) => ROLE_WORDS[role]).join(', ');
  await ctx.reply(`${BOT_WORDS.redeemed(roles)}\n\n${BOT_WORDS.welcome(person.name)}\n\n${MACHINE_NOTICE}`);
}

/** Name, commune, position: one message each. */
async function continueForm(deps: BotDeps, ctx: BotContext, text: string): Promise<void> {
  const form = await formOf(deps, ctx);
  if (form?.form !== 'access' || text.startsWith('/')) return closed(ctx);
  if (form.step === 'name') {
    if (!/\p{L}.*\p{L}/u.test(text) || text.length > 120) return void (await ctx.reply(BOT_WORDS.askName));
    await setForm(deps, ctx, { form: 'access', step: 'commune', name: text });
    return void (await ctx.reply(BOT_WORDS.askCommune));
  }
  if (form.step === 'commune') return chooseCommune(deps, ctx, text);
  const { name, commune } = form;
  await deps.dialogue.register({ telegramId: String(ctx.from!.id), name, commune, position: text });
  await setForm(deps, ctx, undefined);
  await ctx.reply(BOT_WORDS.requested);
}

/** Without a list of communes what is typed is taken; with one, the names that contain it are offered. */
async function chooseCommune(deps: BotDeps, ctx: BotContext, typed: string): Promise<void> {
  const { communes } = deps.dialogue;
  if (communes.length === 0) return communeChosen(deps, ctx, typed.slice(0, 120));
  const { found, wanted, former } = communesNamed(communes, typed);
  if (found.length === 1 && found[0] !== undefined && !former) return communeChosen(deps, ctx, found[0].slug);
  if (found.length === 0 || wanted === '') return void (await ctx.reply(BOT_WORDS.unknownCommune));
  const reply_markup = communesKeyboard(found.slice(0, COMMUNES_OFFERED));
  await ctx.reply(former ? BOT_WORDS.formerCommune(typed) : BOT_WORDS.whichCommune, { reply_markup });
}

async function communeChosen(deps: BotDeps, ctx: BotContext, commune: string): Promise<void> {
  const form = await formOf(deps, ctx);
  if (form?.form !== 'access' || form.step === 'name') return closed(ctx);
  await setForm(deps, ctx, { form: 'access', step: 'position', name: form.name, commune });
  await ctx.reply(BOT_WORDS.askPosition);
}
