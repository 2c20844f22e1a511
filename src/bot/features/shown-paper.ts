import { Composer } from 'grammy';
import { may } from '../../dialogue/access.ts';
import { createRateLimiter } from '../../dialogue/rate-limit.ts';
import { aboutPaper, refersToPaper } from '../../dialogue/shown-paper/about.ts';
import { recognisePaper, type ShownPaper } from '../../dialogue/shown-paper/recognise.ts';
import { ASK_WORDS } from '../../dialogue/words.ts';
import { CLOUD_FILE_BYTES, FileGone, FileTooLarge, type TelegramFiles } from '../api/files.ts';
import { type BotContext, type BotDeps, isGroup } from '../context.ts';
import { type Block, bold, plain, renderMessages } from '../format/html.ts';
import { DIALOGUE_LIMITS } from '../limits.ts';
import { showTyping } from '../typing.ts';
import { PAPER_CHAT, UPLOAD_CHAT } from '../words.ts';
import { answerQuestion } from './asking.ts';
import { withoutMention } from './groups.ts';
import { fileOf, type TelegramFile, tellSecret } from './sent-file.ts';

/** One page takes about four seconds; a long scan is for the department's upload. */
const READ_WITHIN_MS = 120_000;
/** Reading takes the processor from everybody. */
const PAPERS_A_MINUTE = 6;
/** A paper shown yesterday is not "this paper". */
const REMEMBERED_MS = 2 * 3_600_000;

export interface ShownPaperDeps extends BotDeps {
  readonly readFile: NonNullable<BotDeps['readFile']>;
  readonly files: TelegramFiles;
}

/**
 * A photograph or file from somebody who asks: what it is, which procedure it belongs to, and questions about "giấy
 * này" afterwards. It goes through the gate of secrecy stamps first; nothing of it is kept but its title.
 */
export function shownPaper(deps: ShownPaperDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  const limiter = createRateLimiter({ perMinute: PAPERS_A_MINUTE });
  feature.on(['message:photo', 'message:document'], async (ctx, next) => {
    const caption = captionOf(ctx);
    // Department staff send guidance without a word; with a question they ask.
    if (may(ctx.person, 'add_documents') && !ASKS.test(caption)) return next();
    const { wait } = limiter.take(ctx.person!.id, deps.now());
    if (wait > 0) return void (await ctx.reply(ASK_WORDS.tooOften(wait)));
    const file = fileOf(ctx);
    if (file.size > CLOUD_FILE_BYTES) return void (await ctx.reply(PAPER_CHAT.tooLarge));
    const stopTyping = showTyping(ctx);
    const paper = await read(deps, ctx, file).finally(stopTyping);
    if (paper === undefined) return;
    await ctx.reply(renderMessages(blocks(paper, isGroup(ctx)))[0]!, { parse_mode: 'HTML' });
    if (paper.title === undefined) return;
    const { title, number } = paper;
    await deps.chatStates.set(slotOf(ctx), { title, number, at: deps.now().getTime() });
    await answerQuestion(ctx, deps, aboutPaper(caption, paper), ctx.msg.message_id);
  });
  feature.on('message:text', async (ctx, next) => {
    const { text } = ctx.msg;
    if (text.startsWith('/') || !refersToPaper(text)) return next();
    const paper = (await deps.chatStates.get(slotOf(ctx))) as (Remembered & { at: number }) | undefined;
    if (paper === undefined || deps.now().getTime() - paper.at > REMEMBERED_MS) return next();
    return answerQuestion(ctx, deps, aboutPaper(text, paper), ctx.msg.message_id);
  });
  return feature;
}

type Remembered = Pick<ShownPaper, 'title' | 'number'>;

const ASKS = /\?|(?<!\p{L})(?:gì|gi|nào|nao|sao|bao nhiêu|bao nhieu|bao lâu|bao lau|ở đâu|o dau)(?!\p{L})/iu;

function captionOf(ctx: BotContext): string {
  const caption = ctx.msg?.caption ?? '';
  return (isGroup(ctx) ? withoutMention(caption, ctx.me.username) : caption).trim();
}

function slotOf(ctx: BotContext): string {
  return `paper:${ctx.chat?.id ?? 0}:${ctx.from?.id ?? 0}`;
}

/** Undefined when the person has been told why not. */
async function read(
  deps: ShownPaperDeps,
  ctx: BotContext,
  file: TelegramFile,
): Promise<ShownPaper | undefined> {
  const { readFile, files } = deps;
  let bytes: Uint8Array;
  try {
    bytes = await files.download(ctx.api, file.id, CLOUD_FILE_BYTES);
  } catch (error) {
    if (!(error instanceof FileTooLarge || error instanceof FileGone)) throw error;
    return void (await ctx.reply(error instanceof FileGone ? UPLOAD_CHAT.gone : PAPER_CHAT.tooLarge));
  }
  const signal = AbortSignal.timeout(READ_WITHIN_MS);
  const reading = await readFile(bytes, file.name, { signal }).catch((error: unknown) => {
    if (signal.aborted) return undefined;
    throw error;
  });
  if (reading === undefined) return void (await ctx.reply(PAPER_CHAT.tooLong));
  if (reading.status === 'read') return recognisePaper(reading.value, file.name);
  if (reading.status === 'secret') {
    await deps.uploads?.noteSecret(ctx.person!.id, 'telegram');
    return void (await tellSecret(deps, ctx, file.id, reading.reason));
  }
  return void (await ctx.reply(reading.reason));
}

/** In a group the text is left out: a citizen's paper is not for everybody. */
function blocks({ title, text, recognised }: ShownPaper, inGroup: boolean): Block[] {
  const excerpt = text.trim().slice(0, DIALOGUE_LIMITS.shownPaper);
  const cut = excerpt.length < text.trim().length ? '…' : '';
  return [
    { kind: 'plain', lines: [title === undefined ? plain(PAPER_CHAT.unknown) : bold(PAPER_CHAT.is(title))] },
    {
      kind: 'expandable',
      lines: inGroup ? [] : [bold(PAPER_CHAT.reads), ...`${excerpt}${cut}`.split('\n').map(plain)],
    },
    {
      kind: 'plain',
      lines: [...(recognised ? [plain(PAPER_CHAT.recognised)] : []), plain(PAPER_CHAT.notKept)],
    },
  ];
}
