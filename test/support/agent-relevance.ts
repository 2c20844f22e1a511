import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { EvaluationQuestion } from '../../src/evaluation/questions.ts';
import { parseQuestions } from '../../src/evaluation/questions.ts';
import { table } from '../../src/evaluation/report.ts';
import { fold } from '../../src/legal/text.ts';
import { startFakeOpenAi } from './fake-openai.ts';
import { standIn } from './stand-in/model.ts';
import { openWithModel } from './stand-in/program.ts';

/**
 * What searching further makes of questions that nothing answers, and of those that something does, over corpus/ (or
 * DATA_DIR with what was ingested there): with the stand-in as it is, and with a keen one, which searches for whatever
 * lies nearest by its own name and says that it answers.
 *
 *     npm run -s agent-relevance -- [--questions FILE.jsonl] [--data-dir DIR]
 */
const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: join(import.meta.dirname, '../../corpus/danh-gia/cau-hoi.jsonl') },
    'data-dir': { type: 'string' },
  },
});
const WAYS: readonly (readonly [string, Record<string, string>, boolean])[] = [
  ['one search', {}, false],
  ['agent', { LLM_AGENT: '1' }, false],
  ['one search, keen model', {}, true],
  ['agent, keen model', { LLM_AGENT: '1' }, true],
];
const questions = parseQuestions(await readFile(values.questions, 'utf8'));
const dataDir = values['data-dir'] ?? (await mkdtemp(join(tmpdir(), 'agent-relevance-')));
const fake = await startFakeOpenAi();
const rows: string[][] = [];
try {
  for (const [way, env, keen] of WAYS) rows.push([way, ...counted(await askAll(env, keen))]);
} finally {
  await fake.close();
  if (values['data-dir'] === undefined) await rm(dataDir, { recursive: true, force: true });
}
const head = ['', 'unanswerable told something', 'answerable: answered', 'all facts', 'told nothing'];
process.stdout.write(`${table([head, ...rows])}\n`);

interface Outcome {
  readonly question: EvaluationQuestion;
  readonly status: string;
  readonly hasFacts: boolean;
}

async function askAll(env: Record<string, string>, keen: boolean): Promise<Outcome[]> {
  fake.script(standIn({ keen }));
  const app = await openWithModel(dataDir, fake.url, env);
  try {
    if (values['data-dir'] === undefined) await app.loadCorpus();
    const out: Outcome[] = [];
    for (const question of questions) {
      const { answer } = await app.ask(question.q, { asOf: app.today() });
      const said = fold(answer.answer);
      const hasFacts = question.facts.length > 0 && question.facts.every((fact) => said.includes(fold(fact)));
      out.push({ question, status: answer.status, hasFacts });
    }
    return out;
  } finally {
    await app.close();
  }
}

function counted(outcomes: readonly Outcome[]): string[] {
  const tells = ({ status }: Outcome) => /^(?:answered|partial|clarify)$/.test(status);
  const none = outcomes.filter(({ question }) => question.gold.length === 0);
  const some = outcomes.filter(({ question }) => question.gold.length > 0);
  return [
    `${none.filter(tells).length} of ${none.length}`,
    `${some.filter(({ status }) => status === 'answered').length} of ${some.length}`,
    String(some.filter(({ hasFacts }) => hasFacts).length),
    String(some.filter((one) => !tells(one)).length),
  ];
}
