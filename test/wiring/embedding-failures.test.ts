import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import {
  type EmbeddingScript,
  embeddingsOf,
  type FakeOpenAi,
  startFakeOpenAi,
} from '../support/fake-openai.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** Every way an embedding endpoint fails, through the whole application with the real client. */
const TITLES = ['Cấp giấy xác nhận vườn ươm', 'Thu hồi giấy phép ao cá', 'Gia hạn thẻ bến đò'];
const RECORDS = TITLES.map((ten_thu_tuc, i) =>
  JSON.stringify({
    ma_thu_tuc: `1.90000${i + 1}`,
    ten_thu_tuc,
    cap_thuc_hien: 'Cấp xã',
    linh_vuc: 'Khác',
    trinh_tu_thuc_hien: `Người có yêu cầu nộp hồ sơ ${ten_thu_tuc.toLowerCase()}.`,
  }),
);
const ASKED = { k: 5, asOf: '2026-11-23' };
const DAY_MS = 86_400_000;

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterAll(() => fake.close());
beforeEach(() => fake.embeddings(200));

async function workspace(records = RECORDS) {
  const root = await temporaryFolder();
  const file = join(root, 'records.jsonl');
  await writeFile(file, records.join('\n'));
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const clock = { now: Date.parse('2026-11-23T03:00:00Z') };
  const open = (env: Record<string, string> = { OPENAI_BASE_URL: fake.url, EMBEDDING_MODEL: 'm' }) =>
    openApp(parseConfig({ DATA_DIR: join(root, 'data'), ...env }), {
      tell: () => {},
      log,
      now: () => new Date(clock.now),
    });
  return { file, open, clock, logged };
}

async function stored(app: App): Promise<Float32Array[]> {
  const rows = await app.db.selectFrom('vectors').select('vector').execute();
  return rows.map(({ vector }) => new Float32Array(new Uint8Array(vector).buffer));
}

async function denseIn(app: App): Promise<boolean> {
  const { hits } = await app.search('giấy xác nhận vườn ươm', ASKED);
  return hits.some((hit) => Object.keys(hit.trace?.parts ?? {}).includes('dense'));
}

/** Words alone find it, soon. @returns milliseconds */
async function answered(app: App): Promise<number> {
  const started = performance.now();
  const { hits } = await app.search('giấy xác nhận vườn ươm', ASKED);
  expect(hits[0]?.procedureCode).toBe('1.900001');
  return performance.now() - started;
}

/** What should be sent, with one thing changed in it. */
const changed =
  (change: (data: ReturnType<typeof embeddingsOf>) => unknown): EmbeddingScript =>
  (texts) => ({ kind: 'data', data: change(embeddingsOf(texts)) });
const withNumber = (value: unknown) =>
  changed((data) => data.map((d) => ({ ...d, embedding: [value, ...(d.embedding as number[]).slice(1)] })));
const raw =
  (body: string, contentType: string): EmbeddingScript =>
  () => ({ kind: 'raw', body, contentType });
const status =
  (code: number, headers: Record<string, string> = {}): EmbeddingScript =>
  () => ({ kind: 'status', status: code, headers });

const FAILURES: Readonly<Record<string, EmbeddingScript>> = {
  '429': status(429, { 'retry-after': '0.01' }),
  '500': status(500),
  '503': status(503),
  '401': status(401),
  'a redirect': status(307, { location: 'http://127.0.0.1:9/v1/embeddings' }),
  'a connection that is cut': () => ({ kind: 'reset' }),
  'a web page': raw('<html>Bảo trì</html>', 'text/html'),
  'half of a JSON': raw('{"data": [{"index": 0, "embed', 'application/json'),
  'another JSON': raw('{"error": "no model"}', 'application/json'),
  nothing: raw('', 'application/json'),
  'NaN as a word': withNumber('NaN'),
  'NaN as null': withNumber(null),
  'a number beyond 32 bits': raw('{"data":[{"index":0,"embedding":[1e39,1]}]}', 'application/json'),
  'base64 that was not asked for': changed((data) => data.map((d) => ({ ...d, embedding: 'AACAPwAAgD8=' }))),
  zeros: changed((data) => data.map((d) => ({ ...d, embedding: [0, 0, 0] }))),
  'empty vectors': changed((data) => data.map((d) => ({ ...d, embedding: [] }))),
  'fewer vectors than texts': changed((data) => data.slice(1)),
  'more vectors than texts': changed((data) => [...data, { ...data[0], index: data.length }]),
  'no index': changed((data) => data.map(({ embedding }) => ({ embedding }))),
  'one index for all': changed((data) => data.map((d) => ({ ...d, index: data.length > 1 ? 0 : 7 }))),
};
describe.each(Object.entries(FAILURES))('an endpoint that answers with %s', (_, script) => {
  it.each([
    ['from the start', (texts: readonly string[]) => script(texts)],
    ['once connected', (texts: readonly string[]) => (texts[0] === 'xin chào' ? undefined : script(texts))],
  ])('%s: nothing wrong is stored, words answer, all is made up for later', async (_, scripted) => {
    const { file, open, clock, logged } = await workspace();
    fake.embeddings(scripted);
    const app = await open();
    const report = await app.ingest([file], { own: true });
    expect(report.files[0]).toMatchObject({ status: 'added' });
    expect(await stored(app)).toEqual([]);
    expect(await answered(app)).toBeLessThan(4000);
    const state = await app.vectorState!();
    expect(state.documents).toEqual({ all: 3, lacking: 3 });
    expect(state.chunks.lacking).toBe(state.chunks.all);
    fake.embeddings(200);
    clock.now += DAY_MS;
    app.follow(20);
    await expect.poll(() => denseIn(app), { timeout: 10_000 }).toBe(true);
    await expect.poll(async () => (await app.vectorState!()).documents.lacking, { timeout: 10_000 }).toBe(0);
    const vectors = await stored(app);
    expect(vectors).toHaveLength(state.chunks.all);
    expect(vectors.every((v) => v.length === 64 && v.every(Number.isFinite))).toBe(true);
    expect(await app.vectorState!()).toMatchObject({ endpoint: 'up', refused: 0, withheld: 0 });
    const warned = logged.filter(({ level }) => Number(level) >= 40);
    expect(warned.length).toBeLessThanOrEqual(1);
    await app.close();
  });
});

describe('an endpoint', () => {
  it('that says nothing keeps a question three seconds once, then nobody', async () => {
    const { file, open } = await workspace();
    const offline = await open({});
    await offline.ingest([file], { own: true });
    await offline.close();
    fake.embeddings(() => ({ kind: 'hang' }));
    const app = await open();
    expect(await answered(app)).toBeLessThan(4000);
    expect(await answered(app)).toBeLessThan(500);
    expect((await app.vectorState!()).endpoint).toBe('down');
    await app.close();
  });

  it('that answers in another order gives each text its own vector', async () => {
    const { file, open } = await workspace();
    const app = await open();
    await app.ingest([file], { own: true });
    const inOrder = await app.db.selectFrom('vectors').selectAll().orderBy('key').execute();
    await app.close();
    const other = await workspace();
    fake.embeddings(changed((data) => [...data].reverse()));
    const reversed = await other.open();
    await reversed.ingest([other.file], { own: true });
    expect(await reversed.db.selectFrom('vectors').selectAll().orderBy('key').execute()).toEqual(inOrder);
    await reversed.close();
  });

  it('that goes away in the middle leaves what came, and gives the rest when it is back', async () => {
    const records = Array.from({ length: 300 }, (_, i) =>
      RECORDS[0]!.replace('1.900001', `1.91${String(i).padStart(4, '0')}`),
    );
    const { file, open, clock, logged } = await workspace([...RECORDS, ...records]);
    let requests = 0;
    fake.embeddings(() => (++requests > 5 ? { kind: 'status', status: 503 } : undefined));
    const app = await open();
    await app.ingest([file], { own: true });
    const between = await app.vectorState!();
    expect(between.documents.lacking).toBeGreaterThan(0);
    expect(between.documents.lacking).toBeLessThan(between.documents.all);
    expect(between.endpoint).toBe('down');
    await expect
      .poll(() => logged.find(({ level }) => level === 40))
      .toMatchObject({ lackingDocuments: between.documents.lacking, lackingChunks: between.chunks.lacking });
    fake.embeddings(200);
    clock.now += DAY_MS;
    app.follow(20);
    await expect.poll(async () => (await app.vectorState!()).documents.lacking, { timeout: 20_000 }).toBe(0);
    await expect
      .poll(() => logged.findLast(({ msg }) => msg === 'vectors are made up for'))
      .toMatchObject({ lackingDocuments: 0 });
    await app.close();
  });

  it('whose model changes its dimensions is connected anew, in the same process and after a restart', async () => {
    const { file, open, clock } = await workspace();
    const app = await open();
    await app.ingest([file], { own: true });
    expect(await denseIn(app)).toBe(true);
    const other: EmbeddingScript = (texts) => ({ kind: 'data', data: embeddingsOf(texts, 'float', 96) });
    fake.embeddings(other);
    await answered(app);
    expect((await app.vectorState!()).endpoint).toBe('down');
    clock.now += DAY_MS;
    app.follow(20);
    await expect.poll(() => denseIn(app), { timeout: 10_000 }).toBe(true);
    expect((await stored(app)).every((v) => v.length === 96)).toBe(true);
    await app.close();
    fake.embeddings(200);
    const again = await open();
    await answered(again);
    again.follow(20);
    await expect
      .poll(async () => (await stored(again)).every((v) => v.length === 64), { timeout: 10_000 })
      .toBe(true);
    await again.close();
  });

  it('that refuses one text is offered it again an hour later; the others do not wait', async () => {
    const { file, open, clock } = await workspace();
    fake.refuseEmbeddingOf('ao cá');
    const app = await open();
    await app.ingest([file], { own: true });
    expect(await app.vectorState!()).toMatchObject({ documents: { all: 3, lacking: 1 }, refused: 1 });
    expect(await denseIn(app)).toBe(true);
    fake.refuseEmbeddingOf(undefined);
    clock.now += 3_600_000;
    app.follow(20);
    await expect.poll(async () => (await app.vectorState!()).documents.lacking, { timeout: 10_000 }).toBe(0);
    await app.close();
  });
});
