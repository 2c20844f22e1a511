import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeOpenAi, startFakeOpenAi, text } from '../../../support/fake-openai.ts';
import { UNANSWERABLE } from '../../../support/stand-in/unanswerable.ts';
import { ask, BIRTH, INTERNAL, reply, statement } from '../fixture.ts';
import { ANSWER, ASKED, answererOf, call, QUESTION, SEARCH, search } from './bench.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterAll(() => fake.close());

const since = (from: number) => JSON.stringify(fake.requests.slice(from));

describe('an agent', () => {
  it('finds what one search did not, and the answer is verified like any other', async () => {
    const { answerer, asked, agentLog } = answererOf(fake.url);
    const from = fake.requests.length;
    fake.script(SEARCH, call('mo_van_ban', { id: 'U1' }), text('xong'), ANSWER);
    const { answer } = await answerer.ask(ask(QUESTION));
    // The model says that it answers all; of two times asked for it tells one.
    expect(answer).toMatchObject({ status: 'partial', composer: 'llm' });
    expect(answer.citations[0]?.procedureCode).toBe('9.100001');
    // Personal data takes no part in a search.
    expect(asked[0]).toBe(ASKED);
    expect(asked).toHaveLength(3);
    expect(agentLog()).toMatchObject({
      ended: 'done',
      steps: 3,
      calls: [
        { tool: 'tim_kiem', found: 1 },
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
    const { answerer, agentLog } = answererOf(fake.url);
    fake.script(ANSWER);
    const { answer } = await answerer.ask(ask('Đăng ký khai sinh phải xác minh thì mấy ngày'));
    expect(answer.status).toBe('answered');
    expect(agentLog()).toBeUndefined();
  });

  it('shows nothing of its own words, and nothing that is not verified', async () => {
    const { answerer } = answererOf(fake.url);
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

  it('sees no document outside LLM_SCOPE, and does not answer around one', async () => {
    const { answerer, agentLog } = answererOf(fake.url, { found: [INTERNAL, BIRTH] });
    const from = fake.requests.length;
    fake.script(SEARCH, text('xong'), ANSWER);
    const { answer } = await answerer.ask(ask(QUESTION));
    expect(answer.status).toBe('not_found');
    expect(agentLog()).toMatchObject({ ended: 'scope', units: 0 });
    expect(since(from)).not.toContain('báo cáo số liệu');
  });

  it('counts a deadline and says where a former unit went', async () => {
    const { answerer } = answererOf(fake.url);
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

describe('what an agent finds is weighed', () => {
  async function researched(q: string, query: string, composed = ANSWER) {
    const { answerer, agentLog } = answererOf(fake.url);
    const from = fake.requests.length;
    fake.script(search(query), call('mo_van_ban', { id: 'U1' }), text('xong'), composed);
    const { answer } = await answerer.ask(ask(q));
    expect(agentLog()).toMatchObject({ ended: 'done', units: 1 });
    return { answer, composedFrom: fake.requests.length - from - 3 };
  }

  it.each(UNANSWERABLE)('found by another name it answers nothing: $q', async ({ q }) => {
    const { answer, composedFrom } = await researched(q, 'đăng ký khai sinh');
    expect(answer).toMatchObject({ status: 'not_found', citations: [] });
    expect(composedFrom).toBe(0);
    // It may be what was meant: the asker is told its name.
    expect(answer.nearest?.[0]).toMatchObject({ procedureCode: '9.100001' });
    expect(answer.answer).toContain('Đăng ký khai sinh (mã 9.100001)');
  });

  it.each([
    ['half the question dropped', 'đăng ký khai sinh phải xác minh mấy ngày'],
    ['a matter added', `${ASKED.replace('?', '')} nhận cha mẹ con nuôi hộ tịch`],
  ])('%s: nothing is composed', async (_, query) => {
    const { answer, composedFrom } = await researched(QUESTION, query);
    expect(answer.status).toBe('not_found');
    expect(composedFrom).toBe(0);
  });

  it.each(UNANSWERABLE)('shows nothing said from memory: $q', async ({ q, said, quote = said }) => {
    const at = BIRTH.chunks.findIndex((chunk) => chunk.text.includes(quote));
    const composed = text(reply({ conclusion: [statement(said, `E${Math.max(at, 0) + 1}`, quote)] }));
    const { answer } = await researched(q, q.replace('?', ''), composed);
    expect(answer).toMatchObject({ status: 'not_found', citations: [] });
    expect(answer.answer).not.toContain(said);
  });
});
