import { Hono } from 'hono';
import { html } from 'hono/html';
import { readerOf } from '../../dialogue/access.ts';
import type { Person } from '../../dialogue/model.ts';
import { departmentNames } from '../../dialogue/review/departments.ts';
import {
  type DocumentDetail,
  type DocumentRow,
  expiringSoon,
  SOON_DAYS,
} from '../../dialogue/review/documents.ts';
import { dayInVietnam } from '../../legal/today.ts';
import { mayRead } from '../../retrieval/access.ts';
import { effectivityOf } from '../../retrieval/in-force.ts';
import { field } from '../chat/input.ts';
import { type WebContext, type WebEnv, WebError } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { originalOf } from '../originals.ts';
import { formOf } from '../session.ts';
import { formatInstant, formatNumber } from '../text.ts';
import { postedScope } from '../uploads/input.ts';
import type { Html } from '../view/layout.ts';
import { type Column, select, table, textField } from '../view/table.ts';
import { documentView } from './document-view.ts';
import { filterLink } from './filters.ts';
import { changedLines } from './line-diff.ts';
import { deskPage, viewerOf } from './nav.ts';
import { scopeWords } from './words.ts';

const PAGE = 50;
const KINDS = { official: 'Văn bản', procedure: 'Thủ tục hành chính', guide: 'Tài liệu tổng hợp' };
const STATES = { serving: 'Đang phục vụ', withdrawn: 'Đã thu hồi' };

/** Stored documents: what was understood of each, what acts on it, and taking it out of the answers. */
export function documentRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  /** A document this person may read; a restricted one looks like one that does not exist. */
  async function readable(c: WebContext): Promise<DocumentDetail> {
    const document = await deps.documents.document(c.req.query('id') ?? '');
    if (!document || !maySee(c.get('person'), document)) throw new WebError(404, 'Không có văn bản này.');
    return document;
  }

  app.get('/van-ban', async (c) => {
    const query = c.req.query();
    const state = query['state'] === 'withdrawn' || query['state'] === 'serving' ? query['state'] : undefined;
    const rows = await deps.documents.list(
      {
        ...(query['text'] && { text: query['text'].slice(0, 200) }),
        ...(state && { state }),
        ...(query['kind'] && { kind: query['kind'] }),
        ...(query['warnings'] === 'yes' && { withWarnings: true }),
        ...(query['expiring'] === 'yes' && { expires: expiringSoon(deps.now()) }),
      },
      { limit: PAGE + 1, ...(query['sau'] && { after: query['sau'] }) },
    );
    const { of } = await departmentNames(deps.settings);
    const view = listView(c.get('person'), query, rows, of);
    return c.html(deskPage(viewerOf(c), 'documents', 'Văn bản', view));
  });

  app.get('/van-ban/xem', async (c) => {
    const document = await readable(c);
    const facts = (await deps.chunks.facts([document.id])).get(document.id) ?? document.facts;
    const standing = effectivityOf(facts, dayInVietnam(deps.now()));
    const has = await originalOf(deps, c.get('person').id, document.id);
    const page = Math.max(1, Math.trunc(Number(c.req.query('trang'))) || 1);
    const original = has && { pages: has.pages, page: Math.min(page, has.pages) };
    const { of: departmentName } = await departmentNames(deps.settings);
    const scope = scopeWords(document, departmentName);
    const view = documentView(viewerOf(c), document, { facts, standing, scope, original, departmentName });
    return c.html(deskPage(viewerOf(c), 'documents', 'Văn bản', view));
  });

  app.get('/van-ban/so-sanh', async (c) => {
    const document = await readable(c);
    const version = Number(c.req.query('ban'));
    const old = await deps.documents.versionText(document.id, version);
    if (old === undefined) throw new WebError(404, 'Không còn bản này.');
    const body = html`<p><a href="${filterLink('/quan-tri/van-ban/xem', { id: document.id })}">Về văn bản</a></p>
<p>So bản ${version} với bản đang dùng (${document.version}). <del>Đoạn bỏ</del>, <ins>đoạn thêm</ins>.</p>
<div class="card doc diff">${changedLines(old, document.text).map((part) => diffPart(part))}</div>`;
    return c.html(deskPage(viewerOf(c), 'documents', document.title, body));
  });

  for (const [path, change] of [
    ['thu-hoi', 'withdraw'],
    ['khoi-phuc', 'restore'],
  ] as const) {
    app.post(`/van-ban/${path}`, async (c) => {
      const { id: document } = await readable(c);
      const reason = field(await formOf(c), 'reason');
      await deps.uploads.stored[change]({ by: c.get('person').id, document, reason });
      return c.redirect(filterLink('/quan-tri/van-ban/xem', { id: document }), 303);
    });
  }

  app.post('/van-ban/pham-vi', async (c) => {
    const { id: document } = await readable(c);
    const person = c.get('person');
    const scope = postedScope(await formOf(c), person);
    if (scope === undefined) throw new WebError(422, 'Anh/chị chọn phạm vi đọc.');
    await deps.uploads.stored.changeScope({ by: person.id, document, scope });
    // Who narrows it beyond their own reach is shown the list, not a page that is gone.
    const still = mayRead(scope, readerOf(person, 'web'));
    const back = still ? filterLink('/quan-tri/van-ban/xem', { id: document }) : '/quan-tri/van-ban';
    return c.redirect(back, 303);
  });

  return app;
}

function diffPart(part: ReturnType<typeof changedLines>[number]): Html {
  if (part.kind === 'removed') return html`<p><del>${part.text}</del></p>`;
  if (part.kind === 'added') return html`<p><ins>${part.text}</ins></p>`;
  return html`<p class="ctx">${part.text}</p>`;
}

function maySee(person: Person, document: DocumentRow): boolean {
  return mayRead(document.scope, readerOf(person, 'web'));
}

function listView(
  person: Person,
  query: Record<string, string>,
  rows: readonly DocumentRow[],
  departmentName: (slug: string) => string,
): Html {
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  const words = (all: Record<string, string>) =>
    Object.entries(all).map(([value, text]) => ({ value, words: text }));
  const columns: Column<DocumentRow>[] = [
    {
      head: 'Văn bản',
      title: true,
      cell: (d) =>
        html`<a href="${filterLink('/quan-tri/van-ban/xem', { id: d.id })}">${d.title}</a>${d.number ? html`<br><span class="note">${d.number}</span>` : ''}`,
    },
    { head: 'Loại', whole: true, cell: (d) => KINDS[d.kind as keyof typeof KINDS] ?? d.kind },
    { head: 'Phạm vi', cell: (d) => scopeWords(d, departmentName) },
    {
      head: 'Tình trạng',
      cell: (d) =>
        html`<span class="badge ${d.state === 'serving' ? 'ok' : 'bad'}">${STATES[d.state]}</span>`,
    },
    { head: 'Điều', cell: (d) => formatNumber(d.articles), numeric: true },
    { head: 'Lần dẫn', cell: (d) => formatNumber(d.timesCited), numeric: true },
    {
      head: 'Cảnh báo',
      cell: (d) => (d.warnings.length > 0 ? html`<span class="badge warn">${d.warnings.length}</span>` : ''),
      numeric: true,
    },
    { head: 'Cập nhật', whole: true, cell: (d) => formatInstant(d.updatedAt) },
  ];
  return html`<form class="filters card" method="get" action="/quan-tri/van-ban" role="search">
${textField('text', 'Số, tên, tệp', query['text'], { type: 'search' })}
${select('kind', 'Loại', words(KINDS), query['kind'], 'Tất cả')}
${select('state', 'Tình trạng', words(STATES), query['state'], 'Tất cả')}
${select('expiring', 'Hiệu lực', [{ value: 'yes', words: `Hết hiệu lực trong ${SOON_DAYS} ngày tới` }], query['expiring'], 'Tất cả')}
${select('warnings', 'Cảnh báo khi đọc', [{ value: 'yes', words: 'Có cảnh báo' }], query['warnings'], 'Tất cả')}
<div class="fld-go"><button>Lọc</button></div></form>
${table(
  'Văn bản',
  columns,
  shown.filter((d) => maySee(person, d)),
)}
<nav class="pager" aria-label="Trang">${query['sau'] ? html`<a href="${filterLink('/quan-tri/van-ban', query, { sau: undefined })}">Đầu danh sách</a>` : ''} ${
    last
      ? html`<a rel="next" href="${filterLink('/quan-tri/van-ban', query, { sau: last.id })}">Tiếp</a>`
      : ''
  }</nav>`;
}
