import { afterEach, describe, expect, it } from 'vitest';
import { BUTTONS, GUIDANCE_STEPS } from '../../src/bot/words.ts';
import type { Role } from '../../src/dialogue/model.ts';
import { sweepGuidance } from '../../src/dialogue/review/guidance-upkeep.ts';
import { wireGuidance } from '../../src/wiring/guidance.ts';
import { buttonOf } from '../support/bot.ts';
import { storeDocument } from '../support/desk.ts';
import { type FakeBotApi, type Sent, startFakeBotApi } from '../support/fake-bot-api.ts';
import { startWholeProgram } from '../support/whole-program.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const QUESTION = 'Phần mềm hộ tịch mất kết nối thì đăng ký khai sinh lưu động thế nào?';
const [ASKER, STAFF, APPROVER, COLLEAGUE] = [7, 30, 40, 8];

/** The newest message to a chat that contains the words. */
async function told(api: FakeBotApi, chat: number, words: string): Promise<Sent> {
  const find = () => api.sent.findLast((m) => m.chat_id === chat && m.text.includes(words));
  await api.until(() => find() !== undefined);
  return find()!;
}

/** The whole program over HTTP, everything real but Telegram. */
describe('an answered escalation as guidance', () => {
  it('serves everybody once approved, until a document it cites ends', { timeout: 60_000 }, async () => {
    const api = await startFakeBotApi();
    stops.push(() => api.close());
    const { app, letIn, close } = await startWholeProgram(api.url);
    stops.push(close);
    const roles: [number, Role][] = [
      [ASKER, 'official'],
      [COLLEAGUE, 'official'],
      [STAFF, 'admin'],
      [APPROVER, 'approver'],
    ];
    for (const [telegramId, role] of roles) await letIn(telegramId, { roles: [role] });

    api.say(ASKER, QUESTION);
    const nothing = await told(api, ASKER, 'Chưa tìm thấy căn cứ');
    api.press(ASKER, buttonOf(nothing, BUTTONS.escalate), nothing);
    const notice = await told(api, STAFF, QUESTION.slice(0, 40));
    api.press(STAFF, buttonOf(notice, BUTTONS.take), notice);
    await told(api, STAFF, 'gõ ý kiến nghiệp vụ');
    api.say(STAFF, 'Ghi biểu mẫu giấy tại chỗ và nhập lại vào phần mềm trong ngày làm việc kế tiếp.');
    await told(api, ASKER, 'nhập lại vào phần mềm');
    const replied = await told(api, STAFF, 'Đã gửi ý kiến nghiệp vụ');
    api.press(STAFF, buttonOf(replied, BUTTONS.proposeGuidance), replied);
    await told(api, STAFF, GUIDANCE_STEPS.basis.slice(0, 30));
    api.say(STAFF, 'khoản 1 Điều 5 Nghị định số 901/2025/NĐ-CP');
    await told(api, STAFF, GUIDANCE_STEPS.review.slice(0, 30));
    api.say(STAFF, '31/12/2099');
    await told(api, STAFF, GUIDANCE_STEPS.proposed);

    const waiting = await told(api, APPROVER, '901/2025/NĐ-CP');
    api.press(APPROVER, buttonOf(waiting, BUTTONS.approve), waiting);
    await told(api, APPROVER, GUIDANCE_STEPS.approved);
    api.say(COLLEAGUE, QUESTION);
    const served = await told(api, COLLEAGUE, 'nhập lại vào phần mềm');
    expect(served.text.toLowerCase()).toContain('ý kiến nghiệp vụ');

    await storeDocument(app.db, '901/2025/NĐ-CP');
    await app.review.documents.setState('901/2025/NĐ-CP', 'serving', 'withdrawn', new Date().toISOString());
    expect(await sweepGuidance(wireGuidance(app))).toBe(1);
    await app.index.catchUp();
    await told(api, STAFF, 'đã ngừng dùng để trả lời');
    api.say(COLLEAGUE, '/moi');
    await told(api, COLLEAGUE, 'bắt đầu câu chuyện mới');
    const before = api.sent.length;
    api.say(COLLEAGUE, QUESTION);
    await api.until(() => api.sent.length > before);
    expect(api.sent.at(-1)?.text).not.toContain('nhập lại vào phần mềm');
  });
});
