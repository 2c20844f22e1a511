import { Composer } from 'grammy';
import type { SourceView } from '../../dialogue/model.ts';
import { unpack } from '../callback-data.ts';
import { audienceOf, type BotContext, type BotDeps } from '../context.ts';
import { type Block, bold, type Line, plain, renderMessages } from '../format/html.ts';
import { DIALOGUE_LIMITS } from '../limits.ts';
import { BOT_WORDS, EXCERPT_CUT } from '../words.ts';

/** [1], [2]: the literal text a statement rests on, with what stands before and after it. */
export function sources({ dialogue }: BotDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on('callback_query:data', async (ctx, next) => {
    const press = unpack(ctx.callbackQuery.data);
    if (press?.act !== 'source' || ctx.person === undefined) return next();
    const { question, n } = press;
    const view = await dialogue.source({
      person: ctx.person.id,
      question,
      n,
      channel: 'telegram',
      audience: audienceOf(ctx),
    });
    if (view === undefined) return ctx.answerCallbackQuery({ text: BOT_WORDS.sourceGone, show_alert: true });
    await ctx.answerCallbackQuery().catch(() => {});
    const id = ctx.callbackQuery.message?.message_id;
    for (const html of renderMessages(sourceBlocks(n, view))) {
      await ctx.reply(html, {
        parse_mode: 'HTML',
        ...(id !== undefined && { reply_parameters: { message_id: id, allow_sending_without_reply: true } }),
      });
    }
  });
  return feature;
}

/** The quoted words stand out; the neighbours are cut to a glance. */
export function sourceBlocks(n: number, view: SourceView): Block[] {
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
