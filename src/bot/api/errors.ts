import { GrammyError, HttpError } from 'grammy';

/** What an error of the Bot API means for the update being handled. */
export type ApiFailure =
  /** The person blocked the bot or is gone: nothing more can be done, and it is nobody's fault. */
  | 'unreachable'
  /** Telegram said no and will say no again. */
  | 'refused'
  /** Network, overload, outage, a busy database: try again later. */
  | 'passing'
  /** Not an error of the Bot API at all. */
  | 'ours';

export function classify(error: unknown): ApiFailure {
  if (error instanceof HttpError) return 'passing';
  // Another process holds the database (a large ingestion); it will let go.
  if (/^SQLITE_(?:BUSY|LOCKED)/.test(String((error as { code?: unknown } | null)?.code))) return 'passing';
  if (!(error instanceof GrammyError)) return 'ours';
  if (error.error_code === 403 || UNREACHABLE.test(error.description)) return 'unreachable';
  if (error.error_code === 429 || error.error_code >= 500) return 'passing';
  return 'refused';
}

const UNREACHABLE = /chat not found|user is deactivated|bot was (?:blocked|kicked)|PEER_ID_INVALID/i;
