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
  /** Says whether the update is over. */
  handle: (item: InboxItem) => Promise<boolean>,
  stopping: AbortSignal,
): Intake {
  const lanes = createLanes();
  const inHand = new Map<string, Promise<void>>();

  async function storeOnce(updates: readonly Update[]): Promise<readonly InboxItem[]> {
    const items = updates.map((update) => inboxItem(update, deps.now()));
    const fresh = await deps.inbox.put(items);
    return items.filter(({ key }) => fresh.has(key));
  }

  async function handleAndMark(item: InboxItem): Promise<void> {
    let over = false;
    try {
      await lanes.run(item.lane, async () => {
        over = await handle(item);
      });
      // The lane does not wait for this mark: should it be lost, handling the update again sends nothing twice.
      if (over) await deps.inbox.done(item.key, deps.now().toISOString());
    } catch (error) {
      deps.log.error({ err: error, key: item.key, over }, 'update not settled');
    }
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
      const known = inHand.get(item.key);
      if (known !== undefined) return known;
      const handled = handleAndMark(item).finally(() => inHand.delete(item.key));
      inHand.set(item.key, handled);
      return handled;
    },
    async leftOver() {
      return (await deps.inbox.waiting()).filter(({ key }) => !inHand.has(key));
    },
    async idle() {
      while (inHand.size > 0) await Promise.all(inHand.values());
    },
  };
}
