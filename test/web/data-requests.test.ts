import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { approveGuidance } from '../../src/dialogue/review/guidance.ts';
import { type Desk, openDesk, PEOPLE } from '../support/desk.ts';
import { get, logged, post } from '../support/web.ts';

const FORM = { kind: 'delete', text: 'Tôi thôi việc, đề nghị xóa lịch sử.' };

describe('requests about one’s own data', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
    for (const one of Object.values(PEOPLE)) await desk.stores.people.save(one);
  });
  afterEach(() => desk.close());

  it('are due in two working days, and done at once when they are granted', async () => {
    // A Monday: Wednesday at the same hour.
    await desk.stores.questions.add(logged('q1', PEOPLE.official));
    await desk.stores.questions.add(logged('q2', PEOPLE.staff));
    const official = await desk.signIn(PEOPLE.official);
    expect((await desk.app.request('/tai-khoan/yeu-cau-du-lieu', post(official, FORM))).status).toBe(303);
    const [request] = await desk.review.dataRequests.list({}, 10);
    expect(request).toMatchObject({ kind: 'delete', state: 'open', dueAt: '2026-05-06T03:00:00.000Z' });

    const admin = await desk.signIn(PEOPLE.admin);
    const path = '/quan-tri/cai-dat/yeu-cau-du-lieu';
    expect(await (await desk.app.request(path, get(admin))).text()).toContain(FORM.text);
    const decide = (form: Record<string, string>) =>
      desk.app.request(`${path}/${request!.id}`, post(admin, form));
    expect((await decide({ decision: 'done', answer: '' })).status).toBe(422);
    expect((await decide({ decision: 'done', answer: 'Đã xóa.' })).status).toBe(303);
    expect((await decide({ decision: 'refused', answer: 'Không.' })).status).toBe(409);

    expect(await desk.stores.questions.question('q1' as never)).toBeUndefined();
    expect(await desk.stores.questions.question('q2' as never)).toBeDefined();
    expect(await (await desk.app.request('/tai-khoan', get(official))).text()).toContain('Đã xóa.');
    const audited = await desk.stores.audit.entries({ action: 'data_request_decided' }, 5);
    expect(audited).toEqual([expect.objectContaining({ by: PEOPLE.admin.id })]);
  });

  it('say the last day, not the midnight after it', async () => {
    // A Saturday: Monday and Tuesday are the two working days.
    desk.clock.now = new Date('2026-11-28T11:13:00Z');
    const official = await desk.signIn(PEOPLE.official);
    await desk.app.request('/tai-khoan/yeu-cau-du-lieu', post(official, FORM));
    const page = await (await desk.app.request('/tai-khoan', get(official))).text();
    expect(page).toContain('hạn trả lời hết ngày 01/12/2026');
  });

  it('leave records standing, without the person', async () => {
    await desk.stores.questions.add(logged('q1', PEOPLE.official));
    await desk.review.standardAnswers.save({
      id: 's1',
      question: 'a',
      answer: 'b',
      basis: 'c',
      fromQuestion: 'q1' as never,
      state: 'approved',
      by: PEOPLE.admin.id,
      at: '2026-05-01T00:00:00.000Z',
    });
    expect(await desk.review.retention.forget(PEOPLE.official.id)).toBe(1);
    expect((await desk.stores.questions.question('q1' as never))?.person).toBe('-');
  });
});

describe('filters kept under a name', () => {
  it('are saved from what is shown, opened, replaced and deleted, each person their own', async () => {
    const desk = await openDesk();
    const admin = await desk.signIn(PEOPLE.admin);
    const save = (name: string, query: string) =>
      desk.app.request('/quan-tri/cau-hoi/bo-loc', post(admin, { name, query }));
    expect((await save('Rỗng', 'truoc=7&la=1')).status).toBe(422);
    const saved = await save('Chưa tìm <thấy>', 'status=not_found&truoc=7&text=khai sinh&x=<');
    expect(saved.headers.get('location')).toBe('/quan-tri/cau-hoi?text=khai+sinh&status=not_found');
    await save('Chưa tìm <thấy>', 'status=failed');
    const page = await (await desk.app.request('/quan-tri/cau-hoi', get(admin))).text();
    expect(page).toContain('href="/quan-tri/cau-hoi?status=failed"');
    expect(page).toContain('Chưa tìm &lt;thấy&gt;');
    const other = await desk.signIn({ ...PEOPLE.admin, id: 'khac' as never });
    expect(await (await desk.app.request('/quan-tri/cau-hoi', get(other))).text()).not.toContain(
      'Chưa tìm &lt;',
    );
    await desk.app.request('/quan-tri/cau-hoi/bo-loc/xoa', post(admin, { name: 'Chưa tìm <thấy>' }));
    expect(await desk.review.savedFilters.of(PEOPLE.admin.id)).toEqual([]);
    await desk.close();
  });
});

describe('guidance on the web', () => {
  it('is proposed by who answered, returned with a reason, revised and approved', async () => {
    const desk = await openDesk();
    for (const one of Object.values(PEOPLE)) await desk.stores.people.save(one);
    await desk.stores.questions.add(logged('q1', PEOPLE.official, { field: 'Hộ tịch' }));
    const { escalation } = await desk.dialogue.escalate({ by: PEOPLE.official.id, question: 'q1' as never });
    await desk.stores.escalations.save({ ...escalation, department: 'so-tu-phap' });
    const staff = await desk.signIn(PEOPLE.staff);
    const approver = await desk.signIn(PEOPLE.approver);
    const at = `/quan-tri/chuyen-vien/${escalation.id}`;
    expect(await (await desk.app.request('/quan-tri/chuyen-vien', get(staff))).text()).toContain(
      'Sở Tư pháp',
    );
    await desk.app.request(`${at}/tiep-nhan`, post(staff, {}));
    await desk.app.request(
      `${at}/tra-loi`,
      post(staff, { text: 'Ghi sổ giấy rồi nhập lại.', basis: 'Điều 5' }),
    );
    const list = await (await desk.app.request('/quan-tri/chuyen-vien', get(staff))).text();
    expect(list).toContain('Đề xuất thành hướng dẫn chung');
    const propose = (reviewBy: string) =>
      desk.app.request(
        `/quan-tri/tra-loi-chuan/de-xuat/${escalation.id}`,
        post(staff, { basis: 'khoản 1 Điều 5 Nghị định số 901/2025/NĐ-CP', reviewBy }),
      );
    expect((await propose('2026-05-04')).status).toBe(422);
    expect((await propose('2026-12-31')).status).toBe(303);
    const [draft] = await desk.review.standardAnswers.list({}, 5);
    const path = `/quan-tri/tra-loi-chuan/${draft!.id}`;
    expect(await (await desk.app.request('/quan-tri/tra-loi-chuan', get(approver))).text()).toContain(
      'Gửi trả lại',
    );
    expect((await desk.app.request(`${path}/tra-lai`, post(approver, { reason: '' }))).status).toBe(422);
    await desk.app.request(`${path}/tra-lai`, post(approver, { reason: 'Ghi rõ mẫu sổ.' }));
    const form = await (await desk.app.request(`${path}/sua`, get(staff))).text();
    expect(form).toContain('Ghi rõ mẫu sổ.');
    expect((await desk.app.request(`${path}/sua`, get(approver))).status).toBe(404);
    const revised = {
      question: 'Mất kết nối thì sao?',
      answer: 'Ghi sổ theo mẫu của ông Nguyễn Văn Bình, số 0912345678, rồi nhập lại.',
      basis: 'Điều 5',
      field: 'Hộ tịch',
      reviewBy: '2026-12-31',
    };
    expect((await desk.app.request(`${path}/sua`, post(approver, revised))).status).toBe(403);
    expect((await desk.app.request(`${path}/sua`, post(staff, revised))).status).toBe(303);
    expect(await desk.review.standardAnswers.get(draft!.id)).toMatchObject({ state: 'draft' });
    expect((await desk.review.standardAnswers.get(draft!.id))?.answer).not.toContain('0912345678');
    await desk.app.request(`${path}/duyet`, post(approver, {}));
    expect((await desk.review.standardAnswers.get(draft!.id))?.state).toBe('approved');
    const told = await desk.stores.notices.of(PEOPLE.staff.id, 10);
    expect(told.map((one) => one.kind)).toEqual(
      expect.arrayContaining(['guidance_returned', 'guidance_approved']),
    );
    expect((await desk.app.request(`${path}/sua`, post(staff, revised))).status).toBe(409);
    await expect(
      approveGuidance(
        {
          ...desk.stores,
          ...desk.review,
          chunks: { facts: async () => new Map() },
          now: () => desk.clock.now,
        },
        { by: PEOPLE.approver.id, id: draft!.id },
      ),
    ).rejects.toMatchObject({ code: 'already_done' });
    await desk.close();
  });
});
