import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../support/fake-openai.ts';
import { temporaryFolder } from '../support/temporary.ts';

const record = (code: string, ten_thu_tuc: string, trinh_tu_thuc_hien: string) =>
  JSON.stringify({
    ma_thu_tuc: code,
    ten_thu_tuc,
    cap_thuc_hien: 'Cấp xã',
    linh_vuc: 'Khác',
    trinh_tu_thuc_hien,
  });
const RECORDS = [
  record('1.900001', 'Cấp giấy xác nhận vườn ươm', 'Ông Nguyễn Văn Bảy nộp hồ sơ ở số 0912345678.'),
  record('1.900002', 'Thu hồi giấy phép ao cá', 'Cơ quan thu hồi ra quyết định thu hồi giấy phép.'),
];
const ASKED = { k: 5, asOf: '2026-11-23' };

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterAll(() => fake.close());
beforeEach(() => fake.embeddings(200));

async function workspace(lines: readonly string[] = RECORDS) {
  const root = await temporaryFolder();
  const file = join(root, 'records.jsonl');
  await writeFile(file, lines.join('\n'));
  const logged: { level: number; msg: string }[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const open = (env: Record<string, string> = {}) =>
    openApp(parseConfig({ DATA_DIR: join(root, 'data'), ...env }), { tell: () => {}, log });
  const withModel = (model = 'm') => open({ OPENAI_BASE_URL: fake.url, EMBEDDING_MODEL: model });
  return { root, file, open, withModel, logged };
}

async function vectorsIn(app: App): Promise<Record<string, number>> {
  const rows = await app.db
    .selectFrom('vectors')
    .select(['fingerprint', (e) => e.fn.countAll<number>().as('n')])
    .groupBy('fingerprint')
    .execute();
  return Object.fromEntries(
    rows.map(({ fingerprint, n }) => [fingerprint.split(':').at(-2) ?? fingerprint, n]),
  );
}

/** Whether vectors took part in the first hit's score. */
async function denseIn(app: App, query = 'giấy xác nhận vườn ươm'): Promise<boolean> {
  const { hits } = await app.search(query, ASKED);
  return hits.some((hit) => Object.keys(hit.trace?.parts ?? {}).includes('dense'));
}

describe('vectors of an endpoint', () => {
  it('are committed, saved, found again after a restart, and take part in the search', async () => {
    const { file, withModel, root } = await workspace();
    const app = await withModel();
    await app.ingest([file]);
    expect(await vectorsIn(app)).toEqual({ m: expect.any(Number) });
    expect(await denseIn(app)).toBe(true);
    await app.close();
    expect(existsSync(join(root, 'data', 'vectors', 'vectors.json'))).toBe(true);
    const before = fake.embedded.length;
    const again = await withModel();
    expect(await denseIn(again)).toBe(true);
    expect(fake.embedded.length).toBe(before + 2); // the probe and the question
    await again.close();
  });

  it('are asked for with personal data masked', async () => {
    const { file, withModel } = await workspace();
    const app = await withModel();
    const before = fake.embedded.length;
    await app.ingest([file]);
    await app.search('vườn ươm của ông Nguyễn Văn Bảy 0912345678', ASKED);
    const sent = fake.embedded.slice(before).join('\n');
    expect(sent).toContain('vườn ươm');
    expect(sent).not.toContain('0912345678');
    await app.close();
  });

  it('are made anew when the model changes, never mixed', async () => {
    const { file, withModel } = await workspace();
    const first = await withModel('one');
    await first.ingest([file]);
    const { one } = await vectorsIn(first);
    await first.close();
    const second = await withModel('two');
    expect(await denseIn(second)).toBe(false);
    await second.ingest([file]);
    expect(await vectorsIn(second)).toEqual({ two: one });
    expect(await denseIn(second)).toBe(true);
    await second.close();
  });

  it('do not hold up ingestion or answers when the endpoint is down; told once, made up for later', async () => {
    const { file, withModel, logged } = await workspace();
    fake.embeddings(503);
    const app = await withModel();
    const report = await app.ingest([file]);
    expect(report.totals).toMatchObject({ added: 1, failed: 0 });
    const { hits } = await app.search('giấy xác nhận vườn ươm', ASKED);
    expect(hits[0]?.procedureCode).toBe('1.900001');
    await app.search('thu hồi giấy phép ao cá', ASKED);
    expect(logged.filter(({ level }) => level >= 40)).toHaveLength(1);
    await app.close();
    fake.embeddings(200);
    const later = await withModel();
    later.follow(20);
    await expect.poll(() => denseIn(later), { timeout: 10_000 }).toBe(true);
    await later.close();
  });

  it('are never asked for of documents outside LLM_SCOPE', async () => {
    const { file, open, withModel } = await workspace();
    const offline = await open();
    await offline.ingest([file]);
    const { id, facts } = await offline.db
      .selectFrom('documents')
      .select(['id', 'facts'])
      .where('title', 'like', '%ao cá%')
      .executeTakeFirstOrThrow();
    const internal = JSON.stringify({ ...JSON.parse(facts), scope: { kind: 'internal' } });
    await offline.db.updateTable('documents').set({ facts: internal }).where('id', '=', id).execute();
    await offline.close();
    const before = fake.embedded.length;
    const app = await withModel();
    await app.ingest([file]);
    expect(await denseIn(app)).toBe(true);
    expect(fake.embedded.slice(before).join('\n')).not.toContain('ao cá');
    await app.close();
  });

  it('follow what another process takes in and takes away', async () => {
    const { file, withModel } = await workspace();
    const server = await withModel();
    server.follow(20);
    const other = await withModel();
    await other.ingest([file]);
    await expect.poll(() => denseIn(server), { timeout: 10_000 }).toBe(true);
    await writeFile(file, RECORDS[1]!);
    await other.ingest([file]);
    await expect
      .poll(
        async () => (await server.search('giấy xác nhận vườn ươm', ASKED)).hits.map((h) => h.procedureCode),
        {
          timeout: 10_000,
        },
      )
      .not.toContain('1.900001');
    await server.close();
    await other.close();
  });

  it('do not leave documents without vectors for one text the endpoint will not take', async () => {
    const { file, withModel } = await workspace();
    fake.embeddings(200);
    const app = await withModel();
    fake.refuseEmbeddingOf('ao cá');
    await app.ingest([file]);
    fake.refuseEmbeddingOf(undefined);
    expect(Object.values(await vectorsIn(app))[0]).toBeGreaterThan(0);
    expect(await denseIn(app)).toBe(true);
    await app.close();
  });
});

describe('without an endpoint', () => {
  it('vectors are off, and embedded ones come with EMBEDDINGS=embedded', async () => {
    const { file, open } = await workspace();
    const plain = await open();
    await plain.ingest([file]);
    expect(await vectorsIn(plain)).toEqual({});
    expect(await denseIn(plain)).toBe(false);
    await plain.close();
    const embedded = await open({ EMBEDDINGS: 'embedded' });
    await embedded.ingest([file]);
    expect(Object.keys(await vectorsIn(embedded))).toHaveLength(1);
    expect(await denseIn(embedded)).toBe(true);
    await embedded.close();
  });
});
