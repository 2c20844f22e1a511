import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QuestionId } from '../../src/dialogue/model.ts';
import { WITHHELD } from '../../src/dialogue/review/disclosure.ts';
import {
  type Desk,
  openDesk,
  openStaffedDesk,
  PEOPLE,
  type StaffedDesk,
  storeDocument,
} from '../support/desk.ts';
import { seedDesk } from '../support/desk-seed.ts';
import { answer, citation, get, logged, NOW, type SignedIn } from '../support/web.ts';

const EVIL = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)>';
const DRAFT = { question: 'Ai ký chứng thực?', answer: 'Chủ tịch hoặc phó chủ tịch.', basis: 'Điều 5' };

describe('the desk', () => {
  let desk: Desk;
  let admin: SignedIn;
  let page: StaffedDesk['page'];
  let send: StaffedDesk['send'];
  beforeEach(async () => {
    ({ desk, admin, page, send } = await openStaffedDesk());
  });
  afterEach(() => desk.close());

  it('escapes everything that people and documents say', async () => {
    await storeDocument(desk.db, '901/2025/NĐ-CP', { title: EVIL, text: EVIL, warnings: [EVIL] });
    const cited = citation(1, { label: EVIL, quote: EVIL, documentTitle: EVIL });
    const evil = answer({
      answer: EVIL,
      sections: [{ role: 'conclusion', heading: EVIL, lines: [EVIL] }],
      citations: [cited],
    });
    desk.state.answer = evil;
    await desk.stores.questions.add(
      logged('q1', PEOPLE.official, {
        question: EVIL,
        field: EVIL,
        commune: EVIL,
        answer: evil,
        feedback: { verdict: 'wrong', reason: EVIL, at: NOW.toISOString() },
      }),
    );
    await desk.stores.people.save({ ...PEOPLE.official, name: EVIL, position: EVIL, commune: EVIL });
    await send('/quan-tri/tra-loi-chuan', { question: EVIL, answer: EVIL, basis: EVIL, field: EVIL });
    await send('/quan-tri/cau-hoi/q1/ra-soat', { verdict: 'wrong', reason: EVIL });
    expect((await send('/quan-tri/vuong-mac/gom', {})).status).toBe(303);
    const pages = [
      '/quan-tri',
      '/quan-tri/cau-hoi',
      `/quan-tri/cau-hoi?text=${encodeURIComponent(EVIL)}&document=${encodeURIComponent(EVIL)}`,
      '/quan-tri/cau-hoi/q1',
      '/quan-tri/tra-loi-chuan',
      '/quan-tri/tra-loi-chuan/moi?cau-hoi=q1',
      '/quan-tri/vuong-mac',
      '/quan-tri/van-ban',
      '/quan-tri/van-ban/xem?id=901/2025/NĐ-CP',
      '/quan-tri/nguoi-dung',
      '/quan-tri/nguoi-dung/an',
      '/quan-tri/nhat-ky',
    ];
    const texts = [
      ...(await Promise.all(pages.map((path) => page(path)))),
      await (await send('/quan-tri/cau-hoi/q1/hoi-lai', {})).text(),
    ];
    for (const [i, text] of texts.entries()) {
      expect(text, pages[i]).not.toContain('<script>alert');
      expect(text, pages[i]).not.toContain('<img src=x');
    }
  });

  it('withholds an answer that rests on a document the administrator may not read, everywhere', async () => {
    await storeDocument(desk.db, 'mat/2026', {
      scope: { kind: 'departments', departments: ['so-tu-phap'] },
      text: 'nội dung hạn chế',
    });
    const secret = 'Ngưỡng bí mật là bảy mươi hai.';
    const restricted = citation(1, {
      documentId: 'mat/2026' as never,
      quote: secret,
      label: 'Điều 7 văn bản hạn chế',
    });
    const hits = [
      {
        rank: 1,
        score: 1,
        chunkId: 'x' as never,
        documentId: 'mat/2026' as never,
        label: 'Điều 7 văn bản hạn chế',
      },
    ];
    const asked = answer({
      answer: secret,
      sections: [{ role: 'conclusion', lines: [secret] }],
      citations: [restricted],
    });
    await desk.stores.questions.add(logged('q1', PEOPLE.official, { answer: asked, hits }));
    for (const path of [
      '/quan-tri/cau-hoi/q1',
      '/quan-tri/tra-loi-chuan/moi?cau-hoi=q1',
      '/quan-tri/cau-hoi',
      '/quan-tri/cau-hoi.csv',
    ]) {
      const text = await page(path);
      expect(text, path).not.toContain('bảy mươi hai');
      expect(text, path).not.toContain('Điều 7 văn bản hạn chế');
    }
    expect(await page('/quan-tri/cau-hoi/q1')).toContain(WITHHELD);
    const elsewhere = await desk.signIn({ ...PEOPLE.staff, id: 'so-khac' as never, department: 'so-y-te' });
    expect((await desk.app.request('/quan-tri/van-ban/xem?id=mat/2026', get(elsewhere))).status).toBe(404);
    expect(await page('/quan-tri/van-ban', elsewhere)).not.toContain('mat/2026');
    expect((await send('/quan-tri/van-ban/thu-hoi?id=mat/2026', {}, elsewhere)).status).toBe(404);
    const staff = await desk.signIn(PEOPLE.staff);
    expect(await page('/quan-tri/van-ban/xem?id=mat/2026', staff)).toContain('nội dung hạn chế');
    // Who looks after all documents can widen its scope again.
    expect(await page('/quan-tri/van-ban/xem?id=mat/2026')).toContain('Đổi phạm vi đọc');
  });

  it('withholds what rests on a document that left no trace', async () => {
    await desk.stores.questions.add(logged('q1', PEOPLE.official));
    expect(await page('/quan-tri/cau-hoi/q1')).toContain(WITHHELD);
  });

  it('needs a reason for wrong and incomplete, and remembers who reviewed', async () => {
    await desk.stores.questions.add(logged('q1', PEOPLE.official));
    expect((await send('/quan-tri/cau-hoi/q1/ra-soat', { verdict: 'wrong', reason: '  ' })).status).toBe(422);
    expect((await send('/quan-tri/cau-hoi/q1/ra-soat', { verdict: 'best' })).status).toBe(422);
    expect((await send('/quan-tri/cau-hoi/none/ra-soat', { verdict: 'correct' })).status).toBe(404);
    const done = await send('/quan-tri/cau-hoi/q1/ra-soat', {
      verdict: 'incomplete',
      reason: 'thiếu lệ phí',
      next: 'queue',
    });
    expect(done.headers.get('location')).toBe('/quan-tri/ra-soat');
    expect(await page('/quan-tri/cau-hoi/q1')).toMatch(/Thiếu<\/strong> \(thiếu lệ phí\)[\s\S]*Đỗ Quản Trị/);
  });

  it('lets nobody approve their own answer, and only approvers approve', async () => {
    const published: string[] = [];
    const guidance = {
      publish: async (a: { id: string }) => void published.push(a.id),
      withdraw: async (a: { id: string }) => void published.splice(published.indexOf(a.id), 1),
    };
    await desk.close();
    const both = { ...PEOPLE.admin, roles: ['admin', 'approver'] as const };
    ({ desk, send } = await openStaffedDesk({ guidance }, both));
    const approver = await desk.signIn(PEOPLE.approver);
    const staff = await desk.signIn(PEOPLE.staff);
    expect((await send('/quan-tri/tra-loi-chuan', { ...DRAFT, answer: 'Gọi 0912345678' })).status).toBe(303);
    const [draft] = await desk.review.standardAnswers.list({}, 5);
    expect(draft!.answer).not.toContain('0912345678');
    const approve = `/quan-tri/tra-loi-chuan/${draft!.id}/duyet`;
    expect((await send(approve, {}, staff)).status).toBe(403);
    expect((await send(approve, {})).status).toBe(403);
    expect(published).toEqual([]);
    expect((await send(approve, {}, approver)).status).toBe(303);
    expect((await send(approve, {}, approver)).status).toBe(409);
    expect(published).toEqual([draft!.id]);
    expect((await send(`/quan-tri/tra-loi-chuan/${draft!.id}/thu-hoi`, {})).status).toBe(303);
    expect(published).toEqual([]);
  });

  it('shows what a question cost in tokens, whether or not the words of the model were used', async () => {
    const usage = { model: 'mo-hinh-thu', calls: 2, promptTokens: 3000, completionTokens: 456 };
    await desk.stores.questions.add(logged('q-token', PEOPLE.official, { answer: answer({ usage }) }));
    const text = await page('/quan-tri/cau-hoi/q-token');
    expect(text).toContain('3.456 (gửi đi 3.000, nhận về 456; 2 lượt gọi mo-hinh-thu)');
    const [row] = (await desk.review.desk.first({}, 1, 10)).rows;
    expect(row).toMatchObject({ id: 'q-token', tokens: 3456 });
  });

  it('exports the log as CSV without formulas', async () => {
    await desk.stores.questions.add(logged('q1', PEOPLE.official, { question: '=cmd|"/c calc"!A1' }));
    const response = await desk.app.request('/quan-tri/cau-hoi.csv', get(admin));
    const text = await response.text();
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(text).toContain('"\'=cmd|""/c calc""!A1"');
    expect((await desk.stores.audit.entries({ action: 'questions_exported' }, 5)).length).toBe(1);
  });

  it('tells Prometheus numbers without personal data', async () => {
    await desk.stores.questions.add(logged('q1', PEOPLE.official, { question: 'bí mật riêng' }));
    await page('/quan-tri/cau-hoi/q1');
    const text = await (await desk.app.request('/metrics')).text();
    expect(text).toContain('tlcx_questions_today{status="answered"} 1');
    expect(text).toContain('route="/quan-tri/cau-hoi/:id"');
    for (const personal of ['bí mật', 'q1', 'Trần', admin.cookie.slice(5)])
      expect(text).not.toContain(personal);
  });

  it('says how many documents wait for their vectors, and why', async () => {
    const own = await openDesk({
      vectors: async () => ({
        endpoint: 'down',
        documents: { all: 40, lacking: 12 },
        chunks: { all: 2000, lacking: 1340 },
        withheld: 3,
        refused: 0,
      }),
    });
    const text = await (await own.app.request('/quan-tri', get(await own.signIn(PEOPLE.admin)))).text();
    expect(text).toContain('thiếu 12 văn bản, 1.340 đoạn');
    expect(text).toContain('mô hình vectơ không trả lời; đang tìm theo từ, sẽ tự bổ sung');
    expect(text).toContain('3 văn bản không được gửi đi (LLM_SCOPE)');
    const metrics = await (await own.app.request('/metrics')).text();
    expect(metrics).toContain('tlcx_vectors_lacking{of="chunks"} 1340');
    expect(metrics).toContain('tlcx_embedding_endpoint_down 1');
    await own.close();
  });

  it('is ready only when it can serve', async () => {
    expect((await desk.app.request('/readyz')).status).toBe(200);
    expect((await desk.app.request('/healthz')).status).toBe(200);
  });

  it('logs nothing when every page opens', async () => {
    await seedDesk(desk);
    for (const path of [
      '/quan-tri',
      '/quan-tri/vuong-mac',
      '/quan-tri/danh-gia/so-sanh?truoc=r1&sau=r2',
      '/quan-tri/vuong-mac.docx',
      '/quan-tri/vuong-mac.xlsx',
    ])
      expect((await desk.app.request(path, get(admin))).status, path).toBe(200);
    expect(desk.errors).toEqual([]);
    expect(await desk.review.desk.review('q000' as QuestionId)).toBeUndefined();
  });
});
