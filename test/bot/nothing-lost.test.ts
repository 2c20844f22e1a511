import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { type FakeBotApi, startFakeBotApi } from '../support/fake-bot-api.ts';

const CHILD = fileURLToPath(new URL('../support/bot-child.ts', import.meta.url));
const PEOPLE = 40;
/** More with `KILLS=20 SECONDS=60 npx vitest run --project system test/bot/nothing-lost.test.ts`. */
const KILLS = Number(process.env['KILLS'] ?? 3);
const SECONDS = Number(process.env['SECONDS'] ?? 4);
const PER_SECOND = 50;
/** A start on a busy machine. */
const RESTART_MS = 10_000;

const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function startChild(api: FakeBotApi, file: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, api.url, file, String(PEOPLE)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanups.push(() => child.kill('SIGKILL'));
  await once(child.stdout!, 'data');
  return child;
}

/** Sends that reached the server but not the ledger: in flight when the process was killed. */
function inFlight(api: FakeBotApi, file: string): number {
  const db = new BetterSqlite3(file, { readonly: true });
  const { n } = db.prepare('select count(*) as n from inbox_sends').get() as { n: number };
  db.close();
  return api.sent.length - n;
}

function numberOf(text: string): number {
  return Number(/câu số (\d+)/.exec(text)?.[1]);
}

describe('kill -9 in a burst', () => {
  it('leaves no question unanswered, keeps each chat’s order, repeats at most the sends in flight', {
    timeout: SECONDS * 1000 + KILLS * RESTART_MS + 120_000,
  }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bot-kill-'));
    cleanups.push(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'data.sqlite');
    const api = await startFakeBotApi();
    cleanups.push(() => api.close());
    let child = await startChild(api, file);

    const asked = new Map<number, { chat: number; at: number }>();
    const end = Date.now() + SECONDS * 1000;
    const burst = (async () => {
      for (let n = 0; Date.now() < end; n++) {
        const chat = 1 + (n % PEOPLE);
        asked.set(n, { chat, at: Date.now() });
        api.say(chat, `câu số ${n}`);
        await sleep(1000 / PER_SECOND);
      }
    })();

    let inFlightAtKills = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      await sleep((SECONDS * 1000) / (KILLS + 1));
      child.kill('SIGKILL');
      await once(child, 'exit');
      await sleep(100);
      // Counts earlier repeats too: they reached the server twice and the ledger once.
      inFlightAtKills = inFlight(api, file);
      child = await startChild(api, file);
    }
    await burst;
    const answered = () => new Set(api.sent.map(({ text }) => numberOf(text)));
    await api.until(() => answered().size === asked.size, 60_000);
    await api.until(() => api.unacknowledged() === 0, 10_000);
    const [exited] = [once(child, 'exit')];
    child.kill('SIGTERM');
    await exited;

    expect(answered()).toEqual(new Set(asked.keys()));
    const duplicates = api.sent.length - asked.size;
    expect(duplicates).toBeLessThanOrEqual(inFlightAtKills);
    for (let chat = 1; chat <= PEOPLE; chat++) {
      const order = api.sent.filter(({ chat_id }) => chat_id === chat).map(({ text }) => numberOf(text));
      const firsts = [...new Set(order)];
      expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
    }
    process.stderr.write(`${asked.size} questions, ${KILLS} kills, ${duplicates} sent twice\n`);
  });
});
