import type { Context } from 'hono';
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

/** A refusal with words for the person; the error handler turns it into a page or a fragment. */
export class WebError extends Error {
  readonly status: 400 | 403 | 404 | 409 | 413 | 422 | 429 | 503;

  constructor(status: WebError['status'], message: string) {
    super(message);
    this.name = 'WebError';
    this.status = status;
  }
}
