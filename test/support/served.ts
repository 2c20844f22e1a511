import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** The real server in a process of its own, signed in as its administrator by the link it prints. */
export interface Served {
  readonly url: string;
  get(path: string): Promise<{ readonly status: number; readonly url: string; readonly text: string }>;
  post(path: string, form: Record<string, string | File>): Promise<{ status: number; location: string }>;
  /** kill -9; resolves when the process is gone. */
  kill(): Promise<void>;
}

/** A connection of its own for each request: a kept one may have been closed by a busy server, and a POST is not sent twice. */
const ONCE = { connection: 'close' };

/** Resolves when the server listens and the administrator is signed in. */
export async function serve(dataDir: string): Promise<Served> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src/main.ts')], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const link = await linkOf(child);
  const url = link.slice(0, link.indexOf('/dang-nhap'));
  const entered = await fetch(link, { method: 'POST', redirect: 'manual' });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0]!;
  const get = async (path: string) => {
    const response = await fetch(url + path, { headers: { cookie, ...ONCE } });
    return { status: response.status, url: response.url.slice(url.length), text: await response.text() };
  };
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await get('/tai-khoan')).text)?.[1] ?? '';
  return {
    url,
    get,
    async post(path, form) {
      const body = new FormData();
      for (const [name, value] of Object.entries({ _csrf: csrf, ...form })) body.append(name, value);
      const headers = { cookie, origin: url, ...ONCE };
      const response = await fetch(url + path, { method: 'POST', body, headers, redirect: 'manual' });
      await response.arrayBuffer();
      return { status: response.status, location: response.headers.get('location') ?? '' };
    },
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

function linkOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer) => {
      said += text.toString();
      const link = /^http\S+\/dang-nhap\/\S+$/m.exec(said)?.[0];
      if (link !== undefined) resolve(link);
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('exit', () => reject(new Error(`the server ended by itself: ${said}`)));
  });
}
