import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk, PEOPLE, storeDocument } from '../support/desk.ts';
import { get, logged, post, type SignedIn } from '../support/web.ts';

type Who = keyof typeof PEOPLE;
const EVERYBODY = 'everybody';
const ACTIVE = ['official', 'focal', 'leader', 'staff', 'approver', 'admin'] as const;
const ADMIN = ['admin'] as const;
const STAFF = ['staff', 'approver', 'admin'] as const;
const APPROVER = ['approver'] as const;
const COMMUNE = ['focal', 'admin'] as const;
const DESK = ['focal', 'leader', ...STAFF] as const;

/**
 * Who gets past the guard of every route of the application. The test takes the routes from the application itself: one
 * that is not listed here fails, so that no page or action can be added without saying who may use it.
 */
const MATRIX: Readonly<Record<string, typeof EVERYBODY | readonly Who[]>> = {
  'GET /tinh/app.css': EVERYBODY,
  'GET /tinh/app.js': EVERYBODY,
  'GET /tinh/push.js': EVERYBODY,
  'GET /tinh/icon.svg': EVERYBODY,
  'GET /tinh/icon-192.png': EVERYBODY,
  'GET /tinh/icon-512.png': EVERYBODY,
  'GET /manifest.webmanifest': EVERYBODY,
  'GET /sw.js': EVERYBODY,
  'GET /ngoai-tuyen': EVERYBODY,
  'GET /healthz': EVERYBODY,
  'GET /readyz': EVERYBODY,
  'GET /metrics': EVERYBODY,
  'GET /dang-nhap': EVERYBODY,
  'GET /dang-nhap/:token': EVERYBODY,
  'POST /dang-nhap/:token': EVERYBODY,
  'GET /moi/:code': EVERYBODY,
  'POST /moi/:code': EVERYBODY,

  'GET /': ACTIVE,
  'POST /hoi': ACTIVE,
  'GET /lich-su': ACTIVE,
  'GET /cau-hoi/:id': ACTIVE,
  'GET /cau-hoi/:id/nguon/:n{[0-9]{1,3}}': ACTIVE,
  'GET /cau-hoi/:id/nguon/:n{[0-9]{1,3}}/trang': ACTIVE,
  'GET /cau-hoi/:id/can-cu': ACTIVE,
  'GET /cau-hoi/:id/can-cu.txt': ACTIVE,
  'POST /cau-hoi/:id/danh-gia': ACTIVE,
  'POST /cau-hoi/:id/chuyen-vien': ACTIVE,
  'GET /cau-hoi/:id/phieu/:paper': ACTIVE,
  'GET /uy-quyen': ACTIVE,
  'POST /uy-quyen': COMMUNE,
  'POST /uy-quyen/:id/thu-hoi': COMMUNE,
  'GET /tai-khoan': ACTIVE,
  'GET /tai-khoan/du-lieu.json': ACTIVE,
  'POST /tai-khoan/yeu-cau-du-lieu': ACTIVE,
  'POST /dang-xuat': ACTIVE,
  'POST /phien/:id/thu-hoi': ACTIVE,
  'GET /theo-doi': ACTIVE,
  'POST /theo-doi/them': ACTIVE,
  'POST /theo-doi/bo': ACTIVE,
  'GET /thong-bao': ACTIVE,
  'POST /thong-bao-day': ACTIVE,
  'POST /thong-bao-day/tat/:key': ACTIVE,
  'GET /tai-lieu/goc/:id{.+}': ACTIVE,
  'GET /tai-lieu/trang/:page{[0-9]{1,4}}/:id{.+}': ACTIVE,

  'GET /quan-tri': DESK,
  'GET /quan-tri/cau-hoi': DESK,
  'GET /quan-tri/cau-hoi.csv': DESK,
  'POST /quan-tri/cau-hoi/bo-loc': DESK,
  'POST /quan-tri/cau-hoi/bo-loc/xoa': DESK,
  'GET /quan-tri/cau-hoi/:id': DESK,
  'GET /quan-tri/cau-hoi/:id/nguon/:n{[0-9]{1,3}}': DESK,
  'GET /quan-tri/cau-hoi/:id/nguon/:n{[0-9]{1,3}}/trang': DESK,
  'POST /quan-tri/cau-hoi/:id/hoi-lai': STAFF,
  'POST /quan-tri/cau-hoi/:id/ra-soat': STAFF,
  'GET /quan-tri/ra-soat': STAFF,
  'GET /quan-tri/tra-loi-chuan': STAFF,
  'GET /quan-tri/tra-loi-chuan/moi': STAFF,
  'POST /quan-tri/tra-loi-chuan': STAFF,
  'POST /quan-tri/tra-loi-chuan/de-xuat/:escalation': STAFF,
  'GET /quan-tri/tra-loi-chuan/:id/sua': STAFF,
  'POST /quan-tri/tra-loi-chuan/:id/sua': STAFF,
  'POST /quan-tri/tra-loi-chuan/:id/duyet': APPROVER,
  'POST /quan-tri/tra-loi-chuan/:id/tra-lai': APPROVER,
  'POST /quan-tri/tra-loi-chuan/:id/thu-hoi': ['approver', 'admin'],
  'GET /quan-tri/vuong-mac': STAFF,
  'GET /quan-tri/vuong-mac.docx': STAFF,
  'GET /quan-tri/vuong-mac.xlsx': STAFF,
  'POST /quan-tri/vuong-mac/gom': STAFF,
  'GET /quan-tri/vuong-mac/:id': STAFF,
  'POST /quan-tri/vuong-mac/:id': STAFF,
  'GET /quan-tri/chuyen-vien': STAFF,
  'POST /quan-tri/chuyen-vien/:id/tiep-nhan': STAFF,
  'POST /quan-tri/chuyen-vien/:id/tra-loi': STAFF,
  'GET /quan-tri/van-ban': STAFF,
  'GET /quan-tri/van-ban/xem': STAFF,
  'GET /quan-tri/van-ban/so-sanh': STAFF,
  'POST /quan-tri/van-ban/thu-hoi': STAFF,
  'POST /quan-tri/van-ban/khoi-phuc': STAFF,
  'POST /quan-tri/van-ban/pham-vi': STAFF,
  'GET /quan-tri/nguoi-dung': ADMIN,
  'GET /quan-tri/nguoi-dung/:id': ADMIN,
  'POST /quan-tri/nguoi-dung/:id': ADMIN,
  'POST /quan-tri/nguoi-dung/:id/duyet': ADMIN,
  'POST /quan-tri/nguoi-dung/:id/tinh-trang': ADMIN,
  'POST /quan-tri/nguoi-dung/:id/lien-ket': ADMIN,
  'GET /quan-tri/loi-moi': COMMUNE,
  'POST /quan-tri/loi-moi': COMMUNE,
  'GET /quan-tri/cai-dat': ADMIN,
  'POST /quan-tri/cai-dat': ADMIN,
  'GET /quan-tri/cai-dat/linh-vuc': ADMIN,
  'POST /quan-tri/cai-dat/linh-vuc': ADMIN,
  'GET /quan-tri/cai-dat/lich-nghi': ADMIN,
  'POST /quan-tri/cai-dat/lich-nghi': ADMIN,
  'POST /quan-tri/cai-dat/lich-nghi/bo': ADMIN,
  'GET /quan-tri/cai-dat/yeu-cau-du-lieu': ADMIN,
  'POST /quan-tri/cai-dat/yeu-cau-du-lieu/:id': ADMIN,
  'GET /quan-tri/nhat-ky': ADMIN,
  'GET /quan-tri/nhat-ky.csv': ADMIN,
  'GET /quan-tri/danh-gia': ADMIN,
  'GET /quan-tri/danh-gia/cau-hoi.jsonl': ADMIN,
  'GET /quan-tri/danh-gia/so-sanh': ADMIN,
  'GET /quan-tri/danh-gia/lan/:id': ADMIN,

  'GET /tai-lieu/nap': STAFF,
  'POST /tai-lieu/nap': STAFF,
  'POST /tai-lieu/nap/doc-lai': STAFF,
  'GET /tai-lieu/nap/dang-doc/:reading': STAFF,
  'GET /tai-lieu/nap/:id': STAFF,
  'GET /tai-lieu/nap/:id/trang/:page{[0-9]{1,4}}': STAFF,
  'POST /tai-lieu/nap/:id/sua': STAFF,
  'POST /tai-lieu/nap/:id/xac-nhan': STAFF,
  'POST /tai-lieu/nap/:id/huy': STAFF,
  'POST /tai-lieu/nap/:id/duyet': STAFF,
  'POST /tai-lieu/nap/:id/tra-lai': STAFF,
};

/** An address of the route; whatever it names does not exist, so that a POST that gets past the guard changes nothing. */
function address(route: string): string {
  return route
    .replace(':n{[0-9]{1,3}}', '1')
    .replace(':page{[0-9]{1,4}}', '1')
    .replace(/:[a-z]+(\{[^}]*\})?/g, 'khong-co');
}

describe('every route of the application', () => {
  let desk: Desk;
  let routes: string[];
  const signedIn = new Map<Who, SignedIn>();
  beforeAll(async () => {
    desk = await openDesk();
    await storeDocument(desk.db, '901/2025/NĐ-CP');
    for (const [who, one] of Object.entries(PEOPLE)) signedIn.set(who as Who, await desk.signIn(one));
    await desk.stores.questions.add(logged('q1', PEOPLE.official));
    routes = [
      ...new Set(desk.app.routes.filter((r) => r.method !== 'ALL').map((r) => `${r.method} ${r.path}`)),
    ];
  });
  afterAll(() => desk.close());

  it('says who may use it', () => {
    expect(routes.filter((route) => MATRIX[route] === undefined)).toEqual([]);
    expect(Object.keys(MATRIX).filter((route) => !routes.includes(route))).toEqual([]);
  });

  const rows = Object.entries(MATRIX).map(([route, who]) => {
    const [method, path] = route.split(' ') as ['GET' | 'POST', string];
    return { method, path, who };
  });
  const closed = rows.filter((row) => row.who !== EVERYBODY);

  it.each(rows)('$method $path lets in whom it should', async ({ method, path, who }) => {
    const to = address(path);
    const init = method === 'POST' ? { method, body: new URLSearchParams({ q: 'x' }) } : {};
    const signedOut = await desk.app.request(to, init);
    if (who === EVERYBODY) {
      expect(signedOut.status).not.toBe(401);
      return;
    }
    expect(signedOut.status, 'signed out').toBe(path === '/' ? 303 : 401);
    for (const one of ACTIVE) {
      // Signing out and ending sessions are anybody's own: not while others still need theirs.
      if (path === '/dang-xuat') continue;
      const session = signedIn.get(one)!;
      const response = await desk.app.request(to, method === 'POST' ? post(session, {}) : get(session));
      const got = response.status === 403 ? 'refused' : 'let in';
      expect(got, `${one}: ${response.status}`).toBe(who.includes(one) ? 'let in' : 'refused');
      expect(response.status, one).toBeLessThan(500);
    }
  });

  it.each(closed.filter((row) => row.method === 'POST'))(
    'POST $path needs the token of this session and our own origin',
    async ({ path }) => {
      const to = address(path);
      const other = signedIn.get('official')!.csrf;
      const admin = signedIn.get('admin')!;
      for (const _csrf of [undefined, '', other])
        expect((await desk.app.request(to, post(admin, { _csrf }))).status).toBe(403);
      for (const headers of [
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { 'Sec-Fetch-Site': 'cross-site' },
      ])
        expect((await desk.app.request(to, post(admin, {}, { Host: 'localhost', ...headers }))).status).toBe(
          403,
        );
    },
  );

  it('changed nothing by all this', async () => {
    expect(await desk.review.standardAnswers.list({}, 10)).toEqual([]);
    expect((await desk.review.documents.document('901/2025/NĐ-CP'))?.state).toBe('serving');
    expect(await desk.stores.people.people({})).toHaveLength(Object.keys(PEOPLE).length);
  });
});
