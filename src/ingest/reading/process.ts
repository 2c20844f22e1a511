import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ReadOptions } from '../model.ts';
import type { FromChild, Task, TaskResult, ToChild } from './tasks.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/** What one file may cost, whatever is in it. */
export interface ReadingLimits {
  /** Memory of the whole reading process (pictures and recognition included), and of its JavaScript heap, in MB. */
  readonly rssMb: number;
  readonly heapMb: number;
  /** Milliseconds of processor time (a busy machine costs none) without a page finished or a turn of the event loop: a
   * reader caught in a loop. */
  readonly stuckCpuMs: number;
  /** Milliseconds without a page finished. */
  readonly silentMs: number;
  /** Milliseconds for a file of `pages` pages. */
  readonly wholeMs: (pages: number) => number;
}

/** The largest real file at hand (a scan of 40 MB) takes 700 MB; a page of OCR 4 s, on a machine with ten
 * other busy processes a minute. */
export const READING_LIMITS: ReadingLimits = {
  rssMb: 1536,
  heapMb: 1024,
  stuckCpuMs: 60_000,
  silentMs: 300_000,
  wholeMs: (pages) => 300_000 + pages * 60_000,
};

/** A process that took this many files, or has grown to this many MB, is not given another one. */
const FILES_EACH = 500;
const SWOLLEN_MB = 600;

const HAND_OVER = 'hãy mở bằng phần mềm gốc, lưu lại hoặc tách nhỏ rồi gửi lại.';
const TOO_MUCH = `Tệp cần quá nhiều bộ nhớ hoặc làm chương trình đọc dừng đột ngột nên không đọc được; ${HAND_OVER}`;
const TOO_LONG = `Tệp cần quá nhiều thời gian để đọc nên đã dừng; ${HAND_OVER}`;

/** The reading process did not come to an outcome; `reason` is one Vietnamese sentence. */
export interface GivenUp {
  readonly status: 'failed';
  readonly reason: string;
}

/** A fault of the program in the reading process; `stack` is the one of that process. */
export class ReadingFault extends Error {
  constructor(stack: string) {
    super('reading process: fault');
    this.name = 'ReadingFault';
    this.stack = stack;
  }
}

export interface ReadingProcess {
  /**
   * Reads one file; calls are not made at once. Never hangs: past the limits the process is killed and `GivenUp` says so.
   *
   * @throws ReadingFault for a fault of ours; the reason of `signal` when that is aborted (the process is killed)
   */
  run<T extends Task>(
    task: T,
    bytes: Uint8Array,
    name: string,
    options?: ReadOptions,
  ): Promise<TaskResult<T> | GivenUp>;
  close(): void;
}

/**
 * Reads files in a process of its own, started when first needed and used for one file after another: drawing and
 * recognising pages would hold up whoever else this process serves, and a hostile file can take down only the other one.
 * Bytes and text go through the channel between the two, never to disk; its output is thrown away, so that no library can
 * log the text; it is given none of our environment, keys included.
 */
export function createReadingProcess(limits: ReadingLimits = READING_LIMITS): ReadingProcess {
  let child: ChildProcess | undefined;
  let files = 0;

  function start(): ChildProcess {
    files = 0;
    const { rssMb, stuckCpuMs } = limits;
    const guarded = JSON.stringify({ rssMb, stuckCpuMs, parent: process.pid });
    const started = fork(CHILD, [guarded], {
      cwd: PROJECT,
      execArgv: ['--import', 'tsx', `--max-old-space-size=${limits.heapMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { PATH: process.env['PATH'] ?? '' },
    });
    started.on('error', () => {});
    return started;
  }

  function close(): void {
    child?.kill('SIGKILL');
    child = undefined;
  }

  return {
    close,
    async run<T extends Task>(task: T, bytes: Uint8Array, name: string, options: ReadOptions = {}) {
      options.signal?.throwIfAborted();
      if (child?.connected !== true || files >= FILES_EACH) {
        close();
        child = start();
      }
      files++;
      const { pageCacheDir } = options;
      const request: ToChild = { task, bytes, name, ...(pageCacheDir !== undefined && { pageCacheDir }) };
      const outcome = await ask(child, request, options, limits);
      if (outcome.kind !== 'result' || outcome.rssMb > SWOLLEN_MB) close();
      if (outcome.kind === 'result') return outcome.result as TaskResult<T>;
      if (outcome.kind === 'fault') throw new ReadingFault(outcome.stack);
      if (outcome.kind === 'aborted') throw options.signal?.reason;
      return { status: 'failed', reason: outcome.kind === 'late' ? TOO_LONG : TOO_MUCH };
    },
  };
}

type Outcome =
  | Exclude<FromChild, { kind: 'progress' }>
  | { readonly kind: 'aborted' }
  | { readonly kind: 'late' }
  | { readonly kind: 'gone' };

/** One request and what became of it; the process is left as it is. */
function ask(
  child: ChildProcess,
  request: ToChild,
  { signal, onProgress }: ReadOptions,
  limits: ReadingLimits,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const started = performance.now();
    const late = () => finish({ kind: 'late' });
    let silent = setTimeout(late, limits.silentMs);
    const finish = (outcome: Outcome): void => {
      clearTimeout(silent);
      child.off('message', onMessage);
      child.off('exit', onExit);
      signal?.removeEventListener('abort', onAbort);
      resolve(outcome);
    };
    const onExit = (_: unknown, signal: string | null) =>
      finish({ kind: signal === 'SIGXCPU' ? 'late' : 'gone' });
    const onAbort = () => finish({ kind: 'aborted' });
    const onMessage = (message: FromChild): void => {
      if (message.kind !== 'progress') {
        finish(message);
        return;
      }
      const left = limits.wholeMs(message.total) - (performance.now() - started);
      clearTimeout(silent);
      silent = setTimeout(late, Math.max(0, Math.min(limits.silentMs, left)));
      onProgress?.(message.done, message.total);
    };
    child.on('message', onMessage);
    child.once('exit', onExit);
    signal?.addEventListener('abort', onAbort, { once: true });
    // The child may be gone before it took the file; its exit tells.
    child.send(request, () => {});
  });
}

/** One uploaded file in a process that ends with it: nothing of its text stays in memory. */
export async function readUploadApart(
  bytes: Uint8Array,
  fileName: string,
  options: Pick<ReadOptions, 'signal' | 'onProgress' | 'pageCacheDir'> = {},
): Promise<TaskResult<'upload'> | GivenUp> {
  const reader = createReadingProcess();
  try {
    return await reader.run('upload', bytes, fileName, options);
  } finally {
    reader.close();
  }
}
