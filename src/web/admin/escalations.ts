import { Hono } from 'hono';
import { html } from 'hono/html';
import { mayAnswer } from '../../dialogue/access.ts';
import type { Escalation, EscalationId, LoggedQuestion } from '../../dialogue/model.ts';
import { departmentNames } from '../../dialogue/review/departments.ts';
import { disclosed } from '../../dialogue/review/disclosure.ts';
import { ESCALATION_WORDS } from '../../dialogue/words.ts';
import { dayInVietnam } from '../../legal/calendar/today.ts';
import { field } from '../chat/input.ts';
import { type WebEnv, WebError } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formOf } from '../session.ts';
import { formatDue, formatInstant } from '../text.ts';
import { answerBody } from '../view/answer-text.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import { reviewDay } from './answers-view.ts';
import { deskPage, viewerOf } from './nav.ts';
import { STANDARD_WORDS } from './words.ts';

const OPEN = ['qua_han', 'cho_tiep_nhan', 'dang_xu_ly', 'cho_duyet'] as const;
const SHOWN = 50;
const ANSWERED_SHOWN = 20;

/** Questions sent to specialists: each sees those of their own fields or department, administrators all. */
export function escalationRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.get('/chuyen-vien', async (c) => {
    const viewer = viewerOf(c);
    const routes = await deps.escalations.routes();
    const all = (await Promise.all(OPEN.map((state) => deps.escalations.list({ state })))).flat();
    const mine = all
      .filter((e) => mayAnswer(viewer.person, e, routes))
      .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
      .slice(0, SHOWN);
    const { of } = await departmentNames(deps.settings);
    const items = await Promise.all(
      mine.map(async (e) =>
        item(viewer, deps, e, { question: await asked(deps, viewer, e), department: of(e.department) }),
      ),
    );
    return c.html(
      deskPage(
        viewer,
        'escalations',
        'Câu hỏi gửi chuyên viên',
        html`${
          items.length === 0
            ? html`<p class="card">Không có câu hỏi nào đang chờ anh/chị. Câu thuộc cơ quan hoặc lĩnh vực anh/chị phụ trách hiện ở đây ngay khi cán bộ cấp xã gửi, kèm một thông báo.</p>`
            : html`<ul class="rows">${items}</ul>`
        }${await answeredList(deps, viewer)}`,
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

function item(
  viewer: Viewer,
  deps: DeskDeps,
  e: Escalation,
  { question, department }: { question: LoggedQuestion | undefined; department: string },
): Html {
  return html`<li class="card"><p class="row-title">${question?.question ?? 'Câu hỏi đã được xóa theo thời hạn lưu'}</p>
<p class="note"><span class="badge esc-${e.state}">${ESCALATION_WORDS[e.state]}</span> hạn ${formatDue(e.dueAt)}${department ? html` · ${department}` : ''}${e.field ? html` · ${e.field}` : ''}${
    question?.commune ? html` · ${deps.dialogue.communeName(question.commune)}` : ''
  }</p>
${question ? html`<details><summary>Trợ lý đã trả lời</summary>${answerBody(question.answer, question.id)}</details>` : ''}
${e.takenBy === undefined ? html`<form method="post" action="/quan-tri/chuyen-vien/${e.id}/tiep-nhan">${csrfField(viewer)}<button>Tiếp nhận${about(question)}</button></form>` : ''}
${e.takenBy === viewer.person.id ? replyForm(viewer, e, question) : ''}
${e.takenBy !== undefined && e.takenBy !== viewer.person.id ? html`<p class="note">Đã có người tiếp nhận.</p>` : ''}</li>`;
}

/** What this person answered lately, each to be proposed as guidance for everybody. */
async function answeredList(deps: DeskDeps, viewer: Viewer): Promise<Html | ''> {
  const mine = await deps.escalations.list({ state: 'da_tra_loi', takenBy: viewer.person.id });
  const latest = mine
    .toSorted((a, b) => (b.answeredAt ?? '').localeCompare(a.answeredAt ?? ''))
    .slice(0, ANSWERED_SHOWN);
  if (latest.length === 0) return '';
  const today = dayInVietnam(deps.now());
  const items = await Promise.all(
    latest.map(async (e) => {
      const question = await asked(deps, viewer, e);
      const [proposed] = question ? await deps.standardAnswers.list({ fromQuestion: question.id }, 1) : [];
      return html`<li class="card"><p class="row-title">${question?.question ?? 'Câu hỏi đã được xóa theo thời hạn lưu'}</p>
<p class="note">trả lời lúc ${formatInstant(e.answeredAt ?? e.createdAt)}</p><blockquote class="pre">${e.reply}</blockquote>
${e.replyBasis ? html`<p>Căn cứ: ${e.replyBasis}</p>` : ''}
${
  proposed
    ? html`<p><a href="/quan-tri/tra-loi-chuan#tl-${proposed.id}">${STANDARD_WORDS[proposed.state]}</a></p>`
    : question
      ? proposal(viewer, e, today)
      : ''
}</li>`;
    }),
  );
  return html`<h2>Đã trả lời gần đây</h2><ul class="rows">${items}</ul>`;
}

function proposal(viewer: Viewer, e: Escalation, today: string): Html {
  const draft = { basis: e.replyBasis ?? '', reviewBy: reviewDay(today) };
  return html`<details class="wrong"><summary class="quiet button">Đề xuất thành hướng dẫn chung</summary>
${proposeForm(viewer, e.id, draft)}</details>`;
}

/** An opinion's basis, and the day to look at it again. */
export function proposeForm(
  viewer: Viewer,
  id: EscalationId,
  { basis, reviewBy }: { readonly basis: string; readonly reviewBy: string },
): Html {
  return html`<form class="stack" method="post" action="/quan-tri/tra-loi-chuan/de-xuat/${id}">${csrfField(viewer)}
<div class="fld wide-fld"><label for="basis-${id}">Căn cứ: điều, khoản, số văn bản</label><input id="basis-${id}" name="basis" maxlength="1000" required value="${basis}"></div>
<div class="fld"><label for="review-${id}">Ngày rà soát lại</label><input id="review-${id}" name="reviewBy" type="date" required value="${reviewBy}"></div>
<button>Gửi duyệt</button></form>`;
}

/** Which question a button is about, for who hears the page. */
function about(question: LoggedQuestion | undefined): Html | '' {
  return question ? html`<span class="sr">: ${question.question.slice(0, 120)}</span>` : '';
}

function replyForm(viewer: Viewer, e: Escalation, question: LoggedQuestion | undefined): Html {
  return html`<form class="stack" method="post" action="/quan-tri/chuyen-vien/${e.id}/tra-loi">${csrfField(viewer)}
<div class="fld wide-fld"><label for="text-${e.id}">Nội dung trả lời</label><textarea id="text-${e.id}" name="text" rows="4" maxlength="10000" required></textarea></div>
<div class="fld wide-fld"><label for="basis-${e.id}">Căn cứ</label><input id="basis-${e.id}" name="basis" maxlength="500"></div><button>Gửi trả lời${about(question)}</button></form>`;
}
