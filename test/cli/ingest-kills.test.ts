/**
 * `ingest` and kill -9 at each stage of a file that changed since it was taken in: there is its old version or its new one,
 * whole, and the next run ends with the new ones.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageCacheFolder } from '../../src/ingest/reading/page-cache-folder.ts';
import { DATABASE_FILE } from '../../src/store/database.ts';
import { CAN_DRAW } from '../ingest/readers/drawn-page.ts';
import { drawnFrame, tiff } from '../ingest/readers/tiff-file.ts';
import { command, startCommand } from '../support/command.ts';
import { letter } from '../support/uploads.ts';

const root = mkdtempSync(join(tmpdir(), 'ingest-kills-'));
const files = join(root, 'files');
const data = join(root, 'data');
const env = { DATA_DIR: data, LOG_LEVEL: 'silent' };
const text = (n: number, body: string) => letter({ number: `${n}/STP-HCTP`, body });
/** So many pages that they are not all recognised at once. */
const PAGES = 4;
const scan = () =>
  tiff(Array.from({ length: PAGES }, (_, i) => drawnFrame(text(2, `Trang ${i}.`).split('\n'))));

/** The documents of a file, each with all its passages. */
function versionOf(name: string): string[] {
  const db = new BetterSqlite3(join(data, DATABASE_FILE), { readonly: true });
  try {
    const rows = db
      .prepare(
        `select content_hash as hash, chunk_count as count,
           (select count(*) from chunks where document_id = documents.id) as stored
         from documents where file = ?`,
      )
      .all(join(files, name)) as { hash: string; count: number; stored: number }[];
    for (const { count, stored } of rows) expect(stored, name).toBe(count);
    return rows.map(({ hash }) => hash);
  } finally {
    db.close();
  }
}
const pagesKept = () => {
  const folder = pageCacheFolder(data);
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sealed')).length : 0;
};
/** Changes with every write to the database. */
const written = () => {
  const log = statSync(`${join(data, DATABASE_FILE)}-wal`, { throwIfNoEntry: false });
  return log === undefined ? '' : `${log.size} ${log.mtimeMs}`;
};

/** Ingests one file and kills the command once it reads and `due` says so; false when the command ended before. */
async function killed(name: string, due: () => boolean): Promise<boolean> {
  const { child, result } = startCommand('ingest', [join(files, name)], env);
  let reads = false;
  let ended = false;
  child.stderr!.on('data', (said: string) => {
    reads ||= String(said).includes('Tệp 1/1');
  });
  void result.then(() => {
    ended = true;
  });
  while (!ended && !(reads && due())) await sleep(2);
  child.kill('SIGKILL');
  return (await result).code === null;
}

beforeAll(async () => {
  mkdirSync(files);
  for (let n = 1; n <= 5; n++) writeFileSync(join(files, `${n}`), text(n, 'Bản cũ.'));
  const first = await command('ingest', [files], env);
  expect(first.code, first.err).toBe(0);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

it.skipIf(!CAN_DRAW)(
  'ingest killed while it reads, recognises, parses, writes and indexes: the old version or the new one',
  async () => {
    const names = ['1', '2', '4', '5'];
    const old = new Map(names.map((name) => [name, versionOf(name)]));
    for (const versions of old.values()) expect(versions).toHaveLength(1);
    for (const n of [1, 4, 5]) writeFileSync(join(files, `${n}`), text(n, 'Bản mới, nói điều khác.'));
    writeFileSync(join(files, '2'), scan());

    expect(await killed('1', () => true), 'read').toBe(true);
    expect(versionOf('1')).toEqual(old.get('1'));
    expect(await killed('2', () => pagesKept() > 0), 'recognised').toBe(true);
    expect(versionOf('2')).toEqual(old.get('2'));
    const kept = pagesKept();
    expect(kept).toBeLessThan(PAGES);
    expect(await killed('2', () => pagesKept() === PAGES), 'parsed').toBe(true);
    const parsed = versionOf('2');
    let before: string | undefined;
    const writes = () => {
      before ??= written();
      return written() !== before;
    };
    expect(await killed('4', writes), 'written').toBe(true);
    const half = versionOf('4');
    // Committed, and the index not yet saved.
    expect(await killed('5', () => versionOf('5')[0] !== old.get('5')![0]), 'indexed').toBe(true);
    const indexed = versionOf('5');

    const last = await command('ingest', ['--json', files], env);
    expect(last.code, last.err).toBe(0);
    for (const name of names) {
      expect(versionOf(name), name).toHaveLength(1);
      expect(versionOf(name), name).not.toEqual(old.get(name));
    }
    expect([old.get('2'), versionOf('2')]).toContainEqual(parsed);
    expect([old.get('4'), versionOf('4')]).toContainEqual(half);
    expect(indexed).toEqual(versionOf('5'));
    const found = await command('search', ['--json', 'Bản mới, nói điều khác'], env);
    for (const n of [1, 4, 5]) expect(found.out).toContain(`${n}/STP-HCTP`);
  },
  240_000,
);
