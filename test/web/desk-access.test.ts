import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk, PEOPLE, storeDocument } from '../support/desk.ts';
import { get, logged, post, type SignedIn } from '../support/web.ts';

type Who = keyof typeof PEOPLE;

const STAFF = ['staff', 'approver', 'admin'] as const;

/** Actions that would succeed for the first of `who`; others must be refused and change nothing. */
const ACTIONS: readonly [path: string, form: Record<string, string>, who: readonly Who[]][] = [
  ['/quan-tri/cau-hoi/q1/ra-soat', { verdict: 'correct' }, STAFF],
  ['/quan-tri/cau-hoi/q1/hoi-lai', {}, STAFF],
  ['/quan-tri/tra-loi-chuan', { question: 'a', answer: 'b', basis: 'c' }, STAFF],
  ['/quan-tri/vuong-mac/g1', { action: 'da_xong' }, STAFF],
  ['/quan-tri/vuong-mac/gom', {}, STAFF],
  [
    '/quan-tri/cai-dat/lich-nghi',
    { date: '2026-12-01', kind: 'holiday', name: 'a', source: 'b', confirmed: 'yes' },
    ['admin'],
  ],
  ['/quan-tri/van-ban/thu-hoi?id=901/2025/NĐ-CP', { reason: 'thử' }, ['admin', 'approver']],
  ['/quan-tri/nguoi-dung/an', { roles: 'official' }, ['admin']],
  ['/quan-tri/nguoi-dung/an/lien-ket', {}, ['admin']],
  ['/quan-tri/nguoi-dung/an/tinh-trang', { to: 'blocked' }, ['admin']],
  ['/quan-tri/loi-moi', { role: 'official', uses: '1', days: '1' }, ['focal', 'admin']],
  ['/quan-tri/cai-dat', { 'escalation.hours': '24', 'retention.days': '365' }, ['admin']],
  ['/quan-tri/cai-dat/linh-vuc', { field: 'Hộ tịch', department: 'so-tu-phap' }, ['admin']],
];

describe('the desk', () => {
  let desk: Desk;
  const signedIn = new Map<Who, SignedIn>();
  beforeAll(async () => {
    desk = await openDesk();
    await storeDocument(desk.db, '901/2025/NĐ-CP');
    for (const [who, one] of Object.entries(PEOPLE)) signedIn.set(who as Who, await desk.signIn(one));
    await desk.stores.questions.add(logged('q1', PEOPLE.official));
  });
  afterAll(() => desk.close());

  it.each(ACTIONS)('POST %s is refused to others, and without a token', async (path, form, allowed) => {
    expect((await desk.app.request(path, { method: 'POST', body: new URLSearchParams(form) })).status).toBe(
      401,
    );
    for (const who of Object.keys(PEOPLE) as Who[]) {
      const session = signedIn.get(who)!;
      expect((await desk.app.request(path, post(session, { ...form, _csrf: undefined }))).status, who).toBe(
        403,
      );
      if (!allowed.includes(who))
        expect((await desk.app.request(path, post(session, form))).status, who).toBe(403);
    }
    expect(await desk.review.desk.review('q1' as never)).toBeUndefined();
    expect(await desk.review.standardAnswers.list({}, 10)).toEqual([]);
    expect((await desk.stores.people.person(PEOPLE.official.id))?.status).toBe('active');
    expect((await desk.review.documents.document('901/2025/NĐ-CP'))?.state).toBe('serving');
  });

  it('leads each person to what they may open', async () => {
    const first = async (who: Who) =>
      (await desk.app.request('/quan-tri', get(signedIn.get(who)!))).headers.get('location');
    expect(await first('staff')).toBe('/quan-tri/chuyen-vien');
    expect(await first('approver')).toBe('/quan-tri/tra-loi-chuan');
    expect(await first('focal')).toBe('/quan-tri/cau-hoi');
    expect(await first('leader')).toBe('/quan-tri/cau-hoi');
    expect((await desk.app.request('/quan-tri', get(signedIn.get('admin')!))).status).toBe(200);
    expect((await desk.app.request('/quan-tri', get(signedIn.get('official')!))).status).toBe(403);
  });

  it('has nothing on paths that no section guards', async () => {
    for (const path of [
      '/quan-tri/khac',
      '/quan-tri//cau-hoi',
      '/quan-tri/cau-hoix',
      '/quan-tri/..%2fcau-hoi',
    ])
      expect((await desk.app.request(path, get(signedIn.get('staff')!))).status, path).toBe(404);
  });

  it('shows the navigation that fits the role', async () => {
    const page = await (await desk.app.request('/quan-tri/chuyen-vien', get(signedIn.get('staff')!))).text();
    expect(page).toContain('href="/quan-tri/van-ban"');
    expect(page).not.toContain('href="/quan-tri/nguoi-dung"');
  });
});
