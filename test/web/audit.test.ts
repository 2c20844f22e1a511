import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openStaffedDesk, PEOPLE } from '../support/desk.ts';
import { get, NOW, type SignedIn } from '../support/web.ts';

describe('the audit', () => {
  let desk: Desk;
  let admin: SignedIn;
  beforeEach(async () => {
    ({ desk, admin } = await openStaffedDesk());
    await desk.stores.audit.write({
      at: NOW.toISOString(),
      by: PEOPLE.admin.id,
      action: 'setting_changed',
      subject: 'service.off',
      detail: { from: false, to: true },
    });
  });
  afterEach(() => desk.close());

  it('names people, settings and what was done in words', async () => {
    const page = await (await desk.app.request('/quan-tri/nhat-ky', get(admin))).text();
    for (const words of ['Tạm dừng nhận câu hỏi', 'từ: không; thành: có', PEOPLE.admin.name])
      expect(page).toContain(words);
    expect(page).not.toContain('service.off');
  });

  it('is exported in the same words, with the codes beside them', async () => {
    const csv = await (await desk.app.request('/quan-tri/nhat-ky.csv', get(admin))).text();
    const line = csv.split('\r\n').find((one) => one.includes('service.off'));
    expect(line).toMatch(/^"04\/05\/2026 10:00",/);
    expect(line).toContain(`"${PEOPLE.admin.name}","Sửa cài đặt","Tạm dừng nhận câu hỏi"`);
    expect(line).toContain(`"2026-05-04T03:00:00.000Z","${PEOPLE.admin.id}","setting_changed","service.off"`);
  });
});
