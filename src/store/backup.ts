import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { DATABASE_FILE } from './database.ts';
import { StoreError } from './errors.ts';
import { takeLock } from './lock.ts';

/**
 * A consistent copy of all state into one file, while a server serves (SQLite's online backup).
 * The copy appears under its name only when it is whole.
 *
 * @throws StoreError when there is nothing to copy or the target cannot be written
 */
export async function backupTo(dataDir: string, target: string): Promise<{ bytes: number }> {
  const file = join(dataDir, DATABASE_FILE);
  if (!existsSync(file)) throw new StoreError('missing', `no database in ${dataDir}`, { file });
  const draft = `${target}.part-${process.pid}`;
  try {
    await mkdir(dirname(target), { recursive: true });
    const source = new BetterSqlite3(file, { readonly: true, timeout: 10_000 });
    try {
      await source.backup(draft);
    } finally {
      source.close();
    }
    await rename(draft, target);
    return { bytes: (await stat(target)).size };
  } catch (error) {
    await rm(draft, { force: true });
    throw error instanceof StoreError ? error : StoreError.from(error, target);
  }
}

/**
 * Puts a backup in the place of a data folder's state. What was there before is kept beside it under another name.
 * Refuses while a server or a writer uses the folder.
 *
 * @throws StoreError when the file is not a whole backup; DataDirBusyError when the folder is in use
 */
export async function restoreFrom(
  backup: string,
  dataDir: string,
  waitMs: number,
): Promise<{ kept: string | undefined }> {
  mustBeBackup(backup);
  const freeServer = await takeLock(dataDir, 'server', 'restore', waitMs);
  try {
    const freeWriter = await takeLock(dataDir, 'writer', 'restore', waitMs);
    try {
      return await swapIn(backup, dataDir);
    } finally {
      freeWriter();
    }
  } finally {
    freeServer();
  }
}

async function swapIn(backup: string, dataDir: string): Promise<{ kept: string | undefined }> {
  const file = join(dataDir, DATABASE_FILE);
  const draft = `${file}.part-${process.pid}`;
  try {
    await copyFile(backup, draft);
  } catch (error) {
    await rm(draft, { force: true });
    throw StoreError.from(error, file);
  }
  let kept: string | undefined;
  if (existsSync(file)) {
    const stamp = new Date().toISOString().replace(/[:.]/g, '-');
    kept = await mkdtemp(join(dataDir, `truoc-khoi-phuc-${stamp}-`));
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(file + suffix)) await rename(file + suffix, join(kept, basename(file) + suffix));
    }
  }
  await rename(draft, file);
  // Rebuildable snapshots of the database that is gone.
  for (const snapshot of ['index', 'vectors'])
    await rm(join(dataDir, snapshot), { recursive: true, force: true });
  return { kept };
}

function mustBeBackup(file: string): void {
  try {
    const db = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
    try {
      const ours = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'documents'").get();
      const whole = db.pragma('quick_check', { simple: true });
      if (ours === undefined || whole !== 'ok')
        throw new StoreError('damaged', 'not a whole backup', { file });
    } finally {
      db.close();
    }
  } catch (error) {
    throw error instanceof StoreError ? error : StoreError.from(error, file);
  }
}
