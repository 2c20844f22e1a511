import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk, PEOPLE } from '../support/desk.ts';
import { letter } from '../support/uploads.ts';
import { get, post, type SignedIn } from '../support/web.ts';

let desk: Desk;
let staff: SignedIn;
beforeEach(async () => {
  desk = await openDesk();
  staff = await desk.signIn(PEOPLE.staff);
});
afterEach(() => desk.close());

describe('fields that a person follows', () => {
  it('are added and taken away on their page', async () => {
    await desk.stores.escalations.saveRoute({ field: 'Hộ tịch', department: 'so-tu-phap', people: [] });
    const page = async () => (await desk.app.request('/theo-doi', get(staff))).text();
    expect(await page()).toContain('<option>Hộ tịch</option>');
    expect((await desk.app.request('/theo-doi/them', post(staff, { field: 'Hộ tịch' }))).status).toBe(303);
    expect(await page()).toContain('Thôi theo dõi Hộ tịch');
    const own = await desk.app.request('/tai-khoan/du-lieu.json', get(staff));
    expect(JSON.parse(await own.text())).toMatchObject({ following: ['Hộ tịch'] });
    expect((await desk.app.request('/theo-doi/bo', post(staff, { field: 'Hộ tịch' }))).status).toBe(303);
    expect(await page()).toContain('chưa theo dõi lĩnh vực nào');
    const unknown = await desk.app.request('/theo-doi/them', post(staff, { field: 'Chăn nuôi' }));
    expect(unknown.status).toBe(422);
    expect(await unknown.text()).toContain('Chưa có lĩnh vực');
  });
});

describe('who may read a stored document', () => {
  it('is changed on its page, and hidden at once from those left out', async () => {
    const body = new FormData();
    body.set('_csrf', staff.csrf);
    body.set('file', new File([letter()], 'cong-van.txt'));
    const sent = await desk.app.request('/tai-lieu/nap', {
      method: 'POST',
      body,
      headers: { cookie: staff.cookie },
    });
    await desk.app.request(`${sent.headers.get('location')}/xac-nhan`, post(staff, { scope: 'public' }));
    const [row] = await desk.review.documents.list({}, { limit: 5 });
    const at = `?id=${encodeURIComponent(row!.id)}`;
    const view = await desk.app.request(`/quan-tri/van-ban/xem${at}`, get(staff));
    expect(await view.text()).toContain('Đổi phạm vi đọc');
    const changed = await desk.app.request(
      `/quan-tri/van-ban/pham-vi${at}`,
      post(staff, { scope: 'departments', webOnly: 'yes' }),
    );
    expect(changed.status).toBe(303);
    const [now] = await desk.review.documents.list({}, { limit: 5 });
    expect(now?.scope).toEqual({ kind: 'departments', departments: ['so-tu-phap'], webOnly: true });
    const nothing = await desk.app.request(`/quan-tri/van-ban/pham-vi${at}`, post(staff, {}));
    expect(nothing.status).toBe(422);
  });
});
