import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { HTTPException } from 'hono/http-exception';
import { DialogueError } from '../dialogue/errors.ts';
import type { RefusalCode } from '../dialogue/words.ts';
import { accountRoutes } from './account.ts';
import { deskRoutes } from './admin/routes.ts';
import { assetRoutes } from './assets.ts';
import { chatRoutes } from './chat/routes.ts';
import type { WebContext, WebEnv } from './context.ts';
import { routeOf, WebError } from './context.ts';
import { dataRequestRoutes } from './data-requests.ts';
import { communeRoutes } from './delegations.ts';
import type { WebDeps } from './deps.ts';
import { followingRoutes } from './following.ts';
import { invitationPages } from './invitation.ts';
import { createMetrics } from './metrics.ts';
import { noticeRoutes } from './notices.ts';
import { originalRoutes } from './originals.ts';
import { ownDataRoutes } from './own-data.ts';
import { pushRoutes } from './push.ts';
import { createRateLimiter } from './rate-limit.ts';
import { formLimit, sameOriginOnly, securityHeaders } from './security.ts';
import { createSessions, csrfProtected } from './session.ts';
import { FAILURE_WINDOW_MS, FAILURES_ALLOWED, howToSignIn, signinRoutes } from './signin.ts';
import { isUpload, uploadGuard, uploadRoutes } from './uploads/routes.ts';
import { alertFragment, messagePage, type PageOptions } from './view/layout.ts';

/**
 * The whole web as one Hono app: public pages (sign-in, static files, offline notice, health) first, then
 * everything else behind a session and a CSRF token. Serve `app.fetch` with @hono/node-server.
 */
export function createWeb(deps: WebDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const sessions = createSessions(deps);
  const metrics = createMetrics(deps);
  const failures = createRateLimiter({ limit: FAILURES_ALLOWED, windowMs: FAILURE_WINDOW_MS }, deps.now);

  app.use(async (c, next) => {
    c.set('traceId', randomBytes(6).toString('hex'));
    await next();
  });
  app.use(metrics.measured);
  app.use(securityHeaders(deps.publicUrl?.protocol === 'https:'));
  app.onError((error, c) => failure(deps, error, c));
  app.notFound((c) => refusal(c, 404, 'Không có trang này.'));

  app.route('/', assetRoutes());
  app.get('/ngoai-tuyen', (c) => c.html(offlinePage()));
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    const reason = await deps.notReady?.().catch((error: unknown) => {
      deps.log.error({ err: error }, 'readiness could not be told');
      return 'database does not answer';
    });
    return reason === undefined ? c.text('ready') : c.text(reason, 503);
  });
  app.get('/metrics', async (c) => {
    const { body, contentType } = await metrics.scrape();
    return c.body(body, 200, { 'Content-Type': contentType });
  });

  app.use(sameOriginOnly(deps.publicUrl));
  const small = formLimit();
  app.use((c, next) => (isUpload(c) ? next() : small(c, next)));
  app.route('/', signinRoutes(deps, sessions, failures));
  app.route('/', invitationPages(deps, sessions, failures));

  app.use(sessions.required(signedOut));
  app.use(uploadGuard);
  app.use(csrfProtected);
  app.route('/', chatRoutes(deps));
  app.route('/', accountRoutes(deps, sessions));
  app.route('/', noticeRoutes(deps));
  if (deps.digest) app.route('/', followingRoutes(deps.digest));
  app.route('/', ownDataRoutes(deps));
  if (deps.push) app.route('/', pushRoutes(deps, deps.push));
  if (deps.commune) app.route('/', communeRoutes(deps, deps.commune));
  if (deps.admin) {
    app.route('/', dataRequestRoutes({ ...deps, ...deps.admin }));
    app.route('/quan-tri', deskRoutes({ ...deps, ...deps.admin }));
    app.route('/', uploadRoutes(deps.admin, deps.settings));
    app.route('/', originalRoutes(deps.admin));
  }
  return app;
}

function signedOut(c: WebContext) {
  if (c.req.method === 'GET' && c.req.path === '/') return c.redirect('/dang-nhap', 303);
  if (c.req.header('X-Requested-With') === 'fetch') {
    return c.html(alertFragment('Phiên đăng nhập đã hết. Anh/chị đăng nhập lại rồi hỏi tiếp.'), 401);
  }
  return c.html(howToSignIn(), 401);
}

function offlinePage() {
  return messagePage({ title: 'Không có mạng' }, [
    'Máy đang không kết nối được với trợ lý. Câu hỏi chưa được gửi; anh/chị thử lại khi có mạng.',
  ]);
}

const REFUSAL_STATUS: Readonly<Record<RefusalCode, number>> = {
  not_active: 403,
  not_allowed: 403,
  unknown: 404,
  already_taken: 409,
  already_done: 409,
  bad_invitation: 422,
  invalid: 422,
};

function failure(deps: WebDeps, error: Error, c: WebContext) {
  if (error instanceof WebError) return refusal(c, error.status, error.message);
  if (error instanceof DialogueError) return refusal(c, REFUSAL_STATUS[error.code], error.forPeople);
  if (error instanceof HTTPException) return refusal(c, error.status, 'Yêu cầu không hợp lệ.');
  const traceId = c.get('traceId');
  deps.log.error({ traceId, route: routeOf(c), err: error }, 'web request failed');
  return refusal(
    c,
    500,
    `Hệ thống gặp lỗi, việc này chưa thực hiện được. Anh/chị thử lại; nếu vẫn lỗi, báo quản trị hệ thống. Mã tham chiếu: ${traceId}.`,
  );
}

function refusal(c: WebContext, status: number, message: string) {
  const code = status as 400 | 500;
  if (c.req.header('X-Requested-With') === 'fetch') return c.html(alertFragment(message), code);
  const title =
    status === 404 ? 'Không tìm thấy' : status === 403 ? 'Không được phép' : 'Chưa thực hiện được';
  return c.html(messagePage({ title, ...whoever(c) }, [message], wayBack(c)), code);
}

/** Navigation for whoever is signed in; errors before the session is known have none. */
function whoever(c: WebContext): Pick<PageOptions, 'viewer'> {
  const [person, session] = [c.get('person'), c.get('session')] as const;
  return person && session ? { viewer: { person, session } } : {};
}

function wayBack(c: WebContext) {
  return c.req.path.startsWith('/quan-tri/') && c.get('person')
    ? html`<p><a href="/quan-tri">Về trang quản trị</a></p>`
    : undefined;
}
