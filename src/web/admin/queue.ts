import { Hono } from 'hono';
import { html } from 'hono/html';
import type { PersonId, QuestionId } from '../../dialogue/model.ts';
import { type QueuedQuestion, REVIEW_VERDICTS } from '../../dialogue/review/model.ts';
import { STATUS_WORDS } from '../../dialogue/words.ts';
import type { WebEnv } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formatInstant } from '../text.ts';
import type { Html } from '../view/layout.ts';
import { deskPage, viewerOf } from './nav.ts';
import { REASON_WORDS, REVIEW_WORDS } from './words.ts';

const PAGE = 25;
const REVIEWED_SHOWN = 10;

/** What to look at first. Keys: j and k move, Enter opens. */
export function queueRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/ra-soat', async (c) => {
    const [priority, seq] = (c.req.query('sau') ?? '').split('-').map(Number);
    const after =
      Number.isSafeInteger(priority) && Number.isSafeInteger(seq)
        ? { priority: priority!, seq: seq! }
        : undefined;
    const rows = await deps.desk.queue({ limit: PAGE + 1, ...(after && { after }) });
    const view = [list(deps, rows, after !== undefined), await reviewed(deps)];
    return c.html(deskPage(viewerOf(c), 'queue', 'Rà soát', view));
  });
  return app;
}

/** Who reviewed what lately; the whole of it is in the audit. */
async function reviewed(deps: DeskDeps): Promise<Html> {
  const entries = await deps.audit.entries({ action: 'question_reviewed' }, REVIEWED_SHOWN);
  if (entries.length === 0) return html``;
  const items = await Promise.all(
    entries.map(async (e) => {
      const [by, question] = await Promise.all([
        deps.people.person(e.by as PersonId),
        deps.questions.question(e.subject as QuestionId),
      ]);
      const verdict = REVIEW_VERDICTS.find((one) => one === e.detail?.['verdict']);
      return html`<li>${formatInstant(e.at)}: ${by?.name ?? e.by} đánh giá <strong>${verdict ? REVIEW_WORDS[verdict] : ''}</strong>, <a href="/quan-tri/cau-hoi/${e.subject}">${question?.question.slice(0, 120) ?? 'câu hỏi đã xóa'}</a></li>`;
    }),
  );
  return html`<h2>Đã rà soát gần đây</h2><ul class="card bullets">${items}</ul>
<p><a href="/quan-tri/nhat-ky?action=question_reviewed">Xem tất cả trong nhật ký</a></p>`;
}

function list(deps: DeskDeps, rows: readonly QueuedQuestion[], later: boolean): Html {
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  if (shown.length === 0) return html`<p class="card">Không còn câu hỏi nào chờ rà soát.</p>`;
  return html`<p class="note no-touch">Phím tắt: <kbd>j</kbd> xuống, <kbd>k</kbd> lên, <kbd>Enter</kbd> mở; trong trang câu hỏi <kbd>1</kbd> đúng, <kbd>2</kbd> sai, <kbd>3</kbd> thiếu.</p>
<ol class="rows queue" data-keys="list">${shown.map(
    (
      q,
    ) => html`<li class="card"><a class="row-title" href="/quan-tri/cau-hoi/${q.id}">${q.question.slice(0, 240)}</a>
<p class="note"><span class="badge st-${q.status}">${STATUS_WORDS[q.status]}</span> ${q.reasons.map((r) => REASON_WORDS[r]).join(', ')} · ${formatInstant(q.askedAt)}${
      q.commune ? html` · ${deps.dialogue.communeName(q.commune)}` : ''
    }</p></li>`,
  )}</ol>
<nav class="pager" aria-label="Trang">${later ? html`<a href="/quan-tri/ra-soat">Đầu danh sách</a>` : ''} ${
    last ? html`<a rel="next" href="/quan-tri/ra-soat?sau=${last.priority}-${last.seq}">Tiếp</a>` : ''
  }</nav>`;
}
