import { html } from 'hono/html';
import { UPLOAD_STATES, type Upload } from '../../dialogue/uploads/model.ts';
import {
  approvalSentence,
  resultSentence,
  SECRET_WARNING,
  UPLOAD_LIMIT_MB,
  UPLOAD_STATE_WORDS,
  UPLOAD_WORDS,
} from '../../dialogue/uploads/words.ts';
import { formatInstant } from '../text.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import type { Reading } from './readings.ts';

const ACCEPTED = '.pdf,.doc,.docx,.xls,.xlsx,.rtf,.html,.htm,.txt,.png,.jpg,.jpeg,.tif,.tiff,.bmp,.webp';

/** The warning stands before the form: what must not be sent is said before it can be. */
export function uploadPage(
  viewer: Viewer,
  lists: { readonly waiting: readonly Upload[]; readonly mine: readonly Upload[] },
  refused?: string,
): Html {
  return html`${refused ? html`<p class="alert" role="alert">${refused}</p>` : ''}
<p class="alert">${SECRET_WARNING}</p>
<form class="card stack" method="post" action="/tai-lieu/nap" enctype="multipart/form-data">${csrfField(viewer)}
<div class="fld"><label for="file">Tệp văn bản (PDF, ảnh chụp, bản quét, Word, Excel, RTF, HTML, TXT; tối đa ${UPLOAD_LIMIT_MB} MB)</label><input id="file" name="file" type="file" required accept="${ACCEPTED}"></div>
<p class="note">Tệp được đọc trước, anh/chị xem lại và xác nhận rồi mới được dùng để trả lời.</p>
<button>Gửi và đọc tệp</button></form>
${lists.waiting.length > 0 ? html`<h2>Chờ anh/chị duyệt</h2>${uploadList(lists.waiting)}` : ''}
<h2>Tài liệu anh/chị đã gửi</h2>${lists.mine.length > 0 ? uploadList(lists.mine) : html`<p class="card">Chưa có.</p>`}`;
}

function uploadList(uploads: readonly Upload[]): Html {
  const tone = (one: Upload) =>
    one.state === 'da_nap' ? 'ok' : one.state === UPLOAD_STATES[4] ? '' : 'warn';
  return html`<ul class="rows">${uploads.map(
    (
      one,
    ) => html`<li class="card"><a class="row-title" href="/tai-lieu/nap/${one.id}">${one.result?.title ?? one.fileName}</a>
<p class="note"><span class="badge ${tone(one)}">${UPLOAD_STATE_WORDS[one.state]}</span> ${one.fileName} · ${formatInstant(one.createdAt)}</p></li>`,
  )}</ul>`;
}

/** Shown again every few seconds until the file is read. */
export function readingPage({ fileName, progress }: Reading): Html {
  const where =
    progress === undefined
      ? 'Đang chờ hoặc đang mở tệp.'
      : `Đang đọc trang ${progress.done}/${progress.total}.`;
  return html`<section class="card" aria-live="polite"><p>${fileName}</p><p>${where}</p>
<p class="note">Trang này tự tải lại. Bản quét mất khoảng vài giây mỗi trang; anh/chị có thể mở trang khác rồi quay lại.</p></section>`;
}

/** An upload whose text is no longer kept: what became of it. */
export function settledView(upload: Upload): Html {
  const { result } = upload;
  return html`<section class="card"><p>${outcomeSentence(upload)}</p>
${
  result && result.outcome !== 'duplicate'
    ? html`<p><a href="/quan-tri/van-ban/xem?id=${encodeURIComponent(result.documentId)}">Mở văn bản</a> · <a href="/tai-lieu/goc/${encodeURIComponent(result.documentId)}">Xem bản gốc</a></p>`
    : ''
}<p><a href="/tai-lieu/nap">Về trang nạp tài liệu</a></p></section>`;
}

function outcomeSentence({ state, result, approval }: Upload): string {
  if (result !== undefined) return resultSentence(result);
  if (state === 'da_huy') return UPLOAD_WORDS.cancelled;
  return state === 'cho_duyet' ? UPLOAD_WORDS.sentForApproval(approvalSentence(approval ?? [])) : '';
}
