import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { StoreError } from './errors.ts';

export interface LockHolder {
  readonly pid: number;
  readonly command: string;
  readonly since: string;
}

/** Another process kept its place for longer than we waited. */
export class DataDirBusyError extends Error {
  readonly holder: LockHolder | undefined;
  readonly forPeople: string;

  constructor(dataDir: string, holder: LockHolder | undefined) {
    super(`lock of ${dataDir} is held by ${holder === undefined ? 'another process' : `pid ${holder.pid}`}`);
    this.name = 'DataDirBusyError';
    this.holder = holder;
    const who =
      holder === undefined
        ? 'một tiến trình khác'
        : `tiến trình ${holder.pid} ("${holder.command}", từ ${holder.since})`;
    this.forPeople = `Thư mục dữ liệu ${dataDir} đang được ${who} giữ. Hãy đợi tiến trình đó xong rồi chạy lại.`;
  }
}

/** `writer`: changes documents; `server`: serves people from this folder (restore must not pull it away). */
export type LockName = 'writer' | 'server';

/**
 * Takes one named place of a data folder, waiting for at most `waitMs`.
 *
 * The lock is an open SQLite transaction on a file of its own: the operating system frees it when the process
 * dies, however it dies, so there is no stale lock to judge.
 *
 * @returns a function that gives the place back
 * @throws DataDirBusyError after `waitMs`, naming the holder
 */
export async function takeLock(
  dataDir: string,
  name: LockName,
  command: string,
  waitMs: number,
  onWait: (holder: LockHolder | undefined) => void = () => {},
): Promise<() => void> {
  const holderFile = join(dataDir, `${name}.json`);
  const connection = openLockFile(dataDir, name);
  const deadline = Date.now() + waitMs;
  let told = false;
  while (!tryLock(connection)) {
    const holder = readHolder(holderFile);
    if (Date.now() >= deadline) {
      connection.close();
      throw new DataDirBusyError(dataDir, holder);
    }
    if (!told) onWait(holder);
    told = true;
    await sleep(Math.min(200, Math.max(1, deadline - Date.now())));
  }
  const holder: LockHolder = { pid: process.pid, command, since: new Date().toISOString() };
  writeFileSync(holderFile, JSON.stringify(holder));
  return () => {
    if (!connection.open) return;
    connection.exec('ROLLBACK');
    connection.close();
  };
}

/** Does the work as the writer if nobody else writes just now; otherwise leaves it for another time. */
export async function ifWriterFree(
  dataDir: string,
  command: string,
  work: () => Promise<void>,
): Promise<void> {
  let free: () => void;
  try {
    free = await takeLock(dataDir, 'writer', command, 0);
  } catch (error) {
    if (error instanceof DataDirBusyError) return;
    throw error;
  }
  try {
    await work();
  } finally {
    free();
  }
}

function openLockFile(dataDir: string, name: LockName): BetterSqlite3.Database {
  const file = join(dataDir, `${name}.lock`);
  try {
    mkdirSync(dataDir, { recursive: true });
    return new BetterSqlite3(file, { timeout: 0 });
  } catch (error) {
    throw StoreError.from(error, dataDir);
  }
}

function tryLock(connection: BetterSqlite3.Database): boolean {
  try {
    connection.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return false;
    throw StoreError.from(error, connection.name);
  }
}

function readHolder(file: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LockHolder;
  } catch {
    return undefined;
  }
}
