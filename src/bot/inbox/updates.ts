import { createHash } from 'node:crypto';
import type { Update } from 'grammy/types';
import type { InboxItem } from '../../dialogue/inbox.ts';
import { withoutMarkedWords } from './marked-files.ts';

/** The update's number and a digest of its content: Telegram may choose a random new number after a silent week. */
export function keyOf(update: Update): string {
  const digest = createHash('sha256').update(JSON.stringify(update)).digest('base64url').slice(0, 12);
  return `${update.update_id}:${digest}`;
}

export function inboxItem(received: Update, now: Date): InboxItem {
  const update = withoutMarkedWords(received);
  return {
    key: keyOf(update),
    lane: laneOf(update),
    body: JSON.stringify(update),
    receivedAt: now.toISOString(),
  };
}

/** Updates of one chat are handled in order. */
function laneOf(update: Update): string {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message;
  const from = update.callback_query?.from ?? update.my_chat_member?.from;
  return String(message?.chat.id ?? update.my_chat_member?.chat.id ?? from?.id ?? 'other');
}
