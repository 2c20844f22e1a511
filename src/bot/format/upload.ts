import { createHash } from 'node:crypto';
import { InlineKeyboard } from 'grammy';
import { UPLOAD_FIELDS, type UploadId, type UploadPreview } from '../../dialogue/uploads/model.ts';
import {
  ACTS_WORDS,
  APPROVAL_WORDS,
  FIELD_WORDS,
  PRIVATE_WORDS,
  UPLOAD_STATE_WORDS,
} from '../../dialogue/uploads/words.ts';
import { pack, type UploadTodo } from '../callback-data.ts';
import { UPLOAD_BUTTONS, UPLOAD_CHAT } from '../words.ts';
import { type Block, bold, type Line, plain } from './html.ts';

const SHOWN = 8;
const SENTENCE = 300;

/** What was understood of an uploaded file, as a message. */
export function uploadBlocks(preview: UploadPreview): Block[] {
  const { upload } = preview;
  return [
    { kind: 'plain', lines: [bold(preview.title), plain(headLine(preview))] },
    ...(upload.reason === undefined || upload.state !== 'tra_lai'
      ? []
      : [block([plain(UPLOAD_CHAT.returnedFor(upload.reason))])]),
    block(preview.fields.flatMap((one) => fieldLine(one))),
    titled(
      UPLOAD_CHAT.relations,
      preview.relations.map(
        ({ kind, target, sentence, allowed, struckOut }) =>
          `${ACTS_WORDS[kind]} ${target}${allowed ? '' : UPLOAD_CHAT.notAllowedByRank}${struckOut ? UPLOAD_CHAT.struckOut : ''}: “${sentence.slice(0, SENTENCE)}”`,
      ),
    ),
    titled(UPLOAD_CHAT.firstArticles, preview.firstArticles),
    titled(
      upload.keepPersonalData ? UPLOAD_CHAT.personalKept : UPLOAD_CHAT.personalMasked,
      preview.personal.map((one) => `${PRIVATE_WORDS[one.kind]} ${one.masked} (trang ${one.page})`),
    ),
    titled(UPLOAD_CHAT.warnings, preview.warnings),
    block([plain(standing(preview))]),
  ];
}

function headLine({ upload, articles, pages, ocrPages }: UploadPreview): string {
  return [
    UPLOAD_STATE_WORDS[upload.state],
    upload.fileName,
    articles > 0 ? `${articles} điều` : 'không chia điều',
    ...(pages === undefined ? [] : [`${pages} trang`]),
    ...(ocrPages > 0 ? [UPLOAD_CHAT.ocr(ocrPages)] : []),
  ].join(' · ');
}

function fieldLine({ field, value, doubtful, corrected }: UploadPreview['fields'][number]): Line[] {
  if (value === undefined && !doubtful) return [];
  const mark = corrected ? UPLOAD_CHAT.corrected : doubtful ? UPLOAD_CHAT.doubtful : '';
  return [[{ text: `${FIELD_WORDS[field]}: `, style: 'b' }, { text: `${shown(value) || 'chưa rõ'}${mark}` }]];
}

/** Dates as people write them. */
function shown(value = ''): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return date === null ? value : `${date[3]}/${date[2]}/${date[1]}`;
}

function standing({ upload, outcome, approval, twin }: UploadPreview): string {
  const { scope } = upload;
  const where = UPLOAD_CHAT.scopeIs(UPLOAD_CHAT.scopes[scope.kind], scope.webOnly === true);
  const same =
    twin === undefined
      ? ''
      : ` ${outcome === 'updated' ? UPLOAD_CHAT.newVersion : UPLOAD_CHAT.repeats}: ${twin.title}.`;
  if (outcome === 'duplicate' || outcome === 'unchanged') return `${UPLOAD_CHAT.duplicate}${same}`;
  if (approval.length === 0) return `${where}${same} ${UPLOAD_CHAT.servesAtOnce}`;
  const reasons = approval.map((reason) => APPROVAL_WORDS[reason]).join('; ');
  const told = upload.state === 'cho_duyet' ? UPLOAD_CHAT.waits : UPLOAD_CHAT.needsApproval;
  return `${where}${same} ${told(reasons)}`;
}

function block(lines: readonly Line[]): Block {
  return { kind: 'plain', lines };
}

function titled(title: string, items: readonly string[]): Block {
  if (items.length === 0) return { kind: 'expandable', lines: [] };
  const rest = items.length > SHOWN ? [plain(UPLOAD_CHAT.more(items.length - SHOWN))] : [];
  return {
    kind: 'expandable',
    lines: [bold(title), ...items.slice(0, SHOWN).map((item) => plain(`• ${item}`)), ...rest],
  };
}

const press = (todo: UploadTodo, upload: UploadId, arg = '') => pack({ act: 'upload', todo, upload, arg });

export function uploadKeyboard({ upload, personal, relations }: UploadPreview): InlineKeyboard {
  const { id } = upload;
  const keyboard = new InlineKeyboard()
    .text(UPLOAD_BUTTONS.confirm, press('confirm', id))
    .text(UPLOAD_BUTTONS.edit, press('edit', id))
    .row()
    .text(UPLOAD_BUTTONS.scope, press('scope', id))
    .text(UPLOAD_BUTTONS.cancel, press('cancel', id));
  if (relations.length > 0) keyboard.row().text(UPLOAD_BUTTONS.relations, press('relations', id));
  if (personal.length === 0) return keyboard;
  const label = upload.keepPersonalData ? UPLOAD_BUTTONS.mask : UPLOAD_BUTTONS.keep;
  return keyboard.row().text(label, press('keep', id, upload.keepPersonalData ? 'no' : 'yes'));
}

/** Telegram shows a hundred buttons at most. */
export const MOST_RELATIONS = 40;

/** One tap strikes out a relation that was misread, or takes it in again. */
export function uploadRelationsKeyboard({ upload, relations }: UploadPreview): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const relation of relations.slice(0, MOST_RELATIONS)) {
    const { key, kind, target, struckOut } = relation;
    const todo = struckOut ? 'unstrike' : 'strike';
    keyboard
      .text(UPLOAD_BUTTONS[todo](`${ACTS_WORDS[kind]} ${target}`), press(todo, upload.id, relationCode(key)))
      .row();
  }
  return keyboard;
}

/** A relation within one upload, short enough for a button. */
export function relationCode(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 8);
}

export function uploadDecisionKeyboard(id: UploadId): InlineKeyboard {
  return new InlineKeyboard()
    .text(UPLOAD_BUTTONS.approve, press('approve', id))
    .text(UPLOAD_BUTTONS.sendBack, press('return', id));
}

export function uploadViewKeyboard(id: UploadId): InlineKeyboard {
  return new InlineKeyboard().text(UPLOAD_BUTTONS.view, press('view', id));
}

export function uploadFieldsKeyboard(id: UploadId): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  UPLOAD_FIELDS.forEach((field, i) => {
    if (i > 0 && i % 2 === 0) keyboard.row();
    keyboard.text(FIELD_WORDS[field], press('field', id, field));
  });
  return keyboard;
}

export function uploadScopeKeyboard(id: UploadId, department: string | undefined): InlineKeyboard {
  const keyboard = new InlineKeyboard()
    .text(UPLOAD_CHAT.scopes.internal, press('scope_is', id, 'internal'))
    .row()
    .text(UPLOAD_CHAT.scopes.public, press('scope_is', id, 'public'))
    .row();
  if (department !== undefined)
    keyboard.text(UPLOAD_CHAT.scopes.departments, press('scope_is', id, 'departments')).row();
  return keyboard.text(UPLOAD_BUTTONS.webOnly, press('scope_is', id, 'web'));
}
