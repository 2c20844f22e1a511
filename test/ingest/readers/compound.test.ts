import CFB from 'cfb';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/ingest/readers/index.ts';

/** A compound file whose chains of sectors, as many as `which` names, end in themselves. */
function circular(which: (sector: number) => boolean): Buffer {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, 'Workbook', Buffer.alloc(20_000, 9));
  const bytes = Buffer.from(CFB.write(container, { type: 'buffer' }) as Buffer);
  const fat = (bytes.readInt32LE(0x4c) + 1) * 512;
  for (let sector = 0; sector < 128; sector++)
    if (bytes.readInt32LE(fat + sector * 4) === -2 && which(sector))
      bytes.writeInt32LE(sector, fat + sector * 4);
  return bytes;
}

describe('a compound file whose chain of sectors is a circle', () => {
  it.each([
    ['every chain', () => true],
    ['the stream alone', (sector: number) => sector > 3],
  ] as const)('is told to be damaged, not followed until the memory is gone: %s', async (_, which) => {
    const outcome = await readSource(circular(which), 'a.xls');
    expect(outcome).toMatchObject({ status: 'failed', reason: expect.stringContaining('bị hỏng') });
  });
});
