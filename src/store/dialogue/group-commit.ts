import { setTimeout as sleep } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { Database, Db } from '../database.ts';

type Write = (tx: Transaction<Database>) => Promise<unknown>;
/** Resolves when the write is on disk. */
export type GroupCommit = (write: Write) => Promise<void>;

interface Waiting {
  readonly write: Write;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const MOST_AT_ONCE = 200;
/** A lone write is committed at once; in a burst one commit in this time takes all that came meanwhile. */
const BETWEEN_COMMITS_MS = 25;

const ofDatabase = new WeakMap<Db, GroupCommit>();

/**
 * Puts small writes that come at the same time into one transaction: a commit waits for the disk (2 to 4 ms on the
 * test machine), and a burst of questions would otherwise wait for four commits each. When one write of a group fails,
 * each is tried alone, so that nobody fails for another's mistake. All stores of a database share one.
 */
export function groupCommitOf(db: Db): GroupCommit {
  const known = ofDatabase.get(db);
  if (known !== undefined) return known;
  const made = createGroupCommit(db);
  ofDatabase.set(db, made);
  return made;
}

function createGroupCommit(db: Db): GroupCommit {
  const waiting: Waiting[] = [];
  let running = false;
  let lastCommit = 0;

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      await sleep(Math.max(0, lastCommit + BETWEEN_COMMITS_MS - Date.now()));
      await commit(db, waiting.splice(0, MOST_AT_ONCE));
      lastCommit = Date.now();
    }
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
