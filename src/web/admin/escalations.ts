import { Hono } from 'hono';
import { html } from 'hono/html';
import { mayAnswer } from '../../dialogue/access.ts';
import type { Escalation, EscalationId, LoggedQuestion } from '../../dialogue/model.ts';
import { disclosed } from '../../dialogue/review/disclosure.ts';
import { ESCALATION_WORDS } from '../../dialogue/words.ts';
import { field } from '../chat/input.ts';
import { type WebEnv, WebError } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formOf } from '../session.ts';
import { formatInstant } from '../text.ts';
import { answerBody } from '../view/answer-text.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import { deskPage, viewerOf } from './nav.ts';

const OPEN = ['qua_han', 'cho_tiep_nhan', 'dang_xu_ly', 'cho_duyet'] as const;
const SHOWN = 50;

/** Questions sent to specialists: each sees those of their own fields or department, administrators all. */
export function escalationRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.get('/chuyen-vien', async (c) => {
    const viewer = viewerOf(c);
    const routes = await deps.escalations.routes();
    const all = (await Promise.all(OPEN.map((state) => deps.escalations.list({ state })))).flat();
    const mine = all.filter((e) => mayAnswer(viewer.person, e, routes)).slice(0, SHOWN);
    const items = await Promise.all(
      mine.map(async (e) => item(viewer, deps, e, await asked(deps, viewer, e))),
    );
    return c.html(
      deskPage(
        viewer,
        'escalations',
        'Câu hỏi gửi chuyên viên',
        items.length === 0
          ? html`<p class="card">Không có câu hỏi nào đang chờ anh/chị.</p>`
          : html`<ul class="rows">${items}</ul>`,
      ),
    );
  });

  app.post('/chuyen-vien/:id/tiep-nhan', async (c) => {
    await deps.dialogue.take({ by: c.get('person').id, escalation: c.req.param('id') as EscalationId });
    return c.redirect('/quan-tri/chuyen-vien', 303);
  });

  app.post('/chuyen-vien/:id/tra-loi', async (c) => {
    const form = await formOf(c);
    const text = field(form, 'text').trim();
    const basis = field(form, 'basis').trim();
    if (!text) throw new WebError(422, 'Anh/chị chưa nhập nội dung trả lời.');
    await deps.dialogue.reply({
      by: c.get('person').id,
      escalation: c.req.param('id') as EscalationId,
      text,
      ...(basis && { basis }),
    });
    return c.redirect('/quan-tri/chuyen-vien', 303);
  });

  return app;
}

async function asked(deps: DeskDeps, viewer: Viewer, e: Escalation): Promise<LoggedQuestion | undefined> {
  const question = await deps.questions.question(e.question);
  return question && (await disclosed(deps.documents, viewer.person, question)).question;
}

function item(viewer: Viewer, deps: DeskDeps, e: Escalation, question: LoggedQuestion | undefined): Html {
  return html`<li class="card"><p class="row-title">${question?.question ?? 'Câu hỏi đã được xóa theo thời hạn lưu'}</p>
<p class="note"><span class="badge esc-${e.state}">${ESCALATION_WORDS[e.state]}</span> hạn ${formatInstant(e.dueAt)}${e.field ? html` · ${e.field}` : ''}${
    question?.commune ? html` · ${deps.dialogue.communeName(question.commune)}` : ''
  }</p>
${question ? html`<details><summary>Trợ lý đã trả lời</summary>${answerBody(question.answer, question.id)}</details>` : ''}
${e.takenBy === undefined ? html`<form method="post" action="/quan-tri/chuyen-vien/${e.id}/tiep-nhan">${csrfField(viewer)}<button>Tiếp nhận</button></form>` : ''}
${e.takenBy === viewer.person.id ? replyForm(viewer, e) : ''}
${e.takenBy !== undefined && e.takenBy !== viewer.person.id ? html`<p class="note">Đã có người tiếp nhận.</p>` : ''}</li>`;
}

function replyForm(viewer: Viewer, e: Escalation): Html {
  return html`<form class="stack" method="post" action="/quan-tri/chuyen-vien/${e.id}/tra-loi">${csrfField(viewer)}
<div class="fld wide-fld"><label for="text-${e.id}">Nội dung trả lời</label><textarea id="text-${e.id}" name="text" rows="4" maxlength="10000" required></textarea></div>
<div class="fld wide-fld"><label for="basis-${e.id}">Căn cứ</label><input id="basis-${e.id}" name="basis" maxlength="500"></div><button>Gửi trả lời</button></form>`;
}
