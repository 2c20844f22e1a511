import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromChild, ToChild } from './child.ts';
import type { PagePicture, PictureRequest } from './picture.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const HEAP_MB = 1024;
/** OCR of two pages and the start of the engine stay well below it. */
const GIVE_UP_MS = 90_000;
const IDLE_MS = 60_000;

export interface PictureProcess {
  draw(request: PictureRequest): Promise<PagePicture | undefined>;
  count(file: Pick<PictureRequest, 'bytes' | 'fileName'>): Promise<number>;
}

/**
 * Opens files and draws pages in a process of its own, started when needed and ended when idle: drawing and recognising would hold up
 * answers for up to a second at a time, and a hostile file takes down only that process. One request at a time.
 */
export function createPictureProcess(): PictureProcess {
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let next = 1;

  function started(): ChildProcess {
    if (child?.connected) return child;
    child = fork(CHILD, [], {
      cwd: PROJECT,
      execArgv: ['--import', 'tsx', `--max-old-space-size=${HEAP_MB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // A picture in the making must not keep the server from stopping.
    child.unref();
    child.channel?.unref();
    child.on('error', () => {});
    return child;
  }

  function ask(message: ToChild): Promise<FromChild['result']> {
    clearTimeout(idle);
    const worker = started();
    return new Promise<FromChild['result']>((resolve) => {
      const finish = (result: FromChild['result']): void => {
        clearTimeout(timer);
        worker.off('message', onMessage);
        worker.off('exit', onExit);
        idle = setTimeout(() => worker.kill('SIGKILL'), IDLE_MS);
        idle.unref();
        resolve(result);
      };
      const onMessage = ({ id, result }: FromChild): void => {
        if (id === message.id) finish(result);
      };
      const onExit = (): void => finish(undefined);
      const timer = setTimeout(() => worker.kill('SIGKILL'), GIVE_UP_MS);
      timer.unref();
      worker.on('message', onMessage);
      worker.once('exit', onExit);
      worker.send(message, () => {});
    });
  }

  return {
    async draw(request) {
      const result = await ask({ id: next++, request });
      return typeof result === 'number' ? undefined : result;
    },
    async count(file) {
      const result = await ask({ id: next++, request: { ...file, page: 'count' } });
      return typeof result === 'number' ? result : 0;
    },
  };
}
