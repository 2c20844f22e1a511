import type { Transaction } from 'kysely';
import type { Database, Db } from '../database.ts';

type Write = (tx: Transaction<Database>) => Promise<unknown>;

interface Waiting {
  readonly write: Write;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const MOST_AT_ONCE = 200;

/**
 * Puts small writes that come at the same time into one transaction: a commit waits for the disk (about 4 ms on the
 * test machine), and a burst of questions would otherwise wait for one commit each. A write is resolved only when it
 * is on disk. When one of a group fails, each is tried alone, so that nobody fails for another's mistake.
 */
export function createGroupCommit(db: Db): (write: Write) => Promise<void> {
  const waiting: Waiting[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    // Let the writes of this turn of the event loop gather.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await commit(db, waiting.splice(0, MOST_AT_ONCE));
    running = false;
  }

  return (write) =>
    new Promise<void>((resolve, reject) => {
      waiting.push({ write, resolve, reject });
      if (!running) void run();
    });
}

async function commit(db: Db, group: readonly Waiting[]): Promise<void> {
  try {
    await db.transaction().execute(async (tx) => {
      for (const { write } of group) await write(tx);
    });
    for (const { resolve } of group) resolve();
  } catch (error) {
    if (group.length === 1) return group[0]!.reject(error);
    for (const one of group) await commit(db, [one]);
  }
}
