import { html } from 'hono/html';
import type { DocumentDetail, PageText } from '../../dialogue/review/documents.ts';
import { ACTS_WORDS } from '../../dialogue/uploads/words.ts';
import type { Effectivity } from '../../legal/model.ts';
import type { DocumentFacts } from '../../retrieval/model.ts';
import { originalLink, originalPage, pagePicture } from '../originals.ts';
import { formatDate, formatInstant, formatNumber } from '../text.ts';
import { scopeFields } from '../uploads/scope-fields.ts';
import { effectivityBadge } from '../view/answer-text.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import { filterLink } from './filters.ts';

/** Long laws are cut here; the whole text is in the source file. */
const TEXT_SHOWN = 60_000;

/** The file it was read from; 0 pages for a format that has none, or none that can be drawn, undefined ones while it is
 * being opened. */
export interface ShownOriginal {
  readonly pages: number | undefined;
  readonly page: number;
  /** What was read of that page; undefined where nothing says. */
  readonly text: PageText | undefined;
}

export interface DocumentStanding {
  readonly facts: DocumentFacts;
  /** Today. */
  readonly standing: Effectivity;
  /** Who may read it, in words. */
  readonly scope: string;
  readonly original: ShownOriginal | undefined;
  readonly departmentName: (slug: string) => string;
}

export function documentView(
  viewer: Viewer,
  document: DocumentDetail,
  { facts, standing, scope, original, departmentName }: DocumentStanding,
): Html {
  const rows: [string, Html | string][] = [
    ['Hiệu lực hôm nay', effectivityBadge(standing)],
    ['Số, ký hiệu', document.number ?? facts.procedureCode ?? 'không có'],
    ['Cơ quan ban hành', facts.issuer ?? 'chưa rõ'],
    ['Ngày ban hành', facts.date ? formatDate(facts.date) : 'chưa rõ'],
    ['Phạm vi đọc', scope],
    ['Tệp nguồn', document.source],
    [
      'Đã hiểu',
      `${document.articles > 0 ? `${formatNumber(document.articles)} điều, ` : ''}${formatNumber(document.chunks)} đoạn`,
    ],
    ['Được dẫn', `${formatNumber(document.timesCited)} lần`],
    ['Bản', `${document.version}, cập nhật ${formatInstant(document.updatedAt)}`],
  ];
  return html`<p><a href="/quan-tri/van-ban">Về danh sách</a></p><div class="split"><div>
<section class="card"><dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></section>
${list('Cảnh báo khi đọc', document.warnings)}
${list(
  'Văn bản khác tác động đến văn bản này',
  (facts.incoming ?? []).map(
    (r) =>
      `${r.byNumber} ${ACTS_WORDS[r.kind]} văn bản này${r.effectiveFrom ? ` từ ${formatDate(r.effectiveFrom)}` : ''}: “${r.sentence}”`,
  ),
)}
${list(
  'Văn bản này tác động đến',
  document.relations.map((r) => `${ACTS_WORDS[r.kind]} ${r.target}: “${r.sentence}”`),
)}
${versions(document)}</div>
<aside aria-label="Xử lý văn bản">
${original === undefined ? '' : html`<section class="card"><h2>Bản gốc</h2><p>${originalLink(document.id)}</p>${rereadForm(viewer, document.id)}</section>`}
<section class="card"><h2>Ai được đọc</h2>${scopeForm(viewer, document, departmentName)}</section>
<section class="card"><h2>${document.state === 'serving' ? 'Thu hồi' : 'Khôi phục'}</h2>${stateForm(viewer, document)}</section></aside></div>
<h2 id="noi-dung-da-doc">Nội dung đã đọc</h2>${original !== undefined && original.pages !== 0 ? pageBesideText(document, original) : wholeText(document)}`;
}

/** The text was read by a program that may have become better since. */
function rereadForm(viewer: Viewer, id: string): Html {
  return html`<form method="post" action="${filterLink('/tai-lieu/nap/doc-lai', { id })}">${csrfField(viewer)}<button class="quiet">Đọc lại từ bản gốc</button><p class="note">Xem trước kết quả đọc mới; văn bản đang dùng giữ nguyên cho đến khi anh/chị xác nhận.</p></form>`;
}

function wholeText({ text }: DocumentDetail): Html {
  return html`<div class="card doc pre text-box" tabindex="0" role="region" aria-label="Nội dung đã đọc">${text.slice(0, TEXT_SHOWN)}</div>
${text.length > TEXT_SHOWN ? html`<p class="note">Chỉ hiển thị ${formatNumber(TEXT_SHOWN)} ký tự đầu.</p>` : ''}`;
}

/** One page of the original, what was read of it beside, and the whole text one tap away. */
function pageBesideText(document: DocumentDetail, { page, pages, text }: ShownOriginal): Html {
  const link = (to: number, words: string) =>
    html`<a href="${filterLink('/quan-tri/van-ban/xem', { id: document.id, trang: String(to) })}#noi-dung-da-doc">${words}</a>`;
  const pager = html`<nav class="pager" aria-label="Trang của bản gốc">${page > 1 ? link(page - 1, 'Trang trước') : ''} <span>Trang ${page}${pages === undefined ? '' : `/${pages}`}</span> ${pages === undefined || page < pages ? link(page + 1, 'Trang sau') : ''}</nav>`;
  const read =
    text === undefined
      ? wholeText(document)
      : html`<div class="card doc pre text-box" tabindex="0" role="region" aria-label="Nội dung đã đọc ở trang ${page}">${text.before ? html`<span class="ctx">${text.before}\n</span>` : ''}${text.text || html`<span class="ctx">Không có đoạn nào bắt đầu ở trang này.</span>`}</div>`;
  return html`${pager}<div class="compare">${pagePicture(originalPage(document.id, page), page)}${read}</div>
${text === undefined ? '' : html`<p class="note">Chữ nhạt: đoạn bắt đầu từ trang trước, có thể tiếp sang trang này.</p><details><summary>Toàn văn đã đọc</summary>${wholeText(document)}</details>`}`;
}

function stateForm(viewer: Viewer, document: DocumentDetail): Html {
  const [path, words, tone] =
    document.state === 'serving'
      ? ['thu-hoi', 'Thu hồi khỏi trợ lý', 'danger']
      : ['khoi-phuc', 'Khôi phục', ''];
  return html`<form class="stack" method="post" action="${filterLink(`/quan-tri/van-ban/${path}`, { id: document.id })}">${csrfField(viewer)}<div class="fld"><label for="reason">Lý do</label><input id="reason" name="reason" required maxlength="1000"></div><button class="${tone}">${words}</button></form>`;
}

/** Who may read it from now on. */
function scopeForm(viewer: Viewer, document: DocumentDetail, departmentName: (slug: string) => string): Html {
  return html`<form class="stack" method="post" action="${filterLink('/quan-tri/van-ban/pham-vi', { id: document.id })}">${csrfField(viewer)}${scopeFields(viewer.person, document.scope, departmentName)}<button class="quiet">Đổi phạm vi đọc</button></form>`;
}

function list(title: string, items: readonly string[]): Html | '' {
  if (items.length === 0) return '';
  return html`<h2>${title}</h2><ul class="card bullets">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function versions(document: DocumentDetail): Html | '' {
  if (document.versions.length === 0) return '';
  return html`<h2>Các bản trước</h2><ul class="card bullets">${document.versions.map(
    (v) =>
      html`<li><a href="${filterLink('/quan-tri/van-ban/so-sanh', { id: document.id, ban: String(v.version) })}">Bản ${v.version}</a>, thay ngày ${formatInstant(v.replacedAt)} <span class="note">${v.source}</span></li>`,
  )}</ul>`;
}
