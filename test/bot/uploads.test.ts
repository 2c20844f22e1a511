import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOT_WORDS } from '../../src/bot/words.ts';
import type { PersonId } from '../../src/dialogue/model.ts';
import { type Db, openDatabase } from '../../src/store/database.ts';
import { buttonOf, type TestBot, testBot } from '../support/bot.ts';
import { PEOPLE } from '../support/people.ts';
import { letter, uploadsOver } from '../support/uploads.ts';

const STAFF = 71;
const APPROVER = 72;
const OFFICIAL = 73;
let db: Db;
let one: ReturnType<typeof uploadsOver>;
let bot: TestBot;

beforeEach(async () => {
  db = await openDatabase(':memory:');
  one = uploadsOver(db);
  const telegram = { staff: STAFF, approver: APPROVER, official: OFFICIAL };
  for (const [who, telegramId] of Object.entries(telegram)) {
    const person = PEOPLE[who as keyof typeof telegram];
    await one.stores.people.save({ ...person, telegramId: String(telegramId) });
  }
  const { people, audit, notices, settings } = one.stores;
  bot = await testBot({ dialogue: { people, audit, notices, settings }, bot: { uploads: one.uploads } });
});
afterEach(async () => {
  await bot.stop();
  await db.destroy();
});

const file = (text: string) => Buffer.from(text);
/** The newest message to a chat that contains the words, of those sent after the first `after`. */
async function told(chat: number, words: string | RegExp, after = 0) {
  const find = () =>
    bot.api.sent
      .slice(after)
      .findLast(
        (m) =>
          m.chat_id === chat && (typeof words === 'string' ? m.text.includes(words) : words.test(m.text)),
      );
  await bot.api.until(() => find() !== undefined);
  return find()!;
}

describe('uploading in Telegram', () => {
  it('shows what was understood and serves after one tap', async () => {
    bot.api.sendFile(STAFF, file(letter()), { name: 'Công văn 45.txt' });
    const preview = await told(STAFF, '45/STP-HCTP');
    expect(preview.text).toContain('03/02/2026');
    expect(preview.text).toContain('Trần Thị Mẫu');
    expect(await one.documents.count()).toBe(0);
    bot.api.press(STAFF, buttonOf(preview, 'Xác nhận'), preview);
    await told(STAFF, 'Đã nạp');
    expect(await one.documents.count()).toBe(1);
    const [row] = await one.review.documents.list({}, { limit: 2 });
    expect(row).toMatchObject({ origin: 'upload', scope: { kind: 'internal' } });
  });

  it('strikes out a misread relation with a tap, and takes it in again', async () => {
    const body = 'Công văn này thay thế Công văn số 12/STP-HCTP. Bãi bỏ Công văn số 13/STP-HCTP.';
    bot.api.sendFile(STAFF, file(letter({ body })));
    const preview = await told(STAFF, '45/STP-HCTP');
    const list = async () => {
      bot.api.press(STAFF, buttonOf(preview, 'Bỏ tác động đọc nhầm…'), preview);
      return told(STAFF, 'đọc nhầm', bot.api.sent.length);
    };
    const tap = async (button: string) => {
      const shown = await list();
      const before = bot.api.sent.length;
      bot.api.press(STAFF, buttonOf(shown, button), shown);
      return told(STAFF, 'Tác động đến văn bản khác', before);
    };
    expect((await tap('Bỏ: thay thế 12/STP-HCTP')).text).toContain('thay thế 12/STP-HCTP (đã bỏ)');
    expect((await tap('Bỏ: bãi bỏ 13/STP-HCTP')).text).toContain('thay thế 12/STP-HCTP (đã bỏ)');
    const again = await tap('Lấy lại: bãi bỏ 13/STP-HCTP');
    expect(again.text).not.toContain('13/STP-HCTP (đã bỏ)');
    bot.api.press(STAFF, buttonOf(again, 'Xác nhận'), again);
    const done = await told(STAFF, 'Đã nạp');
    expect(done.text).toContain('bãi bỏ 13/STP-HCTP');
    expect(done.text).not.toContain('12/STP-HCTP');
    const rows = await db.selectFrom('relations').select(['kind', 'target']).execute();
    expect(rows).toEqual([{ kind: 'repeals', target: '13/STP-HCTP' }]);
    const audit = await db.selectFrom('audit').select(['action', 'detail']).execute();
    expect(audit.filter(({ action }) => action === 'upload_relations')).toHaveLength(3);
  });

  it('takes a corrected value as the next message, and asks again for a wrong one', async () => {
    bot.api.sendFile(STAFF, file(letter()));
    const preview = await told(STAFF, '45/STP-HCTP');
    bot.api.press(STAFF, buttonOf(preview, 'Sửa…'), preview);
    const fields = await told(STAFF, 'chọn mục cần sửa');
    bot.api.press(STAFF, buttonOf(fields, 'Ngày ban hành'), fields);
    await told(STAFF, 'Gõ “Ngày ban hành”');
    bot.api.say(STAFF, '31/02/2026');
    await told(STAFF, 'Ngày chưa đúng');
    bot.api.say(STAFF, '4/2/2026');
    await told(STAFF, '04/02/2026 (đã sửa)');
    bot.api.press(STAFF, buttonOf(preview, 'Phạm vi'), preview);
    const scopes = await told(STAFF, 'Ai được đọc');
    bot.api.press(STAFF, buttonOf(scopes, 'Chỉ cơ quan của tôi'), scopes);
    const last = await told(STAFF, 'Phạm vi đọc: Chỉ cơ quan của tôi');
    bot.api.press(STAFF, buttonOf(last, 'Xác nhận'), last);
    await told(STAFF, 'Đã nạp');
    const [row] = await one.review.documents.list({}, { limit: 2 });
    expect(row?.scope).toEqual({ kind: 'departments', departments: ['so-tu-phap'] });
    const detail = await one.review.documents.document(row!.id);
    expect(detail?.facts.date).toBe('2026-02-04');
  });

  it('deletes the message of a stamped paper, keeps nothing of it, and says why and whom to tell', async () => {
    const message = bot.api.sendFile(STAFF, file(letter({ mark: 'TỐI MẬT', body: 'Nội dung kín.' })), {
      name: 'ten-kin.txt',
    });
    const answer = await told(STAFF, '117/2025/QH15');
    expect(answer.text).toMatch(/báo ngay người phụ trách/);
    expect(answer.text).toContain('đã được xóa');
    expect(bot.api.deleted).toEqual([`${STAFF}:${message}`]);
    expect(JSON.stringify(bot.api.sent)).not.toMatch(/Nội dung kín|ten-kin/);
    for (const table of ['blobs', 'uploads', 'documents'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
    expect(JSON.stringify(bot.logged)).not.toMatch(/kín/);
  });

  it('says so when the message cannot be deleted', async () => {
    bot.api.fail('deleteMessage', { code: 400, description: "Bad Request: message can't be deleted" });
    bot.api.sendFile(STAFF, file(letter({ mark: 'MẬT' })));
    expect((await told(STAFF, '117/2025/QH15')).text).toContain('xóa ngay tin nhắn đó');
  });

  it('refuses officials politely, and files over the limit with a way out', async () => {
    bot.api.sendFile(OFFICIAL, file(letter()));
    await told(OFFICIAL, BOT_WORDS.file);
    bot.api.sendFile(STAFF, file('x'), { size: 101 * 1024 * 1024 });
    await told(STAFF, '100 MB');
    expect(bot.api.calls.filter(({ method }) => method === 'getFile')).toEqual([]);
    expect(await db.selectFrom('uploads').selectAll().execute()).toEqual([]);
  });

  it('tells what a reader tells of a file that cannot be read or that Telegram lost', async () => {
    bot.api.sendFile(STAFF, file(letter({ mark: 'DỰ THẢO' })));
    await told(STAFF, 'Dự thảo');
    bot.api.fail('getFile', { code: 400, description: 'Bad Request: wrong file_id' });
    bot.api.sendFile(STAFF, file(letter()));
    await told(STAFF, 'Không tải được tệp');
  });

  it('brings what waits to the approver, who approves or returns with a reason', async () => {
    const waiting = async (number: string) => {
      const mark = bot.api.sent.length;
      bot.api.sendFile(STAFF, file(letter({ issuer: 'CHÍNH PHỦ', number })));
      const preview = await told(STAFF, new RegExp(`${number}[\\s\\S]*người duyệt`));
      bot.api.press(STAFF, buttonOf(preview, 'Xác nhận'), preview);
      await told(STAFF, 'Đã chuyển người duyệt', mark);
      const asked = await told(APPROVER, 'chờ duyệt', mark);
      bot.api.press(APPROVER, buttonOf(asked, 'Xem tài liệu'), asked);
      return told(APPROVER, number);
    };
    const first = await waiting('901/2026/NĐ-CP');
    bot.api.press(APPROVER, buttonOf(first, 'Trả lại'), first);
    await told(APPROVER, 'Gõ lý do');
    bot.api.say(APPROVER, 'Thiếu phụ lục');
    await told(APPROVER, 'Đã trả lại');
    await told(STAFF, 'Thiếu phụ lục');
    expect(await one.documents.count()).toBe(0);
    const second = await waiting('902/2026/NĐ-CP');
    const approve = buttonOf(second, 'Duyệt');
    bot.api.press(APPROVER, approve, second);
    await told(APPROVER, 'Đã nạp');
    await told(STAFF, 'Người duyệt đã duyệt');
    expect(await one.documents.count()).toBe(1);
    // A button seen by somebody else does nothing for them.
    bot.api.press(OFFICIAL, approve, second);
    await bot.api.until(() =>
      bot.api.calls.some(
        ({ method, payload }) => method === 'answerCallbackQuery' && payload['show_alert'] === true,
      ),
    );
  });

  it('explains /nap to staff with the warning first things first', async () => {
    bot.api.say(STAFF, '/nap');
    expect((await told(STAFF, 'nạp tài liệu hướng dẫn')).text).toContain('MẬT');
    expect((await one.stores.people.person('chuyen-vien' as PersonId))?.telegramId).toBe(String(STAFF));
  });
});

describe("Telegram's own server", () => {
  it('has a limit of 20 MB, which TELEGRAM_API_ROOT lifts', async () => {
    const { createTelegramFiles } = await import('../../src/bot/api/files.ts');
    const { UPLOAD_CHAT } = await import('../../src/bot/words.ts');
    expect(createTelegramFiles({ token: 't' }).large).toBe(false);
    expect(createTelegramFiles({ token: 't', apiRoot: 'http://127.0.0.1:8081' }).large).toBe(true);
    expect(UPLOAD_CHAT.tooLarge(false)).toMatch(/20 MB[\s\S]*TELEGRAM_API_ROOT/);
  });
});
