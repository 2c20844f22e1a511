import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UPLOAD_CHAT } from '../../src/bot/words.ts';
import { type Db, openDatabase } from '../../src/store/database.ts';
import { createPagePictures } from '../../src/wiring/page-pictures.ts';
import { CAN_DRAW } from '../ingest/readers/drawn-page.ts';
import { drawnFrame, tiff } from '../ingest/readers/tiff-file.ts';
import { QUICK, type TestBot, testBot } from '../support/bot.ts';
import { PEOPLE } from '../support/people.ts';
import { letter, uploadsOver } from '../support/uploads.ts';

const STAFF = 71;
const PAGES = 3;
let db: Db;
let bot: TestBot;

beforeEach(async () => {
  db = await openDatabase(':memory:');
  const { stores, uploads } = uploadsOver(db);
  await stores.people.save({ ...PEOPLE.staff, telegramId: String(STAFF) });
  bot = await testBot({
    dialogue: { people: stores.people },
    // Every page is told, however quickly it is read.
    bot: { uploads, pictures: createPagePictures({ waitMs: 60_000 }), pace: { ...QUICK, betweenPages: 0 } },
  });
});
afterEach(async () => {
  await bot.stop();
  await db.destroy();
});

describe('a scan sent to the bot', () => {
  it.skipIf(!CAN_DRAW)(
    'has its pages counted in one message while it is read, then its first page shown, then its preview',
    async () => {
      const [first, ...others] = [letter().split('\n'), ['Điều 1. Hồ sơ.'], ['Điều 2. Thời hạn.']];
      bot.api.sendFile(STAFF, Buffer.from(tiff([first!, ...others].map((lines) => drawnFrame(lines)))), {
        name: 'quet.tif',
      });
      await bot.api.until(() => bot.api.sent.some(({ text }) => text.includes('45/STP-HCTP')), 110_000);
      const edits = bot.api.calls.filter(({ method }) => method === 'editMessageText');
      // Two edits on their way at once may overtake each other.
      const told = edits.map(({ payload }) => String(payload['text'])).sort();
      expect(told).toEqual([1, 2, 3].map((n) => UPLOAD_CHAT.readingPage(n, PAGES)));
      // One message, not one a page.
      const [progress, ...more] = bot.api.sent.filter(({ text }) => /đang đọc/.test(text));
      expect(progress).toMatchObject({ chat_id: STAFF, edits: PAGES });
      expect(more).toEqual([]);
      expect(new Set(edits.map(({ payload }) => payload['message_id']))).toEqual(
        new Set([progress!.message_id]),
      );
      const [photo] = bot.api.sent.filter(({ kind }) => kind === 'photo');
      expect(photo?.text).toBe(UPLOAD_CHAT.firstPage(PAGES, 'quet.tif'));
      expect(Buffer.from(photo!.file!.bytes).subarray(0, 2).toString('hex')).toBe('ffd8');
    },
    120_000,
  );
});
