import { Hono } from 'hono';
import { html } from 'hono/html';
import { may, type Reach, reaches, readerOf } from '../../dialogue/access.ts';
import type { LoggedQuestion, QuestionId } from '../../dialogue/model.ts';
import { disclosed, WITHHELD } from '../../dialogue/review/disclosure.ts';
import { REVIEW_VERDICTS, type ReviewVerdict } from '../../dialogue/review/model.ts';
import { reviewQuestion } from '../../dialogue/review/reviewing.ts';
import { dayInVietnam } from '../../legal/calendar/today.ts';
import type { DocumentId } from '../../legal/model.ts';
import { effectivityOf } from '../../retrieval/in-force.ts';
import { field, refusalOf, typedIn } from '../chat/input.ts';
import { sourceBody } from '../chat/pages.ts';
import { type WebContext, type WebEnv, WebError } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { citedPageResponse, originalOf } from '../originals.ts';
import { allow, formOf } from '../session.ts';
import { deskPage, viewerOf } from './nav.ts';
import { compareView, type Detail, detailView } from './question-view.ts';
import { reachToReview, reachToSee } from './reach.ts';

/** One logged question: everything about it, its review, and what today's answer would be. */
export function questionRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  async function logged(c: WebContext): Promise<{ question: LoggedQuestion; withheld: boolean }> {
    const question = await deps.questions.question(c.req.param('id') as QuestionId);
    if (question === undefined || !reaches(await reachToSee(deps, c), question))
      throw new WebError(404, 'Không tìm thấy câu hỏi này.');
    return disclosed(deps.documents, c.get('person'), question);
  }

  async function detail(c: WebContext): Promise<Detail> {
    const { question, withheld } = await logged(c);
    const ids = [...new Set(question.answer.citations.map((one) => one.documentId as DocumentId))];
    const facts = await deps.chunks.facts(ids);
    const today = dayInVietnam(deps.now());
    const reach = await reachToSee(deps, c);
    const [review, escalation, asker, followUps, answers] = await Promise.all([
      deps.desk.review(question.id),
      question.escalation ? deps.escalations.escalation(question.escalation) : undefined,
      may(c.get('person'), 'oversee') ? deps.people.person(question.person) : undefined,
      deps.questions.conversation(question.person, question.conversation, 20),
      deps.standardAnswers.list({ fromQuestion: question.id }, 5),
    ]);
    const reviewer = review && (await deps.people.person(review.by));
    return {
      question,
      withheld,
      now: new Map(
        question.answer.citations.flatMap((one) => {
          const known = facts.get(one.documentId as DocumentId);
          return known === undefined ? [] : [[one.n, effectivityOf(known, today, one.path)] as const];
        }),
      ),
      communeName: deps.dialogue.communeName(question.commune),
      followUps: followUps.filter((turn) => turn.id !== question.id && reaches(reach, turn)),
      answers,
      ...(review && { review, reviewer: reviewer?.name ?? review.by }),
      ...(escalation && { escalation }),
      ...(asker && { asker: asker.name }),
      reviewable: reaches(await reachToReview(deps, c), question),
    };
  }

  /** The reviewer goes on without a detour over the list. */
  async function afterReview(next: string, question: QuestionId, reach: Reach): Promise<string> {
    if (next === 'answer') return `/quan-tri/tra-loi-chuan/moi?cau-hoi=${question}`;
    if (next !== 'queue') return `/quan-tri/cau-hoi/${question}`;
    const [first] = await deps.desk.queue({ limit: 1, reach });
    return first ? `/quan-tri/cau-hoi/${first.id}` : '/quan-tri/ra-soat';
  }

  app.get('/cau-hoi/:id', async (c) => {
    const viewer = viewerOf(c);
    return c.html(deskPage(viewer, 'questions', 'Chi tiết câu hỏi', detailView(viewer, await detail(c))));
  });

  app.get('/cau-hoi/:id/nguon/:n{[0-9]{1,3}}', async (c) => {
    const { question, withheld } = await logged(c);
    const n = Number(c.req.param('n'));
    const citation = question.answer.citations.find((one) => one.n === n);
    if (citation === undefined || withheld) throw new WebError(404, 'Không có căn cứ này.');
    const by = c.get('person').id;
    const source = await deps.dialogue.source({ person: by, question: question.id, n, channel: 'web' });
    const original = source ? await originalOf(deps, by, citation.documentId) : undefined;
    const path = `/quan-tri/cau-hoi/${question.id}/nguon/${n}`;
    const body = html`<p><a href="/quan-tri/cau-hoi/${question.id}">Về chi tiết câu hỏi</a></p>
<h2>Lúc trả lời, đã trích</h2><div class="card doc"><blockquote>${citation.quote}</blockquote></div>
<h2>Trong kho hiện nay</h2>${sourceBody({ citation, source, original, path })}`;
    return c.html(deskPage(viewerOf(c), 'questions', citation.label, body));
  });

  app.get('/cau-hoi/:id/nguon/:n{[0-9]{1,3}}/trang', async (c) => {
    const { question, withheld } = await logged(c);
    if (withheld) throw new WebError(404, 'Không có căn cứ này.');
    return citedPageResponse(c, deps.citedOriginals, question.id, Number(c.req.param('n')));
  });

  app.post('/cau-hoi/:id/hoi-lai', allow('review_questions'), async (c) => {
    const viewer = viewerOf(c);
    const { question, withheld } = await logged(c);
    const { answer } = await deps.answerer.ask({
      question: question.understoodAs ?? question.question,
      asOf: dayInVietnam(deps.now()),
      reader: readerOf(viewer.person, 'web'),
      territory: deps.territory,
      signal: c.req.raw.signal,
    });
    const before = withheld ? WITHHELD : undefined;
    return c.html(
      deskPage(viewer, 'questions', 'Hỏi lại bây giờ', compareView(viewer, question, answer, before)),
    );
  });

  app.post('/cau-hoi/:id/ra-soat', allow('review_questions'), async (c) => {
    const form = await formOf(c);
    const question = c.req.param('id') as QuestionId;
    try {
      await reviewQuestion(deps, { by: c.get('person').id, question, ...judgement(form) });
    } catch (error) {
      const refused = { typed: typedIn(form), reason: refusalOf(error) };
      const viewer = viewerOf(c);
      const body = detailView(viewer, await detail(c), refused);
      return c.html(deskPage(viewer, 'questions', 'Chi tiết câu hỏi', body), 422);
    }
    const next = await afterReview(field(form, 'next'), question, await reachToReview(deps, c));
    return c.redirect(next, 303);
  });

  return app;
}

function judgement(form: FormData): { verdict: ReviewVerdict; reason?: string } {
  const verdict = REVIEW_VERDICTS.find((one) => one === field(form, 'verdict'));
  if (verdict === undefined) throw new WebError(422, 'Anh/chị chọn Đúng, Sai hoặc Thiếu.');
  const reason = field(form, 'reason').trim();
  if (verdict !== 'correct' && reason === '')
    throw new WebError(422, 'Anh/chị ghi lý do vì sao sai hoặc thiếu.');
  return { verdict, ...(reason && { reason }) };
}
