/**
 * Files made to hurt their reader, each through the reading process that `inspect`, `ingest` and uploads share: every one
 * ends with a reason or is read, in bounded memory and time, and the next file is read as if nothing had been.
 */
import { afterAll, describe, expect, it } from 'vitest';
import type { Inspection } from '../../../src/ingest/inspection.ts';
import { createReadingProcess, READING_LIMITS } from '../../../src/ingest/reading/process.ts';
import { HOSTILE, type HostileFile } from '../../support/hostile/cases.ts';
import { bytesOf, letter } from '../../support/uploads.ts';

/** A reader caught in a loop is given up sooner than in use: no file here needs as long between two pages. */
const reading = createReadingProcess({ ...READING_LIMITS, stuckCpuMs: 20_000 });
afterAll(() => reading.close());

const inspect = async (bytes: Uint8Array, name: string) =>
  (await reading.run('inspect', bytes, name)) as Pick<Inspection, 'status' | 'reason' | 'text' | 'pages'>;

const FULL = process.env['READERS_FULL'] === '1';
/** Read whole below. */
const WHOLE = ['a PDF of 2,000 pages', 'a PDF that is locked for its owner only'];
const CASES = Object.entries(HOSTILE).filter(([what]) => !WHOLE.includes(what));

describe('hurtful files', { timeout: 360_000 }, () => {
  for (const [what, { name, make, says, long }] of CASES)
    it.skipIf(long && !FULL)(`${what} ends with one reason or is read`, async () => {
      const got = await inspect(await make(), name);
      if (says === undefined) expect(got).toMatchObject({ status: 'readable' });
      else {
        expect(got.status).not.toBe('readable');
        expect(got.reason).toMatch(says);
        expect(got.reason).toMatch(/\p{Lu}.*[.]$/u);
      }
      expect(await inspect(bytesOf(letter()), 'a.txt')).toMatchObject({ status: 'readable' });
    });

  it('of a long and of a locked file all is read', async () => {
    const [pages, locked] = WHOLE.map((what) => HOSTILE[what]!) as [HostileFile, HostileFile];
    const read = await inspect(await pages.make(), pages.name);
    expect(read.pages).toBe(2000);
    expect(read.text).toContain('Dieu 2000.');
    expect((await inspect(await locked.make(), locked.name)).text).toContain('Pham vi');
  });
});
