/** Kill -9 at the stages of an upload before it is confirmed (test/support/killed-server.ts). */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAN_DRAW } from '../ingest/readers/drawn-page.ts';
import { drawnFrame, tiff } from '../ingest/readers/tiff-file.ts';
import { KilledServer, numbered } from '../support/killed-server.ts';

let one: KilledServer;
beforeAll(async () => {
  one = await KilledServer.start();
}, 120_000);
afterAll(() => one?.stop());

describe('the server killed by hand while a file is uploaded on the web', { timeout: 120_000 }, () => {
  it('while it is read: nothing is kept, and it can be sent again', async () => {
    const sent = one.send(numbered(101)).catch(() => undefined);
    await sleep(400);
    await one.restart();
    await sent;
    expect(one.stateOf('101.txt') ?? 'cho_xac_nhan').toBe('cho_xac_nhan');
    expect(await one.isFound(101)).toBe(false);
    expect(await one.readOf((await one.send(numbered(101))).location)).toMatch(/^\/tai-lieu\/nap\/[\w-]+$/);
  });

  it.skipIf(!CAN_DRAW)('while its picture is recognised: nothing is kept', async () => {
    // So many pages that no machine has read them all when the upload is answered.
    const pages = Array.from({ length: 8 }, (_, i) => drawnFrame([`Điều ${i + 1}. Hồ sơ khai sinh.`]));
    const scan = new File([Buffer.from(tiff(pages))], 'quet.tif');
    const { location } = await one.send(scan);
    expect(location).toContain('/dang-doc/');
    await one.restart();
    expect(one.stateOf('quet.tif')).toBeUndefined();
    expect((await one.server.get(location)).status).toBe(404);
  });

  it('when it is understood and waits for its uploader: it goes on waiting, and serves when confirmed', async () => {
    const path = await one.readOf((await one.send(numbered(103))).location);
    await one.restart();
    expect(one.stateOf('103.txt')).toBe('cho_xac_nhan');
    expect((await one.server.get(path)).text).toContain('103/STP-HCTP');
    await one.confirm(path);
    expect(one.stateOf('103.txt')).toBe('da_nap');
    expect(await one.isFound(103)).toBe(true);
  });
});
