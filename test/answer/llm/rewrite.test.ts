import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLlmParts } from '../../../src/answer/llm/wire.ts';
import { type FakeOpenAi, startFakeOpenAi, text } from '../../support/fake-openai.ts';
import { ask, embedded, evidenceOf, GOOD, reply } from './fixture.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterAll(() => fake.close());

const partsOf = (more: { dailyTokens?: number } = {}) =>
  createLlmParts(
    {
      apiKey: 'k',
      baseUrl: fake.url,
      model: 'fake',
      scope: 'public',
      timeoutMs: 2_000,
      dailyTokens: 1e9,
      personDailyTokens: 1e9,
      ...more,
    },
    { fallback: embedded, logger: { info: () => {}, warn: () => {} } },
  );
const history = [{ question: 'Ông Lê Văn Tám đăng ký kết hôn cần gì?', answer: '…' }];

describe('a follow-up', () => {
  it('is rewritten to stand alone, names masked on the way', async () => {
    fake.script((r) =>
      text({
        question: `Lệ phí đăng ký kết hôn của ông ${/\[TÊN \d+\]/.exec(r.messages[1]!.content)![0]} là bao nhiêu?`,
      }),
    );
    expect(await partsOf().rewriter('còn lệ phí?', history)).toBe(
      'Lệ phí đăng ký kết hôn của ông Lê Văn Tám là bao nhiêu?',
    );
    expect(JSON.stringify(fake.requests.at(-1))).not.toContain('Lê Văn Tám');
  });

  it.each([
    ['a number nobody said', text({ question: 'Lệ phí 50.000 đồng theo Nghị định 888/2025/NĐ-CP?' })],
    ['an endless question', text({ question: 'a '.repeat(400) })],
    ['prose', text('Lệ phí là…')],
    ['the wrong type', text({ question: 7 })],
    ['an error', { kind: 'status' as const, status: 503 }],
  ])('with %s is left to the rules', async (_, script) => {
    fake.script(script);
    expect(await partsOf().rewriter('còn lệ phí?', history)).toBeUndefined();
  });

  it('without history or budget asks nothing', async () => {
    const before = fake.requests.length;
    expect(await partsOf().rewriter('lệ phí?', [])).toBeUndefined();
    expect(await partsOf({ dailyTokens: 0 }).rewriter('lệ phí?', history)).toBeUndefined();
    expect(fake.requests.length).toBe(before);
  });
});

describe('parts', () => {
  it('compose over the configured endpoint', async () => {
    fake.script(text(reply({ conclusion: [GOOD] })));
    expect(await partsOf().composer.compose(ask('Mấy ngày?'), evidenceOf())).toMatchObject({
      status: 'answered',
      composer: 'llm',
    });
  });
});
