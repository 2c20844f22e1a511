import { afterEach, describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/create-bot.ts';
import { BOT_WORDS, BUTTONS, MEMBER_BUTTONS, MEMBER_CHAT } from '../../src/bot/words.ts';
import type { DialogueDeps } from '../../src/dialogue/deps.ts';
import { MACHINE_NOTICE } from '../../src/dialogue/words.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createChatStates, createInboxStore } from '../../src/store/dialogue/inbox-store.ts';
import { QUICK, TOKEN } from '../support/bot.ts';
import { answer, testDialogue } from '../support/dialogue.ts';
import { startTestApi } from '../support/test-api.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A running bot behind `telegram-test-api`, and the chats of people with it. */
async function startedBot(overrides: Partial<DialogueDeps> = {}) {
  const api = await startTestApi();
  stops.push(() => api.stop());
  const { dialogue, deps, addPerson } = await testDialogue(overrides);
  const db = await openDatabase(':memory:');
  const bot = createBot({
    token: TOKEN,
    apiRoot: api.apiRoot,
    dialogue,
    inbox: createInboxStore(db),
    chatStates: createChatStates(db),
    now: deps.now,
    log: deps.log,
    pace: QUICK,
  });
  await bot.start();
  stops.push(() => bot.stop());

  return { chat: api.chat, deps, addPerson };
}

describe('against telegram-test-api', () => {
  it('serves a person from the closed door to the cited source', async () => {
    const { chat, addPerson } = await startedBot();
    const person = chat(77);
    expect((await person.say('/start')).text).toBe(`${BOT_WORDS.closed}\n\n${MACHINE_NOTICE}`);

    await addPerson({ telegramId: '77' });
    const reply = await person.say('lệ phí khai sinh?');
    expect(reply.text).toContain('Trả lời: lệ phí khai sinh? [1]');
    expect(reply.text).toContain(MACHINE_NOTICE);
    await person.press(reply, '[1]');
    expect((await person.next()).text).toContain('Thời hạn: trong ngày làm việc.');

    const { client } = person;
    for (let i = 0; i < 5; i++) await client.sendMessage(client.makeMessage(`câu số ${i}`));
    const numbers: string[] = [];
    while (numbers.length < 5) numbers.push(/câu số (\d)/.exec((await person.next()).text)?.[1] ?? '');
    expect(numbers).toEqual(['0', '1', '2', '3', '4']);
  });

  it('from a request for access to the first answer', async () => {
    const communes = [{ slug: 'my-thuong', name: 'phường Mỹ Thượng', former: ['xã Phú An'] }];
    const { chat, addPerson } = await startedBot({ communes });
    await addPerson({ telegramId: '9', roles: ['admin'] });
    const [person, admin] = [chat(77), chat(9)];
    await person.press(await person.say('/start'), BUTTONS.askAccess);
    expect((await person.next()).text).toBe(BOT_WORDS.askName);
    expect((await person.say('Lê Thị Lan')).text).toBe(BOT_WORDS.askCommune);
    const which = await person.say('Phú An');
    expect(which.text).toBe(BOT_WORDS.formerCommune('Phú An'));
    await person.press(which, 'phường Mỹ Thượng');
    expect((await person.next()).text).toBe(BOT_WORDS.askPosition);
    expect((await person.say('công chức tư pháp')).text).toBe(BOT_WORDS.requested);
    const request = await admin.next();
    expect(request.text).toContain('Lê Thị Lan');
    await admin.press(request, BUTTONS.accept);
    expect((await admin.next()).text).toBe(BOT_WORDS.accepted('Lê Thị Lan'));
    await person.next();
    expect((await person.say('lệ phí khai sinh?')).text).toContain('[1]');
  });

  it('from a question to the professional opinion, through the stand-in of who is on leave', async () => {
    const { chat, addPerson } = await startedBot();
    await addPerson({ telegramId: '7' });
    await addPerson({ telegramId: '30', roles: ['staff'], fields: ['Hộ tịch'], name: 'Lê Văn Cường' });
    await addPerson({ telegramId: '31', roles: ['staff'], name: 'Phạm Thị Dung' });
    const [asker, away, other] = [chat(7), chat(30), chat(31)];
    await away.press(await away.say('/nghi'), 'Phạm Thị Dung');
    expect((await away.next()).text).toBe(MEMBER_CHAT.away('Phạm Thị Dung'));
    const reply = await asker.say('lệ phí khai sinh?');
    await asker.press(reply, BUTTONS.escalate);
    expect((await asker.next()).text).toContain('Chờ tiếp nhận');
    const waiting = await other.next();
    expect(waiting.text).toContain('lệ phí khai sinh');
    await other.press(waiting, BUTTONS.take);
    expect((await other.next()).text).toBe(BOT_WORDS.typeReply);
    expect((await asker.next()).text).toContain('đã tiếp nhận');
    expect((await other.say('Miễn theo Điều 11 Luật Hộ tịch.')).text).toBe(BOT_WORDS.replied);
    expect((await asker.next()).text).toContain('Ý kiến nghiệp vụ');
    await away.press(await away.say('/nghi'), MEMBER_BUTTONS.back);
    expect((await away.next()).text).toBe(MEMBER_CHAT.back);
  });

  it('moves a person to another commune and routes a field', async () => {
    const communes = [
      { slug: 'my-thuong', name: 'phường Mỹ Thượng' },
      { slug: 'a-luoi-1', name: 'xã A Lưới 1' },
    ];
    const { chat, addPerson, deps } = await startedBot({ communes });
    const lan = await addPerson({ telegramId: '7', name: 'Lê Lan', commune: 'my-thuong' });
    await addPerson({ telegramId: '9', roles: ['admin'] });
    await addPerson({ telegramId: '30', roles: ['staff'], name: 'Lê Văn Cường' });
    const [person, admin] = [chat(7), chat(9)];
    expect((await person.say('/chuyenxa')).text).toBe(MEMBER_CHAT.whichCommune);
    await person.press(await person.say('a luoi 1'), 'xã A Lưới 1');
    expect((await person.next()).text).toBe(MEMBER_CHAT.transferSent);
    await admin.press(await admin.next(), BUTTONS.accept);
    expect((await admin.next()).text).toBe(MEMBER_CHAT.moved('Lê Lan', 'xã A Lưới 1'));
    expect((await deps.people.person(lan.id))?.commune).toBe('a-luoi-1');
    const routed = await admin.say('/phancong Hộ tịch = Sở Tư pháp: Lê Văn Cường');
    expect(routed.text).toBe(MEMBER_CHAT.routed('Hộ tịch'));
    expect((await admin.say('/phancong')).text).toContain('Hộ tịch: Sở Tư pháp (Lê Văn Cường)');
  });

  it('shows an answer in the making by edits and ends with it', { timeout: 30_000 }, async () => {
    const soFar = (line: string) => ({
      sections: [{ role: 'conclusion' as const, lines: [line] }],
      citations: [],
      answer: line,
    });
    const answerer = {
      async ask({ onProgress }: Parameters<DialogueDeps['answerer']['ask']>[0]) {
        onProgress?.(soFar('Miễn phí.'));
        await new Promise((resolve) => setTimeout(resolve, 400));
        return { answer: answer('Miễn phí. Trả ngay. [1]'), hits: [] };
      },
    };
    const { chat, addPerson } = await startedBot({ answerer });
    await addPerson({ telegramId: '7' });
    const person = chat(7);
    const begun = await person.say('lệ phí?');
    expect(begun.text).toContain('Miễn phí.');
    const history = async () => JSON.stringify((await person.client.getUpdatesHistory()) as unknown);
    await expect.poll(history, { timeout: 10_000 }).toContain('Trả ngay.');
  });
});
