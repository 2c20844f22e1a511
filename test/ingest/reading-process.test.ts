import { expect, it } from 'vitest';
import { readInProcess } from '../../src/ingest/reading-process.ts';
import { readUpload } from '../../src/ingest/upload.ts';
import { bytesOf, letter } from '../support/uploads.ts';

it('reads a file in another process as in this one, and stops when told', { timeout: 60_000 }, async () => {
  const plain = bytesOf(letter());
  expect(await readInProcess(plain, 'a.txt')).toEqual(await readUpload(plain, 'a.txt'));
  const secret = await readInProcess(bytesOf(letter({ mark: 'MẬT' })), 'a.txt');
  expect(secret).toMatchObject({ status: 'secret' });
  expect(JSON.stringify(secret)).not.toContain('hộ tịch');
  await expect(readInProcess(plain, 'a.txt', { signal: AbortSignal.timeout(50) })).rejects.toThrow(
    /timeout/i,
  );
});
