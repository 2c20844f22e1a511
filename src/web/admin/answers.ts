import { Hono } from 'hono';
import { html } from 'hono/html';
import { may } from '../../dialogue/access.ts';
import type { QuestionId } from '../../dialogue/model.ts';
import { disclosed } from '../../dialogue/review/disclosure.ts';
import type { StandardAnswer } from '../../dialogue/review/model.ts';
import {
  approveStandardAnswer,
  withdrawStandardAnswer,
  writeStandardAnswer,
} from '../../dialogue/review/reviewing.ts';
import { field } from '../chat/input.ts';
import { type WebEnv, WebError } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { allow, formOf } from '../session.ts';
import { formatInstant } from '../text.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import { areaField, textField } from '../view/table.ts';
import { deskPage, viewerOf } from './nav.ts';
import { STANDARD_WORDS } from './words.ts';

const LISTED = 100;

/** Standard answers: written by one person, approved by another, then served in chat; exported as evaluation cases. */
export function answerRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.get('/tra-loi-chuan', async (c) => {
    const answers = await deps.standardAnswers.list({}, LISTED);
    const names = new Map<string, string>();
    for (const id of new Set(answers.flatMap((a) => [a.by, ...(a.approvedBy ? [a.approvedBy] : [])]))) {
      names.set(id, (await deps.people.person(id))?.name ?? id);
    }
    return c.html(deskPage(viewerOf(c), 'answers', 'Trả lời chuẩn', list(viewerOf(c), answers, names)));
  });

  app.get('/tra-loi-chuan/moi', allow('review_questions'), async (c) => {
    const id = c.req.query('cau-hoi');
    const from = id === undefined ? undefined : await deps.questions.question(id as QuestionId);
    const shown = from && (await disclosed(deps.documents, c.get('person'), from)).question;
    const basis = shown?.answer.citations.map((one) => one.label).join('; ');
    const draft = {
      question: shown?.question ?? '',
      basis: basis ?? '',
      field: shown?.field ?? '',
      from: shown?.id,
    };
    return c.html(deskPage(viewerOf(c), 'answers', 'Viết trả lời chuẩn', form(viewerOf(c), draft)));
  });

  app.post('/tra-loi-chuan', allow('review_questions'), async (c) => {
    const posted = await formOf(c);
    const [question, answer, basis] = ['question', 'answer', 'basis'].map((name) =>
      field(posted, name).trim(),
    ) as [string, string, string];
    if (!question || !answer || !basis)
      throw new WebError(422, 'Anh/chị điền đủ câu hỏi, câu trả lời và căn cứ.');
    const topic = field(posted, 'field').trim();
    const from = field(posted, 'from').trim();
    await writeStandardAnswer(deps, {
      by: c.get('person').id,
      question,
      answer,
      basis,
      ...(topic && { field: topic }),
      ...(from && { fromQuestion: from as QuestionId }),
    });
    return c.redirect('/quan-tri/tra-loi-chuan', 303);
  });

  app.post('/tra-loi-chuan/:id/duyet', async (c) => {
    await approveStandardAnswer(deps, { by: c.get('person').id, id: c.req.param('id') });
    return c.redirect('/quan-tri/tra-loi-chuan', 303);
  });

  app.post('/tra-loi-chuan/:id/thu-hoi', async (c) => {
    await withdrawStandardAnswer(deps, { by: c.get('person').id, id: c.req.param('id') });
    return c.redirect('/quan-tri/tra-loi-chuan', 303);
  });

  return app;
}

function list(viewer: Viewer, answers: readonly StandardAnswer[], names: ReadonlyMap<string, string>): Html {
  return html`${may(viewer.person, 'review_questions') ? html`<p><a class="button" href="/quan-tri/tra-loi-chuan/moi">Viết trả lời chuẩn</a></p>` : ''}
<p class="note">Người viết không tự duyệt câu của mình. Câu đã duyệt được dùng để trả lời mọi người và ghi rõ là tài liệu tổng hợp.</p>
${answers.length === 0 ? html`<p class="card">Chưa có câu trả lời chuẩn nào.</p>` : ''}
<ul class="rows">${answers.map((a) => item(viewer, a, names))}</ul>`;
}

function item(viewer: Viewer, a: StandardAnswer, names: ReadonlyMap<string, string>): Html {
  const button = (action: string, words: string, tone: string) =>
    html`<form method="post" action="/quan-tri/tra-loi-chuan/${a.id}/${action}">${csrfField(viewer)}<button class="${tone}">${words}</button></form>`;
  const approves = a.state === 'draft' && may(viewer.person, 'approve_guidance') && a.by !== viewer.person.id;
  const withdraws =
    a.state !== 'withdrawn' && viewer.person.roles.some((r) => r === 'approver' || r === 'admin');
  return html`<li class="card" id="tl-${a.id}"><p class="row-title">${a.question}</p>
<p class="note"><span class="badge ${a.state === 'approved' ? 'ok' : a.state === 'draft' ? 'warn' : ''}">${STANDARD_WORDS[a.state]}</span> ${names.get(a.by)}, ${formatInstant(a.at)}${
    a.approvedBy && a.approvedAt
      ? html`; duyệt: ${names.get(a.approvedBy)}, ${formatInstant(a.approvedAt)}`
      : ''
  }</p>
<p class="pre">${a.answer}</p><p class="note">Căn cứ: ${a.basis}</p>
<div class="actions">${approves ? button('duyet', 'Duyệt', '') : ''}${withdraws ? button('thu-hoi', 'Thu hồi', 'danger') : ''}</div></li>`;
}

function form(
  viewer: Viewer,
  draft: { question: string; basis: string; field: string; from: string | undefined },
): Html {
  return html`<form class="card stack" method="post" action="/quan-tri/tra-loi-chuan">${csrfField(viewer)}
<input type="hidden" name="from" value="${draft.from ?? ''}">
${areaField('question', 'Câu hỏi (không ghi dữ liệu cá nhân)', draft.question, { required: true })}
${areaField('answer', 'Câu trả lời đúng, ý chính trước', undefined, { rows: 8, required: true })}
${areaField('basis', 'Căn cứ: điều, khoản, số văn bản', draft.basis, { required: true })}
${textField('field', 'Lĩnh vực', draft.field)}
<button>Gửi duyệt</button></form>`;
}
