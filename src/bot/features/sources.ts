import { Composer, InputFile } from 'grammy';
import type { Person, SourceView } from '../../dialogue/model.ts';
import type { CitedOriginals, SourceRequest } from '../../dialogue/originals/cited.ts';
import { type Press, unpack } from '../callback-data.ts';
import { audienceOf, type BotContext, type BotDeps } from '../context.ts';
import { type Block, bold, type Line, plain, renderMessages } from '../format/html.ts';
import { originalKeyboard } from '../format/keyboards.ts';
import { CAPTION_LIMIT, DIALOGUE_LIMITS, SEND_FILE_BYTES } from '../limits.ts';
import { showActivity } from '../typing.ts';
import { BOT_WORDS, EXCERPT_CUT } from '../words.ts';

type SourcePress = Extract<Press, { readonly n: number }>;

/** [1], [2]: the literal text a statement rests on, with what stands before and after it. */
export function sources(deps: BotDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on('callback_query:data', async (ctx, next) => {
    const press = unpack(ctx.callbackQuery.data);
    if (press?.act !== 'source' || ctx.person === undefined) return next();
    const { question, n } = press;
    const request = sourceRequest(ctx, ctx.person, press);
    const view = await deps.dialogue.source(request);
    if (view === undefined) return ctx.answerCallbackQuery({ text: BOT_WORDS.sourceGone, show_alert: true });
    await ctx.answerCallbackQuery().catch(() => {});
    // An original that cannot be looked into must not keep the text from being shown.
    const original = await deps.originals?.has(request).catch(() => undefined);
    const texts = renderMessages(sourceBlocks(n, view));
    for (const [i, html] of texts.entries()) {
      await ctx.reply(html, {
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
        ...replyMark(ctx),
        ...(original !== undefined &&
          i === texts.length - 1 && { reply_markup: originalKeyboard(question, n, original.pages !== 0) }),
      });
    }
  });
  if (deps.originals !== undefined) feature.use(originals(deps.originals));
  return feature;
}

/** "Xem trang gốc" and "Tải bản gốc" under a source. */
function originals(papers: CitedOriginals): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on('callback_query:data', async (ctx, next) => {
    const press = unpack(ctx.callbackQuery.data);
    const { person } = ctx;
    if (person === undefined || (press?.act !== 'page' && press?.act !== 'original')) return next();
    // Drawing a scan takes seconds: the button's spinner ends first.
    await ctx.answerCallbackQuery().catch(() => {});
    const request = sourceRequest(ctx, person, press);
    return press.act === 'page' ? sendPage(ctx, papers, request) : sendFile(ctx, papers, request);
  });
  return feature;
}

async function sendPage(ctx: BotContext, papers: CitedOriginals, request: SourceRequest): Promise<void> {
  const stop = showActivity(ctx, 'upload_photo');
  const found = await papers.picture(request).finally(stop);
  if (found === 'busy') return void (await ctx.reply(BOT_WORDS.pictureBusy, replyMark(ctx)));
  if (found === undefined) return void (await ctx.reply(BOT_WORDS.noPicture, replyMark(ctx)));
  const { picture, source } = found;
  await ctx.replyWithPhoto(new InputFile(picture.picture, `trang-${picture.page}.jpg`), {
    caption: BOT_WORDS.pageCaption(request.n, source.label, picture.page, picture.marked).slice(
      0,
      CAPTION_LIMIT,
    ),
    ...replyMark(ctx),
  });
}

async function sendFile(ctx: BotContext, papers: CitedOriginals, request: SourceRequest): Promise<void> {
  const file = await papers.file(request);
  if (file === undefined) return void (await ctx.reply(BOT_WORDS.noOriginal, replyMark(ctx)));
  if (file.bytes.length > SEND_FILE_BYTES)
    return void (await ctx.reply(BOT_WORDS.originalTooLarge, replyMark(ctx)));
  const stop = showActivity(ctx, 'upload_document');
  await ctx
    .replyWithDocument(new InputFile(file.bytes, file.fileName), {
      caption: BOT_WORDS.originalCaption,
      ...replyMark(ctx),
    })
    .finally(stop);
}

function sourceRequest(ctx: BotContext, person: Person, { question, n }: SourcePress): SourceRequest {
  return { person: person.id, question, n, channel: 'telegram', audience: audienceOf(ctx) };
}

/** Under the message whose button was pressed. */
function replyMark(ctx: BotContext) {
  const id = ctx.callbackQuery?.message?.message_id;
  return id === undefined ? {} : { reply_parameters: { message_id: id, allow_sending_without_reply: true } };
}

/** The quoted words stand out; the neighbours are cut to a glance. */
function sourceBlocks(n: number, view: SourceView): Block[] {
  const page = view.page === undefined ? '' : ` (trang ${view.page})`;
  const neighbour = (text: string | undefined, cut: (text: string) => string): Block => ({
    kind: 'expandable',
    lines: text === undefined ? [] : lines(cut(text)),
  });
  return [
    { kind: 'plain', lines: [bold(`[${n}] ${view.label}${page}`), plain(view.documentTitle)] },
    neighbour(view.before, (text) => ellipsis(text, -DIALOGUE_LIMITS.neighbour)),
    { kind: 'quote', lines: emphasised(shortened(view.text, view.quote), view.quote) },
    neighbour(view.after, (text) => ellipsis(text, DIALOGUE_LIMITS.neighbour)),
  ];
}

function lines(text: string): Line[] {
  return text.split('\n').map(plain);
}

/** The first (or, negative, the last) `size` characters. */
function ellipsis(text: string, size: number): string {
  if (text.length <= Math.abs(size)) return text;
  return size > 0 ? `${text.slice(0, size)}…` : `…${text.slice(size)}`;
}

/** Keeps the quotation in what is shown. */
function shortened(text: string, quote: string): string {
  if (text.length <= DIALOGUE_LIMITS.excerpt) return text;
  const at = Math.max(0, text.indexOf(quote) - 300);
  const part = text.slice(at, at + DIALOGUE_LIMITS.excerpt);
  return `${at > 0 ? '…' : ''}${part}${at + part.length < text.length ? EXCERPT_CUT : ''}`;
}

/** Quotes may differ from the text in white space and punctuation; then the text is shown as it is. */
function emphasised(text: string, quote: string): Line[] {
  const at = text.indexOf(quote);
  if (at < 0) return lines(text);
  const end = at + quote.length;
  const out: Line[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const from = Math.max(0, at - offset);
    const to = Math.min(line.length, end - offset);
    const hit = to > from && from < line.length;
    out.push(
      hit
        ? [
            { text: line.slice(0, from) },
            { text: line.slice(from, to), style: 'b' },
            { text: line.slice(to) },
          ]
        : plain(line),
    );
    offset += line.length + 1;
  }
  return out;
}
