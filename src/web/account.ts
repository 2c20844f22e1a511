import { Hono } from 'hono';
import { html } from 'hono/html';
import type { WebSession } from '../dialogue/model.ts';
import { ROLE_WORDS } from '../dialogue/words.ts';
import type { WebEnv } from './context.ts';
import { WebError } from './context.ts';
import { dataRequestSection } from './data-requests.ts';
import type { WebDeps } from './deps.ts';
import { pushSection } from './push.ts';
import type { Sessions } from './session.ts';
import { browserWords, formatInstant } from './text.ts';
import { csrfField, type Html, page, type Viewer } from './view/layout.ts';

/** The person's own account: who they are here, where they are signed in, sign out. */
export function accountRoutes(deps: WebDeps, sessions: Sessions): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.get('/tai-khoan', async (c) => {
    const viewer = { person: c.get('person'), session: c.get('session') };
    const now = deps.now().toISOString();
    const open = (await deps.signin.sessions(viewer.person.id)).filter((s) => s.expiresAt > now);
    const push =
      deps.push && pushSection(viewer, deps.push.publicKey, await deps.push.store.of(viewer.person.id));
    const requests = deps.admin?.dataRequests;
    const data = dataRequestSection(viewer, await requests?.list({ person: viewer.person.id }, 20));
    return c.html(accountPage(viewer, open, push ? [push, data] : [data]));
  });

  app.post('/dang-xuat', async (c) => {
    await sessions.end(c);
    return c.redirect('/dang-nhap', 303);
  });

  app.post('/phien/:id/thu-hoi', async (c) => {
    const person = c.get('person');
    const found = (await deps.signin.sessions(person.id)).find((s) => s.idHash === c.req.param('id'));
    if (!found) throw new WebError(404, 'Phiên này không còn.');
    await deps.signin.endSession(found.idHash);
    await deps.audit.write({
      at: deps.now().toISOString(),
      by: person.id,
      action: 'session.end',
      subject: person.id,
    });
    return c.redirect('/tai-khoan', 303);
  });

  return app;
}

function accountPage(viewer: Viewer, open: readonly WebSession[], more: readonly Html[]): Html {
  const { person, session } = viewer;
  return page(
    { title: 'Tài khoản', at: '/tai-khoan', viewer },
    html`<h1>Tài khoản</h1>
<section class="card"><dl class="facts"><dt>Họ tên</dt><dd>${person.name}</dd>
<dt>Vai trò</dt><dd>${person.roles.map((r) => ROLE_WORDS[r]).join(', ') || 'Chưa có'}</dd>
${person.position ? html`<dt>Chức vụ</dt><dd>${person.position}</dd>` : ''}
${person.fields.length > 0 ? html`<dt>Lĩnh vực</dt><dd>${person.fields.join(', ')}</dd>` : ''}</dl>
${person.commune || person.roles.includes('admin') ? html`<p><a href="/uy-quyen">Sổ ủy quyền ký</a></p>` : ''}
<form method="post" action="/dang-xuat">${csrfField(viewer)}<button>Đăng xuất</button></form></section>
${more}
<h2>Phiên đăng nhập đang mở</h2>
<ul class="rows">${open.map(
      (s) => html`<li class="card"><p><strong>${s.idHash === session.idHash ? 'Máy này' : 'Máy khác'}</strong>
<span class="note">${browserWords(s.userAgent)}</span></p>
<p class="note">Vào lúc ${formatInstant(s.createdAt)}, hết hạn ${formatInstant(s.expiresAt)}</p>
${s.idHash === session.idHash ? '' : html`<form method="post" action="/phien/${s.idHash}/thu-hoi">${csrfField(viewer)}<button class="quiet">Thu hồi phiên này<span class="sr">: ${browserWords(s.userAgent)}, ${formatInstant(s.createdAt)}</span></button></form>`}</li>`,
    )}</ul>`,
  );
}
