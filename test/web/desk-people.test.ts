import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openStaffedDesk, PEOPLE, type StaffedDesk } from '../support/desk.ts';
import { seedDesk } from '../support/desk-seed.ts';
import { get, post, type SignedIn } from '../support/web.ts';

describe('people of the desk', () => {
  let desk: Desk;
  let admin: SignedIn;
  let page: StaffedDesk['page'];
  let send: StaffedDesk['send'];
  beforeEach(async () => {
    ({ desk, admin, page, send } = await openStaffedDesk());
  });
  afterEach(() => desk.close());

  it('changes a person, ends their sessions with their roles, and keeps an administrator', async () => {
    const official = await desk.signIn(PEOPLE.official);
    const changed = await desk.app.request('/quan-tri/nguoi-dung/an', {
      ...post(admin, { department: 'so-noi-vu', fields: 'Hộ tịch\nChứng thực', roles: 'staff' }),
    });
    expect(changed.status).toBe(303);
    expect(await desk.stores.people.person(PEOPLE.official.id)).toMatchObject({
      roles: ['staff'],
      department: 'so-noi-vu',
      fields: ['Hộ tịch', 'Chứng thực'],
    });
    expect((await desk.app.request('/lich-su', get(official))).status).toBe(401);
    expect((await send('/quan-tri/nguoi-dung/quan-tri', { roles: 'official' })).status).toBe(422);
    expect((await send('/quan-tri/nguoi-dung/an', { roles: 'emperor' })).status).toBe(422);
  });

  it('makes no sign-in link for another powerful person', async () => {
    expect((await send('/quan-tri/nguoi-dung/nguoi-duyet/lien-ket', {})).status).toBe(403);
    const made = await (await send('/quan-tri/nguoi-dung/an/lien-ket', {})).text();
    const link = /\/dang-nhap\/[\w-]{43}/.exec(made)?.[0];
    expect((await desk.app.request(link!, { method: 'POST' })).status).toBe(303);
    expect((await desk.stores.audit.entries({ action: 'signin_link_made' }, 1))[0]).toMatchObject({
      subject: 'an',
    });
  });

  it('a focal person invites officials of the own commune only, whatever the form says', async () => {
    const focal = await desk.signIn(PEOPLE.focal);
    const made = await (
      await send('/quan-tri/loi-moi', { role: 'admin', commune: 'a-luoi-4', uses: '1', days: '1' }, focal)
    ).text();
    const link = /\/moi\/[\w-]{22}/.exec(made)![0];
    const joined = await desk.app.request(link, {
      method: 'POST',
      body: new URLSearchParams({ name: 'Người Mới' }),
    });
    expect(joined.status).toBe(303);
    expect(joined.headers.get('set-cookie')).toContain('tlcx=');
    const [fresh] = (await desk.stores.people.people({ status: 'active' })).filter(
      (p) => p.name === 'Người Mới',
    );
    expect(fresh).toMatchObject({ roles: ['official'], commune: 'my-thuong' });
    const again = await desk.app.request(link, {
      method: 'POST',
      body: new URLSearchParams({ name: 'Kẻ Thứ Hai' }),
    });
    expect(again.status).toBe(422);
  });

  it('serves escalations to those who may answer them', async () => {
    await seedDesk(desk);
    const staff = await desk.signIn(PEOPLE.staff);
    const other = await desk.signIn({ ...PEOPLE.staff, id: 'khac' as never, department: 'so-noi-vu' });
    expect(await page('/quan-tri/chuyen-vien', staff)).toContain('Phần mềm hộ tịch báo lỗi');
    expect(await page('/quan-tri/chuyen-vien', other)).not.toContain('Phần mềm hộ tịch báo lỗi');
    expect((await send('/quan-tri/chuyen-vien/e-q004/tiep-nhan', {}, other)).status).toBe(403);
    expect((await send('/quan-tri/chuyen-vien/e-q004/tiep-nhan', {}, staff)).status).toBe(303);
    expect(
      (await send('/quan-tri/chuyen-vien/e-q004/tra-loi', { text: 'Ghi sổ giấy.', basis: 'Điều 5' }, staff))
        .status,
    ).toBe(303);
    const official = await desk.signIn(PEOPLE.official);
    expect(await page('/cau-hoi/q004', official)).toContain('Ghi sổ giấy.');
  });
});
