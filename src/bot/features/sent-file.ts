import type { TelegramFiles } from '../api/files.ts';
import type { BotContext, BotDeps } from '../context.ts';
import { UPLOAD_CHAT } from '../words.ts';

/** A file or photograph in a message. Bytes; 0 when Telegram does not say. */
export interface TelegramFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

export function fileOf(ctx: BotContext): TelegramFile {
  const document = ctx.message?.document;
  if (document !== undefined) {
    const { file_id: id, file_name: name = 'tai-lieu', file_size: size = 0 } = document;
    return { id, name, size };
  }
  // Telegram sends a photograph in several sizes, the largest last.
  const photo = ctx.message?.photo?.at(-1);
  return {
    id: photo?.file_id ?? '',
    name: `anh-${ctx.message?.message_id ?? 0}.jpg`,
    size: photo?.file_size ?? 0,
  };
}

export interface SecretDeps extends Pick<BotDeps, 'inbox' | 'now'> {
  readonly files: TelegramFiles;
}

/** A secret paper: the message goes, the person hears why and what to do, and the stored update, which has the file's name
 * and the words beside it, is erased. */
export async function tellSecret(
  { files, inbox, now }: SecretDeps,
  ctx: BotContext,
  fileId: string,
  reason: string,
): Promise<void> {
  await files.forget(ctx.api, fileId);
  const deleted = await ctx.deleteMessage().then(
    () => true,
    () => false,
  );
  await ctx.reply(`${reason}\n\n${deleted ? UPLOAD_CHAT.deleted : UPLOAD_CHAT.deleteYourself}`);
  await inbox.erase(ctx.key, now().toISOString());
}
