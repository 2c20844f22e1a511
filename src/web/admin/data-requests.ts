import { Hono } from 'hono';
import { html } from 'hono/html';
import { type DataRequest, decideDataRequest } from '../../dialogue/review/data-requests.ts';
import { field } from '../chat/input.ts';
import { type WebEnv, WebError } from '../context.ts';
import { DATA_REQUEST_WORDS, DATA_STATE_WORDS } from '../data-requests.ts';
import type { DeskDeps } from '../deps.ts';
import { formOf } from '../session.ts';
import { formatDue, formatInstant } from '../text.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import { deskPage, viewerOf } from './nav.ts';

const SHOWN = 100;
const PATH = '/quan-tri/cai-dat/yeu-cau-du-lieu';

/** Requests of people about their own data: answered within two working days, each decision audited. */
export function dataRequestDeskRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.get('/cai-dat/yeu-cau-du-lieu', async (c) => {
    const requests = await deps.dataRequests.list({}, SHOWN);
    const names = new Map<string, string>();
    for (const { person } of requests)
      if (!names.has(person)) names.set(person, (await deps.people.person(person))?.name ?? person);
    const view = listView(viewerOf(c), requests, names, deps.now().toISOString());
    return c.html(deskPage(viewerOf(c), 'settings', 'Yêu cầu về dữ liệu cá nhân', view));
  });

  app.post('/cai-dat/yeu-cau-du-lieu/:id', async (c) => {
    const form = await formOf(c);
    const decision = field(form, 'decision');
    const answer = field(form, 'answer').trim();
    if (decision !== 'done' && decision !== 'refused') throw new WebError(422, 'Anh/chị chọn kết quả.');
    if (!answer) throw new WebError(422, 'Anh/chị ghi nội dung trả lời người yêu cầu.');
    const by = c.get('person').id;
    await decideDataRequest(deps, { by, id: c.req.param('id'), done: decision === 'done', answer });
    return c.redirect(PATH, 303);
  });

  return app;
}

function listView(
  viewer: Viewer,
  requests: readonly DataRequest[],
  names: ReadonlyMap<string, string>,
  now: string,
): Html {
  return html`<p><a href="/quan-tri/cai-dat">Về cài đặt</a></p>
<p class="note">Trả lời trong hai ngày làm việc (Nghị định 356/2025/NĐ-CP). Chấp nhận yêu cầu xóa thì câu hỏi và thông báo của người đó bị xóa ngay; trả lời chính thức và hướng dẫn đã duyệt là hồ sơ nên được giữ, không kèm người hỏi.</p>
${requests.length === 0 ? html`<p class="card">Chưa có yêu cầu nào.</p>` : ''}
<ul class="rows">${requests.map((one) => {
    const late = one.state === 'open' && one.dueAt < now;
    return html`<li class="card"><p class="row-title">${DATA_REQUEST_WORDS[one.kind]}</p>
<p class="note"><span class="badge ${late ? 'bad' : one.state === 'open' ? 'warn' : 'ok'}">${late ? 'Quá hạn' : DATA_STATE_WORDS[one.state]}</span>
<a href="/quan-tri/nguoi-dung/${encodeURIComponent(one.person)}">${names.get(one.person)}</a>, gửi ${formatInstant(one.createdAt)}, hạn ${formatDue(one.dueAt)}</p>
<p class="pre">${one.text}</p>${one.answer ? html`<blockquote>${one.answer}</blockquote>` : ''}${one.state === 'open' ? decisionForm(viewer, one) : ''}</li>`;
  })}</ul>`;
}

function decisionForm(viewer: Viewer, one: DataRequest): Html {
  const radio = (value: string, words: string) =>
    html`<label class="radio"><input type="radio" name="decision" value="${value}" required> ${words}</label>`;
  return html`<form class="stack" method="post" action="${PATH}/${one.id}">${csrfField(viewer)}
<fieldset><legend>Kết quả</legend>${radio('done', one.kind === 'delete' ? 'Xóa ngay' : 'Đã thực hiện')}${radio('refused', 'Không chấp nhận')}</fieldset>
<div class="fld wide-fld"><label for="answer-${one.id}">Trả lời người yêu cầu</label><textarea id="answer-${one.id}" name="answer" rows="2" maxlength="2000" required></textarea></div>
<button>Gửi trả lời</button></form>`;
}
