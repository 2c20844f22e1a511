/** The whole pipeline with an agent, over evidence of its own and a scripted endpoint. */
import { createAnswerer } from '../../../../src/answer/answerer.ts';
import { DEFAULT_AGENT_LIMITS } from '../../../../src/answer/llm/agent/ledger.ts';
import { createLlmParts } from '../../../../src/answer/llm/wire.ts';
import type { EvidenceUnit } from '../../../../src/answer/model.ts';
import { createCalendar } from '../../../../src/legal/calendar/calendar.ts';
import type { Retriever } from '../../../../src/retrieval/model.ts';
import { type FakeReply, text } from '../../../support/fake-openai.ts';
import { BIRTH, DECREE, embedded, evidenceOf, GOOD, INTERNAL, reply, sourceOf } from '../fixture.ts';

/** Too much for one search: it finds the decree, too weakly to answer. Each of its parts finds the procedure. */
export const QUESTION =
  '046189001234 đăng ký khai sinh phải xác minh thì mấy ngày và có yếu tố nước ngoài thì mấy ngày?';
export const ASKED = QUESTION.replace('046189001234 ', '');
const PARTS = [
  'đăng ký khai sinh phải xác minh mấy ngày',
  'đăng ký khai sinh có yếu tố nước ngoài mấy ngày',
] as const;

/** Questions end in a question mark, what an agent searches for does not. */
function retrieverOver(found: readonly EvidenceUnit[]) {
  const asked: string[] = [];
  const retriever: Retriever = {
    async retrieve({ query }) {
      asked.push(query);
      const isPart = !query.endsWith('?');
      const { retrieval } = evidenceOf(isPart ? found : [DECREE]);
      const confidence = isPart ? 0.9 : 0.01;
      return { ...retrieval, query: { ...retrieval.query, original: query }, confidence };
    },
  };
  return { asked, retriever };
}

interface BenchOptions {
  /** What each search of the agent finds. */
  readonly found?: readonly EvidenceUnit[];
  readonly limits?: Partial<typeof DEFAULT_AGENT_LIMITS>;
  readonly dailyTokens?: number;
}

export function answererOf(
  url: string,
  { found = [BIRTH], limits = {}, dailyTokens = 1e9 }: BenchOptions = {},
) {
  const { asked, retriever } = retrieverOver(found);
  const log: Record<string, unknown>[] = [];
  const write = (fields: object) => void log.push(fields as Record<string, unknown>);
  const source = sourceOf([BIRTH, DECREE, INTERNAL]);
  const { composer, researcher } = createLlmParts(
    {
      apiKey: 'k',
      baseUrl: url,
      model: 'fake',
      scope: 'public',
      timeoutMs: 5_000,
      dailyTokens,
      personDailyTokens: 1e9,
    },
    {
      fallback: embedded,
      logger: { info: write, warn: write },
      agent: { retriever, source, calendar: createCalendar, limits: { ...DEFAULT_AGENT_LIMITS, ...limits } },
    },
  );
  const answerer = createAnswerer({ retriever, source, composer, ...(researcher && { researcher }) });
  return { answerer, asked, agentLog: () => log.find((line) => line['event'] === 'llm_agent') };
}

export const call = (name: string, args: unknown): FakeReply => ({ kind: 'tools', calls: [{ name, args }] });
export const search = (...queries: readonly string[]): FakeReply => ({
  kind: 'tools',
  calls: queries.map((query) => ({ name: 'tim_kiem', args: { query } })),
});
export const SEARCH = search(...PARTS);
/** The same statement, with the token it has when the procedure comes first. */
export const ANSWER = text(reply({ conclusion: [GOOD] }));
