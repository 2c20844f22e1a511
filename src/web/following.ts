import { Hono } from 'hono';
import { html } from 'hono/html';
import { type DigestDeps, follow, following, unfollow } from '../dialogue/changes/digest.ts';
import { field } from './chat/input.ts';
import type { WebEnv } from './context.ts';
import { formOf } from './session.ts';
import { csrfField, type Html, page, type Viewer } from './view/layout.ts';

/** The fields a person follows: one digest a day when there is new guidance in them. */
export function followingRoutes(digest: DigestDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/theo-doi', async (c) => {
    const viewer = { person: c.get('person'), session: c.get('session') };
    const own = await following(digest, viewer.person.id);
    return c.html(followingPage(viewer, own, await digest.subscriptions.fields()));
  });
  for (const [path, change] of [
    ['them', follow],
    ['bo', unfollow],
  ] as const) {
    app.post(`/theo-doi/${path}`, async (c) => {
      await change(digest, c.get('person').id, field(await formOf(c), 'field'));
      return c.redirect('/theo-doi', 303);
    });
  }
  return app;
}

function followingPage(viewer: Viewer, own: readonly string[], fields: readonly string[]): Html {
  const open = fields.filter((name) => !own.includes(name));
  return page(
    { title: 'Theo dõi lĩnh vực', at: '/theo-doi', viewer },
    html`<h1>Theo dõi lĩnh vực</h1>
<p>Ngày nào có hướng dẫn mới trong các lĩnh vực đang theo dõi, anh/chị nhận một tin tóm tắt qua Telegram và ở mục <a href="/thong-bao">Thông báo</a>; ngày không có thì không gửi.</p>
${own.length === 0 ? html`<p class="card">Anh/chị chưa theo dõi lĩnh vực nào.</p>` : ''}
<ul class="rows">${own.map(
      (name) =>
        html`<li class="card"><form method="post" action="/theo-doi/bo">${csrfField(viewer)}<input type="hidden" name="field" value="${name}"><p>${name}</p><button class="quiet" aria-label="Thôi theo dõi ${name}">Thôi theo dõi</button></form></li>`,
    )}</ul>
${open.length === 0 ? '' : html`<form class="card stack" method="post" action="/theo-doi/them">${csrfField(viewer)}<div class="fld"><label for="field">Lĩnh vực</label><select id="field" name="field">${open.map((name) => html`<option>${name}</option>`)}</select></div><button>Theo dõi</button></form>`}`,
  );
}
