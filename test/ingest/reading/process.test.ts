import { afterEach, describe, expect, it } from 'vitest';
import {
  createReadingProcess,
  READING_LIMITS,
  type ReadingProcess,
  readUploadApart,
} from '../../../src/ingest/reading/process.ts';
import { readUpload } from '../../../src/ingest/upload.ts';
import { htmlAttributes, nestedForms } from '../../support/hostile/index.ts';
import { bytesOf, letter } from '../../support/uploads.ts';

const open: ReadingProcess[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
function reading(limits: Partial<typeof READING_LIMITS> = {}): ReadingProcess {
  const made = createReadingProcess({ ...READING_LIMITS, ...limits });
  open.push(made);
  return made;
}

describe('the reading process', { timeout: 120_000 }, () => {
  it('reads as this process would, gives nothing of a stamped text, and stops when told', async () => {
    const plain = bytesOf(letter());
    expect(await readUploadApart(plain, 'a.txt')).toEqual(await readUpload(plain, 'a.txt'));
    const secret = await readUploadApart(bytesOf(letter({ mark: 'MẬT' })), 'a.txt');
    expect(secret).toMatchObject({ status: 'secret' });
    expect(JSON.stringify(secret)).not.toContain('hộ tịch');
    const signal = AbortSignal.timeout(50);
    await expect(readUploadApart(plain, 'a.txt', { signal })).rejects.toThrow(/timeout/i);
  });

  it('takes one file after another, and gives up one that needs too much without harm to the next', async () => {
    const plain = bytesOf(letter());
    // Long enough for the guard to look at it on a fast machine too.
    const slow = htmlAttributes(200_000);
    const small = reading({ rssMb: 60 });
    expect(await small.run('inspect', slow, 'a.html')).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('bộ nhớ'),
    });
    const quick = reading({ silentMs: 1 });
    expect(await quick.run('inspect', plain, 'a.txt')).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('thời gian'),
    });
    // pdf.js works through these forms without ever coming back to the event loop: no timer of that process would fire.
    const impatient = reading({ stuckCpuMs: 5_000 });
    expect(await impatient.run('inspect', nestedForms(7, '0 0 9 9 re f'), 'a.pdf')).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('thời gian'),
    });
    expect(await impatient.run('inspect', plain, 'a.txt')).toMatchObject({ status: 'readable' });
    const usual = reading();
    const first = await usual.run('understand', plain, 'a.txt');
    expect(first).toMatchObject({ status: 'documents' });
    expect(await usual.run('understand', plain, 'a.txt')).toEqual(first);
    expect(await usual.run('inspect', new Uint8Array(), 'b.pdf')).toMatchObject({ status: 'failed' });
  });
});
