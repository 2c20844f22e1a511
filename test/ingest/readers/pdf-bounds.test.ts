/** Small PDF files that unfold or draw without end: refused in bounded time and memory, in this very process. */
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/ingest/readers/index.ts';
import { cpuSince } from '../../../src/ingest/readers/timeout.ts';
import * as hostile from '../../support/hostile/index.ts';

/** Seconds of processor time and MB of memory the reading of a file took. */
async function cost(bytes: Uint8Array) {
  const [cpu, rss] = [process.cpuUsage(), process.memoryUsage.rss()];
  const outcome = await readSource(bytes, 'a.pdf');
  return { outcome, seconds: cpuSince(cpu) / 1000, mb: (process.memoryUsage.rss() - rss) / 1024 / 1024 };
}

describe('PDF files that cost more than they show', { timeout: 120_000 }, () => {
  it.each([
    ['blanks', () => hostile.streamBomb(100)],
    ['blanks folded twice', () => hostile.foldedBomb(300, 2)],
    ['text', () => hostile.streamBomb(60, 'BT /F1 12 Tf 72 700 Td (Dieu) Tj ET ')],
    ['an object stream', () => hostile.objectStreamBomb(500)],
  ])('%s without end: refused before the page is opened, in 3 s and 150 MB', async (_, make) => {
    const { outcome, seconds, mb } = await cost(await make());
    expect(outcome.status === 'refused' && outcome.reason).toMatch(/^Tệp PDF .* bung ra quá lớn .*\.$/);
    expect(seconds).toBeLessThan(3);
    expect(mb).toBeLessThan(150);
  });

  it('forms in forms: given up within the processor time of one page', async () => {
    const { outcome, seconds, mb } = await cost(hostile.nestedForms(7));
    expect(outcome.status === 'failed' && outcome.reason).toMatch(/trang 1 vẽ quá nhiều lớp/);
    expect(seconds).toBeLessThan(10);
    expect(mb).toBeLessThan(500);
  });

  it('a page whose contents unfold to 1 MB is read', async () => {
    const outcome = await readSource(
      await hostile.streamBomb(1, 'BT /F1 12 Tf 72 700 Td (Dieu 1. Pham vi) Tj ET \n'),
      'a.pdf',
    );
    expect(outcome.status === 'readable' && outcome.value.pages[0]?.text).toContain('Dieu 1. Pham vi');
  });
});
