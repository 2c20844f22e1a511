import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CircuitBreaker } from '../../../src/answer/llm/breaker.ts';
import { dayOf, memoryCounter, TokenBudget } from '../../../src/answer/llm/budget.ts';
import { type FakeOpenAi, startFakeOpenAi, text } from '../../support/fake-openai.ts';
import { ask, benchOf, evidenceOf, GOOD, reply } from './fixture.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterEach(() => fake.refuse());
afterAll(() => fake.close());

const good = text(reply({ conclusion: [GOOD] }));
const question = ask('Khai sinh phải xác minh thì mấy ngày?');

describe('endpoints with fewer features', () => {
  it.each([
    ['json_schema', ['json_schema'], 'json_object'],
    ['the newer token limit', ['max_completion_tokens'], 'json_schema'],
    ['any JSON mode', ['json_schema', 'json_object'], 'plain'],
    ['stream options', ['stream_options'], 'json_schema'],
    ['streaming', ['stream'], 'json_schema_unstreamed'],
    [
      'anything but a plain question',
      ['json_schema', 'json_object', 'stream_options', 'stream', 'max_completion_tokens'],
      'plain_unstreamed',
    ],
  ] as const)('without %s the next mode is used, and remembered', async (_, refused, mode) => {
    fake.refuse(...refused);
    fake.script(good);
    const bench = benchOf(fake.url);
    expect(await bench.compose(question, evidenceOf())).toMatchObject({
      status: 'answered',
      composer: 'llm',
    });
    expect(bench.log[0]!.fields['mode']).toBe(mode);
    const shown = fake.requests.at(-1)!.messages[0]!.content.includes('"additionalProperties":false');
    expect(shown).toBe(!mode.startsWith('json_schema'));
    const before = fake.requests.length;
    await bench.compose(question, evidenceOf());
    expect(fake.requests.length).toBe(before + 1);
  });

  it('asks for the strict schema and for usage first', async () => {
    fake.script(
      text(reply({ conclusion: [GOOD] }), {
        usage: { prompt_tokens: 900, completion_tokens: 80, prompt_tokens_details: { cached_tokens: 512 } },
      }),
    );
    const bench = benchOf(fake.url);
    await bench.compose(question, evidenceOf());
    expect(fake.requests.at(-1)).toMatchObject({
      stream: true,
      stream_options: { include_usage: true },
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    });
    expect(bench.log[0]!.fields).toMatchObject({
      promptTokens: 900,
      completionTokens: 80,
      cachedTokens: 512,
      calls: 1,
    });
  });

  it('a whole body where a stream was asked for is asked for again, whole', async () => {
    fake.script({ kind: 'raw', body: '{"choices":[]}', contentType: 'application/json' }, good);
    const bench = benchOf(fake.url);
    const before = fake.requests.length;
    expect((await bench.compose(question, evidenceOf())).composer).toBe('llm');
    expect(fake.requests.length - before).toBe(2);
    expect(bench.log[0]!.fields['mode']).toBe('json_schema_unstreamed');
  });
});

describe('circuit breaker', () => {
  const options = { failures: 3, pauseMs: 1_000, maxPauseMs: 3_000 };

  it('opens after failures in a row, lets one probe through, and closes on success', () => {
    let now = 0;
    const breaker = new CircuitBreaker(() => now, options);
    for (let i = 0; i < 3; i++) {
      expect(breaker.admit()).toBe(true);
      breaker.failed();
    }
    expect([breaker.state, breaker.admit()]).toEqual(['open', false]);
    now = 1_000;
    expect([breaker.state, breaker.admit(), breaker.admit()]).toEqual(['half_open', true, false]);
    breaker.failed();
    now = 2_500;
    expect(breaker.admit()).toBe(false);
    now = 3_000;
    expect(breaker.admit()).toBe(true);
    breaker.succeeded();
    expect([breaker.state, breaker.admit(), breaker.admit()]).toEqual(['closed', true, true]);
  });

  it('a success in between starts the count again', () => {
    const breaker = new CircuitBreaker(() => 0, options);
    for (const ok of [false, false, true, false, false]) ok ? breaker.succeeded() : breaker.failed();
    expect(breaker.state).toBe('closed');
  });

  it('a probe that said nothing lets the next one through', () => {
    let now = 0;
    const breaker = new CircuitBreaker(() => now, options);
    for (let i = 0; i < 3; i++) breaker.failed();
    now = 1_000;
    expect(breaker.admit()).toBe(true);
    breaker.released();
    expect(breaker.admit()).toBe(true);
  });

  it('a 429 storm asks the endpoint once in the time it asked for', async () => {
    fake.script({ kind: 'status', status: 429, headers: { 'retry-after': '60' } });
    const bench = benchOf(fake.url);
    const before = fake.requests.length;
    for (let i = 0; i < 20; i++)
      expect((await bench.compose(question, evidenceOf())).composer).toBe('embedded');
    expect(fake.requests.length - before).toBe(1);
    expect(bench.log.slice(1).every((l) => l.fields['reason'] === 'circuit_open')).toBe(true);
    fake.script(good);
    bench.advance(61_000);
    expect((await bench.compose(question, evidenceOf())).composer).toBe('llm');
  });

  it('an unverifiable reply is no failure of the endpoint', async () => {
    fake.script(
      text('{"verdict":"full","conclusion":[{"text":"Thời hạn 99 ngày","evidence":["E1"],"quotes":[]}]}'),
    );
    const bench = benchOf(fake.url);
    for (let i = 0; i < 5; i++) await bench.compose(question, evidenceOf());
    expect(bench.log.map((l) => l.fields['reason'])).toEqual(Array(5).fill('nothing_verified'));
  });
});

describe('token budgets', () => {
  const limits = { dailyTokens: 1_000, personDailyTokens: 400 };
  const noon = Date.UTC(2026, 10, 23, 5);

  it('hold per person and for all, by the day in Hue', async () => {
    let now = noon;
    const budget = new TokenBudget(
      memoryCounter(),
      () => limits,
      () => now,
    );
    expect(await budget.reserve('a', 300)).toBeDefined();
    expect(await budget.reserve('a', 300)).toBeUndefined();
    expect(await budget.reserve('b', 300)).toBeDefined();
    expect(await budget.reserve(undefined, 500)).toBeUndefined();
    expect(await budget.reserve(undefined, 400)).toBeDefined();
    expect(await budget.reserve('c', 1)).toBeUndefined();
    now = Date.UTC(2026, 10, 23, 17);
    expect(dayOf(now)).toBe('2026-11-24');
    expect(await budget.reserve('a', 300)).toBeDefined();
  });

  it('count what was used, not what was booked', async () => {
    const budget = new TokenBudget(
      memoryCounter(),
      () => limits,
      () => noon,
    );
    const first = await budget.reserve('a', 390);
    await first!.settle(10);
    expect(await budget.reserve('a', 390)).toBeDefined();
  });

  it('many at once cannot all pass the same last check', async () => {
    const budget = new TokenBudget(
      memoryCounter(),
      () => limits,
      () => noon,
    );
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => budget.reserve(`p${i}`, 300)));
    expect(all.filter(Boolean).length).toBeLessThanOrEqual(3);
  });

  it('used up: the embedded composer answers, nothing is sent', async () => {
    const bench = benchOf(fake.url, { personTokens: 100 });
    const before = fake.requests.length;
    const draft = await bench.compose({ ...question, person: 'p' }, evidenceOf());
    expect(draft.composer).toBe('embedded');
    expect(bench.log[0]!.fields['reason']).toBe('budget');
    expect(fake.requests.length).toBe(before);
  });
});

describe('the person goes away', () => {
  it('ends the request and is no failure of the endpoint', async () => {
    fake.script({ kind: 'hang' });
    const bench = benchOf(fake.url);
    const gone = new AbortController();
    const asked = bench.compose({ ...question, signal: gone.signal }, evidenceOf());
    await expect.poll(() => fake.open()).toBe(1);
    gone.abort(new Error('gone'));
    await expect(asked).rejects.toThrow('gone');
    await expect.poll(() => fake.open()).toBe(0);
    expect(bench.log).toEqual([]);
  });
});
