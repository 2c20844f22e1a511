import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createAnswerer } from '../../../src/answer/answerer.ts';
import { currentUnit } from '../../../src/answer/current/unit.ts';
import { createLlmParts } from '../../../src/answer/llm/wire.ts';
import type { EvidenceUnit } from '../../../src/answer/model.ts';
import { createCalendar } from '../../../src/legal/calendar/calendar.ts';
import type { DocumentScope, Retriever } from '../../../src/retrieval/model.ts';
import { type FakeOpenAi, type FakeReply, startFakeOpenAi, text } from '../../support/fake-openai.ts';
import { decree } from '../../support/ferry-decrees.ts';
import { ferryStore } from '../../support/ferry-store.ts';
import { ask, BIRTH, benchOf, embedded, evidenceOf, reply, statement } from './fixture.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterAll(() => fake.close());

const QUESTION = 'Người chèo đò ngang được hỗ trợ bao nhiêu tiền một tháng?';
const NUMBER = '733/2026/NĐ-CP';
/** Of the amending decree alone. */
const SECRETS = [NUMBER, '900.000'];
/** Says nothing of which articles it amends. */
const VAGUE = decree(
  NUMBER,
  '10 tháng 5 năm 2026',
  'Sửa đổi, bổ sung một số điều của Nghị định số 711/2020/NĐ-CP ngày 10 tháng 5 năm 2020 của Chính phủ',
  `Điều 1. Mức chi
Người chèo đò ngang được hỗ trợ 900.000 đồng một tháng.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026.`,
);

async function storeOf(scope: DocumentScope, amending?: string) {
  const store = await ferryStore(scope, amending);
  onTestFinished(() => store.db.destroy());
  const current = async (dieu: string) => currentUnit(await store.article(dieu), store.source, ask('').asOf);
  return { ...store, current };
}

const requests = async (run: () => Promise<unknown>) => {
  const from = fake.requests.length;
  await run();
  return fake.requests.slice(from);
};
const RESTRICTED: readonly [string, DocumentScope][] = [
  ['internal', { kind: 'internal' }],
  ['for the web alone', { kind: 'public', webOnly: true }],
  ['of a department', { kind: 'departments', departments: ['tu-phap'] }],
];

describe('an article that a document outside LLM_SCOPE has amended', () => {
  const compose = (units: readonly EvidenceUnit[]) =>
    requests(() => benchOf(fake.url).compose(ask(QUESTION), evidenceOf(units)));

  it.each(RESTRICTED)('is not sent with the wording of one %s', async (_, scope) => {
    const article = await (await storeOf(scope)).current('1');
    expect(article.chunks.map((chunk) => chunk.text).join()).toContain('900.000');
    // Of several documents that amended an article, its standing names the first only.
    const unnamed: EvidenceUnit = {
      ...article,
      hit: { ...article.hit, effectivity: { status: 'partly_expired' } },
    };
    expect(await compose([article])).toEqual([]);
    expect(await compose([unnamed])).toEqual([]);
  });

  it('is left out of what is sent where others decide', async () => {
    const { article, current } = await storeOf({ kind: 'internal' });
    fake.script(text(reply({}, { verdict: 'none' })));
    const sent = await compose([BIRTH, await article('2'), await article('3'), await current('1')]);
    expect(sent).not.toEqual([]);
    for (const secret of SECRETS) expect(JSON.stringify(sent)).not.toContain(secret);
  });

  it('is not sent with a standing that names the document', async () => {
    const article = await (await storeOf({ kind: 'internal' }, VAGUE)).current('2');
    expect(article.rewritten).toBeUndefined();
    expect(article.hit.effectivity.note).toContain(NUMBER);
    expect(await compose([article])).toEqual([]);
  });

  it('is sent whole where the document is public', async () => {
    const article = await (await storeOf({ kind: 'public' })).current('1');
    fake.script(text(reply({}, { verdict: 'none' })));
    const sent = JSON.stringify(await compose([article]));
    for (const secret of SECRETS) expect(sent).toContain(secret);
  });
});

describe('an agent', () => {
  const call = (name: string, args: object): FakeReply => ({ kind: 'tools', calls: [{ name, args }] });

  /** Finds article `dieu` by a search of the agent alone; asked for the amendments of what it found, then it answers. */
  async function researched(
    dieu: string,
    scope: DocumentScope,
    { amending, said = reply({}, { verdict: 'none' }) }: { amending?: string; said?: object } = {},
  ) {
    const { source, article } = await storeOf(scope, amending);
    const found = await article(dieu);
    const retriever: Retriever = {
      async retrieve({ query }) {
        const hit = query.endsWith('?') ? [] : [found];
        const { retrieval } = evidenceOf(hit);
        const asked = { ...retrieval.query, original: query };
        return { ...retrieval, query: asked, confidence: hit.length > 0 ? 0.9 : 0 };
      },
    };
    const { composer, researcher } = createLlmParts(
      {
        apiKey: 'k',
        baseUrl: fake.url,
        model: 'fake',
        scope: 'public',
        timeoutMs: 20_000,
        dailyTokens: 1e9,
        personDailyTokens: 1e9,
      },
      {
        fallback: embedded,
        logger: { info: () => {}, warn: () => {} },
        agent: { retriever, source, calendar: createCalendar },
      },
    );
    const answerer = createAnswerer({ retriever, source, composer, researcher: researcher! });
    fake.script(
      call('tim_kiem', { query: 'mức hỗ trợ người chèo đò' }),
      call('van_ban_sua_doi', { id: 'U1' }),
      call('mo_van_ban', { id: 'U1' }),
      text('xong'),
      text(said),
    );
    const from = fake.requests.length;
    const { answer } = await answerer.ask(ask('Mức hỗ trợ người chèo đò là bao nhiêu?'));
    return { answer, sent: fake.requests.slice(from) };
  }
  const toolReplies = (sent: FakeOpenAi['requests']) =>
    sent.flatMap(({ messages }) => messages.filter(({ role }) => role === 'tool').map((m) => m.content));

  it.each(RESTRICTED)('is told of no amendment by a document %s', async (_, scope) => {
    // Article 2 is not amended: it may be opened, what else was done to its decree may not be listed.
    const { sent } = await researched('2', scope);
    expect(toolReplies(sent)).toContain('[]');
    for (const secret of SECRETS) expect(JSON.stringify(sent)).not.toContain(secret);
  });

  it.each([
    ['the wording', {}],
    ['the standing', { amending: VAGUE }],
  ])('neither sees %s of an article amended by one, nor answers around it', async (_, more) => {
    const { answer, sent } = await researched('1', { kind: 'internal' }, more);
    expect(answer.status).toBe('not_found');
    for (const secret of SECRETS) expect(JSON.stringify(sent)).not.toContain(secret);
  });

  it('lists public amendments, and an amended article is answered as it reads now', async () => {
    const money = 'Người chèo đò ngang được hỗ trợ 900.000 đồng một tháng.';
    const said = reply({ conclusion: [statement(money, 'E1', money)] });
    const { answer, sent } = await researched('1', { kind: 'public' }, { said });
    expect(toolReplies(sent).join()).toContain(NUMBER);
    expect(answer).toMatchObject({ status: 'answered', composer: 'llm' });
    expect(answer.citations).toMatchObject([
      { documentNumber: NUMBER, source: 'sua.txt', effectivity: { status: 'in_force' } },
    ]);
    expect(answer.answer).toContain('900.000');
  });
});
