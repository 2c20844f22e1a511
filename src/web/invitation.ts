import { Hono } from 'hono';
import { html } from 'hono/html';
import { joinByInvitation } from '../dialogue/review/people-admin.ts';
import { MACHINE_NOTICE } from '../dialogue/words.ts';
import { field } from './chat/input.ts';
import type { WebEnv } from './context.ts';
import { WebError } from './context.ts';
import type { WebDeps } from './deps.ts';
import type { RateLimiter } from './rate-limit.ts';
import { clientAddress } from './security.ts';
import { formOf, type Sessions } from './session.ts';
import { page } from './view/layout.ts';
import { textField } from './view/table.ts';

/** Joining by invitation, for those who cannot use Telegram. Opening the link uses nothing up. */
export function invitationPages(deps: WebDeps, sessions: Sessions, failures: RateLimiter): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.get('/moi/:code', (c) =>
    c.html(
      page(
        { title: 'Nhận lời mời' },
        html`<section class="card message"><h1>Nhận lời mời</h1><p>Anh/chị được mời dùng Trợ lý cấp xã. Xin cho biết họ tên và chức vụ.</p>
<form class="stack" method="post" action="/moi/${encodeURIComponent(c.req.param('code'))}">
${textField('name', 'Họ và tên', '', { required: true, maxlength: 120 })}${textField('position', 'Chức vụ', '')}
<button class="big">Bắt đầu dùng</button></form><p class="note">${MACHINE_NOTICE}</p></section>`,
      ),
    ),
  );

  app.post('/moi/:code', async (c) => {
    const address = clientAddress(c, deps.trustProxy);
    if (failures.exhausted(address))
      throw new WebError(429, 'Đã thử sai nhiều lần. Anh/chị chờ mười phút rồi thử lại.');
    const form = await formOf(c);
    const name = field(form, 'name').trim();
    if (!/\p{L}/u.test(name)) throw new WebError(422, 'Anh/chị nhập họ và tên.');
    try {
      const person = await joinByInvitation(deps, {
        code: c.req.param('code'),
        name,
        position: field(form, 'position'),
      });
      await sessions.start(c, person);
    } catch (error) {
      failures.count(address);
      throw error;
    }
    return c.redirect('/', 303);
  });

  return app;
}
