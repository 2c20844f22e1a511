import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBytes } from '../../src/ingest/read-bytes.ts';
import { findFiles } from '../../src/ingest/walk.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-bytes-'));
  path = join(folder, 'a.txt');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SENTENCE = /^\p{Lu}.*; hãy .*\.$/u;

/** Reads while something happens to the file as often as the event loop lets it. */
async function readWhile(happens: () => void) {
  let reading = true;
  const meanwhile = (async () => {
    while (reading) {
      happens();
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  const outcome = await readBytes(path).finally(() => {
    reading = false;
  });
  await meanwhile;
  return outcome;
}

describe('the bytes of a file', () => {
  it('are read as they are, an empty file included', async () => {
    writeFileSync(path, 'Điều 1');
    expect(await readBytes(path)).toEqual({ status: 'bytes', bytes: Buffer.from('Điều 1') });
    writeFileSync(path, '');
    expect(await readBytes(path)).toMatchObject({ status: 'bytes' });
  });

  it.each([
    ['grows', () => appendFileSync(path, 'x')],
    ['is cut', () => truncateSync(path, 1000)],
    ['is written over at the same length', () => utimesSync(path, new Date(), new Date())],
  ])('of a file that %s while it is read are not half taken', async (_, happens) => {
    writeFileSync(path, Buffer.alloc(48 * 1024 * 1024, 'a'));
    const outcome = await readWhile(happens);
    expect(outcome).toMatchObject({ status: 'failed', reason: expect.stringContaining('đang thay đổi') });
  });

  it('of a pipe, a socket, a device and a folder are not waited for', { timeout: 5_000 }, async () => {
    const pipe = join(folder, 'pipe.pdf');
    execFileSync('mkfifo', [pipe]);
    const socket = join(folder, 'socket.pdf');
    const server = createServer().listen(socket);
    await new Promise((resolve) => server.once('listening', resolve));
    for (const odd of [pipe, socket, '/dev/zero', folder]) {
      const outcome = await readBytes(odd);
      const status = odd === folder ? 'absent' : 'failed';
      expect(outcome, odd).toMatchObject({ status, reason: expect.stringMatching(SENTENCE) });
    }
    // Named by hand they are refused in words; below a folder they are passed over.
    expect((await findFiles([pipe, '/dev/zero'])).unreachable).toHaveLength(2);
    expect((await findFiles([folder])).files).toEqual([]);
    server.close();
  });

  it('of a link into itself, a file that is gone and a file past the limit are told in one sentence', async () => {
    symlinkSync('b', join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    const large = join(folder, 'large.pdf');
    writeFileSync(large, '');
    truncateSync(large, 300 * 1024 * 1024);
    for (const [odd, status] of [
      [join(folder, 'a'), 'failed'],
      [join(folder, 'gone'), 'absent'],
      [join(large, 'below-a-file'), 'absent'],
      [large, 'refused'],
    ] as const)
      expect(await readBytes(odd)).toMatchObject({ status, reason: expect.stringMatching(SENTENCE) });
  });

  it('have a source that leads nowhere, whatever the name of the file', async () => {
    const names = ['a..%2f..%2fetc%2fpasswd.txt', '-rf.txt', 'a\nb.txt', '‮fdp.txt', "'; DROP TABLE x.txt"];
    mkdirSync(join(folder, 'in'));
    for (const name of names) writeFileSync(join(folder, 'in', name), 'Điều 1. Phạm vi');
    const { files } = await findFiles([join(folder, 'in', '..', 'in')]);
    expect(files.map(({ source }) => source).sort()).toEqual([...names].sort());
    for (const file of files) {
      expect(file.path.startsWith(join(folder, 'in'))).toBe(true);
      expect(await readBytes(file.path)).toMatchObject({ status: 'bytes' });
    }
  });
});
