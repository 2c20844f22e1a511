import { Hono } from 'hono';
import { html } from 'hono/html';
import { may, type Reach, reaches } from '../../dialogue/access.ts';
import type { PersonId, QuestionId } from '../../dialogue/model.ts';
import { type QueuedQuestion, REVIEW_VERDICTS } from '../../dialogue/review/model.ts';
import { STATUS_WORDS } from '../../dialogue/words.ts';
import type { WebEnv } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formatInstant } from '../text.ts';
import type { Html, Viewer } from '../view/layout.ts';
import { deskPage, viewerOf } from './nav.ts';
import { reachToReview } from './reach.ts';
import { REASON_WORDS, REVIEW_WORDS } from './words.ts';

const PAGE = 25;
const REVIEWED_SHOWN = 10;
/** Among these, those within one's reach are shown. */
const REVIEWED_LOOKED_AT = 50;

/** What to look at first. Keys: j and k move, Enter opens. */
export function queueRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/ra-soat', async (c) => {
    const [priority, seq] = (c.req.query('sau') ?? '').split('-').map(Number);
    const after =
      Number.isSafeInteger(priority) && Number.isSafeInteger(seq)
        ? { priority: priority!, seq: seq! }
        : undefined;
    const reach = await reachToReview(deps, c);
    const rows = await deps.desk.queue({ limit: PAGE + 1, reach, ...(after && { after }) });
    const view = [list(deps, rows, after !== undefined), await reviewed(deps, viewerOf(c), reach)];
    return c.html(deskPage(viewerOf(c), 'queue', 'Rà soát', view));
  });
  return app;
}

/** Who reviewed what lately; the whole of it is in the audit. */
async function reviewed(deps: DeskDeps, viewer: Viewer, reach: Reach): Promise<Html> {
  const entries = await deps.audit.entries({ action: 'question_reviewed' }, REVIEWED_LOOKED_AT);
  const known = await Promise.all(
    entries.map(async (entry) => ({
      entry,
      question: await deps.questions.question(entry.subject as QuestionId),
    })),
  );
  const shown = known
    .filter(({ question }) => (question === undefined ? reach === 'all' : reaches(reach, question)))
    .slice(0, REVIEWED_SHOWN);
  if (shown.length === 0) return html``;
  const items = await Promise.all(
    shown.map(async ({ entry, question }) => {
      const by = await deps.people.person(entry.by as PersonId);
      const verdict = REVIEW_VERDICTS.find((one) => one === entry.detail?.['verdict']);
      const asked = question
        ? html`<a href="/quan-tri/cau-hoi/${question.id}">${question.question.slice(0, 120)}</a>`
        : 'câu hỏi đã xóa';
      return html`<li>${formatInstant(entry.at)}: ${by?.name ?? entry.by} đánh giá <strong>${verdict ? REVIEW_WORDS[verdict] : ''}</strong>, ${asked}</li>`;
    }),
  );
  const all = may(viewer.person, 'manage_settings')
    ? html`<p><a href="/quan-tri/nhat-ky?action=question_reviewed">Xem tất cả trong nhật ký</a></p>`
    : '';
  return html`<h2>Đã rà soát gần đây</h2><ul class="card bullets">${items}</ul>${all}`;
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
