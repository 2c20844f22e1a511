import { html } from 'hono/html';
import type { PreviewField, UploadPreview } from '../../dialogue/uploads/model.ts';
import {
  ACTS_WORDS,
  APPROVAL_WORDS,
  FIELD_WORDS,
  PRIVATE_WORDS,
  UPLOAD_STATE_WORDS,
} from '../../dialogue/uploads/words.ts';
import { pagePicture } from '../originals.ts';
import { formatNumber } from '../text.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import { shownValue } from './input.ts';
import { scopeFields } from './scope-fields.ts';

/** What was understood, with fields to correct and the button that makes it count. */
export function previewView(
  viewer: Viewer,
  preview: UploadPreview,
  departmentName: (slug: string) => string,
  /** Pages of the file can be shown as pictures. */
  drawable: boolean,
): Html {
  const { upload } = preview;
  const own = upload.by === viewer.person.id;
  const open = upload.state === 'cho_xac_nhan' || upload.state === 'tra_lai';
  const asked = html`${own && open ? editForm(viewer, preview, departmentName) : fieldList(preview)}${
    !own && upload.state === 'cho_duyet' ? decisionForms(viewer, preview) : ''
  }`;
  return html`<h2>${preview.title}</h2>
<p class="note">${upload.fileName} · <span class="badge">${UPLOAD_STATE_WORDS[upload.state]}</span></p>
${upload.reason ? html`<p class="alert">Lý do trả lại: ${upload.reason}</p>` : ''}
${standing(preview)}
${drawable ? html`<div class="compare"><div>${asked}</div>${paper(preview)}</div>` : asked}
${understood(preview)}`;
}

/** What confirming will do, before anybody presses. */
function standing({ upload, outcome, approval, twin }: UploadPreview): Html {
  const what =
    outcome === 'duplicate' || outcome === 'unchanged'
      ? 'Văn bản này đã có trong hệ thống; xác nhận sẽ không nạp lần nữa.'
      : approval.length > 0
        ? upload.state === 'cho_duyet'
          ? 'Khi được duyệt, tài liệu được dùng để trả lời. Tài liệu chờ duyệt, vì:'
          : 'Khi xác nhận, tài liệu chuyển người duyệt, vì:'
        : 'Khi xác nhận, tài liệu được dùng để trả lời ngay.';
  return html`<section class="card"><p>${what}</p>${
    outcome !== 'duplicate' && approval.length > 0
      ? html`<ul class="bullets">${approval.map((reason) => html`<li>${APPROVAL_WORDS[reason]}</li>`)}</ul>`
      : ''
  }${
    twin
      ? html`<p>${outcome === 'updated' ? 'Là bản mới của' : 'Trùng với'} <a href="/quan-tri/van-ban/xem?id=${encodeURIComponent(twin.id)}">${twin.title}</a>${twin.withdrawn ? ' (đang bị thu hồi)' : ''}.</p>`
      : ''
  }</section>`;
}

function editForm(viewer: Viewer, preview: UploadPreview, departmentName: (slug: string) => string): Html {
  const path = `/tai-lieu/nap/${preview.upload.id}`;
  const of = documentName(preview);
  return html`<form class="card stack" method="post" action="${path}/sua">${csrfField(viewer)}
${preview.fields.map(fieldInput)}
${scopeFields(viewer.person, preview.upload.scope, departmentName)}
${relationFields(preview)}
${
  preview.personal.length > 0
    ? html`<fieldset><legend>Dữ liệu cá nhân trong tài liệu</legend>${personalList(preview)}
<label class="radio"><input type="checkbox" name="keep" value="yes"${preview.upload.keepPersonalData ? html` checked` : ''}> Giữ nguyên, tôi xác nhận được phép công bố các dữ liệu này</label></fieldset>`
    : ''
}
<div class="actions"><button formaction="${path}/xac-nhan">Xác nhận${of}</button> <button class="quiet">Lưu sửa đổi${of}</button> <button class="danger" formaction="${path}/huy">Hủy${of}</button></div></form>`;
}

function fieldInput(one: PreviewField): Html {
  const hint = `${one.field}-hint`;
  const note = one.corrected ? 'Đã sửa.' : one.doubtful ? 'Cần anh/chị kiểm tra.' : '';
  return html`<div class="fld"><label for="${one.field}">${FIELD_WORDS[one.field]}</label><input id="${one.field}" name="${one.field}" type="text" maxlength="500" value="${shownValue(one)}"${
    note ? html` aria-describedby="${hint}"` : ''
  }>${note ? html`<span class="note" id="${hint}">${one.doubtful ? html`<span class="badge warn">${note}</span>` : note}</span>` : ''}</div>`;
}

/** A relation ends or changes another document for everybody: a misread one can be struck out. */
function relationFields({ relations }: UploadPreview): Html | '' {
  if (relations.length === 0) return '';
  return html`<fieldset><legend>Tác động đến văn bản khác: đánh dấu mục đọc nhầm để bỏ</legend>${relations.map(
    (one) =>
      html`<label class="radio"><input type="checkbox" name="struck" value="${one.key}"${one.struckOut ? html` checked` : ''}> Bỏ: ${ACTS_WORDS[one.kind]} ${one.target}</label>`,
  )}<input type="hidden" name="relations" value="shown"></fieldset>`;
}

function fieldList(preview: UploadPreview): Html {
  return html`<section class="card"><dl class="facts">${preview.fields.map(
    (one) =>
      html`<dt>${FIELD_WORDS[one.field]}</dt><dd>${shownValue(one) || 'chưa rõ'}${one.corrected ? ' (người nạp sửa)' : ''}</dd>`,
  )}</dl>${preview.personal.length > 0 ? personalList(preview) : ''}${
    preview.personal.length > 0
      ? html`<p class="note">${preview.upload.keepPersonalData ? 'Người nạp xác nhận giữ nguyên các dữ liệu này.' : 'Các dữ liệu này được che trong nội dung phục vụ.'}</p>`
      : ''
  }</section>`;
}

function personalList({ personal }: UploadPreview): Html {
  const shown = personal.slice(0, 20);
  return html`<ul class="bullets">${shown.map(
    (one) => html`<li>${PRIVATE_WORDS[one.kind]} ${one.masked} (trang ${one.page})</li>`,
  )}</ul>${personal.length > shown.length ? html`<p class="note">và ${formatNumber(personal.length - shown.length)} chỗ khác</p>` : ''}`;
}

/** For screen readers: which document a button is about. */
function documentName({ title }: Pick<UploadPreview, 'title'>): Html {
  return html`<span class="sr">: ${title}</span>`;
}

function decisionForms(viewer: Viewer, { upload, title }: UploadPreview): Html {
  const of = documentName({ title });
  const path = `/tai-lieu/nap/${upload.id}`;
  return html`<section class="card stack">
<form method="post" action="${path}/duyet">${csrfField(viewer)}<button>Duyệt${of}</button></form>
<form class="stack" method="post" action="${path}/tra-lai">${csrfField(viewer)}<div class="fld"><label for="reason">Lý do trả lại${of}</label><input id="reason" name="reason" required maxlength="1000"></div><button class="danger">Trả lại${of}</button></form></section>`;
}

function understood(preview: UploadPreview): Html {
  const { articles, pages, ocrPages, relations, firstArticles, warnings } = preview;
  const size = [
    articles > 0 ? `${formatNumber(articles)} điều` : 'không chia điều',
    ...(pages === undefined ? [] : [`${formatNumber(pages)} trang`]),
    ...(ocrPages > 0 ? [`${formatNumber(ocrPages)} trang nhận dạng từ ảnh`] : []),
  ].join(', ');
  return html`<h2>Đã đọc được</h2><section class="card"><p>${size}</p>
${firstArticles.length > 0 ? html`<ul class="bullets">${firstArticles.map((line) => html`<li>${line}</li>`)}</ul>` : ''}</section>
${
  relations.length > 0
    ? html`<h2>Tác động đến văn bản khác</h2><ul class="card bullets">${relations.map(
        (r) =>
          html`<li>${ACTS_WORDS[r.kind]} ${r.target}${r.allowed ? '' : html` <span class="badge bad">thứ bậc không cho phép</span>`}${r.struckOut ? html` <span class="badge">đã bỏ</span>` : ''}: “${r.sentence}”</li>`,
      )}</ul>`
    : ''
}
${warnings.length > 0 ? html`<h2>Cảnh báo khi đọc</h2><ul class="card bullets">${warnings.map((w) => html`<li>${w}</li>`)}</ul>` : ''}
<h2>Phần đầu nội dung</h2><div class="card doc pre text-box" tabindex="0" role="region" aria-label="Phần đầu nội dung">${preview.beginning}</div>`;
}

/** Pages that have a link of their own; longer papers are looked at whole after they are taken in. */
const LINKED_PAGES = 200;

/** The first page as it looks, to be held against the fields, and the others a tap away. */
function paper({ upload, pages = 1 }: UploadPreview): Html {
  const path = (page: number) => `/tai-lieu/nap/${upload.id}/trang/${page}`;
  const others = Array.from({ length: Math.min(pages, LINKED_PAGES) - 1 }, (_, i) => i + 2);
  return html`<div>${pagePicture(path(1), 1)}${
    others.length > 0
      ? html`<nav class="note" aria-label="Trang của tệp đã gửi">Xem trang: ${others.map((page) => html`<a href="${path(page)}">${page}</a> `)}</nav>`
      : ''
  }</div>`;
}
