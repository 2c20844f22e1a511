import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import type { TelegramBot } from '../../src/bot/create-bot.ts';
import { parseConfig } from '../../src/config.ts';
import { createCitedOriginals } from '../../src/dialogue/originals/cited.ts';
import { createTelegram } from '../../src/telegram.ts';
import { createPagePictures } from '../../src/wiring/page-pictures.ts';
import { TOKEN } from '../support/bot.ts';
import { type FakeBotApi, startFakeBotApi } from '../support/fake-bot-api.ts';
import { PEOPLE } from '../support/people.ts';
import { bytesOf, letter } from '../support/uploads.ts';

/** After a secret paper was refused, a running app with its bot has nothing of it: not in the database or its log file, not
 * in temporary folders, not in its own log, not in what it sent. */
const STAFF = 71;
const OFFICIAL = 73;
const STRANGER = 99;
const folder = mkdtempSync(join(tmpdir(), 'secret-traces-'));
let app: App;
let api: FakeBotApi;
let bot: TelegramBot;
let logged = '';

beforeAll(async () => {
  api = await startFakeBotApi();
  const config = parseConfig({ DATA_DIR: folder, TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: api.url });
  const stream = new Writable({
    write(line, _, done) {
      logged += String(line);
      done();
    },
  });
  const log = pino({ level: 'trace' }, stream);
  app = await openApp(config, { tell: () => {}, log });
  await app.stores.people.save({ ...PEOPLE.staff, telegramId: String(STAFF) });
  await app.stores.people.save({ ...PEOPLE.official, telegramId: String(OFFICIAL) });
  const pictures = createPagePictures();
  const { source } = app.dialogue;
  const originals = createCitedOriginals({ source, original: app.uploads.stored.original, pictures });
  bot = createTelegram(app, log, { originals, pictures })!;
  await bot.start();
}, 60_000);
afterAll(async () => {
  await bot.stop();
  await api.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

function everything(path: string): string {
  if (!statSync(path).isDirectory()) return `${path}\n${readFileSync(path).toString('latin1')}`;
  return readdirSync(path)
    .map((name) => everything(join(path, name)))
    .join('\n');
}

const SENT: readonly [string, () => number | Promise<unknown>][] = [
  [
    'a stamped file of staff',
    () => send(STAFF, 'zq-name.txt', 'zq-words', letter({ mark: 'TỐI MẬT', body: 'zq-text' })),
  ],
  [
    'a stamped paper an official asks about',
    () => send(OFFICIAL, 'zq-name.txt', 'zq-words là giấy gì?', letter({ mark: 'MẬT', body: 'zq-text' })),
  ],
  ['a file named secret', () => send(STAFF, 'zq-name (MẬT).txt', 'zq-words', letter({ body: 'zq-text' }))],
  [
    'a file called secret beside it',
    () => send(OFFICIAL, 'zq-name.txt', 'tài liệu mật zq-words', letter({ body: 'zq-text' })),
  ],
  [
    'a file called secret by a stranger',
    () => send(STRANGER, 'zq-name.txt', 'Tuyệt mật zq-words', letter({ body: 'zq-text' })),
  ],
];
const send = (chat: number, name: string, caption: string, text: string) =>
  api.sendFile(chat, Buffer.from(text), { name, caption });

describe('what is left of a secret paper', () => {
  it.each(SENT)('%s: nothing', async (_, act) => {
    const [before, deleted] = [api.sent.length, api.deleted.length];
    await act();
    await api.until(() => api.sent.slice(before).some(({ text }) => text.includes('117/2025/QH15')));
    expect(api.deleted.length).toBe(deleted + 1);
    // The update is marked as handled after the last message.
    for (let tries = 0; tries < 100 && (await app.stores.inbox.waiting()).length > 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(everything(folder)).not.toMatch(/zq-(name|words|text)/);
    expect(logged + JSON.stringify(api.sent)).not.toMatch(/zq-(name|words|text)/);
  });

  it('a stamped file of the web: nothing, and the audit says who and where', async () => {
    const begun = await app.uploads.uploads.begin({
      by: PEOPLE.staff.id,
      bytes: bytesOf(letter({ mark: 'TUYỆT MẬT', body: 'zq-text' })),
      fileName: 'zq-name.txt',
      channel: 'web',
    });
    expect(begun).toMatchObject({ status: 'secret' });
    expect(everything(folder) + logged).not.toMatch(/zq-(name|words|text)/);
    const entries = await app.stores.audit.entries({ action: 'upload_secret_refused' }, 20);
    expect(entries.map(({ by, subject }) => `${by} ${subject}`).sort()).toEqual([
      'an telegram',
      'an telegram',
      'chuyen-vien telegram',
      'chuyen-vien telegram',
      'chuyen-vien web',
    ]);
  });
});
