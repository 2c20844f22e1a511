import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openStaffedDesk, PEOPLE } from '../support/desk.ts';
import { get, logged, NOW, type SignedIn } from '../support/web.ts';

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

  it('leads from each entry to what it is about', async () => {
    const { stores } = desk;
    await stores.questions.add(logged('q9', PEOPLE.official, { question: 'Ai ký chứng thực?' }));
    const at = NOW.toISOString();
    const by = PEOPLE.admin.id;
    await stores.audit.write({
      at,
      by,
      action: 'question_reviewed',
      subject: 'q9',
      detail: { verdict: 'wrong' },
    });
    await stores.audit.write({ at, by, action: 'status_blocked', subject: PEOPLE.official.id });
    const page = await (await desk.app.request('/quan-tri/nhat-ky', get(admin))).text();
    expect(page).toContain('<a href="/quan-tri/cau-hoi/q9">Ai ký chứng thực?</a>');
    expect(page).toContain(
      `<a href="/quan-tri/nguoi-dung/${PEOPLE.official.id}">${PEOPLE.official.name}</a>`,
    );
    expect(page).toContain('đánh giá: Sai');
    const only = await (await desk.app.request(`/quan-tri/nhat-ky?by=${PEOPLE.staff.id}`, get(admin))).text();
    expect(only).not.toContain('Ai ký chứng thực?');
  });

  it('is exported in the same words, with the codes beside them', async () => {
    const csv = await (await desk.app.request('/quan-tri/nhat-ky.csv', get(admin))).text();
    const line = csv.split('\r\n').find((one) => one.includes('service.off'));
    expect(line).toMatch(/^"04\/05\/2026 10:00",/);
    expect(line).toContain(`"${PEOPLE.admin.name}","Sửa cài đặt","Tạm dừng nhận câu hỏi"`);
    expect(line).toContain(`"2026-05-04T03:00:00.000Z","${PEOPLE.admin.id}","setting_changed","service.off"`);
  });
});
