import { Hono } from 'hono';
import { html } from 'hono/html';
import {
  compareRuns,
  type EvaluatedQuestion,
  type EvaluationRun,
  rightReply,
} from '../../dialogue/review/evaluations.ts';
import { STATUS_WORDS } from '../../dialogue/words.ts';
import { type WebEnv, WebError } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formatInstant, formatNumber } from '../text.ts';
import type { Html } from '../view/layout.ts';
import { type Column, select, table } from '../view/table.ts';
import { evaluationCases } from './evaluation-cases.ts';
import { deskPage, viewerOf } from './nav.ts';

const RUNS = 100;
const SHOWN = 200;
const ANSWERS = 10_000;

/** Measures in words; every value is a share of the questions it applies to. */
const MEASURES = {
  'R@1': 'Đúng nguồn ở vị trí đầu',
  'R@10': 'Đúng nguồn trong 10 vị trí đầu',
  facts: 'Trả lời đủ ý',
  abstained: 'Không có căn cứ thì không trả lời',
  missed: 'Có căn cứ mà không trả lời',
} as const;

/** Evaluation runs over time, and two of them question by question. */
export function evaluationRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.get('/danh-gia', async (c) => {
    const runs = await deps.evaluations.list(RUNS);
    return c.html(deskPage(viewerOf(c), 'evaluation', 'Đánh giá chất lượng', listView(runs)));
  });

  // Approved answers as a question file: `npm run -s eval -- --questions cau-hoi.jsonl` then watches over them.
  app.get('/danh-gia/cau-hoi.jsonl', async (c) => {
    const answers = await deps.standardAnswers.list({ state: 'approved' }, ANSWERS);
    await deps.audit.write({
      at: deps.now().toISOString(),
      by: c.get('person').id,
      action: 'evaluation_cases_exported',
      subject: String(answers.length),
    });
    const lines = evaluationCases(answers).map((one) => `${JSON.stringify(one)}\n`);
    return c.body(lines.join(''), 200, {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': 'attachment; filename="cau-hoi.jsonl"',
    });
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

  app.get('/danh-gia/lan/:id', async (c) => {
    const run = await deps.evaluations.get(c.req.param('id'));
    if (!run) throw new WebError(404, 'Không có lần đánh giá này.');
    const wrong = run.questions.filter(needsLook);
    const columns: Column<EvaluatedQuestion>[] = [
      { head: 'Câu hỏi', cell: (q) => q.question },
      { head: 'Kết quả', cell: outcome },
    ];
    const body = html`<p><a href="/quan-tri/danh-gia">Về danh sách</a></p>
<p>${run.set}, ${formatInstant(run.at)}: ${formatNumber(run.questions.length)} câu, ${formatNumber(wrong.length)} câu cần xem lại.</p>
${table('Các câu cần xem lại', columns, wrong.slice(0, SHOWN))}
${wrong.length > SHOWN ? html`<p class="note">Chỉ hiện ${SHOWN} câu đầu.</p>` : ''}`;
    return c.html(deskPage(viewerOf(c), 'evaluation', 'Một lần đánh giá', body));
  });

  return app;
}

function needsLook(question: EvaluatedQuestion): boolean {
  const missed = question.answerable !== false && question.rank !== 1;
  return missed || question.facts === false || rightReply(question) === false;
}

/** "đã trả lời, đủ ý, đúng nguồn ở vị trí 2". */
function outcome(q: EvaluatedQuestion): string {
  const status = q.status === undefined ? undefined : STATUS_WORDS[q.status as keyof typeof STATUS_WORDS];
  return [
    ...(status === undefined ? [] : [status]),
    ...(q.facts === undefined ? [] : [q.facts ? 'đủ ý' : 'thiếu ý']),
    q.answerable === false
      ? 'không có căn cứ trong kho'
      : q.rank === undefined
        ? 'không thấy đúng nguồn'
        : `đúng nguồn ở vị trí ${formatNumber(q.rank)}`,
  ].join(', ');
}

function pairs(rows: readonly [EvaluatedQuestion, EvaluatedQuestion][]): Html {
  const columns: Column<[EvaluatedQuestion, EvaluatedQuestion]>[] = [
    { head: 'Câu hỏi', cell: ([, now]) => now.question },
    { head: 'Trước', cell: ([then]) => outcome(then) },
    { head: 'Nay', cell: ([, now]) => outcome(now) },
  ];
  return table('Câu hỏi thay đổi kết quả', columns, rows.slice(0, SHOWN));
}

function listView(runs: readonly EvaluationRun[]): Html {
  const measured = Object.entries(MEASURES).filter(([name]) => runs.some((run) => name in run.overall));
  const columns: Column<EvaluationRun>[] = [
    { head: 'Lúc', cell: (r) => html`<a href="/quan-tri/danh-gia/lan/${r.id}">${formatInstant(r.at)}</a>` },
    { head: 'Bộ câu hỏi', cell: (r) => r.set },
    ...measured.map(
      ([name, head]): Column<EvaluationRun> => ({
        head,
        cell: (r) => percent(r.overall[name]),
        numeric: true,
      }),
    ),
    { head: 'So với lần trước', cell: (r) => compareLink(runs, r) },
  ];
  const choices = runs.map((run) => ({ value: run.id, words: `${formatInstant(run.at)}, ${run.set}` }));
  return html`<p class="note">Mỗi lần chạy đánh giá trên máy chủ được lưu ở đây. Các câu trả lời chuẩn đã duyệt dùng làm câu đánh giá: <a href="/quan-tri/danh-gia/cau-hoi.jsonl">Tải bộ câu hỏi</a>.</p>
${table('Các lần đánh giá', columns, runs)}
${
  runs.length < 2
    ? ''
    : html`<h2>So sánh hai lần</h2><form class="filters roomy card" method="get" action="/quan-tri/danh-gia/so-sanh">
${select('truoc', 'Lần trước', choices, runs[1]?.id)}${select('sau', 'Lần sau', choices, runs[0]?.id)}<div class="fld-go"><button>So sánh</button></div></form>`
}`;
}

/** The run before on the same questions; `runs` are newest first. */
function compareLink(runs: readonly EvaluationRun[], run: EvaluationRun): Html | '' {
  const before = runs.slice(runs.indexOf(run) + 1).find((one) => one.set === run.set);
  return before
    ? html`<a href="/quan-tri/danh-gia/so-sanh?truoc=${before.id}&sau=${run.id}">Xem thay đổi</a>`
    : '';
}

function percent(share: number | undefined): string {
  return share === undefined ? '' : `${formatNumber(share * 100, 1)}%`;
}
