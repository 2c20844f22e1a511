import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeOpenAi, type FakeReply, startFakeOpenAi } from '../../../support/fake-openai.ts';
import { ask } from '../fixture.ts';
import { ANSWER, answererOf, call, QUESTION, SEARCH } from './bench.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterAll(() => fake.close());

describe('an agent', () => {
  it.each<[string, object, FakeReply, string, number]>([
    ['steps', { steps: 3 }, SEARCH, 'steps', 3],
    [
      'tokens',
      { tokens: 5_000 },
      { ...SEARCH, usage: { prompt_tokens: 4_900, completion_tokens: 50 } } as FakeReply,
      'tokens',
      1,
    ],
    [
      'tool calls',
      { toolCalls: 2 },
      {
        kind: 'tools',
        calls: Array.from({ length: 9 }, () => ({ name: 'tim_kiem', args: { query: 'khác' } })),
      },
      'tool_calls',
      1,
    ],
  ])('stops at its bound of %s', async (_, limits, step, ended, steps) => {
    const { answerer, asked, agentLog } = answererOf(fake.url, { limits });
    fake.script(step);
    const { answer } = await answerer.ask(ask(QUESTION));
    expect(agentLog()).toMatchObject({ ended, steps });
    expect(asked.length).toBeLessThanOrEqual(1 + 6);
    expect(answer.status).not.toBe('failed');
  });

  it('stops at its bound of time, and what it had found is composed from', async () => {
    const { answerer, agentLog } = answererOf(fake.url, { limits: { totalMs: 600 } });
    fake.script(SEARCH, { kind: 'hang' }, ANSWER);
    const { answer } = await answerer.ask(ask(QUESTION));
    expect(agentLog()).toMatchObject({ ended: 'timeout', steps: 2, units: 1 });
    expect(answer).toMatchObject({ status: 'partial', composer: 'llm' });
  });

  it.each<[string, FakeReply, string]>([
    ['an endpoint that is down', { kind: 'status', status: 503 }, 'server_error'],
    ['an endpoint without tools', { kind: 'status', status: 400 }, 'bad_request'],
    ['no choices', { kind: 'empty_choices' }, 'done'],
    ['an unknown tool', call('xoa_du_lieu', {}), 'steps'],
    ['arguments that are not JSON', call('tim_kiem', '{{{'), 'steps'],
    ['a unit that was not found', call('mo_van_ban', { id: 'U99' }), 'steps'],
  ])('leaves the first answer in place with %s', async (_, script, ended) => {
    const { answerer, agentLog } = answererOf(fake.url);
    fake.script(script);
    const { answer } = await answerer.ask(ask(QUESTION));
    expect(answer.status).toBe('not_found');
    expect(agentLog()).toMatchObject({ ended, units: 0 });
  });

  it('asks nothing without budget', async () => {
    const { answerer, agentLog } = answererOf(fake.url, { dailyTokens: 10_000 });
    const from = fake.requests.length;
    expect((await answerer.ask(ask(QUESTION))).answer.status).toBe('not_found');
    expect(fake.requests.length).toBe(from);
    expect(agentLog()).toBeUndefined();
  });
});
