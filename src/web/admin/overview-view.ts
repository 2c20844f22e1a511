import { html } from 'hono/html';
import type { IsoDate } from '../../legal/model.ts';
import { formatDate } from '../text.ts';
import type { Html, Viewer } from '../view/layout.ts';
import { stackedBars } from './chart.ts';
import { deskPage } from './nav.ts';
import { type Group, groupsOf, type Numbers, sum } from './overview-numbers.ts';

const DAY_MS = 86_400_000;

const SERIES = [
  { name: 'Đã trả lời', tone: 'tone-good', statuses: ['answered'] },
  { name: 'Trả lời một phần, cần làm rõ', tone: 'tone-part', statuses: ['partial', 'clarify'] },
  { name: 'Chưa tìm thấy căn cứ', tone: 'tone-none', statuses: ['not_found'] },
  { name: 'Từ chối, ngoài phạm vi, lỗi', tone: 'tone-off', statuses: ['refused', 'out_of_scope', 'failed'] },
] as const;

export function overviewPage(viewer: Viewer, n: Numbers): Html {
  const labels = daysBetween(n.from, n.to);
  const series = SERIES.map(({ name, tone, statuses }) => ({
    name,
    tone,
    values: labels.map((day) =>
      sum(n.days, (row) => row.day === day && (statuses as readonly string[]).includes(row.status)),
    ),
  }));
  return deskPage(
    viewer,
    'overview',
    'Tổng quan',
    html`<p class="note">Từ ${formatDate(n.from)} đến ${formatDate(n.to)}. Số liệu cập nhật mỗi phút.</p>
${stackedBars(
  'Câu hỏi theo ngày',
  labels.map((day) => formatDate(day).slice(0, 5)),
  series,
)}
<div class="panels">${groupsOf(n).map(groupView)}</div>`,
  );
}

function groupView({ heading, tiles }: Group): Html {
  return html`<section class="card panel"><h2>${heading}</h2><dl class="numbers">${tiles.map(
    ({ name, value, beside, href }) =>
      html`<div><dt>${name}</dt><dd>${href ? html`<a href="${href}">${value}</a>` : value}${beside ? html` <span class="note">${beside}</span>` : ''}</dd></div>`,
  )}</dl></section>`;
}

function daysBetween(from: IsoDate, to: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
