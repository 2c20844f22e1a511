import { afterEach, describe, expect, it } from 'vitest';
import { createSubscriptionStore } from '../../src/store/changes/subscription-store.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createDialogueStores } from '../../src/store/dialogue/index.ts';
import { type TestBot, testBot } from '../support/bot.ts';

let running: TestBot | undefined;
afterEach(() => running?.stop());

describe('/theodoi', () => {
  it('follows a field in any spelling, lists it, and lets it go', async () => {
    const now = () => new Date('2026-05-04T03:00:00Z');
    const db = await openDatabase(':memory:');
    const stores = createDialogueStores(db, now);
    await stores.escalations.saveRoute({ field: 'Hộ tịch', department: 'so-tu-phap', people: [] });
    const subscriptions = createSubscriptionStore(db);
    let find: Awaited<ReturnType<typeof testBot>>['dialogue']['person'] | undefined;
    const people = { person: async (id: Parameters<NonNullable<typeof find>>[0]) => find?.(id) };
    running = await testBot({ bot: { digest: { ...stores, people, subscriptions, now } } });
    const { api, letIn, dialogue } = running;
    find = dialogue.person;
    await letIn(5);
    const told = async (count: number) => (await api.messages(5, count))[count - 1]?.text;
    api.say(5, '/theodoi');
    expect(await told(1)).toContain('chưa theo dõi lĩnh vực nào');
    api.say(5, '/theodoi ho tich');
    expect(await told(2)).toContain('Đã theo dõi lĩnh vực Hộ tịch');
    api.say(5, '/theodoi chăn nuôi');
    expect(await told(3)).toContain('Chưa có lĩnh vực “chăn nuôi”');
    api.say(5, '/theodoi');
    expect(await told(4)).toContain('đang theo dõi: Hộ tịch');
    api.say(5, '/botheodoi hộ tịch');
    expect(await told(5)).toContain('Đã thôi theo dõi lĩnh vực Hộ tịch');
    await db.destroy();
  });

  it('brings a correction and a digest to Telegram once', async () => {
    running = await testBot();
    const { api, letIn, deps } = running;
    const person = await letIn(7);
    const createdAt = '2026-05-04T09:00:00Z';
    await deps.notices.add([
      {
        id: 'answer_changed/x',
        to: person.id,
        kind: 'answer_changed',
        subject: 'q1',
        text: 'Câu trả lời ngày 04/05/2026 về “…” đã thay đổi.',
        createdAt,
      },
      { id: 'digest/x', to: person.id, kind: 'digest', subject: person.id, text: 'Hướng dẫn mới', createdAt },
    ]);
    const got = await api.messages(7, 2);
    expect(got.map(({ text }) => text)).toEqual([expect.stringContaining('đã thay đổi'), 'Hướng dẫn mới']);
    await expect.poll(() => deps.notices.pending(5)).toEqual([]);
    expect(await api.messages(7, 2)).toHaveLength(2);
  });
});
