import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AGENT_PROMPT } from '../../src/answer/llm/agent/researcher.ts';
import { TokenBudget } from '../../src/answer/llm/budget.ts';
import { createLlmClient } from '../../src/answer/llm/options.ts';
import { SYSTEM_PROMPT } from '../../src/answer/llm/prompt.ts';
import { RERANK_PROMPT } from '../../src/answer/llm/rerank.ts';
import { createLlmRewriter, REWRITE_PROMPT } from '../../src/answer/llm/rewrite.ts';
import { REPLY_SCHEMA } from '../../src/answer/llm/schema.ts';
import { endpointGrader, keepingAnswers } from '../../src/evaluation/graded.ts';
import { GRADING_PROMPT, gradeAll } from '../../src/evaluation/grading.ts';
import { parseQuestions } from '../../src/evaluation/questions.ts';
import { table } from '../../src/evaluation/report.ts';
import { startFakeOpenAi } from './fake-openai.ts';
import { type Charged, STEPS, standIn } from './stand-in/model.ts';
import { openWithModel } from './stand-in/program.ts';
import { countTokens } from './stand-in/tokens.ts';

/**
 * What a question costs in tokens, by step: the whole program over corpus/ (or DATA_DIR with what was ingested there),
 * its language model the stand-in of the tests. Prompts are the real ones, counted in o200k_base; the length of replies
 * is the stand-in's.
 *
 *     npm run -s model-cost -- [--questions FILE.jsonl] [--first 168] [--data-dir DIR]
 */
const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: join(import.meta.dirname, '../../corpus/danh-gia/cau-hoi.jsonl') },
    first: { type: 'string', default: '100000' },
    'data-dir': { type: 'string' },
  },
});
/** One reply in this many errs, so that repairs are seen. */
const FAULT_EVERY = 10;
const FOLLOW_UP = 'còn lệ phí thì sao?';
const UNBOUNDED = 1e12;

const questions = parseQuestions(await readFile(values.questions, 'utf8')).slice(0, Number(values.first));
const dataDir = values['data-dir'] ?? (await mkdtemp(join(tmpdir(), 'model-cost-')));
const fake = await startFakeOpenAi();
const endpoint = { apiKey: 'none', baseUrl: fake.url, model: 'stand-in', timeoutMs: 20_000 };
const budget = new TokenBudget(
  { used: async () => 0, add: async () => {} },
  () => ({ dailyTokens: UNBOUNDED, personDailyTokens: UNBOUNDED }),
  Date.now,
);
try {
  const shipped = await asked({}, FAULT_EVERY);
  const more = await asked({ LLM_RERANK: '1', LLM_AGENT: '1' }, 0);
  const rewriting = await charged(async () => {
    const rewrite = createLlmRewriter({
      client: createLlmClient(endpoint),
      model: endpoint.model,
      logger: { info: () => {}, warn: () => {} },
      budget,
    });
    for (const { q } of questions) await rewrite(FOLLOW_UP, [{ question: q, answer: '' }]);
  });
  const grading = await charged(() =>
    gradeAll(
      shipped.rows,
      endpointGrader({ ...endpoint, scope: 'all' }, budget, { facts: async () => new Map() }),
    ),
  );
  print(shipped, [...more.calls, ...rewriting, ...grading]);
} finally {
  await fake.close();
  if (values['data-dir'] === undefined) await rm(dataDir, { recursive: true, force: true });
}

/** Everything asked of the stand-in meanwhile. */
async function charged(work: () => Promise<unknown>, faultEvery = 0): Promise<Charged[]> {
  const calls: Charged[] = [];
  fake.script(standIn({ faultEvery, onReply: (call) => calls.push(call) }));
  await work();
  return calls;
}

async function asked(env: Record<string, string>, faultEvery: number) {
  const app = await openWithModel(dataDir, fake.url, env);
  if (values['data-dir'] === undefined) await app.loadCorpus();
  const perQuestion: { prompt: number; completion: number }[] = [];
  const kept = keepingAnswers(({ q }) => app.ask(q, { asOf: app.today() }));
  const calls = await charged(async () => {
    for (const question of questions) {
      const { usage } = (await kept.ask(question)).answer;
      if (usage) perQuestion.push({ prompt: usage.promptTokens, completion: usage.completionTokens });
    }
  }, faultEvery);
  await app.close();
  return { calls, perQuestion, rows: kept.rows };
}

function print(shipped: Awaited<ReturnType<typeof asked>>, extra: readonly Charged[]): void {
  const head = ['', 'n', 'prompt p50', 'p95', 'reply p50', 'p95'];
  const row = (name: string, all: readonly { prompt: number; completion: number }[]) => [
    name,
    String(all.length),
    ...[all.map(({ prompt }) => prompt), all.map(({ completion }) => completion)].flatMap((list) => [
      share(list, 0.5),
      share(list, 0.95),
    ]),
  ];
  const byStep = STEPS.map((step) => {
    const from = step === 'compose' || step === 'repair' ? shipped.calls : extra;
    const calls = from.filter((call) => call.step === step);
    return row(
      `${step}, a call`,
      calls.map(({ promptTokens, completionTokens }) => ({
        prompt: promptTokens,
        completion: completionTokens,
      })),
    );
  });
  const prompts = { SYSTEM_PROMPT, REWRITE_PROMPT, RERANK_PROMPT, AGENT_PROMPT, GRADING_PROMPT };
  const sizes = Object.entries({ ...prompts, 'schema of a reply': JSON.stringify(REPLY_SCHEMA.schema) });
  const whole = row(`question (1 reply in ${FAULT_EVERY} repaired)`, shipped.perQuestion);
  const asked = `${questions.length} questions, ${shipped.perQuestion.length} of them given to the model`;
  const fixed = sizes.map(([name, said]) => `${name} ${countTokens(said)}`).join(', ');
  process.stdout.write(
    `${asked}; tokens of o200k_base\n${table([head, whole, ...byStep])}\nfixed: ${fixed}\n`,
  );
}

function share(list: readonly number[], p: number): string {
  const sorted = [...list].sort((a, b) => a - b);
  return String(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? '–');
}
