import { Hono } from 'hono';
import { html } from 'hono/html';
import { may, reaches } from '../../dialogue/access.ts';
import type { EscalationId, QuestionId } from '../../dialogue/model.ts';
import { disclosed } from '../../dialogue/review/disclosure.ts';
import {
  approveGuidance,
  mayRevise,
  proposeGuidance,
  returnGuidance,
  reviseGuidance,
  submitStandardAnswer,
} from '../../dialogue/review/guidance.ts';
import type { StandardAnswer } from '../../dialogue/review/model.ts';
import { type DraftText, withdrawStandardAnswer } from '../../dialogue/review/reviewing.ts';
import { dayInVietnam } from '../../legal/calendar/today.ts';
import { field, refusalOf } from '../chat/input.ts';
import { type WebContext, type WebEnv, WebError } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { allow, formOf } from '../session.ts';
import { answerForm, answersView } from './answers-view.ts';
import { proposeForm } from './escalations.ts';
import { deskPage, viewerOf } from './nav.ts';
import { reachToReview } from './reach.ts';
import { STANDARD_WORDS } from './words.ts';

const LISTED = 200;
const PATH = '/quan-tri/tra-loi-chuan';

/** Guidance: written by a reviewer or proposed by whoever answered an escalation, approved or returned by another person,
 * then served in chat and exported as evaluation cases. */
export function answerRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const today = () => dayInVietnam(deps.now());
  const list = (c: WebContext) => c.redirect(PATH, 303);

  /** Administrators and approvers see all; staff their own and what serves. */
  async function visible(c: WebContext): Promise<readonly StandardAnswer[]> {
    const person = c.get('person');
    const all = await deps.standardAnswers.list({}, LISTED);
    const everything = may(person, 'oversee') || may(person, 'approve_guidance');
    return everything ? all : all.filter((one) => one.by === person.id || one.state === 'approved');
  }

  /** The form once more, with what was typed and why it was not taken. */
  function again(c: WebContext, action: string, posted: FormData, error: unknown) {
    const [refused, draft] = [refusalOf(error), typedDraft(posted)];
    const from = field(posted, 'from').trim() || undefined;
    const form = answerForm(viewerOf(c), { action, draft, today: today(), from, refused });
    return c.html(deskPage(viewerOf(c), 'answers', 'Viết trả lời chuẩn', form), 422);
  }

  app.get('/tra-loi-chuan', async (c) => {
    const answers = await visible(c);
    const asked = c.req.query('tinh-trang') ?? '';
    const state = Object.hasOwn(STANDARD_WORDS, asked) ? (asked as StandardAnswer['state']) : undefined;
    const names = new Map<string, string>();
    for (const id of new Set(answers.flatMap((a) => [a.by, ...(a.approvedBy ? [a.approvedBy] : [])]))) {
      names.set(id, (await deps.people.person(id))?.name ?? id);
    }
    const view = answersView(viewerOf(c), answers, state, names);
    return c.html(deskPage(viewerOf(c), 'answers', 'Hướng dẫn, trả lời chuẩn', view));
  });

  app.get('/tra-loi-chuan/moi', allow('review_questions'), async (c) => {
    const id = c.req.query('cau-hoi');
    const from = id === undefined ? undefined : await deps.questions.question(id as QuestionId);
    if (from && !reaches(await reachToReview(deps, c), from))
      throw new WebError(404, 'Không tìm thấy câu hỏi này.');
    const shown = from && (await disclosed(deps.documents, c.get('person'), from)).question;
    const draft = {
      question: shown?.question ?? '',
      answer: '',
      basis: shown?.answer.citations.map((one) => one.label).join('; ') ?? '',
      field: shown?.field ?? '',
    };
    const form = answerForm(viewerOf(c), { action: PATH, draft, today: today(), from: shown?.id });
    return c.html(deskPage(viewerOf(c), 'answers', 'Viết trả lời chuẩn', form));
  });

  app.post('/tra-loi-chuan', allow('review_questions'), async (c) => {
    const posted = await formOf(c);
    const from = field(posted, 'from').trim();
    try {
      await submitStandardAnswer(deps, {
        by: c.get('person').id,
        ...draftOf(posted, today()),
        ...(from && { fromQuestion: from as QuestionId }),
      });
    } catch (error) {
      return again(c, PATH, posted, error);
    }
    return list(c);
  });

  // An opinion already given, to be proposed by whoever gave it.
  app.post('/tra-loi-chuan/de-xuat/:escalation', allow('answer_escalations'), async (c) => {
    const posted = await formOf(c);
    const basis = field(posted, 'basis').trim();
    const reviewBy = field(posted, 'reviewBy');
    const escalation = c.req.param('escalation') as EscalationId;
    const refused = basis
      ? !isDayToCome(reviewBy, today()) && REVIEW_DAY
      : 'Anh/chị ghi căn cứ: điều, khoản, số văn bản.';
    if (refused) {
      const form = html`<p><a href="/quan-tri/chuyen-vien">Về danh sách</a></p>
<p class="alert" role="alert">${refused} Chưa gửi.</p>
<div class="card">${proposeForm(viewerOf(c), escalation, { basis, reviewBy })}</div>`;
      return c.html(deskPage(viewerOf(c), 'escalations', 'Đề xuất thành hướng dẫn chung', form), 422);
    }
    await proposeGuidance(deps, { by: c.get('person').id, escalation, basis, reviewBy });
    return list(c);
  });

  app.get('/tra-loi-chuan/:id/sua', async (c) => {
    const answer = await deps.standardAnswers.get(c.req.param('id'));
    if (answer === undefined || !mayRevise(c.get('person'), answer))
      throw new WebError(404, 'Không có hướng dẫn nào của anh/chị để sửa ở đây.');
    const action = `${PATH}/${answer.id}/sua`;
    const form = answerForm(viewerOf(c), { action, draft: answer, today: today(), reason: answer.reason });
    return c.html(deskPage(viewerOf(c), 'answers', 'Sửa hướng dẫn', form));
  });

  app.post('/tra-loi-chuan/:id/sua', async (c) => {
    const posted = await formOf(c);
    const id = c.req.param('id');
    try {
      await reviseGuidance(deps, { by: c.get('person').id, id, ...draftOf(posted, today()) });
    } catch (error) {
      return again(c, `${PATH}/${id}/sua`, posted, error);
    }
    return list(c);
  });

  app.post('/tra-loi-chuan/:id/duyet', allow('approve_guidance'), async (c) => {
    await approveGuidance(deps, { by: c.get('person').id, id: c.req.param('id') });
    return list(c);
  });

  app.post('/tra-loi-chuan/:id/tra-lai', allow('approve_guidance'), async (c) => {
    const reason = field(await formOf(c), 'reason').trim();
    if (!reason) throw new WebError(422, 'Anh/chị ghi lý do trả lại.');
    await returnGuidance(deps, { by: c.get('person').id, id: c.req.param('id'), reason });
    return list(c);
  });

  app.post('/tra-loi-chuan/:id/thu-hoi', async (c) => {
    await withdrawStandardAnswer(deps, { by: c.get('person').id, id: c.req.param('id') });
    return list(c);
  });

  return app;
}

const REVIEW_DAY = 'Ngày rà soát lại phải sau hôm nay.';

/** What the form says, as it was typed. */
function typedDraft(posted: FormData): Required<DraftText> {
  const text = (name: string) => field(posted, name).trim();
  const [question, answer, basis] = [text('question'), text('answer'), text('basis')];
  return { question, answer, basis, field: text('field'), reviewBy: text('reviewBy') };
}

function draftOf(posted: FormData, today: string): DraftText {
  const { question, answer, basis, field: topic, reviewBy } = typedDraft(posted);
  if (!question || !answer || !basis)
    throw new WebError(422, 'Anh/chị điền đủ câu hỏi, câu trả lời và căn cứ.');
  if (reviewBy && !isDayToCome(reviewBy, today)) throw new WebError(422, REVIEW_DAY);
  return { question, answer, basis, ...(topic && { field: topic }), ...(reviewBy && { reviewBy }) };
}

function isDayToCome(day: string, today: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && day > today;
}
