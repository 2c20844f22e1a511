import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Reach } from '../../dialogue/access.ts';
import type { DeskFilter, QuestionSummary } from '../../dialogue/review/model.ts';
import { STATUS_WORDS, VERDICT_WORDS } from '../../dialogue/words.ts';
import type { WebContext, WebEnv } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formatInstant, formatNumber } from '../text.ts';
import type { Html } from '../view/layout.ts';
import { type Column, table } from '../view/table.ts';
import { CSV_HEADERS, csvStream } from './csv.ts';
import { filterForm, filterLink, readFilter } from './filters.ts';
import { deskPage, viewerOf } from './nav.ts';
import { reachToSee, reachWords } from './reach.ts';
import { savedFiltersView } from './saved-filters.ts';
import { COMPOSER_WORDS, REVIEW_WORDS } from './words.ts';

const PAGE = 50;
const COUNTED = 10_001;

/** The log: filter, search, page, export. */
export function questionListRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.get('/cau-hoi', async (c) => {
    const query = c.req.query();
    const reach = await reachToSee(deps, c);
    const filter = { ...readFilter(query), reach };
    const before = position(c);
    const first = before === undefined ? await deps.desk.first(filter, PAGE + 1, COUNTED) : undefined;
    const rows = first?.rows ?? (await deps.desk.list(filter, { limit: PAGE + 1, before: before! }));
    const viewer = viewerOf(c);
    const saved = await deps.savedFilters.of(viewer.person.id);
    const body = html`${reachNote(deps, reach)}${await filterForm(deps, query, reach)}${savedFiltersView(viewer, saved, query)}
<p class="note">${countWords(first)} <a href="${filterLink('/quan-tri/cau-hoi.csv', { ...query, truoc: undefined })}">Tải CSV</a></p>
${table('Câu hỏi', columns(deps), rows.slice(0, PAGE))}
${pager(query, rows)}`;
    return c.html(deskPage(viewer, 'questions', 'Câu hỏi', body));
  });

  app.get('/cau-hoi.csv', async (c) => {
    const by = c.get('person').id;
    await deps.audit.write({
      at: deps.now().toISOString(),
      by,
      action: 'questions_exported',
      subject: c.req.url.split('?')[1] ?? '',
    });
    return c.body(
      csvStream(CSV_HEAD, exported(deps, { ...readFilter(c.req.query()), reach: await reachToSee(deps, c) })),
      200,
      CSV_HEADERS('cau-hoi'),
    );
  });

  return app;
}

function reachNote(deps: DeskDeps, reach: Reach): Html | '' {
  const words = reachWords(reach, deps.dialogue.communeName);
  return words === undefined ? '' : html`<p class="note">${words}</p>`;
}

/** Counted on the first page alone; later ones would repeat the search for the same number. */
function countWords(first: { count: number; more: boolean } | undefined): string {
  if (first === undefined) return '';
  return first.more
    ? `Trên ${formatNumber(first.count - 1)} câu hỏi.`
    : `${formatNumber(first.count)} câu hỏi.`;
}

function position(c: WebContext): number | undefined {
  const value = Number(c.req.query('truoc'));
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

function columns(deps: DeskDeps): Column<QuestionSummary>[] {
  return [
    { head: 'Lúc hỏi', whole: true, cell: (q) => formatInstant(q.askedAt) },
    {
      head: 'Câu hỏi',
      title: true,
      cell: (q) =>
        html`<a href="/quan-tri/cau-hoi/${q.id}">${q.question.slice(0, 200)}</a>${where(deps.dialogue.communeName(q.commune), q.field)}`,
    },
    { head: 'Kết quả', cell: statusBadge },
    { head: 'Đánh giá', cell: (q) => (q.feedback ? VERDICT_WORDS[q.feedback] : '') },
    { head: 'Rà soát', cell: (q) => (q.verdict ? REVIEW_WORDS[q.verdict] : '') },
  ];
}

/** Commune and field in a line below the question. */
function where(commune: string, field: string | undefined): Html | '' {
  const words = [commune, field].filter(Boolean).join(' · ');
  return words === '' ? '' : html`<br><span class="note">${words}</span>`;
}

function statusBadge(q: Pick<QuestionSummary, 'status'>): Html {
  return html`<span class="badge st-${q.status}">${STATUS_WORDS[q.status]}</span>`;
}

function pager(query: Record<string, string>, rows: readonly QuestionSummary[]): Html {
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  const newest = query['truoc']
    ? html`<a href="${filterLink('/quan-tri/cau-hoi', query, { truoc: undefined })}">Mới nhất</a>`
    : '';
  const older = last
    ? html`<a rel="next" href="${filterLink('/quan-tri/cau-hoi', query, { truoc: String(last.seq) })}">Cũ hơn</a>`
    : '';
  return html`<nav class="pager" aria-label="Trang">${newest} ${older}</nav>`;
}

const CSV_HEAD = [
  'Lúc hỏi',
  'Câu hỏi (đã che)',
  'Xã, phường',
  'Lĩnh vực',
  'Kết quả',
  'Đánh giá',
  'Rà soát',
  'Cách soạn',
  'Thời gian (ms)',
  'Token',
  'Mã',
];
const BATCH = 1000;

async function* exported(deps: DeskDeps, filter: DeskFilter) {
  let before: number | undefined;
  for (;;) {
    const rows = await deps.desk.list(filter, { limit: BATCH, ...(before !== undefined && { before }) });
    for (const q of rows) {
      yield [
        formatInstant(q.askedAt),
        q.question,
        deps.dialogue.communeName(q.commune),
        q.field,
        STATUS_WORDS[q.status],
        q.feedback && VERDICT_WORDS[q.feedback],
        q.verdict && REVIEW_WORDS[q.verdict],
        COMPOSER_WORDS[q.composer],
        Math.round(q.totalMs),
        q.tokens,
        q.id,
      ];
    }
    before = rows.at(-1)?.seq;
    if (rows.length < BATCH) return;
  }
}
