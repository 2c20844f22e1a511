import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, openDatabase } from '../../src/store/database.ts';

let template: Promise<string> | undefined;

/** A new database in a file that is not there yet: a copy of one migrated once in this process, since migrating takes
 * longer than most tests. */
export async function newDatabase(file: string): Promise<Db> {
  template ??= migratedOnce();
  copyFileSync(await template, file);
  return openDatabase(file);
}

async function migratedOnce(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tlcx-schema-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'empty.sqlite');
  await (await openDatabase(file)).destroy();
  return file;
}
