import { Hono } from 'hono';
import { html } from 'hono/html';
import type { LoggedQuestion, QuestionId } from '../../dialogue/model.ts';
import { readSettings } from '../../dialogue/review/settings.ts';
import { ASK_WORDS, WRONG_REASONS } from '../../dialogue/words.ts';
import type { WebContext, WebEnv } from '../context.ts';
import { WebError } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { citedPageResponse, originalOf } from '../originals.ts';
import { formOf } from '../session.ts';
import { citationText } from '../view/answer-text.ts';
import { chatPage } from './chat-page.ts';
import { asOfDate, conversationId, field, questionText } from './input.ts';
import { citationPage, HISTORY_PAGE, historyPage, sourcePage, turnPage } from './pages.ts';
import { turnView } from './turn.ts';

const TURNS_SHOWN = 20;

/** True for requests made by app.js, which wants the changed part alone. */
function wantsFragment(c: WebContext): boolean {
  return c.req.header('X-Requested-With') === 'fetch';
}

/** Web chat for every signed-in person; mounted behind the session and CSRF middleware. */
export function chatRoutes(deps: WebDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  /** A person's own question; somebody else's looks exactly like one that does not exist. */
  async function own(c: WebContext): Promise<LoggedQuestion> {
    const turn = await deps.questions.question(c.req.param('id') as QuestionId);
    if (turn?.person !== c.get('person').id)
      throw new WebError(404, 'Không tìm thấy câu hỏi này trong lịch sử của anh/chị.');
    return turn;
  }
  const viewer = (c: WebContext) => ({ person: c.get('person'), session: c.get('session') });
  const escalationOf = async (turn: LoggedQuestion) =>
    turn.escalation ? deps.escalations.escalation(turn.escalation) : undefined;

  /** After a change: the changed turn for script, the turn's page for forms. */
  async function changed(c: WebContext, id: QuestionId, notice?: string) {
    if (!wantsFragment(c)) return c.redirect(`/cau-hoi/${id}`, 303);
    const turn = await deps.questions.question(id);
    if (!turn) throw new WebError(404, 'Không tìm thấy câu hỏi này.');
    const escalation = await escalationOf(turn);
    return c.html(
      turnView(viewer(c), turn, { ...(notice && { notice }), ...(escalation && { escalation }) }),
    );
  }

  app.get('/', async (c) => {
    const conversation = conversationId(c.req.query('c'));
    const asked = await deps.questions.conversation(c.get('person').id, conversation, TURNS_SHOWN);
    const turns = await Promise.all(
      asked.map(async (turn) => ({ turn, escalation: await escalationOf(turn) })),
    );
    const { 'service.notice': notice, 'service.off': off } = await readSettings(deps.settings);
    const said = off ? { paused: notice || ASK_WORDS.paused } : { ...(notice && { notice }) };
    return c.html(chatPage(viewer(c), { conversation, turns, ...said }));
  });

  app.post('/hoi', async (c) => {
    const person = c.get('person');
    const form = await formOf(c);
    const question = questionText(form);
    const asOf = asOfDate(form);
    const conversation = conversationId(field(form, 'c'));
    const settings = await readSettings(deps.settings);
    if (settings['service.off']) throw new WebError(503, settings['service.notice'] || ASK_WORDS.paused);
    // No signal: who closes the page finds the answer in the history.
    const reply = await deps.chat.ask(person, {
      question,
      conversation,
      ...(asOf !== undefined && { asOf }),
    });
    if (!wantsFragment(c)) return c.redirect(`/?c=${conversation}#cau-${reply.questionId}`, 303);
    const ids = [reply, ...(reply.more ?? [])].map((one) => one.questionId);
    const turns = await Promise.all(ids.map((id) => deps.questions.question(id)));
    return c.html(html`${turns.map((turn) => (turn ? turnView(viewer(c), turn) : ''))}`);
  });

  app.get('/lich-su', async (c) => {
    const before = c.req.query('truoc') as QuestionId | undefined;
    const rows = await deps.questions.list(
      { person: c.get('person').id },
      { limit: HISTORY_PAGE + 1, ...(before && { before }) },
    );
    return c.html(historyPage(viewer(c), rows, before !== undefined));
  });

  app.get('/cau-hoi/:id', async (c) => {
    const turn = await own(c);
    return c.html(turnPage(viewer(c), turn, await escalationOf(turn)));
  });

  app.get('/cau-hoi/:id/nguon/:n{[0-9]{1,3}}/trang', async (c) => {
    const turn = await own(c);
    return citedPageResponse(c, deps.citedOriginals, turn.id, Number(c.req.param('n')));
  });

  app.get('/cau-hoi/:id/nguon/:n{[0-9]{1,3}}', async (c) => {
    const turn = await own(c);
    const n = Number(c.req.param('n'));
    const citation = turn.answer.citations.find((x) => x.n === n);
    if (!citation) throw new WebError(404, 'Câu trả lời này không có căn cứ mang số đó.');
    const source = await deps.chat.source(c.get('person'), turn.id, n);
    const original = source
      ? await originalOf(deps.admin, c.get('person').id, citation.documentId)
      : undefined;
    const path = `/cau-hoi/${turn.id}/nguon/${n}`;
    return c.html(sourcePage(viewer(c), turn, { citation, source, original, path }));
  });

  app.get('/cau-hoi/:id/can-cu', async (c) => c.html(citationPage(viewer(c), await own(c))));
  app.get('/cau-hoi/:id/can-cu.txt', async (c) => {
    const turn = await own(c);
    return c.text(citationText(turn.question, turn.answer));
  });

  app.post('/cau-hoi/:id/danh-gia', async (c) => {
    const turn = await own(c);
    const form = await formOf(c);
    const verdict = field(form, 'verdict');
    if (verdict !== 'helpful' && verdict !== 'wrong')
      throw new WebError(422, 'Anh/chị chọn “Hữu ích” hoặc “Chưa đúng”.');
    const reason = field(form, 'reason');
    if (reason && !Object.hasOwn(WRONG_REASONS, reason))
      throw new WebError(422, 'Anh/chị chọn một lý do trong danh sách.');
    await deps.chat.giveFeedback(c.get('person'), turn.id, { verdict, ...(reason && { reason }) });
    return changed(c, turn.id);
  });

  app.post('/cau-hoi/:id/chuyen-vien', async (c) => {
    const turn = await own(c);
    const notice = await deps.chat.escalate(c.get('person'), turn.id);
    return changed(c, turn.id, notice);
  });

  return app;
}
