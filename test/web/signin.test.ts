import { describe, expect, it } from 'vitest';
import { createSigninLink } from '../../src/dialogue/signin.ts';
import { get, NOW, person, post, testWeb } from '../support/web.ts';

async function linkFor(web: ReturnType<typeof testWeb>, who = person('an')) {
  await web.deps.people.save(who);
  return createSigninLink({ signin: web.deps.signin, now: () => web.clock.now }, who.id);
}

describe('sign-in by a one-time link', () => {
  it('opening the link uses nothing up; the button does, once', async () => {
    const web = testWeb();
    const link = await linkFor(web);
    for (let i = 0; i < 3; i++) {
      const opened = await web.app.request(link);
      expect(opened.status).toBe(200);
      expect(opened.headers.get('set-cookie')).toBeNull();
      const page = await opened.text();
      expect(page.match(/<button/g)).toHaveLength(1);
      expect(page).toContain(`action="${link}"`);
    }
    const used = await web.app.request(link, { method: 'POST' });
    expect(used.status).toBe(303);
    expect(used.headers.get('location')).toBe('/');
    const again = await web.app.request(link, { method: 'POST' });
    expect(again.status).toBe(403);
    expect(again.headers.get('set-cookie')).toBeNull();
  });

  it('refuses an expired link', async () => {
    const web = testWeb();
    const link = await linkFor(web);
    web.clock.now = new Date(NOW.getTime() + 16 * 60_000);
    expect((await web.app.request(link, { method: 'POST' })).status).toBe(403);
  });

  it.each(['pending', 'blocked', 'left'] as const)('refuses a person who is %s', async (status) => {
    const web = testWeb();
    const link = await linkFor(web, person('an', ['official'], { status }));
    expect((await web.app.request(link, { method: 'POST' })).status).toBe(403);
  });

  it('sets an HttpOnly, SameSite=Lax cookie, Secure and host-bound behind https', async () => {
    const plain = testWeb();
    const cookie = (await plain.app.request(await linkFor(plain), { method: 'POST' })).headers.get(
      'set-cookie',
    );
    expect(cookie).toMatch(/^tlcx=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    const tls = testWeb({ publicUrl: new URL('https://tro-ly.example.vn') });
    const secure = (await tls.app.request(await linkFor(tls), { method: 'POST' })).headers.get('set-cookie');
    expect(secure).toMatch(/^__Host-tlcx=[\w-]{43}; .*Secure/);
  });

  it('never takes over a session id that the browser brought', async () => {
    const web = testWeb();
    const link = await linkFor(web);
    const fixed = 'A'.repeat(43);
    const response = await web.app.request(link, { method: 'POST', headers: { cookie: `tlcx=${fixed}` } });
    expect(response.headers.get('set-cookie')).not.toContain(fixed);
    expect((await web.app.request('/lich-su', { headers: { cookie: `tlcx=${fixed}` } })).status).toBe(401);
  });

  it('slows down guessing, per address', async () => {
    const web = testWeb({ trustProxy: true });
    const guess = (i: number, from: string) =>
      web.app.request(`/dang-nhap/guess${i}`, {
        method: 'POST',
        headers: { 'X-Forwarded-For': `1.2.3.${i}, ${from}` },
      });
    const codes: number[] = [];
    for (let i = 0; i < 12; i++) codes.push((await guess(i, '10.0.0.1')).status);
    expect(codes.slice(0, 10)).toEqual(Array(10).fill(403));
    expect(codes.slice(10)).toEqual([429, 429]);
    expect((await guess(1, '10.0.0.2')).status).toBe(403);
    web.clock.now = new Date(NOW.getTime() + 11 * 60_000);
    expect((await guess(1, '10.0.0.1')).status).toBe(403);
  });

  it('takes no X-Forwarded-For without a configured proxy', async () => {
    const web = testWeb();
    const codes: number[] = [];
    for (let i = 0; i < 11; i++) {
      const response = await web.app.request(`/dang-nhap/x${i}`, {
        method: 'POST',
        headers: { 'X-Forwarded-For': `9.9.9.${i}` },
      });
      codes.push(response.status);
    }
    expect(codes.at(-1)).toBe(429);
  });

  it('refuses a sign-in that another site submits', async () => {
    const web = testWeb();
    const link = await linkFor(web);
    const foreign = await web.app.request(link, {
      method: 'POST',
      headers: { Origin: 'https://evil.example', Host: 'localhost' },
    });
    expect(foreign.status).toBe(403);
    const own = await web.app.request(link, {
      method: 'POST',
      headers: { Origin: 'http://localhost', Host: 'localhost' },
    });
    expect(own.status).toBe(303);
  });
});

describe('the log of a fault', () => {
  it.each(['/dang-nhap/', '/moi/'])('does not name the token of %s', async (path) => {
    const web = testWeb();
    const fail = () => Promise.reject(new Error('database is locked'));
    web.deps.signin.useLink = fail;
    web.deps.people.invitation = fail;
    const body = new URLSearchParams({ name: 'Nguyễn Văn An' });
    const response = await web.app.request(`${path}TOKEN-OF-THE-LINK`, { method: 'POST', body });
    expect(response.status).toBe(500);
    expect(web.errors).toHaveLength(1);
    expect(JSON.stringify(web.errors)).not.toContain('TOKEN-OF-THE-LINK');
  });
});

describe('sessions', () => {
  it('lists, revokes, ends', async () => {
    const web = testWeb();
    const phone = await web.signIn(person('an'));
    const desk = await web.signIn(person('an'));
    const page = await (await web.app.request('/tai-khoan', get(desk))).text();
    const other = /action="(\/phien\/[0-9a-f]{64}\/thu-hoi)"/.exec(page)?.[1];
    expect((await web.app.request(other!, post(desk, {}))).status).toBe(303);
    expect((await web.app.request('/lich-su', get(phone))).status).toBe(401);
    expect((await web.app.request('/dang-xuat', post(desk, {}))).headers.get('location')).toBe('/dang-nhap');
    expect((await web.app.request('/lich-su', get(desk))).status).toBe(401);
  });

  it("cannot end somebody else's session", async () => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    const binh = await web.signIn(person('binh'));
    const [session] = await web.deps.signin.sessions(person('an').id);
    expect((await web.app.request(`/phien/${session!.idHash}/thu-hoi`, post(binh, {}))).status).toBe(404);
    expect((await web.app.request('/lich-su', get(an))).status).toBe(200);
  });

  it('expires, sooner for those who can change things', async () => {
    const web = testWeb();
    const official = await web.signIn(person('an'));
    const admin = await web.signIn(person('quan', ['admin']));
    web.clock.now = new Date(NOW.getTime() + 13 * 3_600_000);
    expect((await web.app.request('/lich-su', get(official))).status).toBe(200);
    expect((await web.app.request('/lich-su', get(admin))).status).toBe(401);
  });

  it('expires sooner for those who were given a role since they signed in', async () => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    await web.deps.people.save(person('an', ['staff']));
    web.clock.now = new Date(NOW.getTime() + 11 * 3_600_000);
    expect((await web.app.request('/lich-su', get(an))).status).toBe(200);
    web.clock.now = new Date(NOW.getTime() + 13 * 3_600_000);
    expect((await web.app.request('/lich-su', get(an))).status).toBe(401);
  });

  it('ends at once when the person is blocked', async () => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    await web.deps.people.save(person('an', ['official'], { status: 'blocked' }));
    expect((await web.app.request('/', get(an))).headers.get('location')).toBe('/dang-nhap');
  });
});
