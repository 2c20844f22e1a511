import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import type { PersonId } from '../../src/dialogue/model.ts';
import { DATABASE_FILE, openDatabase } from '../../src/store/database.ts';
import { createDialogueStores } from '../../src/store/dialogue/index.ts';
import { burstQuestions } from './burst-questions.ts';
import { startFakeBotApi } from './fake-bot-api.ts';

/**
 * The whole program (`src/main.ts`, corpus/, embedded composer) under a burst of Telegram questions; prints the times
 * from update to sendMessage and the processor time a question takes.
 *
 *     npm run -s load -- [--officials 2000] [--per-second 50] [--seconds 60] [--ingest PATH]
 *
 * `--ingest` reads that file or folder into the index first. Exit 1 when a question stays unanswered.
 */
const { values } = parseArgs({
  options: {
    officials: { type: 'string', default: '2000' },
    'per-second': { type: 'string', default: '50' },
    seconds: { type: 'string', default: '60' },
    ingest: { type: 'string' },
  },
});
const officials = Number(values.officials);
const perSecond = Number(values['per-second']);
const seconds = Number(values.seconds);
const dataDir = await mkdtemp(join(tmpdir(), 'telegram-burst-'));
const stores = createDialogueStores(await openDatabase(join(dataDir, DATABASE_FILE)), () => new Date());
for (let id = 1; id <= officials; id++) {
  await stores.people.save({
    id: `p${id}` as PersonId,
    name: `Người ${id}`,
    status: 'active',
    roles: ['official'],
    fields: [],
    commune: `xa-${id % 40}`,
    telegramId: String(id),
    createdAt: new Date().toISOString(),
  });
}

const api = await startFakeBotApi();
const env = {
  ...process.env,
  DATA_DIR: dataDir,
  PORT: '0',
  TELEGRAM_BOT_TOKEN: '4242:AAAAAAAAAAAAAAAAAAAAAAAA',
  TELEGRAM_API_ROOT: api.url,
  LOG_LEVEL: 'error',
};
const node = (script: string, ...args: string[]) => ['--import', 'tsx', script, ...args];
if (values.ingest !== undefined)
  execFileSync(process.execPath, node('src/cli/ingest.ts', '--json', values.ingest), {
    env,
    stdio: 'ignore',
  });
const flags = process.env['BURST_NODE_FLAGS']?.split(' ') ?? [];
const bot = spawn(process.execPath, [...flags, '--import', 'tsx', 'src/main.ts'], {
  env,
  stdio: ['ignore', 'ignore', 'inherit'],
});
await api.until(() => api.calls.some(({ method }) => method === 'getUpdates'), 120_000);

/** What the stored procedures and guides are called. */
function titlesIn(file: string): string[] {
  const db = new BetterSqlite3(file, { readonly: true });
  const rows = db.prepare(`select title from documents where state = 'serving' order by id`).all();
  db.close();
  return rows.map((row) => (row as { title: string }).title);
}

/** Processor time that a process has used, in milliseconds (Linux); undefined elsewhere. */
function processorMs(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}
const processorBefore = processorMs(bot.pid!);

const questions = burstQuestions(titlesIn(join(dataDir, DATABASE_FILE)));
const askedAt = new Map<number, number[]>();
const started = Date.now();
for (let n = 0; n < perSecond * seconds; n++) {
  await sleep(Math.max(0, started + (n * 1000) / perSecond - Date.now()));
  const chat = 1 + (n % officials);
  askedAt.set(chat, [...(askedAt.get(chat) ?? []), Date.now()]);
  api.say(chat, questions[n % questions.length]!);
}
const answered = () => api.sent.filter(({ reply_markup }) => reply_markup !== undefined).length;
await api.until(() => answered() >= perSecond * seconds, 180_000).catch(() => {});
const processorAfter = processorMs(bot.pid!);
bot.kill('SIGTERM');
await new Promise((resolve) => bot.once('exit', resolve));

// The last message of each reply carries the buttons; replies of a chat come in the order of its questions.
const replies = new Map<number, number[]>();
for (const { chat_id, at, reply_markup } of api.sent) {
  if (reply_markup !== undefined) replies.set(chat_id, [...(replies.get(chat_id) ?? []), at]);
}
const waits = [...askedAt].flatMap(([chat, times]) =>
  times.map((time, i) => (replies.get(chat)?.[i] ?? Number.POSITIVE_INFINITY) - time),
);
waits.sort((a, b) => a - b);
const share = (p: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * p))];
const lost = waits.filter((wait) => !Number.isFinite(wait)).length;
process.stdout.write(
  `${officials} officials, ${perSecond} questions/s (${Math.min(questions.length, perSecond * seconds)} different) for ${seconds} s on ${cpus().length} cores: ` +
    `${waits.length} asked, ${lost} unanswered; p50 ${share(0.5)} ms, p95 ${share(0.95)} ms, max ${waits.at(-1)} ms` +
    (processorBefore === undefined || processorAfter === undefined
      ? '\n'
      : `; ${((processorAfter - processorBefore) / waits.length).toFixed(1)} ms of processor time a question\n`),
);
await api.close();
await rm(dataDir, { recursive: true, force: true });
process.exit(lost === 0 ? 0 : 1);
