import { Composer, InputFile } from 'grammy';
import { may } from '../../dialogue/access.ts';
import {
  UPLOAD_FIELDS,
  type UploadField,
  type UploadId,
  type UploadPreview,
} from '../../dialogue/uploads/model.ts';
import { mayDecide } from '../../dialogue/uploads/rules.ts';
import type { Settled } from '../../dialogue/uploads/settle.ts';
import type { Uploads } from '../../dialogue/uploads/uploads.ts';
import { approvalSentence, FIELD_WORDS, resultSentence, UPLOAD_WORDS } from '../../dialogue/uploads/words.ts';
import { type Press, unpack } from '../callback-data.ts';
import type { BotContext, BotDeps } from '../context.ts';
import { renderMessages } from '../format/html.ts';
import {
  uploadBlocks,
  uploadDecisionKeyboard,
  uploadFieldsKeyboard,
  uploadKeyboard,
  uploadScopeKeyboard,
} from '../format/upload.ts';
import { changeButtons } from '../pressed.ts';
import { UPLOAD_CHAT } from '../words.ts';
import { formOf, setForm } from './forms.ts';
import { askRelations, pressedScope, strike } from './upload-changes.ts';

export interface UploadReviewDeps extends BotDeps {
  readonly uploads: Uploads;
}

type UploadPress = Extract<Press, { act: 'upload' }>;

/** The buttons under an upload, and the values typed for it. */
export function uploadReview(deps: UploadReviewDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on('callback_query:data', async (ctx, next) => {
    const press = unpack(ctx.callbackQuery.data);
    if (press?.act !== 'upload' || ctx.person === undefined) return next();
    await act(deps, ctx, press);
    await ctx.answerCallbackQuery().catch(() => {});
  });
  feature.on('message:text', async (ctx, next) => {
    const form = await formOf(deps, ctx);
    const isCommand = ctx.msg.text.startsWith('/');
    if (form?.form !== 'upload' || isCommand || !may(ctx.person, 'add_documents')) return next();
    const by = ctx.person!.id;
    const id = form.upload as UploadId;
    // A value that is refused may be typed again; the form stays.
    if (form.field === 'reason') {
      await deps.uploads.sendBack({ by, id, reason: ctx.msg.text });
      await setForm(deps, ctx, undefined);
      return void (await ctx.reply(UPLOAD_CHAT.sentBack));
    }
    const value = ctx.msg.text.trim() === UPLOAD_CHAT.emptyMark ? '' : ctx.msg.text;
    await deps.uploads.correct({ by, id, values: { [form.field]: value } });
    await setForm(deps, ctx, undefined);
    await show(deps, ctx, id);
  });
  return feature;
}

/** Of a scan, before the preview: letters were recognised from its pages, so the first is shown as it looks. One message,
 * drawn or not, so that an update that is handled again counts its messages alike. */
export async function sendFirstPage(
  { uploads, pictures }: Pick<UploadReviewDeps, 'uploads' | 'pictures'>,
  ctx: BotContext,
  { upload, ocrPages, pages }: UploadPreview,
): Promise<void> {
  if (ocrPages === 0 || pictures === undefined) return;
  const paper = await uploads.paper(ctx.person!.id, upload.id, 'telegram');
  const drawn = paper && (await pictures.page(paper, 1).catch(() => undefined));
  if (drawn === undefined || drawn === 'busy') return void (await ctx.reply(UPLOAD_CHAT.noPicture));
  const caption = UPLOAD_CHAT.firstPage(pages ?? 1, upload.fileName);
  await ctx.replyWithPhoto(new InputFile(drawn.picture, 'trang-1.jpg'), { caption });
}

/** The preview in as many messages as it takes, the buttons under the last. */
export async function sendPreview(ctx: BotContext, preview: UploadPreview): Promise<void> {
  const texts = renderMessages(uploadBlocks(preview));
  const keyboard = keyboardFor(ctx, preview);
  for (const [i, text] of texts.entries()) {
    await ctx.reply(text, {
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      ...(keyboard !== undefined && i === texts.length - 1 && { reply_markup: keyboard }),
    });
  }
}

function keyboardFor({ person }: BotContext, preview: UploadPreview) {
  const { upload } = preview;
  const open = upload.state === 'cho_xac_nhan' || upload.state === 'tra_lai';
  if (open && upload.by === person?.id) return uploadKeyboard(preview);
  const decides = upload.state === 'cho_duyet' && person !== undefined && mayDecide(person, upload);
  return decides ? uploadDecisionKeyboard(upload.id) : undefined;
}

async function show(
  deps: UploadReviewDeps,
  ctx: BotContext,
  id: UploadId,
  { withPage = false } = {},
): Promise<void> {
  const { uploads } = deps;
  const by = ctx.person!.id;
  const preview = await uploads.preview(by, id, 'telegram');
  if (preview !== undefined) {
    if (withPage) await sendFirstPage(deps, ctx, preview);
    return sendPreview(ctx, preview);
  }
  const upload = await uploads.upload(by, id);
  const sentence = upload?.result === undefined ? UPLOAD_WORDS.settled : resultSentence(upload.result);
  await ctx.reply(sentence);
}

async function act(deps: UploadReviewDeps, ctx: BotContext, press: UploadPress): Promise<void> {
  const { uploads } = deps;
  const { todo, upload: id, arg } = press;
  const by = ctx.person!.id;
  switch (todo) {
    case 'confirm':
    case 'approve': {
      const settled = await uploads[todo]({ by, id });
      await changeButtons(ctx);
      return void (await ctx.reply(settledSentence(settled)));
    }
    case 'cancel':
      await uploads.cancel({ by, id });
      await changeButtons(ctx);
      return void (await ctx.reply(UPLOAD_WORDS.cancelled));
    case 'view':
      return show(deps, ctx, id, { withPage: true });
    case 'keep':
      await uploads.keepPersonalData({ by, id, keep: arg === 'yes' });
      return show(deps, ctx, id);
    case 'relations':
      return askRelations(deps, ctx, id);
    case 'strike':
    case 'unstrike':
      await strike(deps, ctx, id, arg, todo);
      return show(deps, ctx, id);
    case 'edit':
      return void (await ctx.reply(UPLOAD_CHAT.whichField, { reply_markup: uploadFieldsKeyboard(id) }));
    case 'scope': {
      const reply_markup = uploadScopeKeyboard(id, ctx.person!.department);
      return void (await ctx.reply(UPLOAD_CHAT.whichScope, { reply_markup }));
    }
    case 'scope_is': {
      const scope = await pressedScope(deps, ctx, id, arg);
      if (scope !== undefined) await uploads.setScope({ by, id, scope });
      return show(deps, ctx, id);
    }
    case 'field': {
      const field = UPLOAD_FIELDS.find((name): name is UploadField => name === arg);
      if (field === undefined) return;
      await setForm(deps, ctx, { form: 'upload', upload: id, field });
      return void (await ctx.reply(UPLOAD_CHAT.typeValue(FIELD_WORDS[field])));
    }
    case 'return':
      await setForm(deps, ctx, { form: 'upload', upload: id, field: 'reason' });
      return void (await ctx.reply(UPLOAD_CHAT.typeReason));
  }
}

function settledSentence(settled: Settled): string {
  return settled.status === 'waiting'
    ? UPLOAD_WORDS.sentForApproval(approvalSentence(settled.reasons))
    : resultSentence(settled.result);
}
