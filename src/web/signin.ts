import { Hono } from 'hono';
import { html } from 'hono/html';
import { hashToken } from '../dialogue/signin.ts';
import { MACHINE_NOTICE } from '../dialogue/words.ts';
import type { WebEnv } from './context.ts';
import { WebError } from './context.ts';
import type { WebDeps } from './deps.ts';
import type { RateLimiter } from './rate-limit.ts';
import { clientAddress } from './security.ts';
import type { Sessions } from './session.ts';
import { messagePage, page } from './view/layout.ts';

/** Wrong links and codes an address may try before it has to wait. */
export const FAILURES_ALLOWED = 10;
export const FAILURE_WINDOW_MS = 10 * 60_000;

/** Public pages: how to sign in, the one-button page of a one-time link, and the button's POST. */
export function signinRoutes(deps: WebDeps, sessions: Sessions, failures: RateLimiter): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.get('/dang-nhap', (c) => c.html(howToSignIn()));

  // Opening the link changes nothing: chat programs and mail scanners fetch links on their own.
  app.get('/dang-nhap/:token', (c) =>
    c.html(
      page(
        { title: 'Đăng nhập' },
        html`<section class="card message"><h1>Đăng nhập</h1>
<p>Bấm nút dưới đây để vào Trợ lý cấp xã trên máy này. Liên kết chỉ dùng được một lần.</p>
<form method="post" action="/dang-nhap/${encodeURIComponent(c.req.param('token'))}"><button class="big">Đăng nhập</button></form>
<p class="note">${MACHINE_NOTICE}</p></section>`,
      ),
    ),
  );

  app.post('/dang-nhap/:token', async (c) => {
    const address = clientAddress(c, deps.trustProxy);
    if (failures.exhausted(address)) {
      throw new WebError(429, 'Đã thử đăng nhập sai nhiều lần. Anh/chị chờ mười phút rồi thử lại.');
    }
    const now = deps.now().toISOString();
    const id = await deps.signin.useLink(hashToken(c.req.param('token')), now);
    const person = id && (await deps.people.person(id));
    if (person?.status !== 'active') {
      failures.count(address);
      return c.html(expiredLink(), 403);
    }
    await sessions.start(c, person);
    await deps.audit.write({ at: now, by: person.id, action: 'signin', subject: person.id });
    return c.redirect('/', 303);
  });

  return app;
}

export function howToSignIn() {
  return messagePage(
    { title: 'Đăng nhập' },
    [
      'Trợ lý dành cho cán bộ, công chức đã được cấp quyền. Không dùng mật khẩu: anh/chị vào bằng liên kết dùng một lần.',
      'Trên Telegram: gửi lệnh /quantri hoặc /web cho trợ lý để nhận liên kết.',
      'Không dùng được Telegram: đề nghị đầu mối của xã hoặc quản trị hệ thống gửi lời mời.',
      'Quản trị hệ thống trên máy chủ: chạy lệnh npm run -s signin-link.',
    ],
    html``,
  );
}

function expiredLink() {
  return messagePage(
    { title: 'Liên kết không dùng được' },
    ['Liên kết đăng nhập đã được dùng, đã hết hạn hoặc không đúng. Anh/chị lấy liên kết mới rồi thử lại.'],
    html`<p><a href="/dang-nhap">Cách lấy liên kết</a></p>`,
  );
}
