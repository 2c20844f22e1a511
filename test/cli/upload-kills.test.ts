/**
 * The real server (`src/main.ts`), uploads over HTTP, and kill -9 at each stage of one: before and after a restart there is
 * the old state or the new one, never something between, and what was interrupted can be done again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_FILE } from '../../src/store/database.ts';
import { CAN_DRAW } from '../ingest/readers/drawn-page.ts';
import { drawnFrame, tiff } from '../ingest/readers/tiff-file.ts';
import { type Served, serve } from '../support/served.ts';
import { letter } from '../support/uploads.ts';

const folder = mkdtempSync(join(tmpdir(), 'upload-kills-'));
let server: Served;
beforeAll(async () => {
  server = await serve(folder);
}, 120_000);
afterAll(async () => {
  await server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const restart = async () => {
  await server.kill();
  try {
    checkWhole();
  } finally {
    server = await serve(folder);
  }
};
const text = (n: number) => new File([letter({ number: `${n}/STP-HCTP`, body: `Mã thử ${n}.` })], `${n}.txt`);
const send = (file: File) => server.post('/tai-lieu/nap', { file });

/** The address of the upload, once its file is read. */
async function readOf(location: string): Promise<string> {
  for (let at = location; ; await sleep(200)) {
    const page = await server.get(at);
    if (!page.url.includes('/dang-doc/')) return page.url;
    at = page.url;
  }
}

interface Row {
  readonly id: string;
  readonly state: string;
  readonly file_name: string;
  readonly read: string | null;
}

/** What is on disk: no upload between two states, each document with all of its passages and its original. */
function checkWhole(): Row[] {
  const db = new BetterSqlite3(join(folder, DATABASE_FILE));
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    const rows = db.prepare('select id, state, file_name, read from uploads').all() as Row[];
    for (const { id, state, read } of rows) {
      const served = db
        .prepare('select id, chunk_count as chunks from documents where file = ?')
        .all(`upload:${id}`) as { id: string; chunks: number }[];
      expect([state, read !== null, served.length], id).toEqual(
        state === 'da_nap' ? ['da_nap', false, 1] : ['cho_xac_nhan', true, 0],
      );
      for (const document of served) {
        const count = (table: string) =>
          (
            db.prepare(`select count(*) as n from ${table} where document_id = ?`).get(document.id) as {
              n: number;
            }
          ).n;
        expect([count('chunks'), count('originals')]).toEqual([document.chunks, 1]);
      }
    }
    return rows;
  } finally {
    db.close();
  }
}
const stateOf = (name: string) => checkWhole().find((row) => row.file_name === name)?.state;
/** The list of documents links to it; the search field repeats what was searched for. */
const isFound = async (n: number) =>
  (await server.get(`/quan-tri/van-ban?text=${n}`)).text.includes(encodeURIComponent(`${n}/STP-HCTP@`));

describe('the server killed by hand while a file is uploaded on the web', { timeout: 120_000 }, () => {
  it('while it is read: nothing is kept, and it can be sent again', async () => {
    const sent = send(text(101)).catch(() => undefined);
    await sleep(400);
    await restart();
    await sent;
    expect(stateOf('101.txt') ?? 'cho_xac_nhan').toBe('cho_xac_nhan');
    expect(await isFound(101)).toBe(false);
    expect(await readOf((await send(text(101))).location)).toMatch(/^\/tai-lieu\/nap\/[\w-]+$/);
  });

  it.skipIf(!CAN_DRAW)('while its picture is recognised: nothing is kept', async () => {
    // So many pages that no machine has read them all when the upload is answered.
    const pages = Array.from({ length: 8 }, (_, i) => drawnFrame([`Điều ${i + 1}. Hồ sơ khai sinh.`]));
    const scan = new File([Buffer.from(tiff(pages))], 'quet.tif');
    const { location } = await send(scan);
    expect(location).toContain('/dang-doc/');
    await restart();
    expect(stateOf('quet.tif')).toBeUndefined();
    expect((await server.get(location)).status).toBe(404);
  });

  it('when it is understood and waits for its uploader: it goes on waiting, and serves when confirmed', async () => {
    const path = await readOf((await send(text(103))).location);
    await restart();
    expect(stateOf('103.txt')).toBe('cho_xac_nhan');
    expect((await server.get(path)).text).toContain('103/STP-HCTP');
    await server.post(`${path}/xac-nhan`, { scope: 'public' });
    expect(stateOf('103.txt')).toBe('da_nap');
    expect(await isFound(103)).toBe(true);
  });

  it.each([0, 40])(
    'while it is written (%i ms after the confirmation was sent): before or after',
    async (ms) => {
      const n = 110 + ms;
      const path = await readOf((await send(text(n))).location);
      const confirmed = server.post(`${path}/xac-nhan`, { scope: 'public' }).catch(() => undefined);
      await sleep(ms);
      await restart();
      await confirmed;
      const state = stateOf(`${n}.txt`);
      expect(await isFound(n)).toBe(state === 'da_nap');
      if (state !== 'da_nap') await server.post(`${path}/xac-nhan`, { scope: 'public' });
      expect(await isFound(n)).toBe(true);
    },
  );

  it('as soon as it was said to serve, before the index is saved: it is answered from after the restart', async () => {
    const path = await readOf((await send(text(200))).location);
    await server.post(`${path}/xac-nhan`, { scope: 'public' });
    await restart();
    expect(stateOf('200.txt')).toBe('da_nap');
    const asked = await server.post('/hoi', { q: 'Mã thử 200 ở công văn 200/STP-HCTP là gì?' });
    expect((await server.get(asked.location)).text).toContain('200/STP-HCTP');
    expect(await isFound(200)).toBe(true);
  });
});
