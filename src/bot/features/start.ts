import { Composer } from 'grammy';
import { may } from '../../dialogue/access.ts';
import { ASK_WORDS, MACHINE_NOTICE } from '../../dialogue/words.ts';
import { commandsFor, showCommands } from '../commands.ts';
import { type BotContext, type BotDeps, conversationOf, isGroup } from '../context.ts';
import { adminKeyboard } from '../format/keyboards.ts';
import { BOT_WORDS, COMMANDS } from '../words.ts';

/** /start, /help, /moi for people who are let in. */
export function start({ dialogue }: BotDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command('start', async (ctx) => {
    const roles = ctx.person?.roles ?? [];
    if (!isGroup(ctx)) showCommands(ctx.api, ctx.chat.id, commandsFor(roles));
    await ctx.reply(`${BOT_WORDS.welcome(ctx.person?.name ?? '')}\n\n${MACHINE_NOTICE}`);
    if (isGroup(ctx) || !may(ctx.person, 'manage_people')) return;
    // Whoever asked before there was an administrator was told to nobody.
    const waiting = await dialogue.waiting(ctx.person!.id);
    if (waiting.length > 0)
      await ctx.reply(BOT_WORDS.adminMenu(waiting.length), { reply_markup: adminKeyboard() });
  });
  feature.command('help', async (ctx) => {
    const commands = commandsFor(ctx.person?.roles ?? []).map(
      ({ command }) => command as keyof typeof COMMANDS,
    );
    const list = commands.map((command) => `/${command} – ${COMMANDS[command]}`).join('\n');
    await ctx.reply(`${BOT_WORDS.help}\n\n${list}\n\n${MACHINE_NOTICE}`);
  });
  feature.command('moi', async (ctx) => {
    await dialogue.startAfresh(ctx.person!.id, conversationOf(ctx));
    await ctx.reply(ASK_WORDS.afresh);
  });
  return feature;
}
