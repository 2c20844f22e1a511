/** Tokens of a question: counted with its answer, whether or not the model's words were used, and kept in the log. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnswerer } from '../../../src/answer/answerer.ts';
import type { Answer } from '../../../src/answer/model.ts';
import { addUsage } from '../../../src/answer/usage.ts';
import { testDialogue } from '../../support/dialogue.ts';
import { type FakeOpenAi, type FakeReply, startFakeOpenAi, text } from '../../support/fake-openai.ts';
import { ask, BIRTH, benchOf, evidenceOf, GOOD, reply, sourceOf, statement, T } from './fixture.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterAll(() => fake.close());

const QUESTION = 'Đăng ký khai sinh phải xác minh thì mấy ngày?';
type Tokens = NonNullable<Extract<FakeReply, { kind: 'text' }>['usage']>;
const good = (usage?: Tokens) => text(reply({ conclusion: [GOOD] }), usage && { usage });
const invented = text(
  reply({ fee: [statement('Lệ phí là 999.000 đồng.', T.manner, 'Lệ phí: 999.000 đồng')] }),
);
function answerer(more: Parameters<typeof benchOf>[1] = {}) {
  const { compose } = benchOf(fake.url, more);
  const retriever = { retrieve: async () => evidenceOf([BIRTH]).retrieval };
  return createAnswerer({ retriever, source: sourceOf([BIRTH]), composer: { name: 'llm', compose } });
}

async function answerTo(replies: readonly FakeReply[], more = {}): Promise<Answer> {
  fake.script(...(replies as [FakeReply]));
  return (await answerer(more).ask(ask(QUESTION))).answer;
}

describe('tokens of a question', () => {
  it('stand with the answer, those that the endpoint had in its cache among them', async () => {
    const usage = {
      prompt_tokens: 900,
      completion_tokens: 80,
      prompt_tokens_details: { cached_tokens: 512 },
    };
    const answer = await answerTo([good(usage)]);
    expect(answer).toMatchObject({ status: 'answered', composer: 'llm' });
    expect(answer.usage).toEqual({
      model: 'fake',
      calls: 1,
      promptTokens: 900,
      completionTokens: 80,
      cachedTokens: 512,
    });
  });

  it('count the repair', async () => {
    const answer = await answerTo([invented, good()]);
    expect(answer.usage).toEqual({ model: 'fake', calls: 2, promptTokens: 200, completionTokens: 100 });
  });

  it('count although the embedded composer answered in the end', async () => {
    const answer = await answerTo([invented, invented]);
    expect(answer.composer).toBe('embedded');
    expect(answer.usage).toEqual({ model: 'fake', calls: 2, promptTokens: 200, completionTokens: 100 });
  });

  it('count the prompt of a reply that broke off', async () => {
    const limits = { totalMs: 15_000, idleMs: 150, maxChars: 60_000, maxTokens: 4_000 };
    const answer = await answerTo([{ kind: 'hang' }], { limits });
    expect(answer.composer).toBe('embedded');
    expect(answer.usage).toMatchObject({ calls: 1, completionTokens: 0 });
    expect(answer.usage!.promptTokens).toBeGreaterThan(500);
  });

  it('are absent when the model was not asked', async () => {
    const answer = await answerTo([good()], { tokens: 10 });
    expect(answer.composer).toBe('embedded');
    expect(answer).not.toHaveProperty('usage');
  });

  it('are kept in the log of questions', async () => {
    fake.script(good());
    const { dialogue, addPerson, deps } = await testDialogue({ answerer: answerer() });
    const { id: person } = await addPerson();
    const asked = { person, channel: 'telegram', conversation: 'c', text: QUESTION } as const;
    const { questionId } = await dialogue.ask(asked);
    expect((await deps.questions.question(questionId))?.answer.usage).toEqual({
      model: 'fake',
      calls: 1,
      promptTokens: 100,
      completionTokens: 50,
    });
  });

  it('of a rewritten follow-up count with its answer', async () => {
    fake.script(good());
    const rewriting = { model: 'fake', calls: 1, promptTokens: 30, completionTokens: 5 };
    const { dialogue, addPerson, deps } = await testDialogue({
      answerer: answerer(),
      rewrite: async (_, __, options) => {
        options?.onUsage?.(rewriting);
        return 'Đăng ký khai sinh phải xác minh thì mấy ngày vậy?';
      },
    });
    const { id: person } = await addPerson();
    const asked = { person, channel: 'telegram', conversation: 'c' } as const;
    await dialogue.ask({ ...asked, text: QUESTION });
    const { questionId } = await dialogue.ask({ ...asked, text: 'còn xác minh?' });
    expect((await deps.questions.question(questionId))?.answer.usage).toEqual({
      model: 'fake',
      calls: 2,
      promptTokens: 130,
      completionTokens: 55,
    });
  });

  it('add up', () => {
    const one = { model: 'm', calls: 1, promptTokens: 10, completionTokens: 2 };
    expect(addUsage(undefined, undefined)).toBeUndefined();
    expect(addUsage(one, undefined)).toBe(one);
    expect(addUsage({ ...one, cachedTokens: 4 }, one)).toEqual({
      model: 'm',
      calls: 2,
      promptTokens: 20,
      completionTokens: 4,
      cachedTokens: 4,
    });
  });
});
