import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';
import type { BotDeps } from '../context.ts';
import type { Intake } from './intake.ts';

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
const MAX_BODY = 1_000_000;

/** Answers 200 only when the update is stored; without the right secret token nothing is read. */
export function createWebhook(
  intake: Intake,
  secret: string,
  log: BotDeps['log'],
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST') return new Response(null, { status: 405 });
    if (!same(request.headers.get(SECRET_HEADER) ?? '', secret)) return new Response(null, { status: 401 });
    const update = parseUpdate(await request.text());
    if (update === undefined) return new Response(null, { status: 400 });
    try {
      for (const item of await intake.storeOnce([update])) void intake.accept(item);
      return new Response(null, { status: 200 });
    } catch (error) {
      // Telegram sends the update again when it is not acknowledged.
      log.error({ err: error }, 'webhook update could not be stored');
      return new Response(null, { status: 503 });
    }
  };
}

function parseUpdate(body: string): Update | undefined {
  if (body.length > MAX_BODY) return undefined;
  try {
    const update = JSON.parse(body) as Partial<Update> | null;
    return typeof update?.update_id === 'number' ? (update as Update) : undefined;
  } catch {
    return undefined;
  }
}

/** Compares digests, so that neither length nor content shows in the time taken. */
function same(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
