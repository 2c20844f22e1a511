import { Composer } from 'grammy';
import { may } from '../../dialogue/access.ts';
import { PEOPLE_TEXTS } from '../../dialogue/words.ts';
import { unpack } from '../callback-data.ts';
import { type BotContext, type BotDeps, isGroup } from '../context.ts';
import { adminKeyboard, decisionKeyboard } from '../format/keyboards.ts';
import { changeButtons } from '../pressed.ts';
import { BOT_WORDS } from '../words.ts';

const INVITATION = { uses: 50, days: 14 } as const;
const LISTED = 20;

/** /quantri for administrators, /moinguoi for focal people, and the one-tap approval. */
export function admin(deps: BotDeps): Composer<BotContext> {
  const { dialogue } = deps;
  const feature = new Composer<BotContext>();
  const privately = feature.filter((ctx) => !isGroup(ctx));
  privately
    .filter((ctx) => may(ctx.person, 'manage_people'))
    .command('quantri', async (ctx) => {
      const waiting = await dialogue.waiting(ctx.person!.id);
      await ctx.reply(BOT_WORDS.adminMenu(waiting.length), { reply_markup: adminKeyboard() });
    });
  privately
    .filter((ctx) => may(ctx.person, 'invite_to_own_commune'))
    .command('moinguoi', (ctx) => sendInvitation(deps, ctx, 'official'));
  feature.on('callback_query:data', async (ctx, next) => {
    const press = unpack(ctx.callbackQuery.data);
    const by = ctx.person?.id;
    if (by === undefined) return next();
    switch (press?.act) {
      case 'accept':
      case 'reject': {
        const accept = press.act === 'accept';
        const { name } = await dialogue.decide({ by, person: press.person, accept });
        await ctx.answerCallbackQuery().catch(() => {});
        await changeButtons(ctx);
        return void (await ctx.reply(accept ? BOT_WORDS.accepted(name) : BOT_WORDS.rejected(name)));
      }
      case 'waiting':
        await ctx.answerCallbackQuery().catch(() => {});
        return listWaiting(deps, ctx);
      case 'invite':
        await ctx.answerCallbackQuery().catch(() => {});
        return sendInvitation(deps, ctx, press.role);
      case 'signin':
        await ctx.answerCallbackQuery().catch(() => {});
        return sendSigninLink(deps, ctx);
      default:
        return next();
    }
  });
  return feature;
}

async function listWaiting({ dialogue }: BotDeps, ctx: BotContext): Promise<void> {
  const waiting = await dialogue.waiting(ctx.person!.id);
  if (waiting.length === 0) await ctx.reply(BOT_WORDS.nobodyWaits);
  for (const person of waiting.slice(0, LISTED)) {
    const commune = dialogue.communeName(person.commune);
    const reply_markup = decisionKeyboard(person.id);
    await ctx.reply(PEOPLE_TEXTS.requested(person.name, person.position ?? '', commune), { reply_markup });
  }
}

async function sendInvitation(
  { dialogue }: BotDeps,
  ctx: BotContext,
  role: 'official' | 'staff',
): Promise<void> {
  const commune = ctx.person?.roles.includes('admin') ? undefined : ctx.person?.commune;
  const invitation = await dialogue.invite({
    by: ctx.person!.id,
    roles: [role],
    ...INVITATION,
    ...(commune !== undefined && { commune }),
  });
  const link = `https://t.me/${ctx.me.username}?start=${invitation.code}`;
  await ctx.reply(BOT_WORDS.invitation(link, INVITATION.days, INVITATION.uses));
}

async function sendSigninLink({ dialogue, publicUrl }: BotDeps, ctx: BotContext): Promise<void> {
  if (isGroup(ctx)) return;
  if (publicUrl === undefined) return void (await ctx.reply(BOT_WORDS.noPublicUrl));
  const path = await dialogue.signinLink(ctx.person!.id);
  await ctx.reply(BOT_WORDS.signin(publicUrl.replace(/\/$/, '') + path), {
    link_preview_options: { is_disabled: true },
  });
}
