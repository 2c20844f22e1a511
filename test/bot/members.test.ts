import { afterEach, describe, expect, it } from 'vitest';
import { BOT_WORDS, BUTTONS, MEMBER_BUTTONS, MEMBER_CHAT } from '../../src/bot/words.ts';
import { buttonOf, type TestBot, testBot } from '../support/bot.ts';

let running: TestBot | undefined;
afterEach(() => running?.stop());
const communes = [
  { slug: 'my-thuong', name: 'phường Mỹ Thượng' },
  { slug: 'a-luoi-1', name: 'xã A Lưới 1' },
];
async function start(): Promise<TestBot> {
  running = await testBot({ dialogue: { communes } });
  return running;
}

describe('people in Telegram', () => {
  it('moves to another commune once an administrator agrees, and leaves the focal role behind', async () => {
    const { api, letIn, deps } = await start();
    const person = await letIn(7, { name: 'Lê Lan', roles: ['focal'], commune: 'my-thuong' });
    await letIn(9, { roles: ['admin'] });
    api.say(7, '/chuyenxa');
    await api.messages(7, 1);
    api.say(7, 'a luoi 1');
    const which = (await api.messages(7, 2))[1];
    api.press(7, buttonOf(which, 'xã A Lưới 1'), which);
    expect((await api.messages(7, 3))[2]?.text).toBe(MEMBER_CHAT.transferSent);
    expect((await deps.people.person(person.id))?.commune).toBe('my-thuong');
    const [notice] = await api.messages(9, 1);
    expect(notice?.text).toContain('Lê Lan (phường Mỹ Thượng) xin chuyển sang xã A Lưới 1');
    api.press(9, buttonOf(notice, BUTTONS.accept), notice);
    await api.messages(9, 2);
    expect(await deps.people.person(person.id)).toMatchObject({ commune: 'a-luoi-1', roles: ['official'] });
    expect((await api.messages(7, 4))[3]?.text).toContain('xã A Lưới 1');
    const menus = () =>
      api.calls.filter(
        ({ method, payload }) =>
          method === 'setMyCommands' && (payload['scope'] as { chat_id?: number } | undefined)?.chat_id === 7,
      );
    await api.until(() => menus().length > 0);
    expect(JSON.stringify(menus().at(-1)?.payload)).not.toContain('moinguoi');
  });

  it('nobody moves another person but an administrator', async () => {
    const { api, letIn, deps } = await start();
    const person = await letIn(7, { commune: 'my-thuong' });
    await letIn(8, { roles: ['focal'], commune: 'a-luoi-1' });
    api.press(8, `mv:${person.id}:a-luoi-1`);
    api.press(8, `ps:${person.id}:left`);
    api.press(8, `pf:${person.id}:yes`);
    await api.until(() => api.calls.filter(({ payload }) => payload['show_alert'] === true).length === 3);
    expect(await deps.people.person(person.id)).toMatchObject({
      commune: 'my-thuong',
      status: 'active',
      roles: ['official'],
    });
  });

  it('a focal person finds the own commune and says who left; an administrator blocks and lets back in', async () => {
    const { api, letIn, deps } = await start();
    const lan = await letIn(7, { name: 'Lê Thị Lan', commune: 'my-thuong' });
    await letIn(6, { name: 'Trần Lan', commune: 'a-luoi-1' });
    await letIn(8, { roles: ['focal'], commune: 'my-thuong' });
    await letIn(9, { roles: ['admin'] });
    api.say(8, '/nguoi lan');
    const [card, none] = await api.messages(8, 1);
    expect(none).toBeUndefined();
    expect(card?.text).toContain('Lê Thị Lan');
    expect(() => buttonOf(card, MEMBER_BUTTONS.block)).toThrow();
    api.press(8, buttonOf(card, MEMBER_BUTTONS.left), card);
    await api.messages(8, 2);
    expect((await deps.people.person(lan.id))?.status).toBe('left');
    api.say(9, '/nguoi lê thị lan');
    const [again] = await api.messages(9, 1);
    api.press(9, buttonOf(again, MEMBER_BUTTONS.unblock), again);
    await api.messages(9, 2);
    expect((await deps.people.person(lan.id))?.status).toBe('active');
    api.say(7, '/nguoi');
    expect((await api.messages(7, 1))[0]?.text).toBe(BOT_WORDS.unknownCommand);
  });

  it('routes a field by the names of its people, and says which names are not clear', async () => {
    const { api, letIn, deps } = await start();
    await letIn(9, { roles: ['admin'] });
    const staff = await letIn(30, { roles: ['staff'], name: 'Lê Văn Cường' });
    api.say(9, '/phancong Hộ tịch = Sở Tư pháp: Nguyễn Văn Không');
    expect((await api.messages(9, 1))[0]?.text).toContain('Nguyễn Văn Không');
    expect(await deps.escalations.routes()).toEqual([]);
    api.say(9, '/phancong Hộ tịch = Sở Tư pháp: lê văn cường');
    await api.messages(9, 2);
    expect(await deps.escalations.routes()).toEqual([
      { field: 'Hộ tịch', department: 'so-tu-phap', people: [staff.id] },
    ]);
    api.say(9, '/phancong');
    expect((await api.messages(9, 3))[2]?.text).toContain('Hộ tịch: Sở Tư pháp (Lê Văn Cường)');
    api.say(30, '/phancong');
    expect((await api.messages(30, 1))[0]?.text).toBe(BOT_WORDS.unknownCommand);
  });

  it('sends new questions to the stand-in, until the person is back', async () => {
    const { api, letIn, deps } = await start();
    const away = await letIn(30, { roles: ['staff'], name: 'Lê Văn Cường' });
    const other = await letIn(31, { roles: ['staff'], name: 'Phạm Thị Dung' });
    api.say(30, '/nghi');
    const [choose] = await api.messages(30, 1);
    api.press(30, buttonOf(choose, 'Phạm Thị Dung'), choose);
    await api.messages(30, 2);
    expect((await deps.people.person(away.id))?.standIn).toBe(other.id);
    api.say(30, '/nghi');
    const again = (await api.messages(30, 3))[2];
    api.press(30, buttonOf(again, MEMBER_BUTTONS.back), again);
    expect((await api.messages(30, 4))[3]?.text).toBe(MEMBER_CHAT.back);
    expect((await deps.people.person(away.id))?.standIn).toBeUndefined();
  });
});
