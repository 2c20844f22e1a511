import { Composer } from 'grammy';
import { may } from '../../dialogue/access.ts';
import type { Person, PersonId } from '../../dialogue/model.ts';
import { PERSON_STATUS_WORDS, ROLE_WORDS } from '../../dialogue/words.ts';
import { type Press, unpack } from '../callback-data.ts';
import { commandsFor, showCommands } from '../commands.ts';
import { type BotContext, type BotDeps, isGroup } from '../context.ts';
import { moveKeyboard, personKeyboard } from '../format/keyboards.ts';
import { changeButtons } from '../pressed.ts';
import { BOT_WORDS, MEMBER_CHAT } from '../words.ts';
import { communesNamed } from './communes.ts';
import { formOf, setForm } from './forms.ts';

const LISTED = 8;
const COMMUNES_OFFERED = 6;

/** /chuyenxa for oneself; /nguoi for those who look after people: leaving, blocking, moving, focal people. */
export function members(deps: BotDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  const privately = feature.filter((ctx) => !isGroup(ctx));
  privately.command('chuyenxa', async (ctx) => {
    await setForm(deps, ctx, { form: 'move', person: ctx.person!.id });
    await ctx.reply(MEMBER_CHAT.whichCommune);
  });
  privately
    .filter((ctx) => may(ctx.person, 'invite_to_own_commune'))
    .command('nguoi', (ctx) => listPeople(deps, ctx, ctx.match.trim()));
  privately.on('callback_query:data', async (ctx, next) => {
    const press = unpack(ctx.callbackQuery.data);
    if (ctx.person === undefined || press === undefined || !(await pressed(deps, ctx, ctx.person.id, press)))
      return next();
    await ctx.answerCallbackQuery().catch(() => {});
  });
  privately.on('message:text', async (ctx, next) => {
    const form = await formOf(deps, ctx);
    if (form?.form !== 'move' || ctx.msg.text.startsWith('/')) return next();
    return chooseCommune(deps, ctx, form.person as PersonId, ctx.msg.text);
  });
  return feature;
}

async function listPeople({ dialogue }: BotDeps, ctx: BotContext, text: string): Promise<void> {
  const found = await dialogue.findPeople({ by: ctx.person!.id, text });
  if (found.length === 0) return void (await ctx.reply(MEMBER_CHAT.nobody));
  const all = may(ctx.person, 'manage_people');
  for (const person of found.slice(0, LISTED)) {
    const roles = person.roles.map((role) => ROLE_WORDS[role]).join(', ');
    const where = dialogue.communeName(person.commune) || (await dialogue.departmentName(person.department));
    const card = MEMBER_CHAT.card(person.name, PERSON_STATUS_WORDS[person.status], roles, where);
    await ctx.reply(card, { reply_markup: personKeyboard(person, all) });
  }
  if (found.length > LISTED) await ctx.reply(MEMBER_CHAT.more(found.length - LISTED));
}

/** False for the buttons of other features. */
async function pressed(deps: BotDeps, ctx: BotContext, by: PersonId, press: Press): Promise<boolean> {
  const { dialogue } = deps;
  switch (press.act) {
    case 'status': {
      const person = await dialogue.changeStatus({ by, person: press.person, to: press.to });
      offerCommands(ctx, person);
      return told(ctx, MEMBER_CHAT.changed(person.name, PERSON_STATUS_WORDS[person.status]));
    }
    case 'focal': {
      const person = await dialogue.setFocal({ by, person: press.person, focal: press.on === 'yes' });
      offerCommands(ctx, person);
      const roles = person.roles.map((role) => ROLE_WORDS[role]).join(', ');
      return told(ctx, MEMBER_CHAT.changed(person.name, roles));
    }
    case 'move': {
      if (!may(ctx.person, 'manage_people')) return false;
      const person = await dialogue.person(press.person);
      await setForm(deps, ctx, { form: 'move', person: press.person });
      await ctx.reply(MEMBER_CHAT.whereTo(person?.name ?? ''));
      return true;
    }
    case 'moved':
      if (press.person === by) await ask(deps, ctx, press.commune);
      else {
        const person = await dialogue.transfer({ by, person: press.person, commune: press.commune });
        offerCommands(ctx, person);
        await told(ctx, MEMBER_CHAT.moved(person.name, dialogue.communeName(person.commune)));
      }
      return true;
    default:
      return false;
  }
}

/** The button has done its work. */
async function told(ctx: BotContext, text: string): Promise<true> {
  await changeButtons(ctx);
  await ctx.reply(text);
  return true;
}

function offerCommands(ctx: BotContext, { telegramId, roles, status }: Person): void {
  if (telegramId === undefined) return;
  showCommands(ctx.api, Number(telegramId), commandsFor(status === 'active' ? roles : []));
}

async function chooseCommune(deps: BotDeps, ctx: BotContext, person: PersonId, typed: string): Promise<void> {
  const { found, wanted } = communesNamed(deps.dialogue.communes, typed);
  if (found.length === 0 || wanted === '') return void (await ctx.reply(BOT_WORDS.unknownCommune));
  await setForm(deps, ctx, undefined);
  await ctx.reply(BOT_WORDS.whichCommune, {
    reply_markup: moveKeyboard(person, found.slice(0, COMMUNES_OFFERED)),
  });
}

/** An administrator moves at once; everybody else asks. */
async function ask({ dialogue }: BotDeps, ctx: BotContext, commune: string): Promise<void> {
  const by = ctx.person!.id;
  await changeButtons(ctx);
  if (may(ctx.person, 'manage_people')) {
    const { name } = await dialogue.transfer({ by, person: by, commune });
    return void (await ctx.reply(MEMBER_CHAT.moved(name, dialogue.communeName(commune))));
  }
  await dialogue.requestTransfer({ by, commune });
  await ctx.reply(MEMBER_CHAT.transferSent);
}
