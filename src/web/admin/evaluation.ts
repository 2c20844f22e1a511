import { Hono } from 'hono';
import { html } from 'hono/html';
import {
  compareRuns,
  type EvaluatedQuestion,
  type EvaluationRun,
} from '../../dialogue/review/evaluations.ts';
import { type WebEnv, WebError } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formatInstant, formatNumber } from '../text.ts';
import type { Html } from '../view/layout.ts';
import { type Column, select, table } from '../view/table.ts';
import { deskPage, viewerOf } from './nav.ts';

const RUNS = 100;
const SHOWN = 200;

/** Evaluation runs over time, and two of them question by question. */
export function evaluationRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.get('/danh-gia', async (c) => {
    const runs = await deps.evaluations.list(RUNS);
    return c.html(deskPage(viewerOf(c), 'evaluation', 'Đánh giá chất lượng', listView(runs)));
  });

  app.get('/danh-gia/so-sanh', async (c) => {
    const [before, after] = await Promise.all(
      [c.req.query('truoc'), c.req.query('sau')].map((id) => deps.evaluations.get(id ?? '')),
    );
    if (!before || !after) throw new WebError(404, 'Anh/chị chọn hai lần đánh giá để so sánh.');
    const { better, worse, same } = compareRuns(before.questions, after.questions);
    const body = html`<p><a href="/quan-tri/danh-gia">Về danh sách</a></p>
<p>${before.set}: ${formatInstant(before.at)} so với ${formatInstant(after.at)}. ${formatNumber(same)} câu không đổi.</p>
<h2>Kém đi (${worse.length})</h2>${pairs(worse)}<h2>Tốt lên (${better.length})</h2>${pairs(better)}`;
    return c.html(deskPage(viewerOf(c), 'evaluation', 'So sánh hai lần đánh giá', body));
  });

  return app;
}

function pairs(rows: readonly [EvaluatedQuestion, EvaluatedQuestion][]): Html {
  const rank = (q: EvaluatedQuestion) => (q.rank === undefined ? 'không thấy' : formatNumber(q.rank));
  const columns: Column<[EvaluatedQuestion, EvaluatedQuestion]>[] = [
    { head: 'Câu hỏi', cell: ([, now]) => now.question },
    { head: 'Hạng trước', cell: ([then]) => rank(then), numeric: true },
    { head: 'Hạng sau', cell: ([, now]) => rank(now), numeric: true },
  ];
  return table('Câu hỏi thay đổi hạng', columns, rows.slice(0, SHOWN));
}

function listView(runs: readonly EvaluationRun[]): Html {
  const measures = [...new Set(runs.flatMap((run) => Object.keys(run.overall)))].slice(0, 6);
  const columns: Column<EvaluationRun>[] = [
    { head: 'Lúc', cell: (r) => formatInstant(r.at) },
    { head: 'Bộ câu hỏi', cell: (r) => r.set },
    ...measures.map(
      (name): Column<EvaluationRun> => ({
        head: name,
        cell: (r) => (r.overall[name] === undefined ? '' : formatNumber(r.overall[name], 3)),
        numeric: true,
      }),
    ),
  ];
  const choices = runs.map((run) => ({ value: run.id, words: `${run.set}, ${formatInstant(run.at)}` }));
  return html`${table('Các lần đánh giá', columns, runs)}
${
  runs.length < 2
    ? ''
    : html`<h2>So sánh hai lần</h2><form class="filters card" method="get" action="/quan-tri/danh-gia/so-sanh">
${select('truoc', 'Lần trước', choices, runs[1]?.id)}${select('sau', 'Lần sau', choices, runs[0]?.id)}<div class="fld-go"><button>So sánh</button></div></form>`
}`;
}
