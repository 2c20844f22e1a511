import { afterEach, describe, expect, it } from 'vitest';
import { BOT_WORDS, BUTTONS } from '../../src/bot/words.ts';
import type { FieldRoute } from '../../src/dialogue/model.ts';
import { ESCALATION_WORDS, MACHINE_NOTICE, PEOPLE_TEXTS } from '../../src/dialogue/words.ts';
import { buttonOf, type TestBot, testBot } from '../support/bot.ts';
import { echoAnswerer } from '../support/dialogue.ts';
import type { Sent } from '../support/fake-bot-api.ts';

let running: TestBot | undefined;
afterEach(() => running?.stop());
async function start(options?: Parameters<typeof testBot>[0]): Promise<TestBot> {
  running = await testBot(options);
  return running;
}
const COMMUNES = [
  { slug: 'my-thuong', name: 'phường Mỹ Thượng' },
  { slug: 'a-luoi-1', name: 'xã A Lưới 1' },
  { slug: 'a-luoi-2', name: 'xã A Lưới 2' },
];

describe('access', () => {
  it('is closed: a stranger gets how to ask for access, and no answer', async () => {
    const answerer = echoAnswerer();
    const { api } = await start({ dialogue: { answerer } });
    for (const text of ['/start', 'lệ phí khai sinh?', '/quantri', '/vanban 120/2025']) api.say(50, text);
    const texts = (await api.messages(50, 4)).map(({ text }) => text);
    expect(new Set(texts)).toEqual(new Set([`${BOT_WORDS.closed}\n\n${MACHINE_NOTICE}`]));
    expect(answerer.asked).toEqual([]);
  });

  it('registers in three messages, an administrator approves with one tap, the person asks', async () => {
    const options = { adminTelegramIds: ['9'] };
    const { api, deps } = await start({ dialogue: { communes: COMMUNES, options } });
    api.say(9, '/start');
    await api.messages(9, 1);
    api.say(50, '/start');
    const [closed] = await api.messages(50, 1);
    api.press(50, buttonOf(closed, BUTTONS.askAccess), closed);
    await api.messages(50, 2);
    api.say(50, 'Trần Thị Bình');
    await api.messages(50, 3);
    api.say(50, 'a lưới');
    const which = (await api.messages(50, 4))[3];
    expect(which?.text).toBe(BOT_WORDS.whichCommune);
    api.press(50, buttonOf(which, 'xã A Lưới 2'), which);
    await api.messages(50, 5);
    api.say(50, 'Công chức tư pháp');
    expect((await api.messages(50, 6))[5]?.text).toBe(BOT_WORDS.requested);
    api.say(50, 'lệ phí khai sinh?');
    expect((await api.messages(50, 7))[6]?.text).toBe(BOT_WORDS.pending);

    const notice = (await api.messages(9, 2))[1];
    expect(notice?.text).toBe(PEOPLE_TEXTS.requested('Trần Thị Bình', 'Công chức tư pháp', 'xã A Lưới 2'));
    api.press(9, buttonOf(notice, BUTTONS.accept), notice);
    expect((await api.messages(9, 3))[2]?.text).toBe(BOT_WORDS.accepted('Trần Thị Bình'));
    expect((await api.messages(50, 8))[7]?.text).toBe(PEOPLE_TEXTS.granted);
    expect(await deps.people.byTelegramId('50')).toMatchObject({ status: 'active', commune: 'a-luoi-2' });
    api.say(50, 'lệ phí khai sinh?');
    expect((await api.messages(50, 9))[8]?.text).toContain('Trả lời: lệ phí khai sinh?');

    api.press(
      9,
      buttonOf(
        {
          reply_markup: {
            inline_keyboard: [
              [{ text: 'x', callback_data: `n:${(await deps.people.byTelegramId('50'))?.id}` }],
            ],
          },
        },
        'x',
      ),
    );
    await api.until(() => api.calls.some(({ payload }) => payload['show_alert'] === true));
    expect(await deps.people.byTelegramId('50')).toMatchObject({ status: 'active' });
  });

  it('makes the first administrator by a claim code that works once', async () => {
    const { api, dialogue, deps } = await start();
    const code = await dialogue.claimCode();
    api.say(9, `/start ${code}`);
    await api.messages(9, 1);
    expect(await deps.people.byTelegramId('9')).toMatchObject({ status: 'active', roles: ['admin'] });
    api.say(66, `/start ${code}`);
    expect((await api.messages(66, 1))[0]?.text).toContain('Mã mời không đúng');
    expect(await deps.people.byTelegramId('66')).toBeUndefined();
    expect(await dialogue.claimCode()).toBeUndefined();
  });

  it('invites with a link that lets somebody in with the inviter’s commune', async () => {
    const { api, letIn, deps } = await start();
    await letIn(20, { roles: ['focal'], commune: 'my-thuong' });
    api.say(20, '/moinguoi');
    const code = /start=([\w-]+)/.exec((await api.messages(20, 1))[0]?.text ?? '')?.[1];
    api.say(51, `/start ${code}`);
    await api.messages(51, 1);
    expect(await deps.people.byTelegramId('51')).toMatchObject({
      status: 'active',
      commune: 'my-thuong',
      roles: ['official'],
    });
  });

  it('offers administration to administrators only', async () => {
    const { api, letIn, deps } = await start({ bot: { publicUrl: 'https://tro-ly.example' } });
    await letIn(9, { roles: ['admin'] });
    await letIn(7);
    api.say(7, '/quantri');
    expect((await api.messages(7, 1))[0]?.text).toBe(BOT_WORDS.unknownCommand);
    api.press(7, 'g');
    api.press(7, 'l');
    api.press(7, 'i:staff');
    await api.until(() => api.calls.filter(({ payload }) => payload['show_alert'] === true).length === 2);
    api.say(9, '/quantri');
    const menu = (await api.messages(9, 1))[0];
    api.press(9, buttonOf(menu, BUTTONS.signin), menu);
    expect((await api.messages(9, 2))[1]?.text).toMatch(/https:\/\/tro-ly\.example\/dang-nhap\/\S{40,}/);
    expect(await deps.people.people({ role: 'staff' })).toEqual([]);
  });

  it('shuts out who is blocked, invitation or not', async () => {
    const { api, letIn, dialogue } = await start();
    const admin = await letIn(9, { roles: ['admin'] });
    const person = await letIn(7);
    await dialogue.changeStatus({ by: admin.id, person: person.id, to: 'blocked' });
    const { code } = await dialogue.invite({ by: admin.id, roles: ['official'], uses: 1, days: 1 });
    api.say(7, 'lệ phí khai sinh?');
    api.say(7, `/start ${code}`);
    const texts = (await api.messages(7, 2)).map(({ text }) => text);
    expect(texts[0]).toBe(BOT_WORDS.blocked);
    expect(await dialogue.identify({ telegramId: '7', name: 'x' })).toMatchObject({ status: 'blocked' });
  });
});

describe('escalation', () => {
  it('goes from the asker to the staff of the field and back as a reply to the question', async () => {
    const { api, letIn, deps } = await start();
    await letIn(7, { commune: 'my-thuong' });
    const staff = await letIn(30, { roles: ['staff'], name: 'Lê Văn Cường', department: 'so-tu-phap' });
    await letIn(31, { roles: ['staff'], department: 'so-y-te' });
    const route: FieldRoute = { field: 'Hộ tịch', department: 'so-tu-phap', people: [staff.id] };
    await deps.escalations.saveRoute(route);

    const asked = 'CCCD 046189001234 khai sinh quá hạn thì sao?';
    api.say(7, asked);
    const [reply] = await api.messages(7, 1);
    const question = reply?.reply_parameters?.message_id;
    api.push({
      callback_query: {
        id: 'x',
        chat_instance: '1',
        data: buttonOf(reply, BUTTONS.escalate),
        from: { id: 7, is_bot: false, first_name: 'B' },
        message: {
          message_id: reply?.message_id,
          date: 1,
          chat: { id: 7, type: 'private', first_name: 'B' },
          reply_to_message: {
            message_id: question,
            date: 1,
            chat: { id: 7, type: 'private', first_name: 'B' },
          },
        },
      },
    });
    expect((await api.messages(7, 2))[1]?.text).toContain(ESCALATION_WORDS.cho_tiep_nhan);

    const [notice] = await api.messages(30, 1);
    expect(notice?.text).toContain('khai sinh quá hạn');
    expect(notice?.text).not.toContain('046189001234');
    api.press(30, buttonOf(notice, BUTTONS.take), notice);
    expect((await api.messages(30, 2))[1]?.text).toBe(BOT_WORDS.typeReply);
    expect((await api.messages(7, 3))[2]?.text).toContain('Lê Văn Cường');
    api.press(31, buttonOf(notice, BUTTONS.take), notice);
    await api.until(() => api.calls.some(({ payload }) => payload['show_alert'] === true));

    api.say(30, 'Lập hồ sơ theo Điều 5 <bình thường>.');
    expect((await api.messages(30, 3))[2]?.text).toBe(BOT_WORDS.replied);
    const opinion = (await api.messages(7, 4))[3];
    expect(opinion?.text).toContain('Ý kiến nghiệp vụ');
    expect(opinion?.text).toContain('Lập hồ sơ theo Điều 5 &lt;bình thường&gt;.');
    expect(opinion?.reply_parameters?.message_id).toBe(question);
    api.say(30, 'lệ phí khai tử?');
    expect((await api.messages(30, 4))[3]?.text).toContain('Trả lời: lệ phí khai tử?');
    expect((await deps.escalations.list({}))[0]).toMatchObject({ state: 'da_tra_loi', takenBy: staff.id });
  });

  it('takes a reply to the notice for the answer, tapped or not; nobody else’s after that', async () => {
    const { api, letIn, dialogue, deps } = await start();
    const asker = await letIn(7);
    for (const chat of [30, 31]) await letIn(chat, { roles: ['staff'], fields: ['Hộ tịch'] });
    const text = 'Khai sinh quá hạn?';
    const asked = { person: asker.id, channel: 'telegram', conversation: 'tg:7', text } as const;
    const { questionId } = await dialogue.ask(asked);
    await dialogue.escalate({ by: asker.id, question: questionId });
    const [notice] = await api.messages(30, 1);
    const [same] = await api.messages(31, 1);
    const replyTo = ({ message_id, reply_markup }: Sent) => ({
      reply_to_message: { message_id, date: 1, reply_markup },
    });
    api.say(30, 'Lập hồ sơ theo Điều 5.', replyTo(notice!));
    expect((await api.messages(30, 2))[1]?.text).toBe(BOT_WORDS.replied);
    await api.until(() => api.sent.some((m) => m.chat_id === 7 && m.text.includes('Lập hồ sơ theo Điều 5.')));
    api.say(31, 'Tôi nghĩ khác.', replyTo(same!));
    await api.messages(31, 2);
    expect((await deps.escalations.list({}))[0]).toMatchObject({ reply: 'Lập hồ sơ theo Điều 5.' });
  });

  it('lists what waits for the staff and what the asker sent, with its state', async () => {
    const { api, letIn, dialogue } = await start();
    const asker = await letIn(7);
    await letIn(30, { roles: ['staff'], fields: ['Hộ tịch'] });
    await letIn(31, { roles: ['staff'], fields: ['Đất đai'] });
    const question = {
      person: asker.id,
      channel: 'telegram' as const,
      conversation: 'tg:7',
      text: 'Khai sinh quá hạn?',
    };
    const { questionId } = await dialogue.ask(question);
    await dialogue.escalate({ by: asker.id, question: questionId });
    for (const chat of [7, 30, 31]) api.say(chat, '/cauhoi');
    expect((await api.messages(7, 1))[0]?.text).toContain(
      `Khai sinh quá hạn?\n   ${ESCALATION_WORDS.cho_tiep_nhan}`,
    );
    const lists = await api.messages(30, 1);
    expect(
      buttonOf(
        lists.find(({ text }) => text === 'Khai sinh quá hạn?'),
        BUTTONS.take,
      ),
    ).toBeDefined();
    expect((await api.messages(31, 1))[0]?.text).toBe(BOT_WORDS.nothingEscalated);
  });
});
