import { Composer } from 'grammy';
import { may } from '../../dialogue/access.ts';
import type { PersonId } from '../../dialogue/model.ts';
import { slug } from '../../legal/text.ts';
import { unpack } from '../callback-data.ts';
import { type BotContext, type BotDeps, isGroup } from '../context.ts';
import { plain, renderMessages } from '../format/html.ts';
import { standInKeyboard } from '../format/keyboards.ts';
import { changeButtons } from '../pressed.ts';
import { MEMBER_CHAT } from '../words.ts';

const STAND_INS_OFFERED = 8;

/** /phancong: which body and people answer for a field; /nghi: who stands in. */
export function routing(deps: BotDeps): Composer<BotContext> {
  const { dialogue } = deps;
  const feature = new Composer<BotContext>();
  const privately = feature.filter((ctx) => !isGroup(ctx));
  privately
    .filter((ctx) => may(ctx.person, 'manage_settings'))
    .command('phancong', (ctx) => (ctx.match.trim() === '' ? list(deps, ctx) : assign(deps, ctx, ctx.match)));
  privately
    .filter((ctx) => may(ctx.person, 'answer_escalations'))
    .command('nghi', async (ctx) => {
      const { id, standIn } = ctx.person!;
      const others = await dialogue.standIns(id);
      if (others.length === 0) return void (await ctx.reply(MEMBER_CHAT.noStandIn));
      const away = standIn === undefined ? undefined : await dialogue.person(standIn);
      const head = away === undefined ? '' : `${MEMBER_CHAT.alreadyAway(away.name)}\n`;
      const reply_markup = standInKeyboard(others.slice(0, STAND_INS_OFFERED), away !== undefined);
      await ctx.reply(head + MEMBER_CHAT.whoStandsIn, { reply_markup });
    });
  privately.on('callback_query:data', async (ctx, next) => {
    const press = unpack(ctx.callbackQuery.data);
    if (press?.act !== 'stand_in' || ctx.person === undefined) return next();
    const standIn = press.person === '' ? undefined : (press.person as PersonId);
    const chosen = await dialogue.setStandIn({ by: ctx.person.id, standIn });
    await ctx.answerCallbackQuery().catch(() => {});
    await changeButtons(ctx);
    await ctx.reply(chosen === undefined ? MEMBER_CHAT.back : MEMBER_CHAT.away(chosen.name));
  });
  return feature;
}

async function list({ dialogue }: BotDeps, ctx: BotContext): Promise<void> {
  const routes = await dialogue.routes(ctx.person!.id);
  const lines = routes.map(({ field, department, people }) =>
    MEMBER_CHAT.route(field, department, people.join(', ')),
  );
  const text = [
    ...(lines.length === 0 ? [MEMBER_CHAT.noRoutes] : lines),
    '',
    ...MEMBER_CHAT.howToRoute.split('\n'),
  ];
  for (const html of renderMessages([{ kind: 'plain', lines: text.map(plain) }]))
    await ctx.reply(html, { parse_mode: 'HTML' });
}

/** "Hộ tịch = Sở Tư pháp: Lê Văn Cường, Trần Bình". */
async function assign({ dialogue }: BotDeps, ctx: BotContext, text: string): Promise<void> {
  const [, field = '', department = '', people = ''] =
    /^([^=]+)=([^:]+)(?::(.*))?$/su.exec(text.trim()) ?? [];
  if (field.trim() === '' || slug(department) === '') return void (await ctx.reply(MEMBER_CHAT.howToRoute));
  const names = people
    .split(/[,;]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const unclear = await dialogue.routeByNames({
    by: ctx.person!.id,
    field: field.trim(),
    department: department.trim(),
    names,
  });
  await ctx.reply(
    unclear.length > 0 ? MEMBER_CHAT.unclearNames(unclear.join(', ')) : MEMBER_CHAT.routed(field.trim()),
  );
}
