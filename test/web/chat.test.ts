import { describe, expect, it } from 'vitest';
import type { EscalationId, QuestionId } from '../../src/dialogue/model.ts';
import { memoryNotices } from '../support/memory-stores.ts';
import { answer, citation, get, logged, NOW, person, post, testWeb } from '../support/web.ts';

const C = '00000000-0000-4000-8000-000000000001';

describe('web chat', () => {
  it('answers a plain form POST: short answer first, details folded, sources with standing and quote', async () => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    const asked = await web.app.request('/hoi', post(an, { q: '  thời hạn?  ', c: C }));
    expect(asked.status).toBe(303);
    const [path] = asked.headers.get('location')!.split('#');
    const page = await (await web.app.request(path!, get(an))).text();
    expect(web.state.asked).toEqual(['thời hạn?']);
    const short = page.indexOf('Thời hạn giải quyết là 03 ngày làm việc');
    expect(short).toBeGreaterThan(0);
    expect(page.indexOf('<details class="more">')).toBeGreaterThan(short);
    expect(page.indexOf('Nếu hồ sơ chưa đủ')).toBeLessThan(page.indexOf('<details class="more">'));
    expect(page).toContain('href="#nguon-q1-1" aria-label="Căn cứ 1">[1]</a>');
    expect(page).toContain('Còn hiệu lực từ 01/07/2025');
    expect(page).toContain('<blockquote>Hồ sơ gồm một tờ khai theo mẫu.</blockquote>');
    expect(page).toContain('không phải cán bộ');
  });

  it('gives script the turn alone', async () => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    const response = await web.app.request(
      '/hoi',
      post(an, { q: 'hỏi', c: C }, { 'X-Requested-With': 'fetch' }),
    );
    const fragment = await response.text();
    expect(response.status).toBe(200);
    expect(fragment.startsWith('<article')).toBe(true);
    expect(fragment).not.toContain('<html');
  });

  it('normalises to NFC at the door', async () => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    await web.app.request('/hoi', post(an, { q: 'khai sinh là gì'.normalize('NFD'), c: C }));
    expect(web.state.asked).toEqual(['khai sinh là gì']);
  });

  it.each([
    ['an empty question', '   ', 422],
    ['a question of 10,000 characters', 'ă'.repeat(10_000), 422],
    ['a body over the limit', 'x'.repeat(300_000), 413],
  ])('refuses %s in one sentence', async (_what, q, code) => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    const response = await web.app.request('/hoi', post(an, { q, c: C }));
    expect(response.status).toBe(code);
    expect(web.state.asked).toEqual([]);
    expect(await response.text()).toMatch(/Anh\/chị|Vui lòng/);
  });

  it('takes a question of 4,000 Vietnamese characters', async () => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    expect((await web.app.request('/hoi', post(an, { q: 'ữ'.repeat(4_000), c: C }))).status).toBe(303);
  });

  it.each(['2026-02-30', '4/5/2026', "'--"])('refuses the date %s', async (asOf) => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    expect((await web.app.request('/hoi', post(an, { q: 'hỏi', c: C, asOf }))).status).toBe(422);
  });

  it('escapes what people, documents and answers contain', async () => {
    const web = testWeb();
    const evil = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)>';
    const an = await web.signIn(person('an', ['official'], { name: evil }));
    const cited = citation(1, { label: evil, quote: evil, documentTitle: evil, source: evil });
    web.state.nextAnswer = answer({
      status: 'clarify',
      answer: evil,
      sections: [{ role: 'conclusion', heading: evil, lines: [evil] }],
      citations: [{ ...cited, effectivity: { status: 'unknown', note: evil } }],
      choices: [{ label: evil, question: evil }],
      nearest: [{ title: evil, label: evil, procedureCode: evil }],
    });
    await web.app.request('/hoi', post(an, { q: evil, c: C }));
    for (const path of [
      `/?c=${C}`,
      '/',
      '/lich-su',
      '/tai-khoan',
      '/cau-hoi/q1',
      '/cau-hoi/q1/nguon/1',
      '/cau-hoi/q1/can-cu',
    ]) {
      const page = await (await web.app.request(path, get(an))).text();
      expect(page, path).not.toContain('<script>alert');
      expect(page, path).not.toContain('<img src=x');
      expect(page, path).not.toMatch(/="[^"]*"'>/);
    }
  });

  it('offers the choices of a question back as questions', async () => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    web.state.nextAnswer = answer({
      status: 'clarify',
      choices: [{ label: 'Khai sinh', question: 'hồ sơ khai sinh' }],
    });
    const response = await web.app.request(
      '/hoi',
      post(an, { q: 'hồ sơ', c: C }, { 'X-Requested-With': 'fetch' }),
    );
    expect(await response.text()).toContain('name="q" value="hồ sơ khai sinh"');
  });

  it('shows the source with its surroundings and the quote marked', async () => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    await web.app.request('/hoi', post(an, { q: 'hỏi', c: C }));
    const page = await (await web.app.request('/cau-hoi/q1/nguon/1', get(an))).text();
    expect(page).toContain('Điều 5. Thời hạn');
    expect(page).toContain('<mark>Ủy ban nhân dân cấp xã giải quyết trong thời hạn 03 ngày làm việc</mark>');
    expect((await web.app.request('/cau-hoi/q1/nguon/7', get(an))).status).toBe(404);
  });

  it('falls back to the logged snapshot when the source may no longer be read', async () => {
    const web = testWeb();
    const withoutSource = testWeb({ chat: { ...web.deps.chat, source: async () => undefined } });
    const an = await withoutSource.signIn(person('an'));
    await withoutSource.deps.questions.add(logged('q9', person('an')));
    const page = await (await withoutSource.app.request('/cau-hoi/q9/nguon/1', get(an))).text();
    expect(page).toContain('không còn trong kho');
    expect(page).toContain('trong thời hạn 03 ngày làm việc');
  });

  it('takes feedback and hands on to a specialist', async () => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    await web.app.request('/hoi', post(an, { q: 'hỏi', c: C }));
    await web.app.request('/cau-hoi/q1/danh-gia', post(an, { verdict: 'wrong', reason: 'sai_noi_dung' }));
    const row = await web.deps.questions.question('q1' as QuestionId);
    expect(row?.feedback).toMatchObject({ verdict: 'wrong', reason: 'sai_noi_dung' });
    expect((await web.app.request('/cau-hoi/q1/danh-gia', post(an, { verdict: 'best' }))).status).toBe(422);
    for (const reason of ['khác', 'toString'])
      expect(
        (await web.app.request('/cau-hoi/q1/danh-gia', post(an, { verdict: 'wrong', reason }))).status,
      ).toBe(422);
    const sent = await web.app.request(
      '/cau-hoi/q1/chuyen-vien',
      post(an, {}, { 'X-Requested-With': 'fetch' }),
    );
    expect(await sent.text()).toContain('hạn trả lời 06/05/2026');
  });

  it.each([
    ['the page of the question', '/cau-hoi/q1'],
    ['the conversation', `/?c=${C}`],
  ])("on %s puts a specialist's reply before the machine's answer and its sources", async (_what, path) => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    const id = 'e1' as EscalationId;
    const asked = logged('q1', person('an'), { conversation: C, escalation: id });
    await web.deps.questions.add(asked);
    const sent = {
      id,
      question: asked.id,
      asker: asked.person,
      createdAt: NOW.toISOString(),
      dueAt: '2026-05-06T03:00:00Z',
    };
    await web.deps.escalations.save({ ...sent, state: 'dang_xu_ly', reply: 'chưa gửi' });
    const waiting = await (await web.app.request(path, get(an))).text();
    expect(waiting).toContain('hạn trả lời 06/05/2026');
    expect(waiting).not.toContain('chưa gửi');
    await web.deps.escalations.save({
      ...sent,
      state: 'da_tra_loi',
      reply: 'Ghi biểu mẫu giấy <b>tại chỗ</b>.',
      replyBasis: 'Công văn số 45/STP-HCTP',
      answeredAt: NOW.toISOString(),
    });
    const page = await (await web.app.request(path, get(an))).text();
    const order = ['tại chỗ&lt;/b&gt;', '45/STP-HCTP', 'Thời hạn giải quyết là 03', '<blockquote>'];
    const places = order.map((words) => page.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("keeps other people's questions away", async () => {
    const web = testWeb();
    const binh = await web.signIn(person('binh'));
    await web.deps.questions.add(logged('q1', person('an'), { question: 'bí mật' }));
    for (const path of ['/cau-hoi/q1', '/cau-hoi/q1/nguon/1', '/cau-hoi/q1/can-cu', '/cau-hoi/q1/can-cu.txt'])
      expect((await web.app.request(path, get(binh))).status, path).toBe(404);
    for (const path of ['/cau-hoi/q1/danh-gia', '/cau-hoi/q1/chuyen-vien'])
      expect((await web.app.request(path, post(binh, { verdict: 'wrong' }))).status, path).toBe(404);
    expect(await (await web.app.request(`/?c=${C}`, get(binh))).text()).not.toContain('bí mật');
    expect(await (await web.app.request('/lich-su', get(binh))).text()).not.toContain('bí mật');
  });

  it('pages through history without repeating or losing a row', async () => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    for (let i = 10; i < 55; i++)
      await web.deps.questions.add(
        logged(`h${i}`, person('an'), { question: `câu số ${i}.`, askedAt: `2026-05-01T00:00:${i}Z` }),
      );
    const seen: string[] = [];
    for (let path: string | undefined = '/lich-su'; path; ) {
      const page: string = await (await web.app.request(path, get(an))).text();
      seen.push(...[...page.matchAll(/câu số (\d+)\./g)].map((m) => m[1]!));
      path = /href="([^"]+)" rel="next"/.exec(page)?.[1];
    }
    expect(seen).toEqual(Array.from({ length: 45 }, (_, i) => String(54 - i)));
  });

  it("shows the person's notices, and counts them as delivered", async () => {
    const notices = memoryNotices();
    const web = testWeb({ notices });
    const an = await web.signIn(person('an'));
    const base = { kind: 'escalation_answered', createdAt: NOW.toISOString() } as const;
    await notices.add([
      { ...base, id: 'n1', to: person('an').id, subject: 'e-q1', text: 'Sở đã trả lời <b>' },
      { ...base, id: 'n2', to: person('binh').id, subject: 'e-q2', text: 'của người khác' },
    ]);
    const page = await (await web.app.request('/thong-bao', get(an))).text();
    expect(page).toContain('Sở đã trả lời &lt;b&gt;');
    expect(page).toContain('href="/cau-hoi/q1"');
    expect(page).not.toContain('của người khác');
    expect((await notices.pending(10)).map((n) => n.id)).toEqual(['n2']);
  });

  it('gives a person everything stored about them, and nothing about others', async () => {
    const web = testWeb();
    const an = await web.signIn(person('an'));
    for (let i = 0; i < 250; i++) await web.deps.questions.add(logged(`a${i}`, person('an')));
    await web.deps.questions.add(logged('b1', person('binh')));
    const data = (await (await web.app.request('/tai-khoan/du-lieu.json', get(an))).json()) as {
      person: { id: string };
      questions: { id: string; person: string }[];
    };
    expect(data.person.id).toBe('an');
    expect(new Set(data.questions.map((q) => q.id)).size).toBe(250);
    expect(data.questions.every((q) => q.person === 'an')).toBe(true);
    expect(JSON.stringify(data)).not.toContain(an.cookie.slice(5));
    expect(JSON.stringify(data)).not.toContain(an.csrf);
  });
});
