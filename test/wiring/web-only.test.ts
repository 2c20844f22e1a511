import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { pack } from '../../src/bot/callback-data.ts';
import type { TelegramBot } from '../../src/bot/create-bot.ts';
import { parseConfig } from '../../src/config.ts';
import { sweepCorrections } from '../../src/dialogue/changes/corrections.ts';
import { follow, sweepDigests } from '../../src/dialogue/changes/digest.ts';
import type { PersonId, QuestionId } from '../../src/dialogue/model.ts';
import { createCitedOriginals } from '../../src/dialogue/originals/cited.ts';
import type { DocumentId } from '../../src/legal/model.ts';
import type { DocumentScope } from '../../src/retrieval/model.ts';
import { createTelegram } from '../../src/telegram.ts';
import { createPagePictures } from '../../src/wiring/page-pictures.ts';
import { TOKEN } from '../support/bot.ts';
import { type FakeBotApi, startFakeBotApi } from '../support/fake-bot-api.ts';
import { PEOPLE } from '../support/people.ts';
import { bytesOf, letter } from '../support/uploads.ts';

/** A document that is for the web alone, in a running app with a bot: nothing of it may leave through Telegram. */
const WORDS = 'giếng khơi làng Vọng nộp 77.000 đồng mỗi mùa';
const MARKS = /giếng khơi|Vọng|77\.000|45\/STP|thử nghiệm/u;
const QUESTION = 'nước ở làng lấy từ đâu, mỗi mùa nộp bao nhiêu tiền theo hướng dẫn đăng ký hộ tịch?';
const DOCUMENT = '45/STP-HCTP@so-tu-phap-thanh-pho-hue@2026-02-03' as DocumentId;
const WEB_ONLY: DocumentScope = { kind: 'internal', webOnly: true };
const STAFF = 71;
const APPROVER = 72;
const ADMIN = 73;
const people = {
  staff: { ...PEOPLE.staff, telegramId: String(STAFF) },
  approver: { ...PEOPLE.approver, telegramId: String(APPROVER) },
  admin: { ...PEOPLE.admin, id: 'quan-tri-2' as PersonId, telegramId: String(ADMIN) },
};
const { id: by } = people.staff;

let app: App;
let api: FakeBotApi;
let bot: TelegramBot;
const folder = mkdtempSync(join(tmpdir(), 'web-only-'));
let logged = '';
let onWeb: QuestionId;
let clock = new Date('2026-05-04T03:00:00Z');

beforeAll(async () => {
  api = await startFakeBotApi();
  const config = parseConfig({
    DATA_DIR: folder,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: api.url,
  });
  const stream = new Writable({
    write(line, _, done) {
      logged += String(line);
      done();
    },
  });
  const log = pino({ level: 'trace' }, stream);
  const now = () => clock;
  app = await openApp(config, { tell: () => {}, log, now });
  for (const one of Object.values(people)) await app.stores.people.save(one);
  await app.stores.people.save(PEOPLE.admin);
  await app.stores.escalations.saveRoute({ field: 'Hộ tịch', department: 'so-tu-phap', people: [] });
  const begun = await uploaded(letter({ body: `3. ${WORDS}.` }), 'giếng khơi.txt');
  await app.uploads.uploads.setScope({ by, id: begun.upload.id, scope: WEB_ONLY });
  for (const who of [people.approver, PEOPLE.admin]) await follow(app.changes, who.id, 'Hộ tịch');
  clock = new Date(clock.getTime() + 60_000);
  await app.uploads.uploads.confirm({ by, id: begun.upload.id });
  const pictures = createPagePictures();
  const originals = createCitedOriginals({
    source: app.dialogue.source,
    original: (...request) => app.uploads.stored.original(...request),
    pictures,
  });
  bot = createTelegram(app, log, { originals, pictures })!;
  await bot.start();
  const asked = await app.dialogue.ask({
    person: by,
    channel: 'web',
    conversation: 'web',
    text: `${QUESTION} ${WORDS}`,
  });
  onWeb = asked.questionId;
  expect(asked.answer.answer).toMatch(MARKS);
}, 60_000);
afterAll(async () => {
  await bot.stop();
  await api.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function uploaded(text: string, fileName: string) {
  const begun = await app.uploads.uploads.begin({ by, bytes: bytesOf(text), fileName, channel: 'web' });
  if (begun.status !== 'ready') throw new Error(begun.reason);
  return begun.preview;
}

/** Everything that the bot sent after `before` calls; waits until there is something. */
async function sentAfter(before: number): Promise<string> {
  const SENDS = /^(send|edit|answer)/;
  await api.until(() =>
    api.calls.slice(before).some(({ method }) => /^(send(?!ChatAction)|answer)/.test(method)),
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  return JSON.stringify(api.calls.slice(before).filter(({ method }) => SENDS.test(method)));
}

describe('a document for the web alone', () => {
  it('does not answer in Telegram, nor let its presence be seen', async () => {
    const ask = async () => {
      const before = api.calls.length;
      api.say(STAFF, QUESTION);
      return sentAfter(before);
    };
    const answered = await ask();
    expect(answered).not.toMatch(MARKS);
    const reader = { internal: true, departments: ['so-tu-phap'], channel: 'telegram' } as const;
    const search = () =>
      app.retriever.retrieve({ query: QUESTION, asOf: '2026-05-04', k: 10, reader, territory: 'hue' });
    const shown = JSON.stringify({ ...(await search()), timings: 0 });
    await app.uploads.stored.withdraw({ by, document: DOCUMENT, reason: 'thử' });
    expect(JSON.stringify({ ...(await search()), timings: 0 })).toBe(shown);
    await app.uploads.stored.restore({ by, document: DOCUMENT, reason: 'thử' });
  });

  it.each([
    ['its text', (question: QuestionId) => pack({ act: 'source', question, n: 1 })],
    ['its page', (question: QuestionId) => pack({ act: 'page', question, n: 1 })],
    ['its original', (question: QuestionId) => pack({ act: 'original', question, n: 1 })],
    ['the sheet for citizens', (question: QuestionId) => pack({ act: 'checklist', question })],
    [
      'the paper of the counter',
      (question: QuestionId) => pack({ act: 'paper', question, paper: 'bo_sung' }),
    ],
  ])('is not sent by a button made for the answer of the web: %s', async (_, button) => {
    const before = api.calls.length;
    const [message] = await api.messages(STAFF, 1);
    api.press(STAFF, button(onWeb), message);
    expect(await sentAfter(before)).not.toMatch(MARKS);
  });

  it('is left out of what the department is told of an escalated answer', async () => {
    const before = api.calls.length;
    await app.dialogue.escalate({ by, question: onWeb });
    const sent = await sentAfter(before);
    expect(sent).toContain('Câu hỏi cần ý kiến nghiệp vụ');
    expect(sent).toContain('không gửi kèm ở đây');
    // The question is the asker's own words.
    expect(sent.replaceAll(WORDS, '')).not.toMatch(MARKS);
    // Who is told on the web alone may read it there.
    const [onTheWeb] = await app.stores.notices.of(PEOPLE.admin.id, 9);
    expect(onTheWeb?.text).toMatch(/Trợ lý đã trả lời:.*giếng khơi/su);
  });

  it('is in no digest that goes through Telegram', async () => {
    clock = new Date('2026-05-05T11:00:00Z');
    // The administrator without Telegram is told on the web.
    expect(await sweepDigests(app.changes)).toBe(1);
    expect((await app.stores.notices.of(PEOPLE.admin.id, 1))[0]?.text).toMatch(MARKS);
    expect((await app.stores.notices.of(people.approver.id, 9)).map(({ kind }) => kind)).not.toContain(
      'digest',
    );
  });

  it('is shown for approval on the web, not in Telegram', async () => {
    const before = api.calls.length;
    const { upload } = await uploaded(letter({ number: '', body: WORDS }).replace('Số: \n', ''), 'Vọng.txt');
    await app.uploads.uploads.setScope({ by, id: upload.id, scope: WEB_ONLY });
    expect((await app.uploads.uploads.confirm({ by, id: upload.id })).status).toBe('waiting');
    const told = await sentAfter(before);
    expect(told).toContain('tài liệu chỉ xem trên trang web');
    const [notice] = await api.messages(APPROVER, 1);
    const then = api.calls.length;
    api.press(APPROVER, pack({ act: 'upload', todo: 'view', upload: upload.id, arg: '' }), notice);
    expect(await sentAfter(then)).toContain('không gửi qua Telegram');
    await app.uploads.uploads.sendBack({ by: people.approver.id, id: upload.id, reason: 'thiếu số' });
    await app.uploads.uploads.confirm({ by, id: upload.id }).catch(() => {});
    await sentAfter(then);
    expect(JSON.stringify(api.calls.slice(before))).not.toMatch(MARKS);
  });

  it('is not named in a correction when it is withdrawn', async () => {
    await app.stores.settings.set('corrections.days', 30, PEOPLE.admin.id);
    await sweepCorrections(app.changes);
    const before = api.calls.length;
    await app.uploads.stored.withdraw({ by, document: DOCUMENT, reason: 'ban hành nhầm' });
    expect(await sweepCorrections(app.changes)).toBe(1);
    const sent = await sentAfter(before);
    expect(sent).toContain('đã được thu hồi');
    expect(sent.replaceAll(WORDS, '')).not.toMatch(MARKS);
  });

  it('is in no log', () => {
    expect(logged).not.toMatch(/giếng khơi|Vọng|77\.000/u);
  });
});
