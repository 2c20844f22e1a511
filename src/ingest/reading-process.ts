import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ReadOptions } from './model.ts';
import type { FromChild, ToChild } from './reading-child.ts';
import type { UploadReading } from './upload.ts';

const CHILD = fileURLToPath(new URL('./reading-child.ts', import.meta.url));
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** Heap of the reading process, in MB; the readers' own limits keep well below it. */
const HEAP_MB = 2048;

const GAVE_UP =
  'Tệp cần quá nhiều bộ nhớ hoặc làm chương trình đọc dừng đột ngột nên không đọc được; hãy mở bằng phần mềm gốc, lưu lại hoặc tách nhỏ rồi gửi lại.';

/**
 * Reads an uploaded file in a process of its own: drawing and recognising pages would hold up answers for up to a second
 * at a time, and a hostile file can take down only that process. Bytes and text go through the channel between the two,
 * never to disk; its output is thrown away, so that no library can log the text.
 *
 * @throws the reason of `signal` when that is aborted; the process is killed
 */
export function readInProcess(
  bytes: Uint8Array,
  fileName: string,
  { signal, onProgress }: Pick<ReadOptions, 'signal' | 'onProgress'> = {},
): Promise<UploadReading> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = fork(CHILD, [], {
      cwd: PROJECT,
      execArgv: ['--import', 'tsx', `--max-old-space-size=${HEAP_MB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const abort = () => {
      child.kill('SIGKILL');
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', abort, { once: true });
    let reading: UploadReading | undefined;
    child.on('message', (message: FromChild) => {
      if (message.kind === 'progress') onProgress?.(message.done, message.total);
      else reading = message.reading;
    });
    child.once('error', reject);
    child.once('exit', () => {
      signal?.removeEventListener('abort', abort);
      resolve(reading ?? { status: 'failed', reason: GAVE_UP });
    });
    const request: ToChild = { bytes, fileName };
    // The child may be gone before it took the file; its exit tells.
    child.send(request, () => {});
  });
}
