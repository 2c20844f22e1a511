import { Hono } from 'hono';
import { html } from 'hono/html';
import type { QueuedQuestion } from '../../dialogue/review/model.ts';
import { STATUS_WORDS } from '../../dialogue/words.ts';
import type { WebEnv } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formatInstant } from '../text.ts';
import type { Html } from '../view/layout.ts';
import { deskPage, viewerOf } from './nav.ts';
import { REASON_WORDS } from './words.ts';

const PAGE = 25;

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
    return c.html(deskPage(viewerOf(c), 'queue', 'Rà soát', list(deps, rows, after !== undefined)));
  });
  return app;
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
