import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import type { PersonId } from '../../src/dialogue/model.ts';
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

it('warns that a letter states another time than the decree in force on its matter', async () => {
  const config = parseConfig({ DATA_DIR: await temporaryFolder(), LOG_LEVEL: 'silent' });
  const app = await openApp(config, { tell: () => {} });
  for (const person of [PEOPLE.staff, PEOPLE.approver]) await app.stores.people.save(person);
  const uploaded = async (by: PersonId, text: string) => {
    const begun = await app.uploads.uploads.begin({
      by,
      bytes: bytesOf(text),
      fileName: 'x.txt',
      channel: 'web',
    });
    if (begun.status !== 'ready') throw new Error(begun.reason);
    return begun.preview;
  };
  const decree = await uploaded(
    PEOPLE.approver.id,
    [
      'CHÍNH PHỦ',
      'Số: 512/2025/NĐ-CP',
      'Hà Nội, ngày 10 tháng 9 năm 2025',
      'NGHỊ ĐỊNH',
      'Quy định về đăng ký hộ tịch thử nghiệm',
      'Điều 1. Trả kết quả đăng ký hộ tịch thử nghiệm',
      '1. Ủy ban nhân dân cấp xã trả kết quả đăng ký hộ tịch thử nghiệm trong 05 ngày làm việc.',
      'Điều 2. Hiệu lực thi hành',
      'Nghị định này có hiệu lực từ ngày 01 tháng 11 năm 2025.',
      'TM. CHÍNH PHỦ',
      'THỦ TƯỚNG',
      'Trần Văn Mẫu',
    ].join('\n'),
  );
  expect((await app.uploads.uploads.confirm({ by: PEOPLE.approver.id, id: decree.upload.id })).status).toBe(
    'serving',
  );
  const says = (days: string) =>
    letter({ body: `3. Trả kết quả đăng ký hộ tịch thử nghiệm trong ${days} ngày làm việc.` });
  expect((await uploaded(PEOPLE.staff.id, says('05'))).warnings.join()).not.toContain('Mâu thuẫn');
  expect((await uploaded(PEOPLE.staff.id, says('10'))).warnings.join('\n')).toMatch(
    /Mâu thuẫn về thời hạn: .*45\/STP-HCTP.* ghi “10 ngày làm việc”, còn văn bản có hiệu lực cao hơn – .*512\/2025\/NĐ-CP – ghi “05 ngày làm việc”/,
  );
  await app.close();
});
