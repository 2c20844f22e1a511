import { Worker } from 'node:worker_threads';
import { type FromChild, TASKS, type ToChild } from './tasks.ts';

/** Reads files handed over by the parent, one after another: see process.ts. Its only argument: `Guarded` as JSON. */
const GUARD = new URL('./guard.mjs', import.meta.url);
/** Counts up as long as the process gets on; the guard looks at it. */
const beats = new Int32Array(new SharedArrayBuffer(4));
const beat = () => Atomics.add(beats, 0, 1);
setInterval(beat, 100).unref();
new Worker(GUARD, { workerData: { ...JSON.parse(process.argv[2] ?? '{}'), beats }, execArgv: [] }).unref();

function send(message: FromChild): void {
  process.send?.(message, undefined, undefined, () => {});
}

async function work({ task, bytes, name, pageCacheDir }: ToChild): Promise<FromChild> {
  try {
    const result = await TASKS[task](bytes, name, {
      onProgress: (done, total) => {
        beat();
        send({ kind: 'progress', done, total });
      },
      ...(pageCacheDir !== undefined && { pageCacheDir }),
    });
    return { kind: 'result', result, rssMb: process.memoryUsage.rss() / 1024 / 1024 };
  } catch (error) {
    return { kind: 'fault', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** The process that asked may be killed: then nobody waits for the outcome. */
process.once('disconnect', () => process.exit(0));
// Ctrl+C in a terminal reaches the whole group; the parent decides what becomes of this process.
process.on('SIGINT', () => {});
process.on('message', (request: ToChild) => void work(request).then(send));
