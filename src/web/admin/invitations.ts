import { Hono } from 'hono';
import { html } from 'hono/html';
import { ROLES, type Role } from '../../dialogue/model.ts';
import {
  type DepartmentNames,
  departmentNames,
  rememberDepartment,
} from '../../dialogue/review/departments.ts';
import { ROLE_WORDS } from '../../dialogue/words.ts';
import { field } from '../chat/input.ts';
import { type WebEnv, WebError } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formOf } from '../session.ts';
import { formatInstant } from '../text.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import { options, select, textField } from '../view/table.ts';
import { deskPage, viewerOf } from './nav.ts';
import { communeField } from './person-view.ts';

/** Invitations: administrators invite anybody, a commune's focal person its officials. */
export function invitationRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.get('/loi-moi', async (c) => {
    const names = await departmentNames(deps.settings);
    return c.html(deskPage(viewerOf(c), 'invitations', 'Lời mời', form(deps, viewerOf(c), names)));
  });

  app.post('/loi-moi', async (c) => {
    const posted = await formOf(c);
    const by = c.get('person');
    const admin = by.roles.includes('admin');
    const role = admin ? field(posted, 'role') : 'official';
    if (!(ROLES as readonly string[]).includes(role)) throw new WebError(422, 'Anh/chị chọn vai trò.');
    const commune = admin ? field(posted, 'commune').trim() : (by.commune ?? '');
    const department = admin && (await rememberDepartment(deps.settings, by.id, field(posted, 'department')));
    const invitation = await deps.dialogue.invite({
      by: by.id,
      roles: [role as Role],
      uses: Number(field(posted, 'uses')),
      days: Number(field(posted, 'days')),
      ...(commune && { commune }),
      ...(department && { department }),
    });
    const path = `/moi/${invitation.code}`;
    const link = deps.publicUrl ? new URL(path, deps.publicUrl).href : path;
    const body = html`<section class="card"><p>Gửi liên kết này cho người được mời qua kênh riêng. Liên kết chỉ hiện một lần ở đây, dùng được ${invitation.usesLeft} lượt, đến ${formatInstant(invitation.expiresAt)}.</p>
<p class="code" tabindex="0">${link}</p></section><p><a href="/quan-tri/loi-moi">Tạo lời mời khác</a></p>`;
    return c.html(deskPage(viewerOf(c), 'invitations', 'Lời mời đã tạo', body));
  });

  return app;
}

function form(deps: DeskDeps, viewer: Viewer, names: DepartmentNames): Html {
  const admin = viewer.person.roles.includes('admin');
  return html`<form class="card stack" method="post" action="/quan-tri/loi-moi">${csrfField(viewer)}
${
  admin
    ? html`${select('role', 'Vai trò', options(ROLE_WORDS), 'official')}${communeField(deps)}${textField('department', 'Cơ quan (sở, ngành)', '', { offered: names.all })}`
    : html`<p>Mời cán bộ, công chức của ${deps.dialogue.communeName(viewer.person.commune)}.</p>`
}
${textField('uses', 'Số người dùng được', '1', { type: 'number' })}
${textField('days', 'Số ngày có hiệu lực', '7', { type: 'number' })}
<button>Tạo lời mời</button></form>`;
}
