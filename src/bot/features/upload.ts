import { Composer } from 'grammy';
import { may } from '../../dialogue/access.ts';
import type { Begun } from '../../dialogue/uploads/begin.ts';
import type { Uploads } from '../../dialogue/uploads/uploads.ts';
import { SECRET_WARNING, UPLOAD_LIMIT_MB } from '../../dialogue/uploads/words.ts';
import { CLOUD_FILE_BYTES, FileGone, FileTooLarge, type TelegramFiles } from '../api/files.ts';
import { type BotContext, type BotDeps, isGroup } from '../context.ts';
import { tellReading } from '../reading-progress.ts';
import { showTyping } from '../typing.ts';
import { UPLOAD_CHAT } from '../words.ts';
import { fileOf, type TelegramFile, tellSecret } from './sent-file.ts';
import { sendFirstPage, sendPreview } from './upload-review.ts';

/** Longer reading is given up; OCR takes about 4 s a page. */
const READ_WITHIN_MS = 30 * 60_000;

export interface UploadFeatureDeps extends BotDeps {
  readonly uploads: Uploads;
  readonly files: TelegramFiles;
}

/** A document or photograph from department staff becomes an upload. */
export function upload(deps: UploadFeatureDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature
    .filter((ctx) => !isGroup(ctx) && may(ctx.person, 'add_documents'))
    .command('nap', (ctx) => ctx.reply(`${UPLOAD_CHAT.howTo(deps.files.large)}\n\n${SECRET_WARNING}`));
  const fromStaff = feature.filter((ctx) => may(ctx.person, 'add_documents'));
  fromStaff.on(['message:document', 'message:photo'], async (ctx) => {
    if (isGroup(ctx)) return void (await ctx.reply(UPLOAD_CHAT.privately));
    const file = fileOf(ctx);
    const limit = deps.files.large ? UPLOAD_LIMIT_MB * 1024 * 1024 : CLOUD_FILE_BYTES;
    if (file.size > limit) return void (await ctx.reply(UPLOAD_CHAT.tooLarge(deps.files.large)));
    const onProgress = await tellReading(ctx, deps.pace.betweenPages);
    const stopTyping = showTyping(ctx);
    const begun = await read(deps, ctx, file, { limit, onProgress }).finally(stopTyping);
    await tell(deps, ctx, file.id, begun);
  });
  return feature;
}

async function read(
  { uploads, files }: UploadFeatureDeps,
  ctx: BotContext,
  file: TelegramFile,
  { limit, onProgress }: { limit: number; onProgress: (done: number, total: number) => void },
): Promise<Begun> {
  let bytes: Uint8Array;
  try {
    bytes = await files.download(ctx.api, file.id, limit);
  } catch (error) {
    if (error instanceof FileTooLarge)
      return { status: 'refused', reason: UPLOAD_CHAT.tooLarge(files.large) };
    if (error instanceof FileGone) return { status: 'failed', reason: UPLOAD_CHAT.gone };
    throw error;
  }
  return uploads.begin({
    by: ctx.person!.id,
    bytes,
    fileName: file.name,
    channel: 'telegram',
    key: `tg:${ctx.key}`,
    signal: AbortSignal.timeout(READ_WITHIN_MS),
    onProgress,
  });
}

async function tell(deps: UploadFeatureDeps, ctx: BotContext, fileId: string, begun: Begun): Promise<void> {
  if (begun.status === 'ready') {
    await sendFirstPage(deps, ctx, begun.preview);
    return sendPreview(ctx, begun.preview);
  }
  if (begun.status !== 'secret') return void (await ctx.reply(begun.reason));
  await tellSecret(deps, ctx, fileId, begun.reason);
}
