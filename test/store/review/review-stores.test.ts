import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EscalationId, QuestionId } from '../../../src/dialogue/model.ts';
import { groupNewQuestions } from '../../../src/dialogue/review/gaps.ts';
import { applyRetention } from '../../../src/dialogue/review/retention.ts';
import { type Desk, openDesk, PEOPLE, storeDocument } from '../../support/desk.ts';
import { answer, citation, logged, NOW } from '../../support/web.ts';

const DAY = 86_400_000;
const at = (days: number) => new Date(NOW.getTime() - days * DAY).toISOString();

describe('review stores on SQLite', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());
  const add = (id: string, more: Parameters<typeof logged>[2] = {}) =>
    desk.stores.questions.add(logged(id, PEOPLE.official, more));
  const ids = async (filter: Parameters<Desk['review']['desk']['list']>[0]) =>
    (await desk.review.desk.list(filter, { limit: 100 })).map((q) => q.id);

  it('follows the log: new rows, feedback, escalation', async () => {
    await add('a');
    await add('b', { answer: answer({ status: 'not_found', citations: [] }) });
    await desk.stores.questions.setFeedback('a' as QuestionId, { verdict: 'wrong', at: at(0) });
    await desk.stores.questions.setEscalation('b' as QuestionId, 'e-b' as EscalationId);
    const [b, a] = await desk.review.desk.list({}, { limit: 10 });
    expect(a).toMatchObject({
      id: 'a',
      feedback: 'wrong',
      reasons: ['disliked'],
      totalMs: 6,
      confidence: 0.9,
    });
    expect(b).toMatchObject({ id: 'b', escalated: true, reasons: ['escalated', 'not_found'] });
  });

  it('filters by each property, and by all together', async () => {
    await add('a', {
      field: 'Hộ tịch',
      commune: 'my-thuong',
      askedAt: at(3),
      question: 'Khai sinh lưu động',
    });
    await add('b', { field: 'Đất đai', commune: 'my-thuong', askedAt: at(2), question: 'Tách thửa' });
    await add('c', {
      field: 'Hộ tịch',
      askedAt: at(1),
      answer: answer({ status: 'failed', citations: [], composer: 'llm' }),
    });
    expect(await ids({ field: 'Hộ tịch' })).toEqual(['c', 'a']);
    expect(await ids({ commune: 'my-thuong' })).toEqual(['b', 'a']);
    expect(await ids({ status: 'failed' })).toEqual(['c']);
    expect(await ids({ composer: 'llm' })).toEqual(['c']);
    expect(await ids({ from: at(2.5), to: at(1.5) })).toEqual(['b']);
    expect(await ids({ documentId: '901/2025/NĐ-CP' })).toEqual(['b', 'a']);
    expect(await ids({ feedback: 'none', field: 'Hộ tịch', commune: 'my-thuong', text: 'khai' })).toEqual([
      'a',
    ]);
    await desk.stores.escalations.saveRoute({ field: 'Đất đai', department: 'so-nn', people: [] });
    expect(await ids({ department: 'so-nn' })).toEqual(['b']);
    expect(await desk.review.desk.fields()).toEqual(['Hộ tịch', 'Đất đai'].sort());
  });

  it('finds words without diacritics, the last as a beginning; operators are words', async () => {
    await add('a', { question: 'Đăng ký khai sinh' });
    await add('b', { question: 'Đăng ký kết hôn' });
    expect(await ids({ text: 'KHAI SINH' })).toEqual(['a']);
    expect(await ids({ text: 'dang ky ket h' })).toEqual(['b']);
    for (const text of ['" OR 1', 'khai AND NOT sinh', 'folded:khai', '***', ')(', "'; DROP TABLE questions"])
      await expect(ids({ text })).resolves.toBeDefined();
    expect(await desk.review.desk.first({ text: 'dang' }, 1, 10)).toMatchObject({
      count: 2,
      rows: [{ id: 'b' }],
    });
    expect((await desk.review.desk.first({ text: 'dang' }, 1, 1)).count).toBe(1);
  });

  it('finds words month by month: across months, within days, and on later pages', async () => {
    const months = ['2025-11-30', '2025-12-01', '2026-02-28', '2026-04-30'];
    for (const [i, day] of months.entries())
      await add(`m${i}`, { question: 'Trích lục khai sinh', askedAt: `${day}T18:00:00.000Z` });
    expect(await ids({ text: 'trich l' })).toEqual(['m3', 'm2', 'm1', 'm0']);
    const [last] = await desk.review.desk.list({ text: 'khai sinh' }, { limit: 1 });
    const rest = await desk.review.desk.list({ text: 'khai sinh' }, { limit: 2, before: last!.seq });
    expect(rest.map((q) => q.id)).toEqual(['m2', 'm1']);
    const winter = { text: 'khai', from: '2025-12-01T00:00:00.000Z', to: '2026-03-01T00:00:00.000Z' };
    expect(await ids(winter)).toEqual(['m2', 'm1']);
    expect(await ids({ text: 'khai', from: '2026-05-01T00:00:00.000Z' })).toEqual([]);
    expect(await ids({ text: 'khai 202' })).toEqual([]);
  });

  it('pages without repeating or losing a row', async () => {
    for (let i = 0; i < 25; i++) await add(`q${i}`, { question: `câu ${i}` });
    for (const filter of [{}, { text: 'cau' }, { status: 'answered' as const }]) {
      const seen: string[] = [];
      for (let before: number | undefined; ; ) {
        const rows = await desk.review.desk.list(filter, {
          limit: 10,
          ...(before !== undefined && { before }),
        });
        seen.push(...rows.map((q) => q.id));
        if (rows.length < 10) break;
        before = rows.at(-1)!.seq;
      }
      expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => `q${24 - i}`));
    }
  });

  it('queues the weightiest first, and no longer once reviewed', async () => {
    await add('fine');
    await add('unsure', { answer: answer({ confidence: 0.2 }) });
    await add('nothing', { answer: answer({ status: 'not_found', citations: [] }) });
    await add('disliked', { feedback: { verdict: 'wrong', at: at(0) } });
    const queue = async () => (await desk.review.desk.queue({ limit: 10 })).map((q) => q.id);
    expect(await queue()).toEqual(['disliked', 'nothing', 'unsure']);
    const [first] = await desk.review.desk.queue({ limit: 1 });
    expect((await desk.review.desk.queue({ limit: 10, after: first! })).map((q) => q.id)).toEqual([
      'nothing',
      'unsure',
    ]);
    await desk.review.desk.saveReview({
      question: 'disliked' as QuestionId,
      by: PEOPLE.admin.id,
      at: at(0),
      verdict: 'wrong',
    });
    expect(await queue()).toEqual(['nothing', 'unsure']);
    expect(await desk.review.desk.queueLength(10)).toBe(2);
  });

  it('queues questions that cite what is no longer in force, and takes them out again', async () => {
    await add('a', { answer: answer({ citations: [citation(1)] }) });
    expect(await desk.review.desk.setCitesReplaced(['901/2025/NĐ-CP'])).toBe(1);
    expect((await desk.review.desk.queue({ limit: 5 })).map((q) => q.reasons)).toEqual([['cites_replaced']]);
    expect(await desk.review.desk.setCitesReplaced([])).toBe(1);
    expect(await desk.review.desk.queueLength(5)).toBe(0);
  });

  it('counts days in Vietnam time, and durations', async () => {
    await add('late', { askedAt: '2026-05-03T17:30:00.000Z' });
    await add('early', { askedAt: '2026-05-03T16:30:00.000Z' });
    expect(await desk.review.desk.days('2026-05-03', '2026-05-04')).toEqual([
      { day: '2026-05-03', status: 'answered', questions: 1 },
      { day: '2026-05-04', status: 'answered', questions: 1 },
    ]);
    expect(await desk.review.desk.durations('2026-05-03', '2026-05-04')).toEqual({ median: 6, p95: 6 });
    expect(await desk.review.desk.durations('2020-01-01', '2020-01-02')).toEqual({});
  });

  it('groups difficult questions once, and keeps the groups', async () => {
    const failed = (question: string, days: number) => ({
      question,
      askedAt: at(days),
      answer: answer({ status: 'not_found', citations: [] }),
    });
    await add('a', { ...failed('Phần mềm hộ tịch báo lỗi lưu động', 2), commune: 'my-thuong' });
    await add('b', { ...failed('phan mem ho tich bao loi luu dong', 1), commune: 'a-luoi-4' });
    await add('fine');
    const deps = { gaps: desk.review.gaps, now: () => NOW };
    expect(await groupNewQuestions(deps)).toBe(2);
    expect(await groupNewQuestions(deps)).toBe(0);
    const [group] = await desk.review.gaps.counted({ from: at(30), to: at(-1) }, 10);
    expect(group).toMatchObject({ questions: 2, before: 0, communes: ['a-luoi-4', 'my-thuong'] });
    await desk.review.gaps.saveGap(group!.id, { action: 'can_van_ban', details: { lead: 'Sở Tư pháp' } });
    await add('c', failed('phần mềm hộ tịch báo lỗi lưu động', 0));
    await groupNewQuestions(deps);
    const [later] = await desk.review.gaps.counted({ from: at(30), to: at(-1) }, 10);
    expect(later).toMatchObject({
      id: group!.id,
      questions: 3,
      action: 'can_van_ban',
      details: { lead: 'Sở Tư pháp' },
    });
    expect((await desk.review.gaps.counted({ from: at(0.4), to: at(-1) }, 10))[0]).toMatchObject({
      questions: 1,
      before: 1,
    });
    const matrix = await desk.review.gaps.matrix({ from: at(1.5), to: at(-1) });
    expect(matrix.find((cell) => cell.commune === 'my-thuong')).toMatchObject({ questions: 0, before: 1 });
    expect(matrix.find((cell) => cell.commune === 'a-luoi-4')).toMatchObject({ questions: 1, before: 0 });
  });

  it('tells the text of one page by the passages that begin on it', async () => {
    const text = 'SỞ TƯ PHÁP\nĐiều 1. Một.\nĐiều 2. Hai.\nĐiều 3. Ba.';
    await storeDocument(desk.db, '901/2025/NĐ-CP', { text });
    const chunk = (ord: number, page: number) => {
      const start = text.indexOf(`Điều ${ord}`);
      return {
        id: `c${ord}`,
        document_id: '901/2025/NĐ-CP',
        ord,
        unit_id: `u${ord}`,
        path: '{}',
        label: '',
        heading: '',
        text: '',
        span_start: start,
        span_end: start + 12,
        page,
      };
    };
    await desk.db
      .insertInto('chunks')
      .values([chunk(1, 1), chunk(2, 1), chunk(3, 3)])
      .execute();
    const page = (n: number) => desk.review.documents.pageText('901/2025/NĐ-CP', n);
    expect(await page(1)).toEqual({ before: '', text: 'SỞ TƯ PHÁP\nĐiều 1. Một.\nĐiều 2. Hai.' });
    expect(await page(2)).toEqual({ before: 'Điều 2. Hai.', text: '' });
    expect(await page(3)).toEqual({ before: 'Điều 2. Hai.', text: 'Điều 3. Ba.' });
    expect(await desk.review.documents.pageText('khong-co', 1)).toBeUndefined();
  });

  it('withdraws and restores a document through the change feed', async () => {
    await storeDocument(desk.db, '901/2025/NĐ-CP');
    const before = (await desk.review.documents.counts()).generation;
    expect(await desk.review.documents.setState('901/2025/NĐ-CP', 'serving', 'withdrawn', at(0))).toBe(true);
    expect(await desk.review.documents.setState('901/2025/NĐ-CP', 'serving', 'withdrawn', at(0))).toBe(false);
    expect(await desk.review.documents.counts()).toMatchObject({
      serving: 0,
      withdrawn: 1,
      generation: before + 1,
    });
    expect(await desk.deps.admin!.chunks.facts(['901/2025/NĐ-CP' as never])).toEqual(new Map());
    expect((await desk.review.documents.scopes(['901/2025/NĐ-CP', 'none'])).size).toBe(1);
  });

  it('forgets what is older than the term, except records, which lose their asker', async () => {
    await add('old', { askedAt: at(400) });
    await add('record', { askedAt: at(400), escalation: 'e-record' as EscalationId });
    await add('new');
    const base = { asker: PEOPLE.official.id, createdAt: at(400), dueAt: at(398) };
    await desk.stores.escalations.save({
      ...base,
      id: 'e-record' as EscalationId,
      question: 'record' as QuestionId,
      state: 'da_tra_loi',
      reply: 'Trả lời',
    });
    const deps = { ...desk.stores, retention: desk.review.retention, now: () => NOW };
    expect(await applyRetention(deps)).toBe(2);
    expect(await applyRetention(deps)).toBe(0);
    expect(await ids({})).toEqual(['new', 'record']);
    expect((await desk.stores.questions.question('record' as QuestionId))?.person).toBe('-');
    expect((await desk.stores.escalations.escalation('e-record' as EscalationId))?.asker).toBe('-');
    expect(await ids({ text: 'thời hạn' })).toEqual(['new', 'record']);
  });
});
