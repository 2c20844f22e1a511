import { type Press, unpack } from './callback-data.ts';
import type { BotContext } from './context.ts';

/** What the buttons do of the bot's message that this one replies to: Telegram sends it along, keyboard included. */
export function pressesRepliedTo(ctx: BotContext): readonly Press[] {
  const buttons = ctx.msg?.reply_to_message?.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.flatMap((button) => ('callback_data' in button ? (unpack(button.callback_data) ?? []) : []));
}
