import type { Inbox } from '../dialogue/inbox.ts';
import { inPassing } from './api/transformers.ts';
import { type BotContext, type BotDeps, isGroup, type LiveReply } from './context.ts';
import { soFarBlocks } from './format/answer.ts';
import { escapeHtml, renderMessages } from './format/html.ts';
import type { Pace } from './limits.ts';
import { BOT_WORDS } from './words.ts';

/** Whether the server knows drafts is found out by the first one. */
export function liveReplies(inbox: Pick<Inbox, 'live' | 'wentLive'>, pace: Pace): BotDeps['live'] {
  const support: DraftSupport = {};
  return (ctx, replyTo) => startLiveReply({ inbox, pace, support }, ctx, replyTo);
}

interface DraftSupport {
  missing?: boolean;
}

interface LiveReplyParts {
  readonly inbox: Pick<Inbox, 'live' | 'wentLive'>;
  readonly pace: Pace;
  readonly support: DraftSupport;
}

/**
 * Streams through draft messages (`sendMessageDraft`, Bot API 9.3, private chats) where the server has them, through
 * edits of one message elsewhere. Nothing is shown of an answer that is there within a second. Showing is best effort:
 * a refused or slow call is left out. The message that edits grow in is remembered under the update's key, so that
 * after a kill it becomes the answer instead of staying behind.
 */
function startLiveReply(
  { inbox, pace: times, support }: LiveReplyParts,
  ctx: BotContext,
  replyTo: number | undefined,
): LiveReply {
  const chat_id = ctx.chat?.id ?? 0;
  const before = inbox.live(ctx.key).then((id) => (id === undefined ? undefined : Number(id)));
  // Awaited later: a failure must find its listener.
  before.catch(() => {});
  let grown: number | undefined;
  let drafts = !isGroup(ctx) && support.missing !== true;
  const started = Date.now();
  let text = escapeHtml(BOT_WORDS.searching);
  let begun = false;
  let shown = '';
  let shownAt = 0;
  let inFlight: Promise<void> | undefined;
  let over = false;
  const draft_id = 1 + (ctx.update.update_id % 2_000_000_000);
  const raw = ctx.api.raw as unknown as Record<
    string,
    (payload: object, signal: AbortSignal) => Promise<unknown>
  >;
  const call = (method: string, payload: object) =>
    raw[method]!(inPassing({ chat_id, parse_mode: 'HTML', ...payload }), AbortSignal.timeout(times.liveCall));

  /** A message that only asks for patience is one more to read: "typing" says the same, for a while. */
  const mayGrow = () => begun || grown !== undefined || Date.now() - started > times.beforePlaceholder;

  async function push(): Promise<void> {
    grown ??= await before;
    if (drafts && grown === undefined) {
      const error = await call('sendMessageDraft', { draft_id, text }).then(
        () => undefined,
        (thrown: { error_code?: number }) => thrown,
      );
      // 404: the server does not know the method; 400: not for this bot or chat. Anything else may pass.
      if (error?.error_code !== 404 && error?.error_code !== 400) return;
      if (error.error_code === 404) support.missing = true;
      drafts = false;
    }
    if (!mayGrow()) {
      shown = '';
      return;
    }
    if (grown !== undefined) return void (await call('editMessageText', { message_id: grown, text }));
    const sent = (await call('sendMessage', {
      text,
      disable_notification: true,
      ...(replyTo !== undefined && {
        reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
      }),
    })) as { message_id: number };
    grown = sent.message_id;
    await inbox.wentLive(ctx.key, String(grown));
  }

  function tick(): void {
    if (over || inFlight !== undefined || !(drafts || mayGrow())) return;
    const since = Date.now() - shownAt;
    const pace = drafts
      ? times.betweenDrafts
      : isGroup(ctx)
        ? times.betweenEditsInGroups
        : times.betweenEdits;
    // A draft fades after half a minute: the same text is shown again.
    const due = text === shown ? drafts && since > times.draftFades : since >= pace;
    if (!due) return;
    shown = text;
    shownAt = Date.now();
    inFlight = push()
      .catch(() => {})
      .finally(() => {
        inFlight = undefined;
      });
  }

  let ticking: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    tick();
    ticking = setInterval(tick, times.liveTick);
  }, times.beforeLive);
  return {
    show(soFar) {
      const [beginning] = renderMessages(soFarBlocks(soFar));
      if (beginning === undefined) return;
      text = beginning;
      begun = true;
    },
    async finish() {
      over = true;
      clearTimeout(first);
      clearInterval(ticking);
      await inFlight;
      return grown ?? (await before);
    },
  };
}
