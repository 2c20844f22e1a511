import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import type { DocumentId } from '../../src/legal/model.ts';
import { PEOPLE } from '../support/people.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { bytesOf, letter } from '../support/uploads.ts';

it('serves an upload in every process within two seconds, and a withdrawal too', {
  timeout: 60_000,
}, async () => {
  const config = parseConfig({ DATA_DIR: await temporaryFolder(), LOG_LEVEL: 'silent' });
  const app = await openApp(config, { tell: () => {} });
  const other = await openApp(config, { tell: () => {} });
  other.index.follow(1000, () => {});
  await app.stores.people.save(PEOPLE.staff);
  const by = PEOPLE.staff.id;
  const found = async (where: typeof app) =>
    (await where.search('hướng dẫn đăng ký hộ tịch thử nghiệm', { k: 3, asOf: '2026-06-01' })).hits.map(
      (hit) => hit.documentNumber,
    );
  const begun = await app.uploads.uploads.begin({
    by,
    bytes: bytesOf(letter()),
    fileName: 'cong-van.txt',
    channel: 'web',
  });
  if (begun.status !== 'ready') throw new Error(begun.reason);
  const settled = await app.uploads.uploads.confirm({ by, id: begun.preview.upload.id });
  expect(settled.status).toBe('serving');
  expect(await found(app)).toContain('45/STP-HCTP');
  await sleep(2000);
  expect(await found(other)).toContain('45/STP-HCTP');
  const document = '45/STP-HCTP@so-tu-phap-thanh-pho-hue@2026-02-03' as DocumentId;
  await app.uploads.stored.withdraw({ by, document, reason: 'thử' });
  await sleep(2000);
  expect(await found(other)).toEqual([]);
  await other.close();
  await app.close();
});
