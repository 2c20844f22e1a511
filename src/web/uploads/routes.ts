import { setTimeout as sleep } from 'node:timers/promises';
import { Hono, type MiddlewareHandler } from 'hono';
import type { SettingsStore } from '../../dialogue/model.ts';
import { departmentNames } from '../../dialogue/review/departments.ts';
import type { UploadId, UploadPreview } from '../../dialogue/uploads/model.ts';
import type { Uploads } from '../../dialogue/uploads/uploads.ts';
import { UPLOAD_LIMIT_MB, UPLOAD_WORDS } from '../../dialogue/uploads/words.ts';
import type { DocumentId } from '../../legal/model.ts';
import { deskPage, viewerOf } from '../admin/nav.ts';
import { field } from '../chat/input.ts';
import { type WebContext, type WebEnv, WebError } from '../context.ts';
import type { DeskParts } from '../deps.ts';
import { formLimit } from '../security.ts';
import { allow, formOf } from '../session.ts';
import { differencesView } from './differences.ts';
import { changedFields, postedScope } from './input.ts';
import { previewView } from './preview-view.ts';
import { createReadings, type FileToRead, type Readings } from './readings.ts';
import { readingPage, settledView, uploadPage } from './views.ts';

const UPLOAD_PATH = '/tai-lieu/nap';
const TITLE = 'Nạp tài liệu';
/** Room for the other fields of the form. */
const BODY_LIMIT = (UPLOAD_LIMIT_MB + 1) * 1024 * 1024;
/** Most files are read by then, and the browser goes straight to what was understood. */
const ANSWER_WITHIN_MS = 5_000;
const LOOK_AGAIN_SECONDS = 3;

/** True for the one request whose body may be large. */
export function isUpload(c: WebContext): boolean {
  return c.req.method === 'POST' && c.req.path === UPLOAD_PATH;
}

/** Before the body is read: only people who may upload send large ones, and none over the limit. */
export const uploadGuard: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (!isUpload(c)) return next();
  const limited = formLimit(BODY_LIMIT, UPLOAD_WORDS.tooLarge);
  return allow('add_documents')(c, async () => void (await limited(c, next)));
};

/** Upload, preview, confirmation, approval, and original files. */
export function uploadRoutes(
  {
    uploads: { uploads, stored },
    documents,
    pagePictures,
  }: Pick<DeskParts, 'uploads' | 'documents' | 'pagePictures'>,
  settings: Pick<SettingsStore, 'get'>,
): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const readings = createReadings(uploads);
  const read = async (c: WebContext, file: FileToRead) => {
    const reading = readings.start(c.get('person'), file);
    await Promise.race([reading.finished, sleep(ANSWER_WITHIN_MS, undefined, { ref: false })]);
    return show(c, uploads, reading);
  };
  app.use(`${UPLOAD_PATH}/*`, allow('add_documents'));
  app.get(UPLOAD_PATH, allow('add_documents'), (c) => overview(c, uploads));

  app.post(UPLOAD_PATH, async (c) => {
    const file = (await formOf(c)).get('file');
    if (!(file instanceof File) || file.size === 0) return overview(c, uploads, UPLOAD_WORDS.empty);
    return read(c, { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  });

  // A stored document read once more from its own file: the same preview and approval as for a new one.
  app.post(`${UPLOAD_PATH}/doc-lai`, async (c) => {
    const id = (c.req.query('id') ?? '') as DocumentId;
    const original = await stored.original(c.get('person').id, id, 'web');
    if (original === undefined) throw new WebError(404, 'Không có bản gốc của văn bản này để đọc lại.');
    const { fileName, bytes, ...rereads } = original;
    return read(c, { fileName, bytes, rereads });
  });

  app.get(`${UPLOAD_PATH}/dang-doc/:reading`, async (c) => {
    const reading = readings.of(c.get('person'), c.req.param('reading'));
    if (reading === undefined) throw new WebError(404, 'Lượt đọc này không còn. Anh/chị gửi lại tệp.');
    return reading.outcome === undefined ? stillReading(c, reading) : show(c, uploads, reading);
  });

  app.get(`${UPLOAD_PATH}/:id`, async (c) => {
    const [by, id] = who(c);
    const preview = await uploads.preview(by, id, 'web');
    if (preview !== undefined) {
      const stored = preview.twin && (await documents.document(preview.twin.id));
      const paper = await uploads.paper(by, id, 'web');
      const drawable = paper && pagePictures ? (await pagePictures.pages(paper)) !== 0 : false;
      const departmentName = (await departmentNames(settings)).of;
      const body = [
        previewView(viewerOf(c), preview, departmentName, drawable),
        ...(stored === undefined ? [] : [differencesView(preview, stored)]),
      ];
      return c.html(deskPage(viewerOf(c), 'uploads', previewTitle(preview), body));
    }
    const upload = await uploads.upload(by, id);
    if (upload === undefined) throw new WebError(404, 'Không có lần nạp này.');
    return c.html(deskPage(viewerOf(c), 'uploads', upload.fileName, settledView(upload)));
  });

  app.post(`${UPLOAD_PATH}/:id/sua`, async (c) => {
    await save(c, uploads);
    return back(c);
  });
  app.post(`${UPLOAD_PATH}/:id/xac-nhan`, async (c) => {
    const [by, id] = who(c);
    await save(c, uploads);
    await uploads.confirm({ by, id });
    return back(c);
  });
  app.post(`${UPLOAD_PATH}/:id/huy`, async (c) => {
    const [by, id] = who(c);
    await uploads.cancel({ by, id });
    return c.redirect(UPLOAD_PATH, 303);
  });
  app.post(`${UPLOAD_PATH}/:id/duyet`, async (c) => {
    const [by, id] = who(c);
    await uploads.approve({ by, id });
    return back(c);
  });
  app.post(`${UPLOAD_PATH}/:id/tra-lai`, async (c) => {
    const [by, id] = who(c);
    await uploads.sendBack({ by, id, reason: field(await formOf(c), 'reason') });
    return c.redirect(UPLOAD_PATH, 303);
  });

  app.get('/tai-lieu/goc/:id{.+}', allow('ask'), async (c) => {
    const id = c.req.param('id') as DocumentId;
    const original = await stored.original(c.get('person').id, id, 'web');
    if (original === undefined) throw new WebError(404, 'Không có bản gốc của văn bản này.');
    return c.body(new Uint8Array(original.bytes), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': attachment(original.fileName),
      'X-Content-Type-Options': 'nosniff',
    });
  });
  return app;
}

function who(c: WebContext) {
  return [c.get('person').id, c.req.param('id') as UploadId] as const;
}

function back(c: WebContext) {
  return c.redirect(`${UPLOAD_PATH}/${c.req.param('id')}`, 303);
}

async function overview(c: WebContext, uploads: Uploads, refused?: string) {
  const by = c.get('person').id;
  const lists = { waiting: await uploads.waiting(by), mine: await uploads.mine(by) };
  const body = uploadPage(viewerOf(c), lists, refused);
  return c.html(deskPage(viewerOf(c), 'uploads', TITLE, body), refused === undefined ? 200 : 422);
}

type Reading = ReturnType<Readings['start']>;

/** What reading came to; until then, the page that waits. */
async function show(c: WebContext, uploads: Uploads, { id, outcome }: Reading) {
  if (outcome === undefined) return c.redirect(`${UPLOAD_PATH}/dang-doc/${id}`, 303);
  if (outcome.status === 'ready') return c.redirect(`${UPLOAD_PATH}/${outcome.preview.upload.id}`, 303);
  return overview(c, uploads, outcome.reason);
}

function stillReading(c: WebContext, reading: Reading) {
  c.header('Refresh', String(LOOK_AGAIN_SECONDS));
  return c.html(deskPage(viewerOf(c), 'uploads', 'Đang đọc tệp', readingPage(reading)));
}

function previewTitle({ upload }: UploadPreview): string {
  return upload.state === 'cho_duyet' ? 'Tài liệu chờ duyệt' : 'Xem lại tài liệu';
}

/** Saves what the form changed: fields, scope, personal data. */
async function save(c: WebContext, uploads: Uploads): Promise<void> {
  const [by, id] = who(c);
  const form = await formOf(c);
  const preview = await uploads.preview(by, id, 'web');
  if (preview === undefined) throw new WebError(404, 'Không có lần nạp này.');
  const values = changedFields(form, preview);
  if (Object.keys(values).length > 0) await uploads.correct({ by, id, values });
  const scope = postedScope(form, c.get('person'));
  if (scope !== undefined && JSON.stringify(scope) !== JSON.stringify(preview.upload.scope))
    await uploads.setScope({ by, id, scope });
  const known = new Set(preview.relations.map(({ key }) => key));
  const keys = form.getAll('struck').filter((key): key is string => known.has(String(key)));
  const before = preview.relations.filter(({ struckOut }) => struckOut).map(({ key }) => key);
  if (form.has('relations') && keys.join() !== before.join()) await uploads.strikeOut({ by, id, keys });
  const keep = form.has('keep');
  if (preview.personal.length > 0 && keep !== preview.upload.keepPersonalData)
    await uploads.keepPersonalData({ by, id, keep });
}

/** RFC 6266: a plain name for old clients, the real one in UTF-8. */
function attachment(fileName: string): string {
  const plain =
    fileName
      .normalize('NFD')
      .replace(/[^\x20-\x7e]|["\\]/g, '')
      .trim() || 'tai-lieu';
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, percent)}`;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
