import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Notice, NoticeKind } from '../dialogue/model.ts';
import type { WebEnv } from './context.ts';
import type { WebDeps } from './deps.ts';
import { formatInstant } from './text.ts';
import { type Html, page, type Viewer } from './view/layout.ts';

const SHOWN = 50;

/** What Telegram would have told the person: replies of specialists, access, overdue questions. */
export function noticeRoutes(deps: WebDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/thong-bao', async (c) => {
    const viewer = { person: c.get('person'), session: c.get('session') };
    const notices = await deps.notices.of(viewer.person.id, SHOWN);
    // Seen here is delivered: who has no Telegram would keep them waiting for ever.
    const now = deps.now().toISOString();
    for (const notice of notices) await deps.notices.delivered(notice.id, now);
    return c.html(noticePage(viewer, notices));
  });
  return app;
}

function noticePage(viewer: Viewer, notices: readonly Notice[]): Html {
  return page(
    { title: 'Thông báo', at: '/thong-bao', viewer },
    html`<h1>Thông báo</h1>
<p><a href="/theo-doi">Theo dõi lĩnh vực</a></p>
${notices.length === 0 ? html`<p class="card">Chưa có thông báo nào.</p>` : ''}
<ul class="rows">${notices.map(
      (
        notice,
      ) => html`<li class="card"><p class="note"><time datetime="${notice.createdAt}">${formatInstant(notice.createdAt)}</time></p>
<p class="pre">${notice.text}</p>${link(notice)}</li>`,
    )}</ul>`,
  );
}

/** Of those to whom a question was sent. */
const TO_ANSWER: ReadonlySet<NoticeKind> = new Set([
  'escalation_new',
  'escalation_reminder',
  'escalation_overdue',
]);

/** The page on which the notice can be acted upon. */
function link(notice: Notice): Html | '' {
  if (notice.kind === 'digest') return html`<p><a href="/theo-doi">Lĩnh vực đang theo dõi</a></p>`;
  if (notice.kind === 'answer_changed')
    return html`<p><a href="/cau-hoi/${encodeURIComponent(notice.subject)}">Mở câu trả lời cũ</a></p>`;
  if (TO_ANSWER.has(notice.kind))
    return html`<p><a href="/quan-tri/chuyen-vien">Mở danh sách câu hỏi</a></p>`;
  if (notice.kind === 'data_request_new')
    return html`<p><a href="/quan-tri/cai-dat/yeu-cau-du-lieu">Mở danh sách yêu cầu</a></p>`;
  if (notice.kind === 'data_request_answered')
    return html`<p><a href="/tai-khoan#yeu-cau-du-lieu">Mở tài khoản</a></p>`;
  if (notice.kind.startsWith('guidance_'))
    return html`<p><a href="/quan-tri/tra-loi-chuan#tl-${notice.subject}">Mở hướng dẫn</a></p>`;
  if (notice.kind.startsWith('upload_'))
    return html`<p><a href="/tai-lieu/nap/${encodeURIComponent(notice.subject)}">Mở tài liệu</a></p>`;
  if (notice.kind === 'access_requested')
    return html`<p><a href="/quan-tri/nguoi-dung?status=pending">Mở danh sách chờ duyệt</a></p>`;
  if (notice.kind.startsWith('escalation_') && notice.subject.startsWith('e-')) {
    return html`<p><a href="/cau-hoi/${encodeURIComponent(notice.subject.slice(2))}">Mở câu hỏi</a></p>`;
  }
  return '';
}
