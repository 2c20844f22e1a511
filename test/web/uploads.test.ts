import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UPLOAD_LIMIT_MB } from '../../src/dialogue/uploads/words.ts';
import { type Desk, openDesk, PEOPLE } from '../support/desk.ts';
import { letter } from '../support/uploads.ts';
import { get, post, type SignedIn } from '../support/web.ts';

let desk: Desk;
let staff: SignedIn;
let approver: SignedIn;
beforeEach(async () => {
  desk = await openDesk();
  staff = await desk.signIn(PEOPLE.staff);
  approver = await desk.signIn(PEOPLE.approver);
});
afterEach(() => desk.close());

function send(who: SignedIn, text: string, name = 'cong-van.txt', csrf: string | undefined = who.csrf) {
  const body = new FormData();
  if (csrf !== undefined) body.set('_csrf', csrf);
  body.set('file', new File([text], name));
  return desk.app.request('/tai-lieu/nap', { method: 'POST', body, headers: { cookie: who.cookie } });
}
const page = async (path: string, who = staff) => (await desk.app.request(path, get(who))).text();
async function sent(text: string, who = staff): Promise<string> {
  const location = (await send(who, text)).headers.get('location') ?? '';
  expect(location).toMatch(/^\/tai-lieu\/nap\/[0-9a-f-]{36}$/);
  return location;
}

describe('uploading on the web', () => {
  it('warns before the form and tells the limit', async () => {
    const html = await page('/tai-lieu/nap');
    expect(html.indexOf('117/2025/QH15')).toBeGreaterThan(0);
    expect(html.indexOf('117/2025/QH15')).toBeLessThan(html.indexOf('type="file"'));
    expect(html).toContain(`tối đa ${UPLOAD_LIMIT_MB} MB`);
  });

  it('previews, takes corrections with the confirmation, and serves', async () => {
    const path = await sent(letter());
    const html = await page(path);
    expect(html).toContain('value="45/STP-HCTP"');
    expect(html).toContain('value="03/02/2026"');
    expect(await desk.review.documents.counts()).toMatchObject({ serving: 0 });
    const form = { number: '45/STP-HCTP', date: '04/02/2026', scope: 'public' };
    expect((await desk.app.request(`${path}/xac-nhan`, post(staff, form))).status).toBe(303);
    expect(await page(path)).toContain('Đã nạp');
    const [row] = await desk.review.documents.list({}, { limit: 5 });
    expect(row).toMatchObject({ origin: 'upload', state: 'serving', scope: { kind: 'public' } });
    const facts = (await desk.review.documents.document(row!.id))!.facts;
    expect(facts).toMatchObject({ number: '45/STP-HCTP', date: '2026-02-04' });
  });

  it('reads a stored document again from its own file, with the same preview, and changes nothing by itself', async () => {
    const path = await sent(letter());
    await desk.app.request(`${path}/xac-nhan`, post(staff, { number: '45/STP-HCTP', scope: 'public' }));
    const [row] = await desk.review.documents.list({}, { limit: 5 });
    expect(row).toMatchObject({ uploadedBy: PEOPLE.staff.id });
    const id = encodeURIComponent(row!.id);
    expect(await page(`/quan-tri/van-ban/xem?id=${id}`)).toContain('Đọc lại từ bản gốc');
    expect(await page('/quan-tri/van-ban')).toContain(`Nạp: ${PEOPLE.staff.name}`);
    const again = await desk.app.request(`/tai-lieu/nap/doc-lai?id=${id}`, post(staff, {}));
    const preview = again.headers.get('location') ?? '';
    expect(preview).toMatch(/^\/tai-lieu\/nap\/[0-9a-f-]{36}$/);
    expect(preview).not.toBe(path);
    expect(await page(preview)).toContain('value="45/STP-HCTP"');
    expect((await desk.review.documents.document(row!.id))?.version).toBe(1);
    const unknown = await desk.app.request('/tai-lieu/nap/doc-lai?id=khong-co', post(staff, {}));
    expect(unknown.status).toBe(404);
  });

  it('keeps what a person corrected when it is read again, and shows what would change', async () => {
    const path = await sent(letter());
    const typed = {
      number: '45/STP-HCTP',
      date: '04/02/2026',
      subject: 'Trích yếu sửa tay',
      scope: 'public',
    };
    await desk.app.request(`${path}/xac-nhan`, post(staff, typed));
    const [row] = await desk.review.documents.list({}, { limit: 5 });
    const id = encodeURIComponent(row!.id);
    const reread = () => desk.app.request(`/tai-lieu/nap/doc-lai?id=${id}`, post(staff, {}));
    const preview = (await reread()).headers.get('location') ?? '';
    const html = await page(preview);
    expect(html).toContain('value="04/02/2026"');
    expect(html).toContain('value="Trích yếu sửa tay"');
    expect(html).toContain('Đọc lại giống hệt bản đang dùng');
    expect(html).toMatch(/value="public" checked/);
    await desk.app.request(`${preview}/sua`, post(staff, { subject: 'Trích yếu sửa lần hai' }));
    expect(await page(preview)).toContain('<del>Trích yếu sửa tay</del> → <ins>Trích yếu sửa lần hai</ins>');
    await desk.app.request(`${preview}/xac-nhan`, post(staff, {}));
    const now = await desk.review.documents.document(row!.id);
    expect(now).toMatchObject({ version: 2, scope: { kind: 'public' } });
    expect(now?.header).toMatchObject({ date: '2026-02-04', subject: 'Trích yếu sửa lần hai' });
    const third = await page((await reread()).headers.get('location') ?? '');
    expect(third).toContain('value="Trích yếu sửa lần hai"');
  });

  it('shows article by article what a new file of the same document changes', async () => {
    const path = await sent(letter());
    await desk.app.request(`${path}/xac-nhan`, post(staff, {}));
    const html = await page(await sent(letter({ body: '3. Không thu lệ phí.' })));
    expect(html).toContain('Là bản mới của');
    expect(html).toContain('<ins>3. Không thu lệ phí.</ins>');
  });

  it('saves only what was changed, and says what is wrong with the rest', async () => {
    const path = await sent(letter());
    await desk.app.request(`${path}/sua`, post(staff, { number: '45/STP-HCTP', subject: 'Trích yếu mới' }));
    const [row] = await desk.db.selectFrom('uploads').select(['corrected', 'revision']).execute();
    expect(row).toEqual({ corrected: '{"subject":"Trích yếu mới"}', revision: 2 });
    const wrong = await desk.app.request(`${path}/sua`, post(staff, { date: '31/02/2026' }));
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('ngày/tháng/năm');
  });

  it('strikes out a relation that was misread', async () => {
    const body = 'Công văn này thay thế Công văn số 12/STP-HCTP.\nBãi bỏ Công văn số 13/STP-HCTP.';
    const path = await sent(letter({ body }));
    const html = await page(path);
    const [, key = ''] = /name="struck" value="(repeals [^"]+)"/.exec(html) ?? [];
    expect(key).toBe('repeals 13/STP-HCTP');
    const form = { relations: 'shown', struck: key };
    expect((await desk.app.request(`${path}/sua`, post(staff, form))).status).toBe(303);
    expect(await page(path)).toContain('đã bỏ');
    await desk.app.request(`${path}/xac-nhan`, post(staff, form));
    const rows = await desk.db.selectFrom('relations').select(['kind', 'target']).execute();
    expect(rows.filter(({ kind }) => kind !== 'refers')).toEqual([
      { kind: 'replaces', target: '12/STP-HCTP' },
    ]);
    expect(await page(path)).not.toContain('bãi bỏ 13');
  });

  it('keeps nothing of a stamped paper and names the rule', async () => {
    const response = await send(staff, letter({ mark: 'MẬT', body: 'Nội dung kín.' }), 'ten-kin.txt');
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('117/2025/QH15');
    expect(html).not.toContain('ten-kin');
    expect(await desk.db.selectFrom('blobs').selectAll().execute()).toEqual([]);
    expect(JSON.stringify(desk.errors)).not.toContain('kín');
  });

  it('leads what is not numbered to the approver, who approves or returns', async () => {
    const path = await sent(letter({ number: '        /STP-HCTP' }));
    await desk.app.request(`${path}/xac-nhan`, post(staff, {}));
    expect(await page(path)).toContain('Tài liệu chờ duyệt');
    expect(await page('/tai-lieu/nap', approver)).toContain('Chờ anh/chị duyệt');
    const waiting = await page(path, approver);
    expect(waiting).toContain('Lý do trả lại<span class="sr">: ');
    expect(waiting).toMatch(/<button>Duyệt<span class="sr">: [^<]+<\/span>/);
    const admin = await desk.signIn(PEOPLE.admin);
    expect((await desk.app.request(path, get(admin))).status).toBe(404);
    expect((await desk.app.request(`${path}/duyet`, post(staff, {}))).status).toBe(403);
    expect((await desk.app.request(`${path}/duyet`, post(admin, {}))).status).toBe(403);
    expect((await desk.app.request(`${path}/duyet`, post(approver, {}))).status).toBe(303);
    expect(await desk.review.documents.counts()).toMatchObject({ serving: 1 });
  });

  it('is closed to others, without a token, and over the limit', async () => {
    expect((await send({ cookie: '', csrf: 'x' }, letter())).status).toBe(401);
    const official = await desk.signIn(PEOPLE.official);
    expect((await send(official, letter())).status).toBe(403);
    expect((await send(staff, letter(), 'a.txt', 'wrong')).status).toBe(403);
    const path = await sent(letter());
    expect((await desk.app.request(path, get(official))).status).toBe(403);
    expect((await desk.app.request(path, get(approver))).status).toBe(404);
    for (const action of ['sua', 'xac-nhan', 'huy', 'duyet', 'tra-lai']) {
      expect((await desk.app.request(`${path}/${action}`, post(official, {}))).status, action).toBe(403);
      const bare = post(staff, { _csrf: undefined });
      expect((await desk.app.request(`${path}/${action}`, bare)).status, action).toBe(403);
    }
    const tooLarge = await desk.app.request('/tai-lieu/nap', {
      method: 'POST',
      body: 'x',
      headers: { cookie: staff.cookie, 'content-length': String((UPLOAD_LIMIT_MB + 2) * 1024 * 1024) },
    });
    expect(tooLarge.status).toBe(413);
    expect(await tooLarge.text()).toContain(`${UPLOAD_LIMIT_MB} MB`);
  });

  it('shows file names and text as text', async () => {
    const name = '"><img src=x onerror=alert(1)>.txt';
    const body = '<script>alert(2)</script> là nội dung thử.';
    const path = (await send(staff, letter({ body }), name)).headers.get('location') ?? '';
    const html = (await page(path)) + (await page('/tai-lieu/nap'));
    expect(html).not.toMatch(/<img src=x|<script>alert/);
  });

  it('gives the original as a download, within its scope', async () => {
    const path = (await send(staff, letter(), '../../Công văn số 45.txt')).headers.get('location') ?? '';
    await desk.app.request(`${path}/xac-nhan`, post(staff, { scope: 'departments' }));
    const [row] = await desk.review.documents.list({}, { limit: 5 });
    const original = `/tai-lieu/goc/${encodeURIComponent(row!.id)}`;
    expect(await page(`/quan-tri/van-ban/xem?id=${encodeURIComponent(row!.id)}`)).toContain(original);
    const response = await desk.app.request(original, get(staff));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="Cong van so 45.txt"; filename*=UTF-8''C%C3%B4ng%20v%C4%83n%20s%E1%BB%91%2045.txt`,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(await response.text()).toBe(letter());
    const official = await desk.signIn(PEOPLE.official);
    expect((await desk.app.request(original, get(official))).status).toBe(404);
    expect((await desk.app.request(original)).status).toBe(401);
  });

  it('withdraws and restores with a reason, by the own department', async () => {
    const path = await sent(letter());
    await desk.app.request(`${path}/xac-nhan`, post(staff, {}));
    const [row] = await desk.review.documents.list({}, { limit: 5 });
    const act = (action: string, reason: string) =>
      desk.app.request(
        `/quan-tri/van-ban/${action}?id=${encodeURIComponent(row!.id)}`,
        post(staff, { reason }),
      );
    expect((await act('thu-hoi', '')).status).toBe(422);
    expect((await act('thu-hoi', 'Gửi nhầm')).status).toBe(303);
    expect(await desk.review.documents.counts()).toMatchObject({ serving: 0, withdrawn: 1 });
    expect((await act('thu-hoi', 'Gửi nhầm')).status).toBe(409);
    expect((await act('khoi-phuc', 'Đúng văn bản')).status).toBe(303);
    expect(await desk.review.documents.counts()).toMatchObject({ serving: 1 });
  });
});
