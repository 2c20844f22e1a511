import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from '../../src/evaluation/report.ts';
import type { IsoDate } from '../../src/legal/model.ts';
import { fold } from '../../src/legal/text.ts';
import { startFakeOpenAi } from './fake-openai.ts';
import { standIn } from './stand-in/model.ts';
import { DECREES, MULTI_HOP, type MultiHop } from './stand-in/multi-hop.ts';
import { openWithModel } from './stand-in/program.ts';

/**
 * Whether searching further helps: questions that need two places, asked of the embedded composer, of the stand-in
 * model with one search, and with the agent, over corpus/ and two decrees.
 *
 *     npm run -s agent-gain
 */
const AS_OF = '2026-11-28' as IsoDate;
const WAYS: Readonly<Record<string, Record<string, string>>> = {
  embedded: { CHAT_MODEL: '', OPENAI_BASE_URL: '' },
  'one search': {},
  agent: { LLM_AGENT: '1' },
};

interface Outcome {
  readonly question: MultiHop;
  readonly facts: number;
  readonly status: string;
  readonly tokens: number;
  readonly ms: number;
}

const dataDir = await mkdtemp(join(tmpdir(), 'agent-gain-'));
const fake = await startFakeOpenAi();
try {
  const decrees = join(dataDir, 'decrees');
  await mkdir(decrees);
  for (const [name, said] of Object.entries(DECREES)) await writeFile(join(decrees, name), said);
  const outcomes: [string, Outcome[]][] = [];
  for (const [way, env] of Object.entries(WAYS)) outcomes.push([way, await askAll(env, decrees)]);
  print(outcomes);
} finally {
  await fake.close();
  await rm(dataDir, { recursive: true, force: true });
}

async function askAll(env: Record<string, string>, decrees: string): Promise<Outcome[]> {
  fake.script(standIn());
  const app = await openWithModel(dataDir, fake.url, env);
  try {
    await app.loadCorpus();
    await app.ingest([decrees], { own: true });
    // The first question pays for what is loaded once.
    await app.ask('Lệ phí cấp hộ chiếu?', { asOf: AS_OF });
    const out: Outcome[] = [];
    for (const question of MULTI_HOP) {
      const started = performance.now();
      const { answer } = await app.ask(question.q, { asOf: AS_OF });
      const said = fold(answer.answer);
      out.push({
        question,
        facts: question.facts.filter((fact) => said.includes(fold(fact))).length,
        status: answer.status,
        tokens: (answer.usage?.promptTokens ?? 0) + (answer.usage?.completionTokens ?? 0),
        ms: performance.now() - started,
      });
    }
    return out;
  } finally {
    await app.close();
  }
}

function print(outcomes: readonly [string, readonly Outcome[]][]): void {
  const total = outcomes.map(([way, list]) => {
    const whole = list.filter(({ question, facts }) => facts === question.facts.length);
    const claimed = list.filter((one) => one.status === 'answered' && !whole.includes(one));
    const mean = (of: (one: Outcome) => number) => list.reduce((n, one) => n + of(one), 0) / list.length;
    return [
      way,
      `${whole.length} of ${list.length}`,
      String(list.reduce((n, { facts }) => n + facts, 0)),
      String(claimed.length),
      String(Math.round(mean(({ tokens }) => tokens))),
      (mean(({ ms }) => ms) / 1000).toFixed(2),
    ];
  });
  const each = MULTI_HOP.map(({ id, facts }, i) => [
    id,
    ...outcomes.map(([, list]) => `${list[i]!.facts}/${facts.length} ${list[i]!.status} ${list[i]!.tokens}`),
  ]);
  const head = ['', 'all facts', 'facts', 'answered, not all', 'tokens a question', 's'];
  process.stdout.write(
    `${table([head, ...total])}\n\n${table([['facts, status, tokens', ...outcomes.map(([way]) => way)], ...each])}\n`,
  );
}
