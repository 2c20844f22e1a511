/**
 * Files made to hurt their reader, each through the reading process that `inspect`, `ingest` and uploads share: every one
 * ends with a reason or is read, in bounded memory and time, and the next file is read as if nothing had been.
 */
import { afterAll, describe, expect, it } from 'vitest';
import type { Inspection } from '../../../src/ingest/inspection.ts';
import { createReadingProcess, READING_LIMITS } from '../../../src/ingest/reading/process.ts';
import { HOSTILE } from '../../support/hostile/cases.ts';
import { bytesOf, letter } from '../../support/uploads.ts';

/** A reader caught in a loop is given up sooner than in use: no file here needs as long between two pages. */
const reading = createReadingProcess({ ...READING_LIMITS, stuckCpuMs: 20_000 });
afterAll(() => reading.close());

const inspect = async (bytes: Uint8Array, name: string) =>
  (await reading.run('inspect', bytes, name)) as Pick<Inspection, 'status' | 'reason' | 'text' | 'pages'>;

describe('hurtful files', { timeout: 360_000 }, () => {
  it.each(Object.entries(HOSTILE))('%s ends with one reason or is read', async (_, { name, make, says }) => {
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
    const long = HOSTILE['a PDF of 2,000 pages']!;
    const pages = await inspect(await long.make(), long.name);
    expect(pages.pages).toBe(2000);
    expect(pages.text).toContain('Dieu 2000.');
    const locked = HOSTILE['a PDF that is locked for its owner only']!;
    expect((await inspect(await locked.make(), locked.name)).text).toContain('Pham vi');
  });
});
