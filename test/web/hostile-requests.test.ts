import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupNewQuestions } from '../../src/dialogue/review/gaps.ts';
import { type Desk, openDesk, PEOPLE, storeDocument } from '../support/desk.ts';
import { letter } from '../support/uploads.ts';
import { answer, citation, get, logged, NOW, post, type SignedIn } from '../support/web.ts';

const HTML = '"><img src=x onerror=alert(1)>';
const FORMULA = '=HYPERLINK("http://evil.example")';
const HOSTILE = `${FORMULA} ${HTML}`;
/** A body that names no length, as a client that wants to be read for ever sends it. */
function endless(bytes: number): ReadableStream<Uint8Array> {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(new Uint8Array(64 * 1024).fill(120));
      left -= 64 * 1024;
    },
  });
}

let desk: Desk;
let admin: SignedIn;
let staff: SignedIn;

/** Everything that people can write holds markup and begins with a formula. */
async function fill(): Promise<void> {
  for (const one of Object.values(PEOPLE)) await desk.stores.people.save({ ...one, name: HOSTILE });
  await storeDocument(desk.db, '901/2025/NĐ-CP', { title: HOSTILE, text: HOSTILE, warnings: [HOSTILE] });
  for (const [id, status] of [
    ['q1', 'answered'],
    ['q2', 'not_found'],
  ] as const)
    await desk.stores.questions.add(
      logged(id, PEOPLE.official, {
        question: HOSTILE,
        understoodAs: HOSTILE,
        commune: HOSTILE,
        field: HOSTILE,
        answer: answer({
          status,
          answer: HOSTILE,
          sections: [{ role: 'conclusion', heading: HOSTILE, lines: [HOSTILE] }],
          citations: [
            citation(1, { label: HOSTILE, documentTitle: HOSTILE, quote: HOSTILE, source: HOSTILE }),
          ],
        }),
        hits: [{ rank: 1, score: 1, chunkId: 'c' as never, documentId: HOSTILE as never, label: HOSTILE }],
        feedback: { verdict: 'wrong', reason: HOSTILE, at: NOW.toISOString() },
      }),
    );
  await groupNewQuestions({ gaps: desk.review.gaps, now: () => NOW });
  const at = NOW.toISOString();
  await desk.stores.audit.write({
    at,
    by: PEOPLE.admin.id,
    action: HOSTILE as never,
    subject: HOSTILE,
    detail: { HOSTILE },
  });
  await desk.review.standardAnswers.save({
    id: 's1',
    question: HOSTILE,
    answer: HOSTILE,
    basis: HOSTILE,
    field: HOSTILE,
    state: 'draft',
    by: PEOPLE.admin.id,
    at,
  });
  const run = { set: HOSTILE, at, overall: { [HOSTILE]: 1 } };
  for (const id of ['r1', 'r2'])
    await desk.review.evaluations.save({ id, ...run }, [
      { id: 'a', question: HOSTILE, status: 'answered', rank: id === 'r1' ? 2 : 1 },
    ]);
}

beforeAll(async () => {
  desk = await openDesk();
  await fill();
  const own = (who: (typeof PEOPLE)['admin' | 'staff']) => desk.signIn({ ...who, name: HOSTILE });
  admin = await own(PEOPLE.admin);
  staff = await own(PEOPLE.staff);
});
afterAll(() => desk.close());

const pages = () =>
  [...new Set(desk.app.routes.filter((r) => r.method === 'GET').map((r) => r.path))]
    .filter((path) => path !== '/*' && !path.includes('dang-nhap') && !path.includes('/moi/'))
    .map((path) =>
      path
        .replace('/vuong-mac/:id', '/vuong-mac/:gap')
        .replace('/nguoi-dung/:id', `/nguoi-dung/${PEOPLE.official.id}`)
        .replace('/lan/:id', '/lan/r1')
        .replace('/tra-loi-chuan/:id', '/tra-loi-chuan/s1')
        .replace('/so-sanh', path.includes('danh-gia') ? '/so-sanh?truoc=r1&sau=r2' : '/so-sanh')
        .replace('/xem', '/xem?id=901/2025/NĐ-CP')
        .replace(/:n\{[^}]*\}/, '1')
        .replace('/cau-hoi/:id', '/cau-hoi/q1'),
    );

describe('text that people wrote', () => {
  it('is text on every page', async () => {
    const [gap] = await desk.review.gaps.groups();
    const official = await desk.signIn({ ...PEOPLE.official, name: HOSTILE });
    let shown = 0;
    for (const page of pages()) {
      const path = page.replace(':gap', gap!.id);
      for (const who of [admin, staff, official]) {
        const response = await desk.app.request(path, get(who));
        if (!response.headers.get('content-type')?.includes('html')) continue;
        const html = await response.text();
        expect(response.status, path).toBeLessThan(500);
        expect(html, path).not.toContain('<img src=x');
        if (html.includes('&lt;img src=x')) shown++;
      }
    }
    // Otherwise the pages above showed nothing of it, and proved nothing.
    expect(shown).toBeGreaterThan(20);
  });

  it('is text in every table that is downloaded', async () => {
    const tables = pages().filter((path) => /\.(?:csv|xlsx)$/.test(path));
    expect(tables).toEqual(
      expect.arrayContaining(['/quan-tri/cau-hoi.csv', '/quan-tri/nhat-ky.csv', '/quan-tri/vuong-mac.xlsx']),
    );
    for (const path of tables) {
      const response = await desk.app.request(path, get(admin));
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (path.endsWith('.csv')) {
        const text = new TextDecoder().decode(bytes);
        expect(text, path).toContain('HYPERLINK');
        expect(text, path).not.toMatch(/(?:^|,|\n)"?\s*[=+@]/m);
      } else {
        const xml = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xml'));
        for (const [name, part] of xml) expect(new TextDecoder().decode(part), name).not.toMatch(/<f[ >]/);
        const strings = new TextDecoder().decode(unzipSync(bytes)['xl/sharedStrings.xml']);
        expect(strings).toContain('HYPERLINK');
        expect(strings).not.toMatch(/<t[^>]*>\s*[=+@]/);
      }
    }
  });
});

describe('headers that a client or proxy may set', () => {
  const FORGED = {
    Host: 'evil.example',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'http',
    'X-Forwarded-Prefix': '/evil.example',
    Forwarded: 'host=evil.example;proto=http',
    'X-Original-URL': '/quan-tri/cau-hoi',
    'X-Rewrite-URL': '/quan-tri/cau-hoi',
    'X-HTTP-Method-Override': 'POST',
  };

  it('never come back in a page, a link or a redirect', async () => {
    for (const path of [
      '/',
      '/tai-khoan',
      '/quan-tri',
      '/quan-tri/nguoi-dung/an',
      '/khong-co',
      '/dang-nhap',
    ]) {
      const response = await desk.app.request(path, get(admin, FORGED));
      expect(response.headers.get('location') ?? '', path).not.toContain('evil.example');
      expect((await response.text()).replaceAll('http://evil.example', ''), path).not.toContain(
        'evil.example',
      );
    }
  });

  it('lead nobody past sign-in or a role', async () => {
    expect(await (await desk.app.request('/healthz', { headers: FORGED })).text()).toBe('ok');
    expect((await desk.app.request('/quan-tri/cau-hoi', { headers: FORGED })).status).toBe(401);
    expect((await desk.app.request('/quan-tri/nguoi-dung', get(staff, FORGED))).status).toBe(403);
    const before = await desk.stores.people.person(PEOPLE.official.id);
    await desk.app.request(
      `/quan-tri/nguoi-dung/${PEOPLE.official.id}/tinh-trang?status=blocked`,
      get(admin, FORGED),
    );
    expect(await desk.stores.people.person(PEOPLE.official.id)).toEqual(before);
  });
});

describe('bodies', () => {
  it('end at the limit of the form, whether or not they name their length', async () => {
    const posts = [...new Set(desk.app.routes.filter((r) => r.method === 'POST').map((r) => r.path))].filter(
      (path) => path !== '/tai-lieu/nap',
    );
    expect(posts.length).toBeGreaterThan(30);
    for (const path of posts) {
      const to = path.replace(/:[a-z]+(\{[^}]*\})?/g, 'khong-co');
      const streamed = {
        method: 'POST',
        body: endless(400_000),
        duplex: 'half',
        headers: { cookie: admin.cookie },
      };
      expect((await desk.app.request(to, streamed as RequestInit)).status, path).toBe(413);
    }
  });

  it('that are no form are refused in words', async () => {
    for (const type of ['application/json', 'text/xml', 'multipart/form-data; boundary=x', 'nonsense']) {
      const headers = { cookie: admin.cookie, 'content-type': type };
      const response = await desk.app.request('/hoi', { method: 'POST', body: '{"q":1}', headers });
      expect(response.status, type).toBeGreaterThanOrEqual(400);
      expect(response.status, type).toBeLessThan(500);
    }
  });
});

describe('names of files', () => {
  it.each([
    ['../../../etc/passwd.txt', 'passwd.txt'],
    ['..\\..\\windows\\system.txt', 'system.txt'],
    ['cong-van\u202Etxt.exe.txt', 'cong-van txt.exe.txt'],
    ['a\u0000b\r\nSet-Cookie: x=1.txt', 'a b Set-Cookie x=1.txt'],
    [`${HTML}.txt`, 'img src=x onerror=alert(1).txt'],
    ['.htaccess', 'htaccess'],
    [`${'a'.repeat(300)}.txt`, `${'a'.repeat(120)}.txt`],
  ])('%j becomes %j', async (given, safe) => {
    const body = new FormData();
    body.set('_csrf', staff.csrf);
    body.set('file', new File([letter({ body: HTML })], given));
    const headers = { cookie: staff.cookie };
    const sent = await desk.app.request('/tai-lieu/nap', { method: 'POST', body, headers });
    const path = sent.headers.get('location') ?? '';
    expect(path).toMatch(/^\/tai-lieu\/nap\/[0-9a-f-]{36}$/);
    const [row] = await desk.db
      .selectFrom('uploads')
      .select('file_name')
      .where('id', '=', path.split('/').at(-1)!)
      .execute();
    expect(row!.file_name).toBe(safe);
    expect(await (await desk.app.request(path, get(staff))).text()).not.toMatch(/<img src=x|\u202E|\u0000/);
    await desk.app.request(`${path}/huy`, post(staff, {}));
  });
});
