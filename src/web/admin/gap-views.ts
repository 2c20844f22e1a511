import { html } from 'hono/html';
import type { CountedGap, Gap, GapMember } from '../../dialogue/review/gaps.ts';
import type { DeskDeps } from '../deps.ts';
import { formatDate, formatInstant, formatNumber } from '../text.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import { areaField, type Column, options, select, table, textField } from '../view/table.ts';
import { trend } from './gap-matrix.ts';
import type { Period } from './gaps-report.ts';
import { GAP_ACTION_WORDS, GAP_CAUSE_WORDS, GAP_LEVEL_WORDS } from './words.ts';

/** Groups of the period, largest first. */
export function gapList(
  deps: DeskDeps,
  viewer: Viewer,
  { from, to }: Period,
  gaps: readonly CountedGap[],
): Html {
  const columns: Column<CountedGap>[] = [
    {
      head: 'Nhóm',
      title: true,
      cell: (g) =>
        html`<a href="/quan-tri/vuong-mac/${g.id}">${g.details.difficulty ?? g.name}</a><details><summary>Ví dụ</summary><ul>${g.examples.map((q) => html`<li>${q}</li>`)}</ul></details>`,
    },
    { head: 'Số câu', cell: (g) => formatNumber(g.questions), numeric: true },
    { head: 'So kỳ trước', cell: (g) => change(g), numeric: true },
    {
      head: 'Số xã',
      cell: (g) =>
        html`<span title="${g.communes.map(deps.dialogue.communeName).join(', ')}">${g.communes.length}</span>`,
      numeric: true,
    },
    { head: 'Lĩnh vực', cell: (g) => g.details.field ?? g.fields.join(', ') },
    {
      head: 'Tình trạng',
      cell: (g) =>
        html`<span class="badge ${g.action === 'da_xong' ? 'ok' : g.action === 'chua_xu_ly' ? 'bad' : 'warn'}">${GAP_ACTION_WORDS[g.action]}</span>`,
    },
  ];
  const query = `from=${from}&to=${to}`;
  return html`<form class="filters card" method="get" action="/quan-tri/vuong-mac">${textField('from', 'Từ ngày', from, { type: 'date' })}${textField('to', 'Đến ngày', to, { type: 'date' })}<div class="fld-go"><button>Xem</button></div></form>
<p class="note">Câu chưa tìm thấy căn cứ, lỗi, bị đánh giá chưa đúng hoặc đã gửi chuyên viên, gom theo nội dung, từ ${formatDate(from)} đến ${formatDate(to)}.
<a href="/quan-tri/vuong-mac.docx?${query}">Dự thảo báo cáo (DOCX)</a> · <a href="/quan-tri/vuong-mac.xlsx?${query}">Bảng số liệu (XLSX)</a></p>
<form class="inline" method="post" action="/quan-tri/vuong-mac/gom">${csrfField(viewer)}<button class="quiet">Gom các câu mới</button></form>
${gaps.length === 0 ? html`<p class="card">Trong kỳ chưa có nhóm vướng mắc nào. Câu mới được gom mỗi giờ; bấm “Gom các câu mới” để gom ngay.</p>` : table('Nhóm vướng mắc', columns, gaps)}`;
}

/** Questions more or fewer than in the period before; a group that was not there yet is new. */
function change(gap: CountedGap): Html | string {
  if (gap.before === 0) return html`<span class="note">mới</span>`;
  return trend(gap) || html`<span class="note">như cũ</span>`;
}

export interface GapPage {
  /** `open`: whoever looks may open the question. */
  readonly members: readonly (GapMember & { readonly open: boolean })[];
  readonly departments: readonly string[];
  readonly fields: readonly string[];
  readonly communeName: (slug: string) => string;
}

/** One group: what is to be done about it, and the questions it is made of. */
export function gapView(viewer: Viewer, gap: Gap, page: GapPage): Html {
  const newest = page.members.find((one) => one.open);
  return html`<p><a href="/quan-tri/vuong-mac">Về danh sách</a></p><p class="asked-quote">${gap.details.difficulty ?? gap.name}</p>
<div class="split"><div>${gapForm(viewer, gap, page)}</div>
<aside aria-label="Các câu trong nhóm"><section class="card"><h2>Các câu trong nhóm</h2><ul class="plain-list">${page.members.map(
    (m) =>
      html`<li>${m.open ? html`<a href="/quan-tri/cau-hoi/${m.id}">${m.question.slice(0, 200)}</a>` : m.question.slice(0, 200)}<br><span class="note">${formatInstant(m.askedAt)}${m.commune ? html`, ${page.communeName(m.commune)}` : ''}</span></li>`,
  )}</ul></section>
${newest ? html`<section class="card"><h2>Xử lý</h2><p><a class="button quiet" href="/quan-tri/tra-loi-chuan/moi?cau-hoi=${newest.id}">Viết trả lời chuẩn</a></p><p><a href="/tai-lieu/nap">Nạp văn bản hướng dẫn</a></p></section>` : ''}</aside></div>`;
}

/** The field that most of its questions have, as a first guess to be confirmed. */
function commonField(members: GapPage['members']): string | undefined {
  const counts = new Map<string, number>();
  for (const { field } of members) if (field) counts.set(field, (counts.get(field) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function gapForm(viewer: Viewer, gap: Gap, { departments, fields, members }: GapPage): Html {
  const d = gap.details;
  return html`<form class="card stack" method="post" action="/quan-tri/vuong-mac/${gap.id}">${csrfField(viewer)}
${select('action', 'Tình trạng xử lý', options(GAP_ACTION_WORDS), gap.action)}
${textField('field', 'Lĩnh vực', d.field ?? commonField(members), { offered: fields })}
${areaField('difficulty', 'Vướng mắc', d.difficulty ?? gap.name, { rows: 2 })}
${textField('provisions', 'Điều khoản', d.provisions, { maxlength: 500 })}
${select('cause', 'Nguyên nhân', options(GAP_CAUSE_WORDS), d.cause, 'Chưa rõ')}
${areaField('proposal', 'Kiến nghị', d.proposal, { rows: 2 })}
${select('level', 'Cấp có thẩm quyền giải quyết', options(GAP_LEVEL_WORDS), d.level, 'Chưa rõ')}
${textField('lead', 'Cơ quan chủ trì (nơi cần ban hành hướng dẫn)', d.lead, { offered: departments })}
${textField('due', 'Hạn', d.due, { type: 'date' })}
<button>Lưu</button></form>`;
}
