import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type Action, may } from '../dialogue/access.ts';
import type { Person, Role, WebSession } from '../dialogue/model.ts';
import { hashToken, newToken } from '../dialogue/signin.ts';
import type { WebContext, WebEnv } from './context.ts';
import { WebError } from './context.ts';
import type { WebDeps } from './deps.ts';
import { sameSecret } from './security.ts';

const HOUR_MS = 3_600_000;
/** An official's phone stays signed in for a month; whoever can change things signs in every working day. */
const OFFICIAL_SESSION_MS = 30 * 24 * HOUR_MS;
const STAFF_SESSION_MS = 12 * HOUR_MS;
const STAFF_ROLES: readonly Role[] = ['staff', 'approver', 'admin'];

export interface Sessions {
  /** Starts a fresh session (never reuses an id the browser brought) and sets its cookie. */
  start(c: WebContext, person: Person): Promise<void>;
  /** Ends the session of this browser, if any. */
  end(c: WebContext): Promise<void>;
  /** Puts `person` and `session` into the context, or answers with `signedOut`. */
  required(signedOut: (c: WebContext) => Response | Promise<Response>): MiddlewareHandler<WebEnv>;
}

const lifeFor = ({ roles }: Person): number =>
  roles.some((role) => STAFF_ROLES.includes(role)) ? STAFF_SESSION_MS : OFFICIAL_SESSION_MS;

/** Whoever was given a role that changes things after signing in signs in again within its time, too. */
function isOver({ createdAt, expiresAt }: WebSession, person: Person, now: Date): boolean {
  return expiresAt <= now.toISOString() || Date.parse(createdAt) + lifeFor(person) <= now.getTime();
}

export function createSessions(deps: Pick<WebDeps, 'signin' | 'people' | 'now' | 'publicUrl'>): Sessions {
  const secure = deps.publicUrl?.protocol === 'https:';
  // The __Host- prefix makes browsers refuse the cookie from a neighbouring host; it needs Secure.
  const name = secure ? '__Host-tlcx' : 'tlcx';

  async function current(c: WebContext): Promise<{ person: Person; session: WebSession } | undefined> {
    const token = getCookie(c, name);
    if (!token) return undefined;
    const session = await deps.signin.session(hashToken(token));
    if (!session) return undefined;
    const person = await deps.people.person(session.person);
    if (person?.status === 'active' && !isOver(session, person, deps.now())) return { person, session };
    await deps.signin.endSession(session.idHash);
    return undefined;
  }

  return {
    async start(c, person) {
      const before = getCookie(c, name);
      if (before) await deps.signin.endSession(hashToken(before));
      const token = newToken();
      const life = lifeFor(person);
      const now = deps.now();
      const userAgent = c.req.header('User-Agent')?.slice(0, 200);
      await deps.signin.saveSession({
        idHash: hashToken(token),
        person: person.id,
        csrf: newToken(),
        createdAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + life).toISOString(),
        ...(userAgent !== undefined && { userAgent }),
      });
      setCookie(c, name, token, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: life / 1000 });
    },

    async end(c) {
      const token = getCookie(c, name);
      if (token) await deps.signin.endSession(hashToken(token));
      deleteCookie(c, name, { path: '/', secure });
    },

    required: (signedOut) => async (c, next) => {
      const found = await current(c);
      if (!found) return signedOut(c);
      c.set('person', found.person);
      c.set('session', found.session);
      return next();
    },
  };
}

/** Every state-changing request carries the session's token in `_csrf`; runs after `required`. */
export const csrfProtected: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const sent = (await formOf(c)).get('_csrf');
    if (typeof sent !== 'string' || !sameSecret(sent, c.get('session').csrf)) {
      throw new WebError(403, 'Trang đã mở quá lâu hoặc phiên đã đổi. Anh/chị tải lại trang rồi thử lại.');
    }
  }
  await next();
};

/** The posted form; Hono keeps the parsed body, so that reading it twice costs nothing. */
export async function formOf(c: WebContext): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch (error) {
    if (error instanceof WebError) throw error;
    throw new WebError(400, 'Biểu mẫu gửi lên không đọc được. Anh/chị tải lại trang rồi thử lại.');
  }
}

/** Closed by default: a page names what its visitor must be allowed to do. */
export function allow(...actions: readonly Action[]): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (!actions.some((action) => may(c.get('person'), action))) {
      throw new WebError(403, 'Anh/chị chưa được giao quyền mở trang này.');
    }
    await next();
  };
}
