import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answerer } from '../../src/answer/model.ts';
import { BOT_WORDS } from '../../src/bot/words.ts';
import { type TestBot, testBot } from '../support/bot.ts';
import { answer, citation } from '../support/dialogue.ts';
import { startFakeBotApi } from '../support/fake-bot-api.ts';

let running: TestBot | undefined;
afterEach(() => running?.stop());

/** Takes time as a language model does: shows its first line, then the whole. */
const slow: Answerer = {
  async ask({ onProgress }) {
    await sleep(130);
    const sections = [{ role: 'conclusion' as const, lines: ['Dòng đầu [1].'] }];
    onProgress?.({ sections, citations: [citation(1)], answer: 'Dòng đầu [1].' });
    await sleep(250);
    return { answer: answer('Dòng đầu [1]. Dòng cuối [1].'), hits: [] };
  },
};
const start = async (options: { drafts: boolean }) => {
  running = await testBot({ api: await startFakeBotApi(options), dialogue: { answerer: slow } });
  return running;
};

describe('an answer that takes time', () => {
  it('streams in a draft where the server has drafts, and is sent once', async () => {
    const { api, letIn } = await start({ drafts: true });
    await letIn(7);
    api.say(7, 'lệ phí khai sinh?');
    const [final] = await api.messages(7, 1);
    expect(final?.text).toContain('Dòng cuối');
    expect(final?.edits).toBe(0);
    const drafts = api.drafts.map(({ text }) => text);
    expect(drafts[0]).toBe(BOT_WORDS.searching);
    expect(drafts.at(-1)).toBe(`Dòng đầu [1].\n\n<i>${BOT_WORDS.beingWritten}</i>`);
    expect(api.calls.some(({ method }) => method === 'sendChatAction')).toBe(true);
  });

  it('grows by edits elsewhere, in the message that becomes the answer', async () => {
    const { api, letIn } = await start({ drafts: false });
    await letIn(7);
    api.say(7, 'lệ phí khai sinh?');
    await api.until(() => api.sent[0]?.text.includes('Dòng đầu') ?? false);
    await api.until(() => api.sent[0]?.text.includes('Dòng cuối') ?? false);
    await api.until(() => api.sent[0]?.reply_markup !== undefined);
    expect(api.sent).toHaveLength(1);
    expect(api.sent[0]?.reply_markup?.inline_keyboard?.flat().map(({ text }) => text)).toContain('[1]');
    // The second answer does not try drafts again.
    api.say(7, 'lệ phí khai tử?');
    await api.until(() => api.sent[1]?.text.includes('Dòng cuối') ?? false);
    expect(api.calls.filter(({ method }) => method === 'sendMessageDraft')).toHaveLength(1);
  });

  it('sends the answer anew when the growing message was deleted, and does without showing it at all', async () => {
    const { api, letIn } = await start({ drafts: false });
    await letIn(7);
    api.say(7, 'lệ phí khai sinh?');
    await api.messages(7, 1);
    const gone = { code: 400, description: 'Bad Request: message to edit not found' };
    api.fail('editMessageText', gone, gone, gone);
    const [, anew] = await api.messages(7, 2);
    expect(anew?.text).toContain('Dòng cuối');
    api.fail('sendMessage', { code: 500, description: 'Internal Server Error' });
    api.say(7, 'lệ phí khai tử?');
    expect((await api.messages(7, 3))[2]?.text).toBeDefined();
  });
});
