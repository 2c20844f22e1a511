import type { UploadId } from '../../dialogue/uploads/model.ts';
import type { Uploads } from '../../dialogue/uploads/uploads.ts';
import { UPLOAD_WORDS } from '../../dialogue/uploads/words.ts';
import type { DocumentScope } from '../../retrieval/model.ts';
import type { BotContext } from '../context.ts';
import { MOST_RELATIONS, relationCode, uploadRelationsKeyboard } from '../format/upload.ts';
import { UPLOAD_CHAT } from '../words.ts';

/** What a tap changes of an upload that is not a field of its head: relations that were misread, who may read it. */

interface Changes {
  readonly uploads: Uploads;
}

export async function askRelations({ uploads }: Changes, ctx: BotContext, id: UploadId): Promise<void> {
  const preview = await uploads.preview(ctx.person!.id, id, 'telegram');
  if (preview === undefined) return void (await ctx.reply(UPLOAD_WORDS.settled));
  const more = preview.relations.length - MOST_RELATIONS;
  const text = [UPLOAD_CHAT.whichRelation, ...(more > 0 ? [UPLOAD_CHAT.moreRelations(more)] : [])].join('\n');
  await ctx.reply(text, { reply_markup: uploadRelationsKeyboard(preview) });
}

/** The same tap twice, as after a kill, comes to the same. */
export async function strike(
  { uploads }: Changes,
  ctx: BotContext,
  id: UploadId,
  code: string,
  todo: 'strike' | 'unstrike',
): Promise<void> {
  const by = ctx.person!.id;
  const preview = await uploads.preview(by, id, 'telegram');
  const pressed = preview?.relations.find(({ key }) => relationCode(key) === code);
  if (preview === undefined || pressed === undefined) return;
  const others = preview.upload.struckOut.filter((key) => key !== pressed.key);
  await uploads.strikeOut({ by, id, keys: todo === 'strike' ? [...others, pressed.key] : others });
}

/** "Web only" is a switch of the scope as it is; the others name a scope. */
export async function pressedScope(
  { uploads }: Changes,
  ctx: BotContext,
  id: UploadId,
  arg: string,
): Promise<DocumentScope | undefined> {
  const { department, id: by } = ctx.person!;
  switch (arg) {
    case 'public':
    case 'internal':
      return { kind: arg };
    case 'departments':
      return department === undefined ? undefined : { kind: 'departments', departments: [department] };
    case 'web': {
      const now = (await uploads.upload(by, id))?.scope;
      if (now === undefined) return undefined;
      const { webOnly, ...rest } = now;
      return webOnly === true ? rest : { ...rest, webOnly: true };
    }
    default:
      return undefined;
  }
}
