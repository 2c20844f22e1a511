import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person, QuestionId } from '../../src/dialogue/model.ts';
import { groupNewQuestions } from '../../src/dialogue/review/gaps.ts';
import { openStaffedDesk, PEOPLE, type StaffedDesk, storeDocument } from '../support/desk.ts';
import { answer, citation, get, logged, NOW, person, type SignedIn } from '../support/web.ts';

const HO_TICH = 'Thủ tục cấp trích lục hộ tịch ở đâu';
const DAT_DAI = 'Tách thửa đất nông nghiệp cần giấy gì';
const ELSEWHERE = 'Xã A Lưới hỏi việc hộ tịch khác';
const RESTRICTED = 'Câu nội bộ của hộ tịch';

/** Another department, with a field entrusted to one person. */
const OTHER = person('so-khac', ['staff'], {
  name: 'Ngô Sở Khác',
  department: 'so-y-te',
  fields: ['Đất đai'],
});
const NOBODYS = person('chua-giao', ['staff'], { name: 'Lý Chưa Giao', department: 'so-moi' });

describe('department staff at the desk', () => {
  let one: StaffedDesk;
  const at = new Map<string, SignedIn>();
  const page = (path: string, who: Person) => one.page(path, at.get(who.id)!);
  const status = async (path: string, who: Person) =>
    (await one.desk.app.request(path, get(at.get(who.id)!))).status;

  beforeAll(async () => {
    one = await openStaffedDesk();
    const { desk } = one;
    for (const who of [OTHER, NOBODYS]) await desk.stores.people.save(who);
    for (const who of [...Object.values(PEOPLE), OTHER, NOBODYS]) at.set(who.id, await desk.signIn(who));
    await desk.stores.escalations.saveRoute({ field: 'Hộ tịch', department: 'so-tu-phap', people: [] });
    await storeDocument(desk.db, '901/2025/NĐ-CP');
    await storeDocument(desk.db, 'noi-bo-y-te', { scope: { kind: 'departments', departments: ['so-y-te'] } });
    const disliked = { feedback: { verdict: 'wrong', at: NOW.toISOString() } } as const;
    const add = (id: string, question: string, more: object) =>
      desk.stores.questions.add(logged(id, PEOPLE.official, { question, ...disliked, ...more }));
    await add('q-ht', HO_TICH, { field: 'Hộ tịch', commune: 'my-thuong' });
    await add('q-dd', DAT_DAI, { field: 'Đất đai', commune: 'my-thuong' });
    await add('q-al', ELSEWHERE, { field: 'Hộ tịch', commune: 'a-luoi-4' });
    await add('q-nb', RESTRICTED, {
      field: 'Hộ tịch',
      commune: 'my-thuong',
      answer: answer({
        answer: 'Điều mật thiết [1].',
        citations: [citation(1, { documentId: 'noi-bo-y-te' as never })],
      }),
    });
    await groupNewQuestions({ gaps: desk.review.gaps, now: () => NOW });
  });
  afterAll(() => one.desk.close());

  it.each(['/quan-tri/cau-hoi', '/quan-tri/cau-hoi.csv', '/quan-tri/ra-soat', '/quan-tri/vuong-mac'])(
    '%s shows them the questions of the fields their department leads',
    async (path) => {
      for (const who of [PEOPLE.staff, PEOPLE.approver]) {
        const shown = await page(path, who);
        expect(shown).toContain(HO_TICH);
        expect(shown).toContain(ELSEWHERE);
        expect(shown).not.toContain(DAT_DAI);
      }
      const other = await page(path, OTHER);
      expect(other).toContain(DAT_DAI);
      expect(other).not.toContain(HO_TICH);
      expect(await page(path, PEOPLE.admin)).toContain(DAT_DAI);
    },
  );

  it('says so when no field is entrusted to them', async () => {
    const shown = await page('/quan-tri/cau-hoi', NOBODYS);
    expect(shown).toContain('chưa được giao lĩnh vực nào');
    expect(shown).not.toContain(HO_TICH);
  });

  it('filters within what they see, whatever the address asks for', async () => {
    expect(await page('/quan-tri/cau-hoi?text=trích lục', PEOPLE.staff)).toContain(HO_TICH);
    for (const query of ['field=Đất đai', 'commune=my-thuong', 'text=tách thửa', 'person=an'])
      expect(await page(`/quan-tri/cau-hoi?${query}`, PEOPLE.staff)).not.toContain(DAT_DAI);
  });

  it('opens, reviews and corrects those and no others, without the name of who asked', async () => {
    const shown = await page('/quan-tri/cau-hoi/q-ht', PEOPLE.staff);
    expect(shown).toContain('Lưu rà soát');
    expect(shown).not.toContain(PEOPLE.official.name);
    expect(await page('/quan-tri/cau-hoi/q-ht', PEOPLE.admin)).toContain(PEOPLE.official.name);
    for (const path of [
      '/quan-tri/cau-hoi/q-dd',
      '/quan-tri/cau-hoi/q-dd/nguon/1',
      '/quan-tri/tra-loi-chuan/moi?cau-hoi=q-dd',
    ])
      expect(await status(path, PEOPLE.staff), path).toBe(404);

    const staff = at.get(PEOPLE.staff.id)!;
    const verdict = { verdict: 'wrong', reason: 'Sai thẩm quyền', next: 'stay' };
    expect((await one.send('/quan-tri/cau-hoi/q-dd/ra-soat', verdict, staff)).status).toBe(404);
    expect((await one.send('/quan-tri/cau-hoi/q-dd/hoi-lai', {}, staff)).status).toBe(404);
    const draft = { question: 'Tách thửa?', answer: 'Không.', basis: 'Điều 1' };
    expect((await one.send('/quan-tri/tra-loi-chuan', { ...draft, from: 'q-dd' }, staff)).status).toBe(404);
    expect((await one.send('/quan-tri/cau-hoi/q-ht/ra-soat', verdict, staff)).status).toBe(303);
    expect((await one.send('/quan-tri/tra-loi-chuan', { ...draft, from: 'q-ht' }, staff)).status).toBe(303);
    expect(await one.desk.review.desk.review('q-dd' as QuestionId)).toBeUndefined();
    expect((await one.desk.review.desk.review('q-ht' as QuestionId))?.by).toBe(PEOPLE.staff.id);
    const done = await page('/quan-tri/ra-soat', PEOPLE.staff);
    expect(done).toContain('Đã rà soát gần đây');
    expect(await page('/quan-tri/ra-soat', OTHER)).not.toContain(HO_TICH);
  });

  it('withholds an answer that rests on what they may not read', async () => {
    const shown = await page('/quan-tri/cau-hoi/q-nb', PEOPLE.staff);
    expect(shown).toContain('tài liệu hạn chế');
    expect(shown).not.toContain('Điều mật thiết');
    expect(await status('/quan-tri/cau-hoi/q-nb/nguon/1', PEOPLE.staff)).toBe(404);
  });

  it('keeps groups of difficulties of other fields apart', async () => {
    const [land] = (await one.desk.review.gaps.counted({ from: '2026-01-01', to: '2026-12-31' }, 10)).filter(
      (gap) => gap.fields.includes('Đất đai'),
    );
    const path = `/quan-tri/vuong-mac/${land!.id}`;
    expect(await status(path, PEOPLE.staff)).toBe(404);
    expect((await one.send(path, { action: 'da_xong' }, at.get(PEOPLE.staff.id)!)).status).toBe(404);
    expect(await status(path, OTHER)).toBe(200);
    // Put under a field of theirs, a group is theirs, its questions stay closed.
    await one.send(path, { action: 'can_van_ban', field: 'Hộ tịch' });
    const shown = await page(path, PEOPLE.staff);
    expect(shown).toContain(DAT_DAI);
    expect(shown).not.toContain('/quan-tri/cau-hoi/q-dd');
    await one.send(path, { action: 'can_van_ban', field: 'Đất đai' });
  });
});

describe("a commune's leader and focal person at the desk", () => {
  let one: StaffedDesk;
  const at = new Map<string, SignedIn>();
  beforeAll(async () => {
    one = await openStaffedDesk();
    for (const who of Object.values(PEOPLE)) at.set(who.id, await one.desk.signIn(who));
    const { questions } = one.desk.stores;
    await questions.add(logged('own', PEOPLE.official, { question: HO_TICH, commune: 'my-thuong' }));
    await questions.add(logged('other', PEOPLE.official, { question: ELSEWHERE, commune: 'a-luoi-4' }));
  });
  afterAll(() => one.desk.close());

  it.each([PEOPLE.leader, PEOPLE.focal])('look at their own commune, and judge nothing', async (who) => {
    const session = at.get(who.id)!;
    const list = await one.page('/quan-tri/cau-hoi', session);
    expect(list).toContain(HO_TICH);
    expect(list).not.toContain(ELSEWHERE);
    expect(await one.page('/quan-tri/cau-hoi/own', session)).not.toContain('Lưu rà soát');
    expect(await one.page('/quan-tri/cau-hoi/other', session)).toContain('Không tìm thấy câu hỏi này');
    expect((await one.send('/quan-tri/cau-hoi/own/ra-soat', { verdict: 'correct' }, session)).status).toBe(
      403,
    );
    expect((await one.desk.app.request('/quan-tri/ra-soat', get(session))).status).toBe(403);
  });
});
