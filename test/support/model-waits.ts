import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../src/answer/model.ts';
import type { PersonId } from '../../src/dialogue/model.ts';
import { table } from '../../src/evaluation/report.ts';
import { burstQuestions } from './burst-questions.ts';
import { type FakeReply, startFakeOpenAi } from './fake-openai.ts';
import { standIn } from './stand-in/model.ts';
import { openWithModel } from './stand-in/program.ts';

/**
 * How long people wait when the model's endpoint fails: the dialogue of the whole program over corpus/, questions that
 * need the model asked by many people at once, and beside them, by others, questions that code answers alone
 * (look-ups, units, deadlines).
 *
 *     npm run -s model-waits
 */
const AT_ONCE = 40;
const BESIDE = 20;
const BESIDE_EVERY_MS = 100;

const ENDPOINTS: Readonly<Record<string, FakeReply | 'answers'>> = {
  answers: 'answers',
  silent: { kind: 'hang' },
  'slow drip': { kind: 'drip', text: '{"verdict":"full"'.padEnd(4_000), everyMs: 100 },
  '429 storm': { kind: 'status', status: 429 },
};
const BY_CODE = ['xã Phú An nay là xã nào?', 'nhận hồ sơ 28/8/2026, 3 ngày làm việc, hẹn trả ngày nào'];

const dataDir = await mkdtemp(join(tmpdir(), 'model-waits-'));
const fake = await startFakeOpenAi();
const rows: string[][] = [];
try {
  for (const [name, reply] of Object.entries(ENDPOINTS)) rows.push(await measured(name, reply));
} finally {
  await fake.close();
  await rm(dataDir, { recursive: true, force: true });
}
const head = [
  'endpoint',
  'asked',
  'by whom, with which status',
  'p50',
  'p95',
  'max',
  'requests',
  'beside p50',
  'p95',
  'max',
];
process.stdout.write(
  `${AT_ONCE} people at once, ${BESIDE} others beside them; milliseconds\n${table([head, ...rows])}\n`,
);

async function measured(name: string, reply: FakeReply | 'answers'): Promise<string[]> {
  const app = await openWithModel(dataDir, fake.url);
  try {
    await app.loadCorpus();
    const titles = (await app.search('thủ tục đăng ký', { k: 10, asOf: app.today() })).hits.map(
      ({ documentTitle }) => documentTitle,
    );
    const questions = burstQuestions(['', ...new Set(titles)]).filter(
      (question) => !BY_CODE.includes(question),
    );
    let people = 0;
    const ask = async (text: string) => {
      const id = `${name} ${people++}` as PersonId;
      await app.stores.people.save({
        id,
        name: id,
        status: 'active',
        roles: ['official'],
        fields: [],
        createdAt: new Date().toISOString(),
      });
      const started = performance.now();
      const { answer } = await app.dialogue.ask({ person: id, text, channel: 'web', conversation: id });
      return { ms: performance.now() - started, how: wayOf(answer) };
    };
    fake.script(reply === 'answers' ? standIn() : reply);
    const before = fake.requests.length;
    const waiting = Array.from({ length: AT_ONCE }, (_, i) => ask(questions[i % questions.length]!));
    const beside: Promise<{ ms: number }>[] = [];
    for (let i = 0; i < BESIDE; i++) {
      await new Promise((resolve) => setTimeout(resolve, BESIDE_EVERY_MS));
      beside.push(ask(BY_CODE[i % BY_CODE.length]!));
    }
    const waited = await Promise.all(waiting);
    const others = await Promise.all(beside);
    return [
      name,
      String(waited.length),
      counted(waited),
      ...spread(waited),
      String(fake.requests.length - before),
      ...spread(others),
    ];
  } finally {
    await app.close();
  }
}

/** "model answered", "embedded partial", "code answered": who answered, and how. Nothing is asked of the model where code settles it. */
function wayOf({ composer, route, status }: Answer): string {
  const by = composer === 'llm' ? 'model' : route === 'procedural' ? 'embedded' : `code (${route})`;
  return `${by} ${status}`;
}

function counted(list: readonly { readonly how: string }[]): string {
  const counts = new Map<string, number>();
  for (const { how } of list) counts.set(how, (counts.get(how) ?? 0) + 1);
  return [...counts].map(([how, n]) => `${n} ${how}`).join(', ');
}

function spread(list: readonly { readonly ms: number }[]): string[] {
  const sorted = list.map(({ ms }) => Math.round(ms)).sort((a, b) => a - b);
  const at = (p: number) => String(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))]);
  return [at(0.5), at(0.95), at(1)];
}
