import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { command } from '../support/command.ts';

const FILES = 60;
const ARTICLES = 100;
/** As the server follows the database. */
const FOLLOW_MS = 1000;
/** The promise to people: found within this after it was committed. */
const FOUND_WITHIN_MS = 2000;

const decree = (serial: number, subject: string, body: readonly string[]) => `CHÍNH PHỦ
Số: ${serial}/2026/NĐ-CP
Hà Nội, ngày 02 tháng 3 năm 2026

NGHỊ ĐỊNH
${subject}

${body.map((text, i) => `Điều ${i + 1}. Nội dung ${i + 1}\n${text}`).join('\n')}
`;

it(`finds what an ingest of ${FILES * ARTICLES} articles wrote early within 2 s, while it goes on`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fresh-'));
  const files = join(folder, 'files');
  await mkdir(files);
  // Read in the order of names: the one that is looked for comes second.
  for (let n = 0; n < FILES; n++) {
    const body = Array.from(
      { length: ARTICLES },
      (_, i) =>
        `Hồ chứa số ${n * ARTICLES + i} do tổ thủy nông thôn ${i} trông coi và báo cáo mực nước mỗi tuần.`,
    );
    const subject = n === 1 ? 'Về bến thuyền cộng đồng đầm phá' : `Về quản lý hồ chứa vùng ${n}`;
    if (n === 1) body[0] = 'Biển báo bến thuyền cộng đồng đầm phá đặt tại lối xuống bến.';
    await writeFile(join(files, `${String(n).padStart(3, '0')}.txt`), decree(700 + n, subject, body));
  }
  const env = { DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' };
  const app = await openApp(parseConfig(env), { tell: () => {} });
  app.follow(FOLLOW_MS);
  try {
    let ended = false;
    const ingest = command('ingest', [files], env).finally(() => {
      ended = true;
    });
    const committed = () =>
      app.db.selectFrom('documents').select('id').where('number', '=', '701/2026/NĐ-CP').executeTakeFirst();
    while ((await committed()) === undefined && !ended) await sleep(20);
    const since = performance.now();
    const found = async () =>
      (await app.search('biển báo bến thuyền cộng đồng', { k: 3, asOf: '2026-06-01' as never })).hits.some(
        ({ documentNumber }) => documentNumber === '701/2026/NĐ-CP',
      );
    while (!(await found()) && performance.now() - since < 10 * FOUND_WITHIN_MS) await sleep(20);
    const tookMs = performance.now() - since;
    const stillRunning = !ended;
    const { code, err } = await ingest;
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    expect(stillRunning, 'the ingest was over before the document was found').toBe(true);
    expect(tookMs).toBeLessThan(FOUND_WITHIN_MS);
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
});
