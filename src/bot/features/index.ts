import { Composer } from 'grammy';
import { DialogueError } from '../../dialogue/errors.ts';
import type { BotContext, BotDeps } from '../context.ts';
import { isGroup, nameOf } from '../context.ts';
import { access } from './access.ts';
import { admin } from './admin.ts';
import { asking } from './asking.ts';
import { checklist } from './checklist.ts';
import { delegations } from './delegations.ts';
import { escalation } from './escalation.ts';
import { feedback } from './feedback.ts';
import { following } from './following.ts';
import { addressed } from './groups.ts';
import { guidance } from './guidance.ts';
import { lookups } from './lookups.ts';
import { markedFile } from './marked-file.ts';
import { media } from './media.ts';
import { members } from './members.ts';
import { papers } from './papers.ts';
import { routing } from './routing.ts';
import { shownPaper } from './shown-paper.ts';
import { sources } from './sources.ts';
import { start } from './start.ts';
import { upload } from './upload.ts';
import { uploadReview } from './upload-review.ts';

/** The order matters: who is it, are they let in, then forms in progress, commands, buttons, and free text last. */
export function features(deps: BotDeps): Composer<BotContext> {
  const all = new Composer<BotContext>();
  all.use(withCommandEntity);
  all.use(politely);
  all.use(recognise(deps));
  const { uploads, files, readFile } = deps;
  if (files !== undefined) all.use(markedFile({ ...deps, files }));
  const ours = all.filter((ctx) => !isGroup(ctx) || addressed(ctx));
  ours.use(access(deps));
  const active = ours.filter((ctx) => ctx.person?.status === 'active');
  active.use(start(deps), admin(deps), escalation(deps), sources(deps), feedback(deps));
  if (uploads !== undefined) active.use(uploadReview({ ...deps, uploads }));
  active.use(delegations(deps), papers(deps), members(deps), routing(deps));
  if (deps.guidance !== undefined) active.use(guidance({ ...deps, guidance: deps.guidance }));
  if (readFile !== undefined && files !== undefined) active.use(shownPaper({ ...deps, readFile, files }));
  if (uploads !== undefined && files !== undefined) active.use(upload({ ...deps, uploads, files }));
  if (deps.digest !== undefined) active.use(following(deps.digest));
  active.use(checklist(deps), lookups(deps), media(), asking(deps));
  // A button of an older version: stop its spinner.
  active.on('callback_query', (ctx) => ctx.answerCallbackQuery());
  return all;
}

/** What the dialogue refuses, it refuses in words. */
async function politely(ctx: BotContext, next: () => Promise<void>): Promise<void> {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof DialogueError)) throw error;
    if (ctx.callbackQuery !== undefined) {
      await ctx
        .answerCallbackQuery({ text: error.forPeople.slice(0, 200), show_alert: true })
        .catch(() => {});
    } else if (ctx.chat !== undefined) await ctx.reply(error.forPeople);
  }
}

/** Telegram marks commands; some other Bot API servers do not, and grammY goes by the mark. */
function withCommandEntity(ctx: BotContext, next: () => Promise<void>): Promise<void> {
  const { message } = ctx;
  const command = /^\/[a-z0-9_]+(?:@\w+)?/i.exec(message?.text ?? '')?.[0];
  if (message !== undefined && command !== undefined && message.entities === undefined) {
    message.entities = [{ type: 'bot_command', offset: 0, length: command.length }];
  }
  return next();
}

function recognise({ dialogue }: BotDeps) {
  return async (ctx: BotContext, next: () => Promise<void>): Promise<void> => {
    // Channels and other bots are nobody's questions.
    if (ctx.from === undefined || ctx.from.is_bot || ctx.chat?.type === 'channel') return;
    ctx.person = await dialogue.identify({ telegramId: String(ctx.from.id), name: nameOf(ctx) });
    await next();
  };
}
