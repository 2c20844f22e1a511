import type { InlineKeyboard } from 'grammy';
import type { BotContext } from './context.ts';

/**
 * Puts other buttons under the message whose button was pressed, or none. What the press did is done: that the message
 * is gone, too old, or comes without its number (grammY throws at once then) takes nothing of it back.
 */
export async function changeButtons(ctx: BotContext, reply_markup?: InlineKeyboard): Promise<void> {
  await quietly(() => ctx.editMessageReplyMarkup(reply_markup && { reply_markup }));
}

/** Puts a text in the place of the message whose button was pressed. */
export async function changeText(ctx: BotContext, text: string): Promise<void> {
  await quietly(() => ctx.editMessageText(text));
}

async function quietly(edit: () => Promise<unknown>): Promise<void> {
  try {
    await edit();
  } catch {}
}
