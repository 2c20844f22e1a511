import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Person, WebSession } from '../dialogue/model.ts';

/** What middleware leaves for handlers. */
export interface WebEnv {
  Variables: {
    traceId: string;
    person: Person;
    session: WebSession;
  };
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } };
}

export type WebContext = Context<WebEnv>;

/**
 * Pattern of the handler, not of the middleware around it; "other" for what no handler matches. What is logged or counted
 * names this and never the path, which holds ids and the tokens of sign-in links.
 */
export function routeOf(c: WebContext): string {
  return matchedRoutes(c).findLast((route) => !route.path.includes('*'))?.path ?? 'other';
}

/** A refusal with words for the person; the error handler turns it into a page or a fragment. */
export class WebError extends Error {
  readonly status: 400 | 403 | 404 | 409 | 413 | 422 | 429 | 503;

  constructor(status: WebError['status'], message: string) {
    super(message);
    this.name = 'WebError';
    this.status = status;
  }
}
