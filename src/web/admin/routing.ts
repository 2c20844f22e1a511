import { Hono } from 'hono';
import { html } from 'hono/html';
import type { FieldRoute, Person, PersonId } from '../../dialogue/model.ts';
import {
  type DepartmentNames,
  departmentNames,
  rememberDepartment,
} from '../../dialogue/review/departments.ts';
import { changeRoute } from '../../dialogue/review/routing.ts';
import {
  openSuggestions,
  type SuggestedRoute,
  suggestionFor,
} from '../../dialogue/review/suggested-routes.ts';
import { field, texts, typedIn } from '../chat/input.ts';
import type { WebContext, WebEnv } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formOf } from '../session.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import { type Column, type RefusedForm, refusedView, shown, table, textField } from '../view/table.ts';
import { deskPage, viewerOf } from './nav.ts';

/** Lĩnh vực → lead body → people: a field is not a department, so the table is kept by people. */
export function routingRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  async function show(c: WebContext, at: Pick<RoutingView, 'chosen' | 'refused'>) {
    const suggested = deps.suggestedRoutes ?? [];
    const [departments, routes, fields, staff] = await Promise.all([
      departmentNames(
        deps.settings,
        suggested.map((one) => one.department),
      ),
      deps.escalations.routes(),
      deps.desk.fields(),
      deps.people.people({ status: 'active', role: 'staff' }),
    ]);
    const view = listView(viewerOf(c), { ...at, departments, routes, fields, staff, suggested });
    const page = deskPage(viewerOf(c), 'settings', 'Lĩnh vực và cơ quan chủ trì', view);
    return c.html(page, at.refused ? 422 : 200);
  }

  app.get('/cai-dat/linh-vuc', (c) => show(c, { chosen: c.req.query('linh-vuc') }));

  app.post('/cai-dat/linh-vuc', async (c) => {
    const form = await formOf(c);
    const text = (name: string) => field(form, name).trim().slice(0, 200);
    const topic = text('field');
    const department = topic
      ? await rememberDepartment(deps.settings, c.get('person').id, text('department'))
      : undefined;
    if (!department) {
      const refused = { typed: typedIn(form), reason: 'Anh/chị điền lĩnh vực và cơ quan chủ trì.' };
      return show(c, { chosen: topic, refused });
    }
    const people = texts(form, 'people') as PersonId[];
    await changeRoute(deps, c.get('person').id, { field: topic, department, people });
    return c.redirect('/quan-tri/cai-dat/linh-vuc', 303);
  });

  return app;
}

interface RoutingView {
  readonly departments: DepartmentNames;
  readonly routes: readonly FieldRoute[];
  /** Fields that questions were asked about. */
  readonly fields: readonly string[];
  readonly staff: readonly Person[];
  readonly suggested: readonly SuggestedRoute[];
  readonly chosen: string | undefined;
  readonly refused?: RefusedForm;
}

function listView(
  viewer: Viewer,
  { departments, routes, fields, staff, suggested, chosen, refused }: RoutingView,
): Html {
  const names = new Map(staff.map((one) => [one.id, one.name]));
  const link = (name: string) =>
    html`<a href="/quan-tri/cai-dat/linh-vuc?linh-vuc=${encodeURIComponent(name)}">${name}</a>`;
  const columns: Column<FieldRoute>[] = [
    { head: 'Lĩnh vực', cell: (r) => link(r.field) },
    { head: 'Cơ quan chủ trì', cell: (r) => departments.of(r.department) },
    { head: 'Người trả lời', cell: (r) => r.people.map((id) => names.get(id) ?? id).join(', ') },
  ];
  const routed = new Set(routes.map((route) => route.field));
  const missing = fields.filter((name) => !routed.has(name));
  const route = routes.find((one) => one.field === chosen);
  const named = departments.of(route?.department);
  const ticked = refused ? refused.typed.get('people')?.split('\n') : route?.people;
  const hint = chosen === undefined ? undefined : suggestionFor(suggested, chosen);
  return html`<p><a href="/quan-tri/cai-dat">Về cài đặt</a></p>
${refusedView(refused)}
${missing.length > 0 ? html`<p class="alert">Lĩnh vực đã có câu hỏi mà chưa có cơ quan chủ trì:</p><ul>${missing.map((name) => html`<li>${link(name)}</li>`)}</ul>` : ''}
${table('Lĩnh vực và cơ quan chủ trì', columns, routes)}
<h2>${route ? 'Sửa' : 'Thêm'}</h2>
<form class="card stack" method="post" action="/quan-tri/cai-dat/linh-vuc">${csrfField(viewer)}
${textField('field', 'Lĩnh vực', chosen ?? '', { required: true })}
${textField('department', 'Cơ quan chủ trì', shown(refused, 'department', named || hint?.department), { required: true, offered: departments.all })}
${hint && !route ? html`<p class="note">Gợi ý từ tài liệu, chưa xác nhận; anh/chị đối chiếu phân công của thành phố trước khi lưu.</p>` : ''}
${staff.length > 0 ? html`<fieldset><legend>Người trả lời</legend>${staff.map((one) => html`<label class="radio"><input type="checkbox" name="people" value="${one.id}"${ticked?.some((id) => id === one.id) ? html` checked` : ''}> ${one.name}</label>`)}</fieldset>` : ''}
<button>Lưu</button></form>
${suggestions(viewer, openSuggestions(suggested, routes))}`;
}

/** Each can be taken over as it stands or changed in the form first. */
function suggestions(viewer: Viewer, open: readonly SuggestedRoute[]): Html | '' {
  if (open.length === 0) return '';
  const columns: Column<SuggestedRoute>[] = [
    {
      head: 'Lĩnh vực',
      cell: (s) =>
        html`<a href="/quan-tri/cai-dat/linh-vuc?linh-vuc=${encodeURIComponent(s.field)}">${s.field}</a>`,
    },
    { head: 'Cơ quan', cell: (s) => s.department },
    { head: 'Tình trạng', cell: () => html`<span class="badge warn">Chưa xác nhận</span>` },
    {
      head: '',
      cell: (s) =>
        html`<form method="post" action="/quan-tri/cai-dat/linh-vuc">${csrfField(viewer)}<input type="hidden" name="field" value="${s.field}"><input type="hidden" name="department" value="${s.department}"><button class="quiet" aria-label="Xác nhận ${s.field}: ${s.department}">Xác nhận</button></form>`,
    },
  ];
  return html`<h2>Gợi ý, chưa xác nhận</h2>
<p class="note">Lấy từ tài liệu “Lĩnh vực nào hỏi sở nào”. Chưa xác nhận thì chưa dùng để chuyển câu hỏi.</p>
${table('Gợi ý cơ quan chủ trì', columns, open)}`;
}
