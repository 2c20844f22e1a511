import { afterEach, describe, expect, it } from 'vitest';
import { BUTTONS, DELEGATION_STEPS } from '../../src/bot/words.ts';
import { DELEGATION_WORDS } from '../../src/dialogue/delegations/words.ts';
import { buttonOf, type TestBot, testBot } from '../support/bot.ts';

let running: TestBot | undefined;
afterEach(() => running?.stop());
const COMMUNES = [{ slug: 'my-thuong', name: 'phường Mỹ Thượng' }];
const NOW = new Date('2026-09-07T03:00:00Z');
async function start(): Promise<TestBot> {
  running = await testBot({ dialogue: { communes: COMMUNES, now: () => NOW } });
  return running;
}

describe('/uyquyen', () => {
  it('adds in four messages, asks again for what is wrong, serves in answers, and is taken out with a tap', async () => {
    const { api, letIn } = await start();
    await letIn(5, { roles: ['focal'], commune: 'my-thuong' });
    await letIn(6, { commune: 'my-thuong' });
    const told = async (chat: number, count: number) => (await api.messages(chat, count))[count - 1];
    api.say(5, '/uyquyen');
    const empty = await told(5, 1);
    expect(empty?.text).toContain(DELEGATION_WORDS.none);
    api.press(5, buttonOf(empty, BUTTONS.addDelegation), empty);
    expect((await told(5, 2))?.text).toBe(DELEGATION_STEPS.matter);
    api.say(5, 'chứng thực bản sao từ bản chính');
    expect((await told(5, 3))?.text).toBe(DELEGATION_STEPS.delegate);
    api.say(5, 'bà Lê Thị Hoa, công chức Văn phòng');
    expect((await told(5, 4))?.text).toBe(DELEGATION_STEPS.decision);
    api.say(5, '15/QĐ-UBND');
    expect((await told(5, 5))?.text).toBe(DELEGATION_WORDS.badDates);
    api.say(5, 'số 15/QĐ-UBND ngày 03/11/2025');
    expect((await told(5, 6))?.text).toBe(DELEGATION_STEPS.term);
    api.say(5, 'từ 01/11/2025');
    expect((await told(5, 7))?.text).toBe(DELEGATION_WORDS.beforeDecision);
    api.say(5, '05/11/2025 đến 04/11/2026');
    expect((await told(5, 8))?.text).toBe(DELEGATION_WORDS.saved);

    api.say(6, 'ai ky chung thuc o xa minh');
    expect((await told(6, 1))?.text).toMatch(/Lê Thị Hoa[\s\S]*15\/QĐ-UBND[\s\S]*Trả lời:/u);
    api.say(6, '/uyquyen');
    const [, , line] = await api.messages(6, 3);
    expect(line?.text).toContain('Lê Thị Hoa');
    expect(line?.reply_markup).toBeUndefined();

    api.say(5, '/uyquyen');
    const entry = await told(5, 10);
    api.press(5, buttonOf(entry, BUTTONS.withdraw), entry);
    expect((await told(5, 11))?.text).toBe(DELEGATION_WORDS.withdrawn);
    api.say(6, 'ai ky chung thuc o xa minh');
    expect((await told(6, 4))?.text).not.toContain('Lê Thị Hoa');
  });
});

describe('papers of the counter', () => {
  it('come as a DOCX under their button', async () => {
    const { api, letIn } = await start();
    await letIn(6, { commune: 'my-thuong' });
    api.say(6, 'lệ phí khai sinh?');
    const [reply] = await api.messages(6, 1);
    api.press(6, buttonOf(reply, 'Phiếu từ chối'), reply);
    const document = (await api.messages(6, 2))[1];
    expect(document?.file?.name).toBe('phieu-tu-choi-9.000001.docx');
    expect(Buffer.from(document!.file!.bytes.slice(0, 2)).toString()).toBe('PK');
  });
});
