import { Hono } from 'hono';
import { html } from 'hono/html';
import { expiringSoon, SOON_DAYS } from '../../dialogue/review/documents.ts';
import type { DayCount, Durations } from '../../dialogue/review/model.ts';
import type { IsoDate } from '../../legal/model.ts';
import { dayInVietnam } from '../../legal/today.ts';
import type { WebEnv } from '../context.ts';
import type { DeskDeps, LanguageModelUse } from '../deps.ts';
import { formatDate, formatNumber } from '../text.ts';
import type { Html, Viewer } from '../view/layout.ts';
import { stackedBars } from './chart.ts';
import { deskPage, viewerOf } from './nav.ts';

const DAYS_SHOWN = 30;
const DAY_MS = 86_400_000;
/** Counting a month of a busy log takes a moment: everybody sees the same numbers for a minute. */
const KEPT_MS = 60_000;

interface Numbers {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly days: readonly DayCount[];
  readonly durations: Durations;
  readonly waiting: number;
  readonly queue: number;
  readonly documents: Awaited<ReturnType<DeskDeps['documents']['counts']>>;
  readonly expiring: number;
  readonly model: LanguageModelUse | undefined;
}

export function overviewRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  let kept: { at: number; numbers: Promise<Numbers> } | undefined;
  app.get('/', async (c) => {
    const now = deps.now().getTime();
    if (!kept || now - kept.at > KEPT_MS) {
      const numbers = count(deps);
      numbers.catch(() => {
        kept = undefined;
      });
      kept = { at: now, numbers };
    }
    return c.html(overviewPage(viewerOf(c), await kept.numbers));
  });
  return app;
}

async function count(deps: DeskDeps): Promise<Numbers> {
  const to = dayInVietnam(deps.now());
  const from = dayInVietnam(new Date(deps.now().getTime() - (DAYS_SHOWN - 1) * DAY_MS));
  const open = await Promise.all(
    (['cho_tiep_nhan', 'dang_xu_ly', 'cho_duyet', 'qua_han'] as const).map((state) =>
      deps.escalations.list({ state }),
    ),
  );
  return {
    from,
    to,
    days: await deps.desk.days(from, to),
    durations: await deps.desk.durations(from, to),
    waiting: open.flat().length,
    queue: await deps.desk.queueLength(10_000),
    documents: await deps.documents.counts(),
    expiring: await deps.documents.expiring(expiringSoon(deps.now())),
    model: await deps.languageModel?.(),
  };
}

const SERIES = [
  { name: 'Đã trả lời', tone: 'tone-good', statuses: ['answered'] },
  { name: 'Trả lời một phần, cần làm rõ', tone: 'tone-part', statuses: ['partial', 'clarify'] },
  { name: 'Chưa tìm thấy căn cứ', tone: 'tone-none', statuses: ['not_found'] },
  { name: 'Từ chối, ngoài phạm vi, lỗi', tone: 'tone-off', statuses: ['refused', 'out_of_scope', 'failed'] },
] as const;

function overviewPage(viewer: Viewer, n: Numbers): Html {
  const labels = daysBetween(n.from, n.to);
  const sum = (keep: (row: DayCount) => boolean) =>
    n.days.filter(keep).reduce((total, row) => total + row.questions, 0);
  const all = sum(() => true);
  const share = (part: number) => (all === 0 ? '' : ` (${formatNumber((part / all) * 100, 1)}%)`);
  const series = SERIES.map(({ name, tone, statuses }) => ({
    name,
    tone,
    values: labels.map((day) =>
      sum((row) => row.day === day && (statuses as readonly string[]).includes(row.status)),
    ),
  }));
  const ofStatus = (statuses: readonly string[]) => sum((row) => statuses.includes(row.status));
  const tiles: [string, string, string?][] = [
    ['Câu hỏi', formatNumber(all), '/quan-tri/cau-hoi'],
    [
      'Đã trả lời',
      formatNumber(ofStatus(['answered'])) + share(ofStatus(['answered'])),
      '/quan-tri/cau-hoi?status=answered',
    ],
    [
      'Chưa tìm thấy căn cứ',
      formatNumber(ofStatus(['not_found'])) + share(ofStatus(['not_found'])),
      '/quan-tri/cau-hoi?status=not_found',
    ],
    [
      'Trả lời một phần',
      formatNumber(ofStatus(['partial'])) + share(ofStatus(['partial'])),
      '/quan-tri/cau-hoi?status=partial',
    ],
    [
      'Từ chối',
      formatNumber(ofStatus(['refused'])) + share(ofStatus(['refused'])),
      '/quan-tri/cau-hoi?status=refused',
    ],
    [
      'Lỗi',
      formatNumber(ofStatus(['failed'])) + share(ofStatus(['failed'])),
      '/quan-tri/cau-hoi?status=failed',
    ],
    [
      'Đánh giá hữu ích',
      formatNumber(sum((r) => r.feedback === 'helpful')),
      '/quan-tri/cau-hoi?feedback=helpful',
    ],
    [
      'Đánh giá chưa đúng',
      formatNumber(sum((r) => r.feedback === 'wrong')),
      '/quan-tri/cau-hoi?feedback=wrong',
    ],
    ['Thời gian trả lời, trung vị', duration(n.durations.median)],
    ['95% trả lời trong', duration(n.durations.p95)],
    ['Chờ chuyên viên trả lời', formatNumber(n.waiting), '/quan-tri/chuyen-vien'],
    ['Chờ rà soát', n.queue >= 10_000 ? 'từ 10.000' : formatNumber(n.queue), '/quan-tri/ra-soat'],
    ['Văn bản đang phục vụ', formatNumber(n.documents.serving), '/quan-tri/van-ban'],
    [
      `Văn bản hết hiệu lực trong ${SOON_DAYS} ngày tới`,
      formatNumber(n.expiring),
      '/quan-tri/van-ban?expiring=yes',
    ],
    ['Văn bản đã thu hồi', formatNumber(n.documents.withdrawn), '/quan-tri/van-ban?state=withdrawn'],
    ['Lần cập nhật chỉ mục', formatNumber(n.documents.generation)],
    [
      'Chi phí mô hình hôm nay',
      n.model?.name === undefined ? 'không dùng' : `${formatNumber(n.model.usedToday)} token`,
      '/quan-tri/cai-dat',
    ],
  ];
  return deskPage(
    viewer,
    'overview',
    'Tổng quan',
    html`<p class="note">Từ ${formatDate(n.from)} đến ${formatDate(n.to)}. Số liệu cập nhật mỗi phút.</p>
<dl class="tiles">${tiles.map(
      ([name, value, href]) =>
        html`<div class="card tile"><dt>${name}</dt><dd>${href ? html`<a href="${href}">${value}</a>` : value}</dd></div>`,
    )}</dl>
${stackedBars(
  'Câu hỏi theo ngày',
  labels.map((day) => formatDate(day).slice(0, 5)),
  series,
)}`,
  );
}

function daysBetween(from: IsoDate, to: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

function duration(ms: number | undefined): string {
  if (ms === undefined) return 'chưa có';
  return ms < 1000 ? `${formatNumber(ms)} ms` : `${formatNumber(ms / 1000, 1)} giây`;
}
