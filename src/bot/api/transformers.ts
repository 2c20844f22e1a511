import { setTimeout as sleep } from 'node:timers/promises';
import { autoRetry } from '@grammyjs/auto-retry';
import { HttpError, type Transformer } from 'grammy';
import type { Inbox } from '../../dialogue/inbox.ts';
import { stripHtml } from '../format/html.ts';

/** Nobody misses these when they fail, and nobody should wait for them. */
const COSMETIC = new Set<string>([
  'sendChatAction',
  'sendMessageDraft',
  'setMyCommands',
  'answerCallbackQuery',
  'deleteWebhook',
  'setWebhook',
]);
/** The runner repeats these by its own rules. */
const LEFT_ALONE = new Set<string>(['getUpdates', 'getMe', ...COSMETIC]);

const passing = new WeakSet<object>();

/** Marks a call that only shows work in progress: never repeated, never remembered; a later one says more. */
export function inPassing<P extends object>(payload: P): P {
  passing.add(payload);
  return payload;
}

const RETRIES = 7;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Waits out 429 (`retry_after`), repeats 5xx and network errors with growing pauses.
 * What still fails after about a minute is thrown: the update stays in the inbox and is handled again later.
 *
 * @param firstPause milliseconds
 */
export function patient(signal: AbortSignal, firstPause: number): Transformer {
  const waitsFor429 = autoRetry({
    maxRetryAttempts: 10,
    maxDelaySeconds: 600,
    rethrowHttpErrors: true,
    rethrowInternalServerErrors: true,
  });
  return async (prev, method, payload, callerSignal) => {
    if (LEFT_ALONE.has(method) || passing.has(payload)) return prev(method, payload, callerSignal);
    for (let attempt = 0; ; attempt++) {
      const delay = attempt < RETRIES ? Math.min(firstPause * 2 ** attempt, LONGEST_PAUSE_MS) : undefined;
      try {
        const result = await waitsFor429(prev, method, payload, callerSignal);
        if (result.ok || !(result.error_code >= 500) || delay === undefined) return result;
      } catch (error) {
        if (!(error instanceof HttpError) || delay === undefined || signal.aborted) throw error;
      }
      await sleep(delay, undefined, { signal });
    }
  };
}

/**
 * Makes harmless refusals harmless: an edit that changes nothing has succeeded; text that Telegram cannot parse is sent
 * as plain text; an answer to a deleted message is sent without the reply mark.
 */
export const forgiving: Transformer = async (prev, method, payload, signal) => {
  const result = await prev(method, payload, signal);
  if (result.ok || result.error_code !== 400) return result;
  const { description } = result;
  if (/message is not modified/i.test(description)) return { ok: true, result: true as never };
  const again = repaired(payload as Record<string, unknown>, description);
  return again === undefined ? result : prev(method, again as typeof payload, signal);
};

function repaired(
  payload: Record<string, unknown>,
  description: string,
): Record<string, unknown> | undefined {
  if (/can't parse entities/i.test(description) && typeof payload['text'] === 'string') {
    const { parse_mode: _, ...rest } = payload;
    return { ...rest, text: stripHtml(payload['text']) };
  }
  if (/message to be replied not found|replied message not found/i.test(description)) {
    const { reply_parameters: _, ...rest } = payload;
    return rest;
  }
  // Servers of an older API know neither the copy button nor expandable quotations.
  if (/button|BUTTON_|keyboard/i.test(description) && hasCopyButtons(payload))
    return withoutCopyButtons(payload);
  return undefined;
}

interface Keyboard {
  readonly inline_keyboard: readonly (readonly Record<string, unknown>[])[];
}

function hasCopyButtons(payload: Record<string, unknown>): boolean {
  return JSON.stringify(payload['reply_markup'] ?? '').includes('"copy_text"');
}

function withoutCopyButtons(payload: Record<string, unknown>): Record<string, unknown> {
  const { inline_keyboard: rows } = payload['reply_markup'] as Keyboard;
  const kept = rows
    .map((row) => row.filter((button) => !('copy_text' in button)))
    .filter((row) => row.length > 0);
  return { ...payload, reply_markup: { inline_keyboard: kept } };
}

/**
 * Remembers what was sent for one update. Handling the update again after a kill repeats the same calls in the same
 * order: those remembered return what Telegram answered then, without being sent twice. Only a send in flight at the
 * moment of the kill can happen twice, because Telegram has no idempotency key.
 */
export function sendLedger(inbox: Pick<Inbox, 'sends' | 'sent'>, key: string): Transformer {
  let before: Promise<readonly string[]> | undefined;
  let next = 0;
  return async (prev, method, payload, signal) => {
    if (!method.startsWith('send') || COSMETIC.has(method) || passing.has(payload))
      return prev(method, payload, signal);
    const ordinal = next++;
    before ??= inbox.sends(key);
    const remembered = (await before)[ordinal];
    if (remembered !== undefined) return { ok: true, result: JSON.parse(remembered) };
    const result = await prev(method, payload, signal);
    if (result.ok) await inbox.sent(key, ordinal, JSON.stringify(result.result));
    return result;
  };
}
