import { Hono } from 'hono';
import { html } from 'hono/html';
import {
  type CalendarChange,
  CHANGE_KINDS,
  calendarChanges,
  changeCalendarDay,
  dropCalendarChange,
  mergedDays,
  parseChange,
} from '../../dialogue/review/calendar.ts';
import type { CalendarDay } from '../../legal/calendar/calendar-days.ts';
import { dayInVietnam } from '../../legal/calendar/today.ts';
import { field, refusalOf, typedIn } from '../chat/input.ts';
import { type WebContext, type WebEnv, WebError } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formOf } from '../session.ts';
import { formatDate } from '../text.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import {
  type Column,
  options,
  type RefusedForm,
  refusedView,
  select,
  shown,
  table,
  textField,
} from '../view/table.ts';
import { deskPage, viewerOf } from './nav.ts';

const PATH = '/quan-tri/cai-dat/lich-nghi';

const KIND_WORDS: Readonly<Record<CalendarChange['kind'], string>> = {
  holiday: 'Ngày nghỉ',
  swapped_off: 'Nghỉ hoán đổi',
  swapped_on: 'Làm bù',
  usual: 'Ngày thường',
};

/** Days off and days made up for: what deadlines are counted by. */
export function calendarRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  async function show(c: WebContext, at: Pick<CalendarView, 'chosen' | 'refused'>) {
    const changes = await calendarChanges(deps.settings);
    const body = listView(viewerOf(c), { ...at, changes, year: dayInVietnam(deps.now()).slice(0, 4) });
    const page = deskPage(viewerOf(c), 'settings', 'Lịch nghỉ, làm bù', body);
    return c.html(page, at.refused ? 422 : 200);
  }

  app.get('/cai-dat/lich-nghi', (c) => show(c, { chosen: c.req.query('ngay') }));

  app.post('/cai-dat/lich-nghi', async (c) => {
    const form = await formOf(c);
    try {
      await changeCalendarDay(deps, c.get('person').id, posted(form));
    } catch (error) {
      const refused = { typed: typedIn(form), reason: refusalOf(error) };
      return show(c, { chosen: field(form, 'date'), refused });
    }
    return c.redirect(PATH, 303);
  });

  app.post('/cai-dat/lich-nghi/bo', async (c) => {
    await dropCalendarChange(deps, c.get('person').id, field(await formOf(c), 'date'));
    return c.redirect(PATH, 303);
  });

  return app;
}

function posted(form: FormData): CalendarChange {
  const text = (name: string) => field(form, name).trim();
  const change = parseChange({
    date: text('date'),
    kind: text('kind'),
    name: text('name'),
    source: text('source'),
    confirmed: text('confirmed') === 'yes',
  });
  if (!change?.name || !change.source)
    throw new WebError(422, 'Anh/chị chọn ngày, loại ngày và điền tên ngày, căn cứ.');
  return change;
}

interface CalendarView {
  readonly changes: readonly CalendarChange[];
  readonly chosen: string | undefined;
  /** Days before this year are not listed. */
  readonly year: string;
  readonly refused?: RefusedForm;
}

function listView(viewer: Viewer, { changes, chosen, year, refused }: CalendarView): Html {
  const changed = new Set(changes.map((one) => one.date));
  const rows: (CalendarDay | CalendarChange)[] = [
    ...mergedDays(changes),
    ...changes.filter((one) => one.kind === 'usual'),
  ]
    .filter((day) => day.date >= year)
    .sort((a, b) => a.date.localeCompare(b.date));
  const columns: Column<CalendarDay | CalendarChange>[] = [
    {
      head: 'Ngày',
      cell: (d) => html`<a class="nowrap" href="${PATH}?ngay=${d.date}#sua">${formatDate(d.date)}</a>`,
    },
    { head: 'Loại', cell: (d) => KIND_WORDS[d.kind] },
    { head: 'Tên', cell: (d) => d.name },
    { head: 'Căn cứ', cell: (d) => d.source },
    {
      head: 'Tình trạng',
      cell: (d) =>
        html`<span class="badge ${d.confirmed ? 'ok' : 'warn'}">${d.confirmed ? 'Đã xác nhận' : 'Chưa xác nhận'}</span>`,
    },
    {
      head: 'Nguồn',
      cell: (d) => (changed.has(d.date) ? html`Quản trị nhập ${dropForm(viewer, d.date)}` : 'Có sẵn'),
    },
  ];
  const day = rows.find((one) => one.date === chosen);
  return html`<p><a href="/quan-tri/cai-dat">Về cài đặt</a></p>
${refusedView(refused)}
<p class="note">Thứ Bảy, Chủ nhật là ngày nghỉ. Hạn trả kết quả được tính theo bảng này; hạn đi qua ngày chưa xác nhận được ghi rõ là có thể thay đổi.</p>
${table('Ngày nghỉ, ngày làm bù', columns, rows)}
<h2 id="sua">${day ? `Sửa ngày ${formatDate(day.date)}` : 'Thêm ngày'}</h2>
<form class="card stack" method="post" action="${PATH}">${csrfField(viewer)}
${textField('date', 'Ngày', chosen, { type: 'date', required: true })}
${select('kind', 'Loại', options(Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, KIND_WORDS[kind]]))), shown(refused, 'kind', day?.kind))}
${textField('name', 'Tên', shown(refused, 'name', day?.name), { required: true })}
${textField('source', 'Căn cứ (số, ngày văn bản)', shown(refused, 'source', day?.source), { required: true })}
${select(
  'confirmed',
  'Tình trạng',
  [
    { value: 'yes', words: 'Đã xác nhận (có văn bản chính thức)' },
    { value: 'no', words: 'Chưa xác nhận' },
  ],
  shown(refused, 'confirmed', day === undefined || day.confirmed ? 'yes' : 'no'),
)}
<button>Lưu</button></form>`;
}

function dropForm(viewer: Viewer, date: string): Html {
  return html`<form class="inline" method="post" action="${PATH}/bo">${csrfField(viewer)}<input type="hidden" name="date" value="${date}"><button class="quiet" aria-label="Bỏ sửa ngày ${formatDate(date)}">Bỏ sửa</button></form>`;
}
