import { Hono } from 'hono';
import { html } from 'hono/html';
import {
  DATA_REQUEST_KINDS,
  type DataRequest,
  type DataRequestDeps,
  type DataRequestKind,
  requestAboutData,
} from '../dialogue/review/data-requests.ts';
import { field } from './chat/input.ts';
import { type WebEnv, WebError } from './context.ts';
import { formOf } from './session.ts';
import { formatDue, formatInstant } from './text.ts';
import { csrfField, type Html, type Viewer } from './view/layout.ts';
import { areaField, options, select } from './view/table.ts';

export const DATA_REQUEST_WORDS: Readonly<Record<DataRequestKind, string>> = {
  correct: 'Đính chính thông tin',
  delete: 'Xóa câu hỏi và lịch sử của tôi',
  explain: 'Giải thích việc xử lý dữ liệu',
};

export const DATA_STATE_WORDS: Readonly<Record<DataRequest['state'], string>> = {
  open: 'Đang chờ trả lời',
  done: 'Đã thực hiện',
  refused: 'Không chấp nhận',
};

/** A person's request about their own data; administrators answer it in the desk. */
export function dataRequestRoutes(deps: DataRequestDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.post('/tai-khoan/yeu-cau-du-lieu', async (c) => {
    const form = await formOf(c);
    const kind = DATA_REQUEST_KINDS.find((one) => one === field(form, 'kind'));
    const text = field(form, 'text').trim();
    if (!kind || !text) throw new WebError(422, 'Anh/chị chọn loại yêu cầu và ghi nội dung.');
    await requestAboutData(deps, { by: c.get('person').id, kind, text });
    return c.redirect('/tai-khoan#yeu-cau-du-lieu', 303);
  });
  return app;
}

export function dataRequestSection(viewer: Viewer, requests: readonly DataRequest[] | undefined): Html {
  return html`<h2 id="yeu-cau-du-lieu">Dữ liệu cá nhân của tôi</h2>
<section class="card"><p><a href="/tai-khoan/du-lieu.json">Tải dữ liệu của tôi</a> <span class="note">(mọi thông tin hệ thống đang lưu về anh/chị, có ngay)</span></p>
${requests === undefined ? '' : requestParts(viewer, requests)}</section>`;
}

function requestParts(viewer: Viewer, requests: readonly DataRequest[]): Html {
  return html`<p class="note">Yêu cầu khác được quản trị hệ thống trả lời trong hai ngày làm việc.</p>
${
  requests.length === 0
    ? ''
    : html`<ul class="rows">${requests.map(
        (
          one,
        ) => html`<li><p><strong>${DATA_REQUEST_WORDS[one.kind]}</strong> <span class="badge ${one.state === 'open' ? 'warn' : one.state === 'done' ? 'ok' : 'bad'}">${DATA_STATE_WORDS[one.state]}</span>
<span class="note">gửi ${formatInstant(one.createdAt)}${one.state === 'open' ? `, hạn trả lời ${formatDue(one.dueAt)}` : ''}</span></p><p class="pre">${one.text}</p>${one.answer ? html`<blockquote>${one.answer}</blockquote>` : ''}</li>`,
      )}</ul>`
}
<details><summary>Gửi yêu cầu</summary><form class="stack" method="post" action="/tai-khoan/yeu-cau-du-lieu">${csrfField(viewer)}
${select('kind', 'Loại yêu cầu', options(DATA_REQUEST_WORDS), undefined)}
${areaField('text', 'Nội dung yêu cầu', '', { required: true })}
<button>Gửi yêu cầu</button></form></details>`;
}
