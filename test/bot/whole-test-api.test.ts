import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import type { TelegramBot } from '../../src/bot/create-bot.ts';
import { BOT_WORDS, BUTTONS, GUIDANCE_STEPS, MEMBER_BUTTONS } from '../../src/bot/words.ts';
import { ESCALATION_WORDS, FEEDBACK_WORDS, MACHINE_NOTICE, WRONG_REASONS } from '../../src/dialogue/words.ts';
import { startTestApi, type TestApi, type TestChat } from '../support/test-api.ts';
import { startWholeProgram, type WholeProgram } from '../support/whole-program.ts';

const [ADMIN, LAN, BINH, STAFF, APPROVER] = [9, 7, 8, 30, 40];
const LETTER = `SỞ TƯ PHÁP THÀNH PHỐ HUẾ

Số: 77/HD-STP
Huế, ngày 05 tháng 01 năm 2026

HƯỚNG DẪN
Về nhà văn hóa thôn

Điều 1. Giờ mở cửa
Nhà văn hóa mở cửa từ 7 giờ đến 21 giờ các ngày trong tuần.

Điều 2. Người quản lý
Trưởng thôn quản lý nhà văn hóa thôn.
`;
const OPEN_QUESTION = 'Phần mềm hộ tịch mất kết nối thì đăng ký khai sinh lưu động thế nào?';

/** Each flow of people with the whole program and its corpus, over a Bot API server that nobody here wrote. */
describe('the whole program over telegram-test-api', { timeout: 60_000 }, () => {
  let api: TestApi;
  let app: App;
  let bot: TelegramBot;
  let program: WholeProgram;
  let shift = 0;
  const chats = new Map<number, TestChat>();
  const chat = (id: number): TestChat => {
    const known = chats.get(id) ?? api.chat(id);
    chats.set(id, known);
    return known;
  };

  beforeAll(async () => {
    api = await startTestApi();
    const own = { name: 'huong-dan.txt', text: LETTER };
    program = await startWholeProgram(api.apiRoot, own, () => new Date(Date.now() + shift));
    ({ app, bot } = program);
    await program.letIn(STAFF, { roles: ['staff'], fields: ['Hộ tịch'] });
    await program.letIn(APPROVER, { roles: ['approver'] });
  }, 120_000);
  afterAll(async () => {
    await program.close();
    await api.stop();
  });

  it('lets in the first administrator by code, a person on request, another by link', async () => {
    await chat(ADMIN).say(`/start ${await app.dialogue.claimCode()}`);
    const lan = chat(LAN);
    const closed = await lan.say('đăng ký khai sinh cần gì');
    expect(closed.text).toContain(BOT_WORDS.closed);
    expect(closed.text).toContain(MACHINE_NOTICE);
    await lan.press(closed, BUTTONS.askAccess);
    expect((await lan.next()).text).toBe(BOT_WORDS.askName);
    await lan.say('Lê Thị Lan');
    const which = await lan.say('Phú An');
    await lan.press(which, 'phường Mỹ Thượng');
    await lan.told(BOT_WORDS.askPosition);
    expect((await lan.say('công chức tư pháp')).text).toBe(BOT_WORDS.requested);
    await chat(ADMIN).press(await chat(ADMIN).told('Lê Thị Lan'), BUTTONS.accept);
    await lan.told('được cấp quyền');

    const menu = await chat(ADMIN)
      .say('/quantri')
      .then(() => chat(ADMIN).say('/quantri'));
    await chat(ADMIN).press(menu, BUTTONS.inviteOfficial);
    const code = /start=(\S+)/.exec((await chat(ADMIN).told('start=')).text)?.[1];
    expect((await chat(BINH).say(`/start ${code}`)).text).toContain('Đã cấp quyền');
  });

  it('answers with the source, its context, the sheet for the citizen, the basis to copy, and takes the verdict', async () => {
    const lan = chat(LAN);
    const answer = await lan.say('đăng ký khai sinh cần giấy tờ gì');
    expect(answer.text).toContain('Giấy chứng sinh');
    expect(answer.text).toContain('<blockquote expandable>');
    expect(answer.text).toContain(MACHINE_NOTICE);
    const copy = answer.reply_markup?.inline_keyboard.flat().find(({ text }) => text === BUTTONS.copy);
    expect(copy?.copy_text?.text).toMatch(/^Căn cứ: .*tra cứu ngày/u);
    await lan.press(answer, '[1]');
    expect((await lan.next()).text).toContain('Giấy chứng sinh');
    await lan.press(answer, BUTTONS.checklist);
    expect((await lan.next()).text).toContain('Giấy tờ cần chuẩn bị');
    await lan.press(answer, BUTTONS.helpful);
    await lan.press(answer, BUTTONS.wrong);
    const why = await lan.told(FEEDBACK_WORDS.why);
    await lan.press(why, WRONG_REASONS.thieu);
    const feedback = async () =>
      (await app.stores.questions.list({}, { limit: 9 })).find((q) => q.feedback)?.feedback;
    await expect.poll(feedback, { timeout: 10_000 }).toMatchObject({ verdict: 'wrong', reason: 'thieu' });
  });

  it('follows up, starts afresh, answers several questions of one message, and says what it cannot hear', async () => {
    const lan = chat(LAN);
    expect((await lan.say('còn lệ phí?')).text).toContain('Đăng ký khai sinh (mã 1.001193)');
    expect((await lan.say('thế ở biên giới thì sao?')).text).toContain('biên giới');
    expect((await lan.say('/moi')).text).toContain('bắt đầu câu chuyện mới');
    const first = await lan.say('Lệ phí đăng ký kết hôn bao nhiêu? Đăng ký khai tử nộp ở đâu?');
    expect([first.text, (await lan.next()).text].join()).toMatch(/kết hôn[\s\S]*khai tử/iu);
    const voice = { voice: { file_id: 'v', file_unique_id: 'v', duration: 1 } };
    expect((await lan.say('', voice)).text).toBe(BOT_WORDS.voice);
  });

  it('looks up a document, an article, a procedure, a former commune and a deadline', async () => {
    const lan = chat(LAN);
    expect((await lan.say('/vanban 77/HD-STP')).text).toContain('77/HD-STP');
    expect((await lan.say('Điều 2 hướng dẫn 77/HD-STP')).text).toContain('Trưởng thôn quản lý');
    expect((await lan.say('/thutuc 1.001193')).text).toContain('mã 1.001193');
    expect((await lan.say('xã Phú An trước thuộc Phú Vang nay là xã nào')).text).toContain(
      'phường Mỹ Thượng',
    );
    const due = await lan.say('nhận thứ sáu 28/8/2026, 3 ngày làm việc thì hẹn bao giờ');
    expect(due.text).toContain('thứ Hai, 07/09/2026');
    for (const day of ['31/08/2026', '01/09/2026', '02/09/2026']) expect(due.text).toContain(day);
  });

  it('keeps the register of delegations by its focal person and answers from it', async () => {
    const [admin, lan] = [chat(ADMIN), chat(LAN)];
    await admin.press(await admin.say('/nguoi Lan'), MEMBER_BUTTONS.focal);
    await admin.next();
    await lan.say('/uyquyen');
    await lan.press(await lan.say('/uyquyen'), BUTTONS.addDelegation);
    await lan.told('ủy quyền');
    for (const text of [
      'Chứng thực bản sao từ bản chính',
      'bà Lê Thị Hoa, công chức',
      '15/QĐ-UBND 03/11/2025',
    ])
      await lan.say(text);
    await lan.say('05/11/2025 đến 31/12/2099');
    const signers = await lan.say('ở phường mình ai ký chứng thực bản sao?');
    expect(signers.text.split('\n')[0]).toContain('Lê Thị Hoa');
  });

  it('sends a question to its staff, reminds them, tells of what is late, brings the opinion back', async () => {
    const [lan, staff, admin] = [chat(LAN), chat(STAFF), chat(ADMIN)];
    await lan.press(await lan.say(OPEN_QUESTION), BUTTONS.escalate);
    await lan.told(ESCALATION_WORDS.cho_tiep_nhan);
    await staff.told('mất kết nối');
    // Days off do not count: how long it takes depends on the day of the test.
    while ((await app.dialogue.sweepOverdue()) === 0) shift += 6 * 3_600_000;
    await staff.told('chưa có ai tiếp nhận');
    await admin.told('đã quá hạn');
    await lan.told('chưa được trả lời đúng hạn');
    await staff.press(await staff.told('đã quá hạn'), BUTTONS.take);
    await staff.told(BOT_WORDS.typeReply);
    await lan.told('đã tiếp nhận');
    const sent = await staff.say(
      'Ghi biểu mẫu giấy tại chỗ và nhập lại vào phần mềm trong ngày làm việc kế tiếp.',
    );
    expect(sent.text).toBe(BOT_WORDS.replied);
    expect((await lan.told('nhập lại vào phần mềm')).text).toContain('Ý kiến nghiệp vụ');
    expect((await lan.say('/cauhoi')).text).toContain(ESCALATION_WORDS.da_tra_loi);

    await staff.press(sent, BUTTONS.proposeGuidance);
    await staff.told(GUIDANCE_STEPS.basis.slice(0, 30));
    await staff.say('Điều 2 Hướng dẫn số 77/HD-STP');
    await staff.say('31/12/2099');
    await chat(APPROVER).press(await chat(APPROVER).told('77/HD-STP'), BUTTONS.approve);
    await chat(APPROVER).told(GUIDANCE_STEPS.approved);
    expect((await chat(BINH).say(OPEN_QUESTION)).text).toContain('nhập lại vào phần mềm');
  });

  it('answers in a group when mentioned only', async () => {
    const group = api.chat(LAN, -50);
    await group.client.sendMessage(group.client.makeMessage('Điều 2 hướng dẫn 77/HD-STP'));
    const name = `@${bot.username()}`;
    const entities = [{ type: 'mention', offset: 0, length: name.length }];
    const reply = await group.say(`${name} Điều 1 hướng dẫn 77/HD-STP`, { entities });
    expect(reply.text).toContain('7 giờ đến 21 giờ');
  });
});
