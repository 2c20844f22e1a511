import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { UploadId } from '../../../src/dialogue/uploads/model.ts';
import { type Db, openDatabase } from '../../../src/store/database.ts';
import { PEOPLE } from '../../support/people.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { bytesOf, letter, uploadsOver } from '../../support/uploads.ts';

const staff = PEOPLE.staff.id;
const approver = PEOPLE.approver.id;
const TABLES = [
  'blobs',
  'uploads',
  'documents',
  'document_versions',
  'chunks',
  'relations',
  'files',
  'changes',
  'originals',
  'audit',
  'notices',
] as const;

async function contents(db: Db): Promise<string> {
  const rows = await Promise.all(TABLES.map((table) => db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows);
}

/** Tries `step` once for each of its writes ("table WRITE"), failing at that write; all must be as it was. */
async function failAt(db: Db, writes: readonly string[], step: () => Promise<unknown>): Promise<void> {
  for (const one of writes) {
    const [table, write] = one.split(' ') as [string, string];
    const before = await contents(db);
    await sql`CREATE TEMP TRIGGER fault BEFORE ${sql.raw(write)} ON main.${sql.raw(table)}
      BEGIN SELECT RAISE(ABORT, 'fault'); END`.execute(db);
    await expect(step(), one).rejects.toThrow('fault');
    await sql`DROP TRIGGER fault`.execute(db);
    expect(await contents(db), one).toBe(before);
  }
}

describe('an upload that fails half-way', () => {
  it('leaves what was there before, at every write of every step', async () => {
    const db = await openDatabase(':memory:');
    const one = uploadsOver(db);
    await one.addPeople();
    const body = 'Công văn này thay thế Công văn số 12/STP-HCTP.';

    const first = await one.begin(letter({ body }));
    await failAt(
      db,
      ['uploads UPDATE', 'documents INSERT', 'chunks INSERT', 'relations INSERT', 'changes INSERT'].concat([
        'files INSERT',
        'originals INSERT',
        'audit INSERT',
      ]),
      () => one.uploads.confirm({ by: staff, id: first.upload.id }),
    );
    expect((await one.uploads.confirm({ by: staff, id: first.upload.id })).status).toBe('serving');

    // A new version: the old one must serve whole until the new one does.
    const second = await one.begin(letter({ body: `${body}\n3. Mẫu tờ khai kèm theo.` }), staff, 'b.txt');
    await failAt(
      db,
      [
        'document_versions INSERT',
        'documents DELETE',
        'documents INSERT',
        'chunks INSERT',
        'originals UPDATE',
      ],
      () => one.uploads.confirm({ by: staff, id: second.upload.id }),
    );
    expect((await one.uploads.confirm({ by: staff, id: second.upload.id })).status).toBe('serving');

    const third = await one.begin(letter({ number: '        /STP-HCTP' }), staff, 'c.txt');
    await failAt(db, ['uploads UPDATE', 'audit INSERT', 'notices INSERT'], () =>
      one.uploads.confirm({ by: staff, id: third.upload.id }),
    );
    await one.uploads.confirm({ by: staff, id: third.upload.id });
    await failAt(db, ['uploads UPDATE', 'documents INSERT', 'notices INSERT'], () =>
      one.uploads.approve({ by: approver, id: third.upload.id }),
    );
    await one.uploads.approve({ by: approver, id: third.upload.id });

    const document = (await one.review.documents.list({}, { limit: 1 }))[0]!.id;
    await failAt(db, ['documents UPDATE', 'changes INSERT', 'audit INSERT'], () =>
      one.stored.withdraw({ by: approver, document, reason: 'thử' }),
    );
    await db.destroy();
  });

  it('keeps nothing of a file whose storing fails', async () => {
    const db = await openDatabase(':memory:');
    const one = uploadsOver(db);
    await one.addPeople();
    const request = { by: staff, bytes: bytesOf(letter()), fileName: 'a.txt', channel: 'web' as const };
    for (const table of ['blobs', 'uploads', 'audit'] as const) {
      await sql`CREATE TEMP TRIGGER fault BEFORE INSERT ON main.${sql.raw(table)}
        BEGIN SELECT RAISE(ABORT, 'fault'); END`.execute(db);
      const before = await contents(db);
      expect(await one.uploads.begin(request)).toMatchObject({ status: 'failed' });
      expect(await contents(db)).toBe(before);
      await sql`DROP TRIGGER fault`.execute(db);
    }
    await db.destroy();
  });
});

const CHILD = fileURLToPath(new URL('../../support/upload-child.ts', import.meta.url));

async function killed(file: string, afterMs: number): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', CHILD, file], { stdio: 'pipe' });
  await new Promise<void>((resolve, reject) => {
    child.stdout!.once('data', () => resolve());
    child.once('exit', () => reject(new Error('the child ended by itself')));
    child.stderr!.on('data', (text: Buffer) => reject(new Error(text.toString())));
  });
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.removeAllListeners('exit');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

describe('a process killed while it uploads', () => {
  it('leaves each upload either waiting or serving, never between', { timeout: 120_000 }, async () => {
    const file = join(await temporaryFolder(), 'test.sqlite');
    // Counted from a first publication, so that a slow machine decides nothing.
    const delays = [4, 37, 120];
    for (const delay of delays) await killed(file, delay);
    const db = await openDatabase(file);
    const one = uploadsOver(db);
    const rows = await db.selectFrom('uploads').select(['id', 'state', 'read']).execute();
    const served = new Map(
      (await db.selectFrom('documents').select(['file', 'id', 'chunk_count', 'articles']).execute()).map(
        (row) => [row.file, row],
      ),
    );
    expect(rows.filter((row) => row.state === 'da_nap').length).toBeGreaterThan(0);
    for (const { id, state, read } of rows) {
      const document = served.get(`upload:${id}`);
      served.delete(`upload:${id}`);
      const actions = (await one.stores.audit.entries({}, 10_000))
        .filter((entry) => entry.subject === id)
        .map((entry) => entry.action);
      if (state === 'cho_xac_nhan') {
        expect(document, id).toBeUndefined();
        expect(read, id).not.toBeNull();
        expect(actions).toEqual(['upload_begin']);
        // What was interrupted can be finished.
        const settled = await one.uploads.confirm({ by: staff, id: id as UploadId });
        expect(settled.status).toBe('serving');
        continue;
      }
      expect(state).toBe('da_nap');
      expect(actions).toEqual(['upload_publish', 'upload_begin']);
      const chunks = await db
        .selectFrom('chunks')
        .select('id')
        .where('document_id', '=', document!.id)
        .execute();
      expect(chunks).toHaveLength(document!.chunk_count);
      expect(await one.store.original(document!.id as never)).toBeDefined();
    }
    expect([...served.keys()]).toEqual([]);
    await db.destroy();
  });
});
