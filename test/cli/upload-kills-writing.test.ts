/** Kill -9 at the stages of an upload from its confirmation on (test/support/killed-server.ts). */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KilledServer, numbered } from '../support/killed-server.ts';

let one: KilledServer;
beforeAll(async () => {
  one = await KilledServer.start();
}, 120_000);
afterAll(() => one?.stop());

describe('the server killed by hand while a confirmed upload is written', { timeout: 120_000 }, () => {
  it.each([0, 40])(
    'while it is written (%i ms after the confirmation was sent): before or after',
    async (ms) => {
      const n = 110 + ms;
      const path = await one.readOf((await one.send(numbered(n))).location);
      const confirmed = one.confirm(path).catch(() => undefined);
      await sleep(ms);
      await one.restart();
      await confirmed;
      const state = one.stateOf(`${n}.txt`);
      expect(await one.isFound(n)).toBe(state === 'da_nap');
      if (state !== 'da_nap') await one.confirm(path);
      expect(await one.isFound(n)).toBe(true);
    },
  );

  it('as soon as it was said to serve, before the index is saved: it is answered from after the restart', async () => {
    const path = await one.readOf((await one.send(numbered(200))).location);
    await one.confirm(path);
    await one.restart();
    expect(one.stateOf('200.txt')).toBe('da_nap');
    const asked = await one.server.post('/hoi', { q: 'Mã thử 200 ở công văn 200/STP-HCTP là gì?' });
    expect((await one.server.get(asked.location)).text).toContain('200/STP-HCTP');
    expect(await one.isFound(200)).toBe(true);
  });
});
