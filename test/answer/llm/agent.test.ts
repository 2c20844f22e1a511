import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnswerer } from '../../../src/answer/answerer.ts';
import { DEFAULT_AGENT_LIMITS } from '../../../src/answer/llm/agent/ledger.ts';
import { createLlmParts } from '../../../src/answer/llm/wire.ts';
import type { EvidenceUnit } from '../../../src/answer/model.ts';
import { createCalendar } from '../../../src/legal/calendar.ts';
import { fold } from '../../../src/legal/text.ts';
import type { Retriever } from '../../../src/retrieval/model.ts';
import {
  type FakeOpenAi,
  type FakeReply,
  type Script,
  startFakeOpenAi,
  text,
} from '../../support/fake-openai.ts';
import { composeFrom } from '../../support/stand-in/compose.ts';
import { UNANSWERABLE } from '../../support/stand-in/unanswerable.ts';
import {
  ask,
  BIRTH,
  DECREE,
  embedded,
  evidenceOf,
  GOOD,
  INTERNAL,
  reply,
  sourceOf,
  statement,
} from './fixture.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterAll(() => fake.close());

const QUESTION = 'Cháu bé 046189001234 mới sinh thì bao lâu có giấy?';
const UNITS = [BIRTH, DECREE, INTERNAL];
const SOURCES = UNITS.flatMap(({ chunks }) => chunks.map((chunk) => chunk.text)).join('\n');

/** Finds the procedure only by the words of the law; anything else finds the decree, too weakly to answer. */
function retrieverOver(byName: readonly EvidenceUnit[] = [BIRTH]) {
  const asked: string[] = [];
  const retriever: Retriever = {
    async retrieve({ query }) {
      asked.push(query);
      const found = fold(query).includes('dang ky khai sinh') ? byName : [DECREE];
      const { retrieval } = evidenceOf(found);
      return { ...retrieval, confidence: found === byName ? 0.9 : 0.01 };
    },
  };
  return { asked, retriever };
}

const source = sourceOf(UNITS);

function answererOf(byName?: readonly EvidenceUnit[], limits = {}, dailyTokens = 1e9) {
  const { asked, retriever } = retrieverOver(byName);
  const log: Record<string, unknown>[] = [];
  const traced: { step: string; detail: object }[] = [];
  const write = (fields: object) => void log.push(fields as Record<string, unknown>);
  const { composer, researcher } = createLlmParts(
    {
      apiKey: 'k',
      baseUrl: fake.url,
      model: 'fake',
      scope: 'public',
      timeoutMs: 5_000,
      dailyTokens,
      personDailyTokens: 1e9,
    },
    {
      fallback: embedded,
      logger: { info: write, warn: write },
      trace: (step, detail) => void traced.push({ step, detail }),
      agent: { retriever, source, calendar: createCalendar, limits: { ...DEFAULT_AGENT_LIMITS, ...limits } },
    },
  );
  const answerer = createAnswerer({ retriever, source, composer, ...(researcher && { researcher }) });
  const agentLog = () => log.find((line) => line['event'] === 'llm_agent');
  return { answerer, asked, log, traced, agentLog };
}

const call = (name: string, args: unknown): FakeReply => ({ kind: 'tools', calls: [{ name, args }] });
const SEARCH = call('tim_kiem', { query: 'đăng ký khai sinh' });
/** The same statement, with the token it has when the procedure comes first. */
const ANSWER = text(reply({ conclusion: [GOOD] }));
const since = (from: number) => JSON.stringify(fake.requests.slice(from));

describe('an agent', () => {
  it('finds what one search did not, and the answer is verified like any other', async () => {
    const { answerer, asked, agentLog } = answererOf();
    const from = fake.requests.length;
    fake.script(SEARCH, call('mo_van_ban', { id: 'U1' }), text('xong'), ANSWER);
    const { answer } = await answerer.ask(ask(QUESTION));
    expect(answer).toMatchObject({ status: 'answered', composer: 'llm' });
    expect(answer.citations[0]?.procedureCode).toBe('9.100001');
    // Personal data takes no part in a search.
    expect(asked).toEqual([QUESTION.replace('046189001234 ', ''), 'đăng ký khai sinh']);
    expect(agentLog()).toMatchObject({
      ended: 'done',
      steps: 3,
      calls: [
        { tool: 'tim_kiem', found: 1 },
        { tool: 'mo_van_ban', found: 1 },
      ],
    });
    // Three replies to the agent and one answer; the first retrieval was too weak to ask the model.
    expect(answer.usage).toEqual({ model: 'fake', calls: 4, promptTokens: 400, completionTokens: 200 });
    expect(JSON.stringify(agentLog())).not.toContain('khai sinh');
    expect(since(from)).not.toContain('046189001234');
    expect(fake.requests[from]?.tools?.map((t) => t.function.name)).toEqual([
      'tim_kiem',
      'mo_van_ban',
      'van_ban_sua_doi',
      'tinh_thoi_han',
      'don_vi_hanh_chinh',
    ]);
  });

  it('is not asked when one retrieval answered', async () => {
    const { answerer, agentLog } = answererOf();
    fake.script(ANSWER);
    const { answer } = await answerer.ask(ask('Đăng ký khai sinh phải xác minh thì mấy ngày?'));
    expect(answer.status).toBe('answered');
    expect(agentLog()).toBeUndefined();
  });

  it('shows nothing of its own words, and nothing that is not verified', async () => {
    const { answerer } = answererOf();
    const invented = statement('Lệ phí là 999.000 đồng.', 'E2', 'Lệ phí là 999.000 đồng');
    fake.script(
      SEARCH,
      text('Lệ phí là 999.000 đồng theo Nghị định 1/2020/NĐ-CP.'),
      text(reply({ fee: [invented] })),
    );
    const { answer } = await answerer.ask(ask(QUESTION));
    expect(answer.status).toBe('not_found');
    expect(answer.answer).not.toContain('999');
    // What was spent on an answer that nobody reads: two steps, a reply and its repair.
    expect(answer.usage?.calls).toBe(4);
  });

  async function researched(q: string, composed: Script) {
    const { answerer, agentLog } = answererOf();
    fake.script(SEARCH, call('mo_van_ban', { id: 'U1' }), text('xong'), composed);
    const { answer } = await answerer.ask(ask(q));
    expect(agentLog()).toMatchObject({ ended: 'done', units: 2 });
    return answer;
  }

  it.each(UNANSWERABLE)('shows nothing said from memory: $q', async ({ q, said, quote = said }) => {
    const at = BIRTH.chunks.findIndex((chunk) => chunk.text.includes(quote));
    const answer = await researched(
      q,
      text(reply({ conclusion: [statement(said, `E${Math.max(at, 0) + 1}`, quote)] })),
    );
    expect(answer).toMatchObject({ status: 'not_found', citations: [] });
    expect(answer.answer).not.toContain(said);
  });

  it.each(UNANSWERABLE)('answers nothing from what lies near: $q', async ({ q, misleads }) => {
    const answer = await researched(q, ({ messages }) => text(composeFrom(messages[1]!.content)));
    // Code holds what is said against its source, not against what was asked: that is the model's verdict.
    if (misleads) {
      expect(answer.citations.length).toBeGreaterThan(0);
      for (const { quote } of answer.citations) expect(SOURCES).toContain(quote);
    } else expect(answer).toMatchObject({ status: 'not_found', citations: [] });
  });

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
    const { answerer, asked, agentLog } = answererOf(undefined, limits);
    fake.script(step);
    const { answer } = await answerer.ask(ask(QUESTION));
    expect(agentLog()).toMatchObject({ ended, steps });
    expect(asked.length).toBeLessThanOrEqual(1 + 3);
    expect(answer.status).not.toBe('failed');
  });

  it('stops at its bound of time, and what it had found is composed from', async () => {
    const { answerer, agentLog } = answererOf(undefined, { totalMs: 600 });
    fake.script(SEARCH, { kind: 'hang' }, ANSWER);
    const { answer } = await answerer.ask(ask(QUESTION));
    expect(agentLog()).toMatchObject({ ended: 'timeout', steps: 2, units: 2 });
    expect(answer.status).toBe('answered');
  });

  it.each<[string, FakeReply, string]>([
    ['an endpoint that is down', { kind: 'status', status: 503 }, 'server_error'],
    ['an endpoint without tools', { kind: 'status', status: 400 }, 'bad_request'],
    ['no choices', { kind: 'empty_choices' }, 'done'],
    ['an unknown tool', call('xoa_du_lieu', {}), 'steps'],
    ['arguments that are not JSON', call('tim_kiem', '{{{'), 'steps'],
    ['a unit that was not found', call('mo_van_ban', { id: 'U99' }), 'steps'],
  ])('leaves the first answer in place with %s', async (_, script, ended) => {
    const { answerer, agentLog } = answererOf();
    fake.script(script);
    const { answer } = await answerer.ask(ask(QUESTION));
    expect(answer.status).toBe('not_found');
    expect(agentLog()).toMatchObject({ ended, units: 0 });
  });

  it('sees no document outside LLM_SCOPE, and does not answer around one', async () => {
    const { answerer, agentLog } = answererOf([INTERNAL, BIRTH]);
    const from = fake.requests.length;
    fake.script(SEARCH, text('xong'), ANSWER);
    const { answer } = await answerer.ask(ask(QUESTION));
    expect(answer.status).toBe('not_found');
    expect(agentLog()).toMatchObject({ ended: 'scope', units: 0 });
    expect(since(from)).not.toContain('báo cáo số liệu');
  });

  it('asks nothing without budget', async () => {
    const { answerer, agentLog } = answererOf(undefined, {}, 10_000);
    const from = fake.requests.length;
    expect((await answerer.ask(ask(QUESTION))).answer.status).toBe('not_found');
    expect(fake.requests.length).toBe(from);
    expect(agentLog()).toBeUndefined();
  });

  it('counts a deadline and says where a former unit went', async () => {
    const { answerer } = answererOf();
    const from = fake.requests.length;
    fake.script(
      call('tinh_thoi_han', { receivedAt: '2026-11-20', amount: 2, unit: 'ngay_lam_viec' }),
      call('van_ban_sua_doi', { id: 'U1' }),
      text('xong'),
    );
    await answerer.ask(ask(QUESTION));
    expect(since(from + 1)).toContain('2026-11-24');
  });
});
