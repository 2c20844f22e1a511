import { Hono } from 'hono';
import { html } from 'hono/html';
import { type Person, type PersonId, type PersonStatus, ROLES, type Role } from '../../dialogue/model.ts';
import { departmentNames, rememberDepartment } from '../../dialogue/review/departments.ts';
import { changePerson, signinLinkFor } from '../../dialogue/review/people-admin.ts';
import { PERSON_STATUS_WORDS, ROLE_WORDS } from '../../dialogue/words.ts';
import { fold } from '../../legal/text.ts';
import { field, typedIn } from '../chat/input.ts';
import { type WebContext, type WebEnv, WebError } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formOf } from '../session.ts';
import { formatInstant } from '../text.ts';
import type { Html } from '../view/layout.ts';
import { type Column, options, type RefusedForm, select, table, textField } from '../view/table.ts';
import { auditSubjects } from './audit-subject.ts';
import { deskPage, viewerOf } from './nav.ts';
import { personView } from './person-view.ts';

const SHOWN = 200;

/** Why these roles cannot be given; the same limits as `changePerson`, in words for the form. */
function refusedRoles(roles: readonly Role[], own: boolean): string | undefined {
  if (roles.length === 0) return 'Anh/chị chọn ít nhất một vai trò.';
  if (own && !roles.includes('admin'))
    return 'Anh/chị không tự bỏ vai trò quản trị của mình; nhờ một quản trị khác.';
  return undefined;
}

/** Who may use the assistant, and as what. The waiting ones come first. */
export function peopleRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  async function person(c: WebContext): Promise<Person> {
    const found = await deps.people.person(c.req.param('id') as PersonId);
    if (!found) throw new WebError(404, 'Không có người này.');
    return found;
  }
  const back = (c: WebContext) =>
    c.redirect(`/quan-tri/nguoi-dung/${encodeURIComponent(c.req.param('id') ?? '')}`, 303);

  app.get('/nguoi-dung', async (c) => {
    const { status, role, text } = c.req.query();
    const wanted = fold(text ?? '').trim();
    const all = await deps.people.people({
      ...(status && Object.hasOwn(PERSON_STATUS_WORDS, status) && { status: status as PersonStatus }),
      ...(role && Object.hasOwn(ROLE_WORDS, role) && { role: role as Role }),
    });
    const rows = all
      .filter((one) =>
        fold(`${one.name} ${one.position ?? ''} ${deps.dialogue.communeName(one.commune)}`).includes(wanted),
      )
      .toSorted(
        (a, b) =>
          Number(b.status === 'pending') - Number(a.status === 'pending') ||
          a.name.localeCompare(b.name, 'vi'),
      );
    const { of } = await departmentNames(deps.settings);
    return c.html(deskPage(viewerOf(c), 'people', 'Người dùng', listView(deps, c.req.query(), rows, of)));
  });

  async function show(c: WebContext, one: Person, refused?: RefusedForm) {
    const [departments, sessions, audit, staff] = await Promise.all([
      departmentNames(deps.settings),
      deps.signin.sessions(one.id),
      deps.audit.entries({ by: one.id }, 20),
      deps.people.people({ status: 'active', role: 'staff' }),
    ]);
    const colleagues = staff.filter((other) => other.id !== one.id);
    const subjectOf = auditSubjects(deps);
    const done = await Promise.all(audit.map(async (e) => ({ ...e, about: await subjectOf(e) })));
    const detail = { departments, sessions, audit: done, colleagues, ...(refused && { refused }) };
    const page = deskPage(viewerOf(c), 'people', one.name, personView(viewerOf(c), deps, one, detail));
    return c.html(page, refused ? 422 : 200);
  }

  app.get('/nguoi-dung/:id', async (c) => show(c, await person(c)));

  app.post('/nguoi-dung/:id/duyet', async (c) => {
    const accept = field(await formOf(c), 'accept') === 'yes';
    await deps.dialogue.decide({ by: c.get('person').id, person: c.req.param('id') as PersonId, accept });
    return c.redirect('/quan-tri/nguoi-dung', 303);
  });

  app.post('/nguoi-dung/:id/tinh-trang', async (c) => {
    const to = field(await formOf(c), 'to');
    if (!Object.hasOwn(PERSON_STATUS_WORDS, to)) throw new WebError(422, 'Tình trạng không đúng.');
    await deps.dialogue.changeStatus({
      by: c.get('person').id,
      person: c.req.param('id') as PersonId,
      to: to as PersonStatus,
    });
    return back(c);
  });

  app.post('/nguoi-dung/:id', async (c) => {
    const one = await person(c);
    const form = await formOf(c);
    const text = (name: string) => field(form, name).trim().slice(0, 200);
    const [commune, position, standIn] = ['commune', 'position', 'standIn'].map(text) as [
      string,
      string,
      string,
    ];
    const roles = ROLES.filter((role) => form.getAll('roles').includes(role));
    const reason = refusedRoles(roles, one.id === c.get('person').id);
    if (reason !== undefined) return show(c, one, { typed: typedIn(form), reason });
    const department = await rememberDepartment(deps.settings, c.get('person').id, text('department'));
    const change = {
      roles,
      fields: field(form, 'fields')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .slice(0, 100),
      ...(commune && { commune }),
      ...(department && { department }),
      ...(position && { position }),
      ...(standIn && { standIn: standIn as PersonId }),
    };
    await changePerson(deps, { by: c.get('person').id, person: one.id, change });
    return back(c);
  });

  app.post('/nguoi-dung/:id/lien-ket', async (c) => {
    const one = await person(c);
    const path = await signinLinkFor(deps, { by: c.get('person').id, person: one.id });
    const link = deps.publicUrl ? new URL(path, deps.publicUrl).href : path;
    return c.html(deskPage(viewerOf(c), 'people', 'Liên kết đăng nhập', onceShown(one.name, link)));
  });

  return app;
}

function onceShown(name: string, link: string): Html {
  return html`<section class="card"><p>Gửi liên kết này cho <strong>${name}</strong> qua kênh riêng. Liên kết chỉ hiện một lần ở đây.</p>
<p class="code" tabindex="0">${link}</p></section>`;
}

function listView(
  deps: DeskDeps,
  query: Record<string, string>,
  rows: readonly Person[],
  departmentName: (slug: string | undefined) => string,
): Html {
  const columns: Column<Person>[] = [
    {
      head: 'Họ tên',
      title: true,
      cell: (p) => html`<a href="/quan-tri/nguoi-dung/${encodeURIComponent(p.id)}">${p.name}</a>`,
    },
    {
      head: 'Tình trạng',
      cell: (p) =>
        html`<span class="badge ${p.status === 'active' ? 'ok' : p.status === 'pending' ? 'warn' : 'bad'}">${PERSON_STATUS_WORDS[p.status]}</span>`,
    },
    { head: 'Vai trò', cell: (p) => p.roles.map((role) => ROLE_WORDS[role]).join(', ') },
    { head: 'Chức vụ', cell: (p) => p.position ?? '' },
    {
      head: 'Nơi công tác',
      cell: (p) => departmentName(p.department) || deps.dialogue.communeName(p.commune),
    },
    { head: 'Từ', whole: true, cell: (p) => formatInstant(p.createdAt) },
  ];
  return html`<form class="filters card" method="get" action="/quan-tri/nguoi-dung" role="search">
${textField('text', 'Tên, chức vụ, xã', query['text'], { type: 'search' })}
${select('status', 'Tình trạng', options(PERSON_STATUS_WORDS), query['status'], 'Tất cả')}
${select('role', 'Vai trò', options(ROLE_WORDS), query['role'], 'Tất cả')}
<div class="fld-go"><button>Lọc</button></div></form>
${table('Người dùng', columns, rows.slice(0, SHOWN))}
${rows.length > SHOWN ? html`<p class="note">Còn ${rows.length - SHOWN} người nữa; anh/chị lọc hẹp lại.</p>` : ''}`;
}
