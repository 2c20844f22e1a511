import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { DialogueError } from '../dialogue/errors.ts';
import type { SavedSubscription } from '../dialogue/push/model.ts';
import { type PushDeps, subscribe, unsubscribe } from '../dialogue/push/push.ts';
import { assetPath } from './assets.ts';
import { field } from './chat/input.ts';
import { type WebEnv, WebError } from './context.ts';
import type { PushParts } from './deps.ts';
import { formOf } from './session.ts';
import { formatInstant } from './text.ts';
import { csrfField, type Html, type Viewer } from './view/layout.ts';

type Deps = Omit<PushDeps, 'push' | 'allowed'>;

/** A browser subscribes by script; forgetting it is an ordinary form. */
export function pushRoutes(deps: Deps, { store, allowed }: PushParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const parts: PushDeps = { ...deps, push: store, ...(allowed && { allowed }) };

  app.post('/thong-bao-day', async (c) => {
    const form = await formOf(c);
    const [endpoint, p256dh, auth] = ['endpoint', 'p256dh', 'auth'].map((name) => field(form, name)) as [
      string,
      string,
      string,
    ];
    const userAgent = c.req.header('User-Agent')?.slice(0, 200);
    const person = c.get('person').id;
    try {
      await subscribe(parts, { person, endpoint, p256dh, auth, ...(userAgent && { userAgent }) });
    } catch (error) {
      if (!(error instanceof DialogueError) || error.code !== 'invalid') throw error;
      throw new WebError(422, 'Trình duyệt này dùng dịch vụ thông báo mà trợ lý chưa hỗ trợ.');
    }
    return c.redirect('/tai-khoan#thong-bao-day', 303);
  });

  app.post('/thong-bao-day/tat/:key', async (c) => {
    const person = c.get('person').id;
    const found = (await store.of(person)).find((one) => keyOf(one) === c.req.param('key'));
    if (found) await unsubscribe(parts, person, found.endpoint);
    return c.redirect('/tai-khoan#thong-bao-day', 303);
  });

  return app;
}

/** Names a subscription in an address without telling its endpoint, which is a secret. */
function keyOf({ endpoint }: Pick<SavedSubscription, 'endpoint'>): string {
  return createHash('sha256').update(endpoint).digest('hex').slice(0, 32);
}

/** Says what is on; app.js shows the button, or why there is none. */
export function pushSection(
  viewer: Viewer,
  publicKey: string,
  subscriptions: readonly SavedSubscription[],
): Html {
  return html`<h2 id="thong-bao-day">Thông báo trên thiết bị</h2>
<section class="card"><p>Khi có trả lời của chuyên viên, việc được giao hoặc đính chính, trình duyệt hiện một dòng báo. Nội dung câu hỏi và dữ liệu cá nhân không nằm trong thông báo.</p>
<form method="post" action="/thong-bao-day" data-push="${publicKey}" data-known="${subscriptions.map(keyOf).join(' ')}">${csrfField(viewer)}
<p data-push-words role="status">Để bật, trình duyệt cần chạy được JavaScript. Anh/chị vẫn xem được mọi thông báo ở trang <a href="/thong-bao">Thông báo</a>.</p>
<button hidden>Bật thông báo trên thiết bị này</button></form>
${subscriptions.length === 0 ? html`<p class="note">Chưa có thiết bị nào bật thông báo.</p>` : ''}
<ul class="rows">${subscriptions.map(
    (
      one,
    ) => html`<li><p>${one.userAgent ?? 'Thiết bị'} <span class="note">bật lúc ${formatInstant(one.createdAt)}</span></p>
<form method="post" action="/thong-bao-day/tat/${keyOf(one)}">${csrfField(viewer)}<button class="quiet">Tắt thông báo trên thiết bị này</button></form></li>`,
  )}</ul></section><script src="${assetPath('push.js')}" defer></script>`;
}
