import { describe, expect, it } from 'vitest';
import { get, person, post, testWeb } from '../support/web.ts';

const PAGES = [
  '/lich-su',
  '/tai-khoan',
  '/thong-bao',
  '/tai-khoan/du-lieu.json',
  '/cau-hoi/q1',
  '/cau-hoi/q1/nguon/1',
  '/cau-hoi/q1/can-cu.txt',
];
const ACTIONS = ['/hoi', '/cau-hoi/q1/danh-gia', '/cau-hoi/q1/chuyen-vien', '/dang-xuat', '/phien/x/thu-hoi'];

describe('every page and action', () => {
  it.each(PAGES)('GET %s is closed to the signed out', async (path) => {
    expect((await testWeb().app.request(path)).status).toBe(401);
  });

  it.each(ACTIONS)('POST %s is closed to the signed out', async (path) => {
    expect(
      (await testWeb().app.request(path, { method: 'POST', body: new URLSearchParams({ q: 'x' }) })).status,
    ).toBe(401);
  });

  it.each(ACTIONS)('POST %s needs the CSRF token of this session', async (path) => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    const binh = await web.signIn(person('binh'));
    for (const _csrf of [undefined, '', binh.csrf])
      expect((await web.app.request(path, post(an, { q: 'hỏi', _csrf }))).status).toBe(403);
    expect(web.state.asked).toEqual([]);
  });

  it.each(ACTIONS)('POST %s refuses other origins even with the token', async (path) => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ])
      expect(
        (await web.app.request(path, post(an, { q: 'hỏi' }, { Host: 'localhost', ...headers }))).status,
      ).toBe(403);
  });

  it('ignores a forwarded host when comparing origins', async () => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    const headers = { Host: 'localhost', Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' };
    expect((await web.app.request('/hoi', post(an, { q: 'hỏi' }, headers))).status).toBe(403);
  });

  it('accepts the public address behind a proxy', async () => {
    const web = testWeb({ publicUrl: new URL('https://tro-ly.example.vn') });
    const an = await web.signIn(person('an'));
    const headers = { Host: '127.0.0.1:8080', Origin: 'https://tro-ly.example.vn' };
    expect((await web.app.request('/hoi', post(an, { q: 'hỏi' }, headers))).status).toBe(303);
  });
});

describe('responses', () => {
  it('carry a policy without inline script or style, and are not stored', async () => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    for (const [path, init] of [
      ['/', get(an)],
      ['/dang-nhap', {}],
      ['/khong-co', get(an)],
    ] as const) {
      const response = await web.app.request(path, init);
      const csp = response.headers.get('content-security-policy') ?? '';
      expect(csp).toContain("default-src 'none'");
      expect(csp).not.toContain('unsafe');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      const page = await response.text();
      expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
      expect(page).not.toMatch(/\sstyle=|<style|\son[a-z]+=/);
    }
  });

  it('tells a reference code and nothing else when something breaks', async () => {
    const web = testWeb();
    const broken = testWeb({
      chat: { ...web.deps.chat, ask: async () => Promise.reject(new Error('SQLITE_BUSY at /secret/path')) },
    });
    const an = await broken.signIn(person('an'));
    const response = await broken.app.request('/hoi', post(an, { q: 'hỏi' }));
    const page = await response.text();
    expect(response.status).toBe(500);
    expect(page).not.toContain('SQLITE');
    const code = /Mã tham chiếu: ([0-9a-f]{12})/.exec(page)?.[1];
    expect(broken.errors).toEqual([expect.objectContaining({ traceId: code })]);
  });

  it('serves its static files and nothing beside them', async () => {
    const { app } = testWeb();
    for (const path of [
      '/tinh/app.css',
      '/tinh/app.js',
      '/tinh/icon.svg',
      '/tinh/icon-192.png',
      '/sw.js',
      '/manifest.webmanifest',
    ])
      expect((await app.request(path)).status, path).toBe(200);
    for (const path of [
      '/tinh/../create-web.ts',
      '/tinh/%2e%2e/create-web.ts',
      '/tinh/sw.js',
      '/tinh/',
      '/.env',
    ])
      expect((await app.request(path)).status, path).not.toBe(200);
  });

  it('is installable: manifest with icons, worker with the offline page', async () => {
    const { app } = testWeb();
    const manifest = (await (await app.request('/manifest.webmanifest')).json()) as {
      icons: { src: string }[];
    };
    for (const icon of manifest.icons) expect((await app.request(icon.src)).status).toBe(200);
    const worker = await (await app.request('/sw.js')).text();
    expect(worker).not.toContain('__');
    expect((await app.request('/ngoai-tuyen')).status).toBe(200);
  });
});
