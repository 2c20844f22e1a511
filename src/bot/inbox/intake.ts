import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import type { Inbox, InboxItem } from '../../dialogue/inbox.ts';
import type { BotDeps } from '../context.ts';
import { createLanes } from './lanes.ts';
import { inboxItem } from './updates.ts';

export interface Intake {
  /** Stores updates; resolves only when they are safe, so that the caller may acknowledge them. Returns the new ones. */
  store(updates: readonly Update[]): Promise<readonly InboxItem[]>;
  /** Stores once; for webhooks, where Telegram repeats what is not acknowledged. */
  storeOnce(updates: readonly Update[]): Promise<readonly InboxItem[]>;
  /** Handles an item after those of its lane that came before. Never rejects. */
  accept(item: InboxItem): Promise<void>;
  /** Stored earlier, not done, and not in hand. */
  leftOver(): Promise<readonly InboxItem[]>;
  idle(): Promise<void>;
}

const STORE_RETRY_MS = 500;

/** Between the transport and the handlers: nothing is acknowledged before it is stored, nothing handled twice at once. */
export function createIntake(
  deps: Pick<BotDeps, 'now' | 'log'> & { inbox: Inbox },
  handle: (item: InboxItem) => Promise<void>,
  stopping: AbortSignal,
): Intake {
  const lanes = createLanes();
  const inHand = new Set<string>();

  async function storeOnce(updates: readonly Update[]): Promise<readonly InboxItem[]> {
    const items = updates.map((update) => inboxItem(update, deps.now()));
    const fresh = await deps.inbox.put(items);
    return items.filter(({ key }) => fresh.has(key));
  }

  return {
    storeOnce,
    async store(updates) {
      for (;;) {
        try {
          return await storeOnce(updates);
        } catch (error) {
          if (stopping.aborted) throw error;
          deps.log.error(
            { err: error, updates: updates.length },
            'updates could not be stored; trying again',
          );
          await sleep(STORE_RETRY_MS);
        }
      }
    },
    accept(item) {
      if (inHand.has(item.key)) return Promise.resolve();
      inHand.add(item.key);
      return lanes
        .run(item.lane, () => handle(item))
        .catch((error: unknown) => deps.log.error({ err: error, key: item.key }, 'update not handled'))
        .finally(() => inHand.delete(item.key));
    },
    async leftOver() {
      return (await deps.inbox.waiting()).filter(({ key }) => !inHand.has(key));
    },
    idle: () => lanes.idle(),
  };
}
