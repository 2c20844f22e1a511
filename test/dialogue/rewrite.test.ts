import { describe, expect, it } from 'vitest';
import type { Rewrite } from '../../src/dialogue/deps.ts';
import { echoAnswerer, testDialogue } from '../support/dialogue.ts';

async function conversation(rewrite: Rewrite, questionsPerMinute = 30) {
  const answerer = echoAnswerer();
  const test = await testDialogue({ answerer, rewrite, options: { questionsPerMinute } });
  const person = await test.addPerson();
  const say = (text: string) =>
    test.dialogue.ask({ person: person.id, channel: 'telegram', conversation: 'c', text });
  return { answerer, say, person, ...test };
}

describe('a follow-up with a language model', () => {
  it('is asked as the model rewrote it, from the earlier questions', async () => {
    const seen: unknown[] = [];
    const { answerer, say, deps, person } = await conversation(async (question, history, options) => {
      seen.push({ question, earlier: history.map((turn) => turn.question), person: options?.person });
      return 'Lệ phí khai sinh cho con riêng là bao nhiêu?';
    });
    await say('Đăng ký khai sinh cần giấy tờ gì?');
    const reply = await say('vậy con riêng thì tốn bao nhiêu tiền?');
    expect(answerer.asked.at(-1)?.question).toBe('Lệ phí khai sinh cho con riêng là bao nhiêu?');
    expect(reply.understoodAs).toBe('Lệ phí khai sinh cho con riêng là bao nhiêu?');
    expect(seen).toEqual([
      {
        question: 'vậy con riêng thì tốn bao nhiêu tiền?',
        earlier: ['Đăng ký khai sinh cần giấy tờ gì?'],
        person: person.id,
      },
    ]);
    expect(await deps.questions.question(reply.questionId)).toMatchObject({
      question: 'vậy con riêng thì tốn bao nhiêu tiền?',
      understoodAs: 'Lệ phí khai sinh cho con riêng là bao nhiêu?',
    });
  });

  it.each<[string, Rewrite]>([
    ['gives nothing', async () => undefined],
    ['fails', async () => Promise.reject(new Error('down'))],
  ])('is completed by the rules when the model %s', async (_, rewrite) => {
    const { answerer, say } = await conversation(rewrite);
    await say('Đăng ký khai sinh cần giấy tờ gì?');
    await say('còn lệ phí?');
    expect(answerer.asked.at(-1)?.question).toContain('thủ tục 9.000001');
  });

  it('does not go to the model first in a conversation, when it is long, or when it is refused', async () => {
    let calls = 0;
    const { say } = await conversation(async () => {
      calls++;
      return undefined;
    }, 2);
    await say('Đăng ký khai sinh cần giấy tờ gì?');
    await say(`Tôi muốn hỏi ${'về thủ tục đăng ký kết hôn '.repeat(5)}?`);
    expect((await say('còn lệ phí?')).answer.status).toBe('refused');
    expect(calls).toBe(0);
  });
});
