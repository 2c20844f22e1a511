import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tokenLimits } from '../../src/dialogue/review/settings.ts';
import { type Desk, openDesk, openStaffedDesk, PEOPLE, type StaffedDesk } from '../support/desk.ts';
import { seedDesk } from '../support/desk-seed.ts';
import { get, post } from '../support/web.ts';

const EVIL = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)>';

describe('settings of the desk', () => {
  let desk: Desk;
  let page: StaffedDesk['page'];
  let send: StaffedDesk['send'];
  beforeEach(async () => {
    ({ desk, page, send } = await openStaffedDesk());
  });
  afterEach(() => desk.close());

  it('changes settings within their ranges, with the old and new value in the audit', async () => {
    const good = {
      'escalation.hours': '24',
      'retention.days': '365',
      'service.off': 'off',
      'service.notice': '',
    };
    for (const bad of ['0', '1.5', '999999', '', 'x', '-3'])
      expect((await send('/quan-tri/cai-dat', { ...good, 'escalation.hours': bad })).status, bad).toBe(422);
    expect((await send('/quan-tri/cai-dat', good)).status).toBe(303);
    expect(await desk.stores.settings.get('escalation.hours')).toBe(24);
    const [entry] = await desk.stores.audit.entries({ action: 'setting_changed' }, 5);
    expect(entry).toMatchObject({ subject: 'escalation.hours', detail: { from: 48, to: 24 } });
  });

  it('changes the budgets of the language model, which count for the next question, and says where models are set', async () => {
    const configured = { dailyTokens: 1000, personDailyTokens: 100 };
    const form = { 'model.dailyTokens': '700', 'model.personDailyTokens': '', 'model.price': '25000' };
    expect((await send('/quan-tri/cai-dat', { ...form, 'model.dailyTokens': '-1' })).status).toBe(422);
    expect((await send('/quan-tri/cai-dat', form)).status).toBe(303);
    expect(await tokenLimits(desk.stores.settings, configured)).toEqual({
      dailyTokens: 700,
      personDailyTokens: 100,
    });
    expect((await send('/quan-tri/cai-dat', { ...form, 'model.off': 'on' })).status).toBe(303);
    expect(await tokenLimits(desk.stores.settings, configured)).toEqual({
      dailyTokens: 0,
      personDailyTokens: 0,
    });
    const audit = await desk.stores.audit.entries({ action: 'setting_changed' }, 9);
    expect(audit.map((entry) => entry.subject).sort()).toEqual([
      'model.dailyTokens',
      'model.off',
      'model.price',
    ]);
    const settings = await page('/quan-tri/cai-dat');
    for (const words of ['mo-hinh-thu', 'may-chu.example', 'CHAT_MODEL', 'theo cấu hình máy chủ: 5.000'])
      expect(settings).toContain(words);
    expect(await page('/quan-tri')).toContain('khoảng 3.000 đồng');
  });

  it('keeps days off with their basis and says which are not confirmed', async () => {
    expect(await page('/quan-tri/cai-dat/lich-nghi?ngay=2026-11-24')).toContain('Sửa ngày 24/11/2026');
    const form = { date: '2026-11-24', kind: 'holiday', name: EVIL, source: EVIL, confirmed: 'yes' };
    expect((await send('/quan-tri/cai-dat/lich-nghi', form)).status).toBe(303);
    const text = await page('/quan-tri/cai-dat/lich-nghi');
    expect(text).toContain('Quản trị nhập');
    expect(text).not.toContain('<script>alert');
    expect((await send('/quan-tri/cai-dat/lich-nghi', { ...form, source: '' })).status).toBe(422);
    expect((await send('/quan-tri/cai-dat/lich-nghi/bo', { date: '2026-11-24' })).status).toBe(303);
    expect(await page('/quan-tri/cai-dat/lich-nghi')).not.toContain('Quản trị nhập');
  });

  it('pauses questions with the notice that administrators wrote', async () => {
    await send('/quan-tri/cai-dat', {
      'escalation.hours': '48',
      'retention.days': '365',
      'service.off': 'on',
      'service.notice': 'Bảo trì đến 14 giờ.',
    });
    const refused = await send('/hoi', { q: 'hỏi gì' });
    expect(refused.status).toBe(503);
    expect(await refused.text()).toContain('Bảo trì đến 14 giờ.');
    expect(await page('/')).toContain('Bảo trì đến 14 giờ.');
  });

  it('routes a field to a body, so that its staff see what is asked', async () => {
    await seedDesk(desk);
    const staff = await desk.signIn({ ...PEOPLE.staff, id: 'so-y-te-1' as never, department: 'so-y-te' });
    expect(await page('/quan-tri/cai-dat/linh-vuc')).toContain('chưa có cơ quan chủ trì');
    const route = { field: 'Hộ tịch', department: 'so-y-te', people: 'so-y-te-1' };
    expect((await send('/quan-tri/cai-dat/linh-vuc', { ...route, department: ' ' })).status).toBe(422);
    expect((await send('/quan-tri/cai-dat/linh-vuc', route)).status).toBe(303);
    expect(await desk.stores.escalations.routes()).toEqual([
      { field: 'Hộ tịch', department: 'so-y-te', people: ['so-y-te-1'] },
    ]);
    expect(await page('/quan-tri/chuyen-vien', staff)).toContain('Phần mềm hộ tịch báo lỗi');
    // A name is stored as the slug that people's departments are.
    await send('/quan-tri/cai-dat/linh-vuc', { field: 'Hộ tịch', department: 'Sở Y tế' });
    expect((await desk.stores.escalations.routes())[0]?.department).toBe('so-y-te');
  });

  it('suggests who leads a field until somebody confirms it', async () => {
    const own = await openDesk({ suggestedRoutes: [{ field: 'Hộ tịch', department: 'Sở Tư pháp' }] });
    const who = await own.signIn(PEOPLE.admin);
    const view = async (query = '') =>
      (await own.app.request(`/quan-tri/cai-dat/linh-vuc${query}`, get(who))).text();
    expect(await view()).toContain('Chưa xác nhận');
    // A column without a name has no label on a phone either.
    expect(await view()).not.toContain('data-head=""');
    expect(await view('?linh-vuc=ho%20tich')).toContain('value="Sở Tư pháp"');
    expect(await own.stores.escalations.routes()).toEqual([]);
    await own.app.request(
      '/quan-tri/cai-dat/linh-vuc',
      post(who, { field: 'Hộ tịch', department: 'Sở Tư pháp' }),
    );
    expect(await view()).not.toContain('Chưa xác nhận');
    await own.close();
  });
});
