/**
 * The real server (`src/main.ts`), uploads over HTTP, and kill -9 at a stage of one: before and after a restart there is
 * the old state or the new one, never something between, and what was interrupted can be done again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { expect } from 'vitest';
import { DATABASE_FILE } from '../../src/store/database.ts';
import { type Served, serve } from './served.ts';
import { letter } from './uploads.ts';

interface Row {
  readonly id: string;
  readonly state: string;
  readonly file_name: string;
  readonly read: string | null;
}

/** A server over a folder of its own that is killed by hand while files are uploaded to it. */
export class KilledServer {
  static async start(): Promise<KilledServer> {
    const folder = mkdtempSync(join(tmpdir(), 'upload-kills-'));
    return new KilledServer(folder, await serve(folder));
  }

  private readonly folder: string;
  private served: Served;

  private constructor(folder: string, served: Served) {
    this.folder = folder;
    this.served = served;
  }

  get server(): Served {
    return this.served;
  }

  async stop(): Promise<void> {
    await this.served.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** kill -9, a look at what is on disk, and a new start. */
  async restart(): Promise<void> {
    await this.served.kill();
    try {
      this.checkWhole();
    } finally {
      this.served = await serve(this.folder);
    }
  }

  send(file: File): ReturnType<Served['post']> {
    return this.served.post('/tai-lieu/nap', { file });
  }

  confirm(path: string): ReturnType<Served['post']> {
    return this.served.post(`${path}/xac-nhan`, { scope: 'public' });
  }

  /** The address of the upload, once its file is read. */
  async readOf(location: string): Promise<string> {
    for (let at = location; ; await sleep(200)) {
      const page = await this.served.get(at);
      if (!page.url.includes('/dang-doc/')) return page.url;
      at = page.url;
    }
  }

  stateOf(name: string): string | undefined {
    return this.checkWhole().find((row) => row.file_name === name)?.state;
  }

  /** The list of documents links to it; the search field repeats what was searched for. */
  async isFound(n: number): Promise<boolean> {
    const { text } = await this.served.get(`/quan-tri/van-ban?text=${n}`);
    return text.includes(encodeURIComponent(`${n}/STP-HCTP@`));
  }

  /** What is on disk: no upload between two states, each document with all of its passages and its original. */
  private checkWhole(): Row[] {
    const db = new BetterSqlite3(join(this.folder, DATABASE_FILE));
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
        const count = (table: string, document: string) =>
          (
            db.prepare(`select count(*) as n from ${table} where document_id = ?`).get(document) as {
              n: number;
            }
          ).n;
        for (const document of served)
          expect([count('chunks', document.id), count('originals', document.id)]).toEqual([
            document.chunks,
            1,
          ]);
      }
      return rows;
    } finally {
      db.close();
    }
  }
}

/** A letter of the department, as the file `<n>.txt`. */
export function numbered(n: number): File {
  return new File([letter({ number: `${n}/STP-HCTP`, body: `Mã thử ${n}.` })], `${n}.txt`);
}
