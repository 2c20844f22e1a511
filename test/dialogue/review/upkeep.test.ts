import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { overDocuments } from '../../../src/dialogue/review/documents.ts';
import { compareRuns } from '../../../src/dialogue/review/evaluations.ts';
import { flagReplaced, upkeep } from '../../../src/dialogue/review/upkeep.ts';
import { type Desk, openDesk, PEOPLE, storeDocument } from '../../support/desk.ts';
import { answer, citation, get, logged, NOW } from '../../support/web.ts';

describe('upkeep of the desk', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
    await storeDocument(desk.db, '901/2025/NĐ-CP');
    await desk.stores.questions.add(
      logged('q1', PEOPLE.official, { answer: answer({ citations: [citation(1)] }) }),
    );
  });
  afterEach(() => desk.close());
  const deps = () => ({ ...desk.stores, ...desk.review, chunks: desk.deps.admin!.chunks, now: () => NOW });
  const reasons = async () => (await desk.review.desk.queue({ limit: 5 })).map((q) => q.reasons);

  it('queues what rests on a document that was withdrawn, until it is restored', async () => {
    expect(await flagReplaced(deps())).toBe(0);
    await desk.review.documents.setState('901/2025/NĐ-CP', 'serving', 'withdrawn', NOW.toISOString());
    await upkeep(deps());
    expect(await reasons()).toEqual([['cites_replaced']]);
    await desk.review.documents.setState('901/2025/NĐ-CP', 'withdrawn', 'serving', NOW.toISOString());
    await upkeep(deps());
    expect(await reasons()).toEqual([]);
  });

  it('knows which serving documents another one has ended, and those whose own term is over', async () => {
    await storeDocument(desk.db, '902/2026/NĐ-CP');
    await storeDocument(desk.db, '903/2025/NĐ-CP');
    expect(await overDocuments(deps())).toEqual([]);
    await desk.db
      .insertInto('relations')
      .values({
        document_id: '902/2026/NĐ-CP',
        ord: 0,
        kind: 'replaces',
        target: '901/2025/NĐ-CP',
        target_path: null,
        sentence: 'Nghị định này thay thế Nghị định số 901/2025/NĐ-CP.',
        acts: 1,
      })
      .execute();
    const ended = JSON.stringify({
      ...(await desk.review.documents.document('903/2025/NĐ-CP'))!.facts,
      effectiveTo: '2026-01-31',
    });
    await desk.db.updateTable('documents').set({ facts: ended }).where('id', '=', '903/2025/NĐ-CP').execute();
    expect([...(await overDocuments(deps()))].sort()).toEqual(['901/2025/NĐ-CP', '903/2025/NĐ-CP']);
    const admin = await desk.signIn(PEOPLE.admin);
    const overview = await (await desk.app.request('/quan-tri', get(admin))).text();
    expect(overview).toContain(
      '<dt>Đã bị thay thế, hết hiệu lực</dt><dd><a href="/quan-tri/van-ban?standing=over">2</a>',
    );
    const list = await (await desk.app.request('/quan-tri/van-ban?standing=over', get(admin))).text();
    expect(list).toContain('Văn bản 901/2025/NĐ-CP');
    expect(list).not.toContain('Văn bản 902/2026/NĐ-CP');
  });
});

describe('compareRuns', () => {
  it('counts a question without a rank as worse than any rank', () => {
    const q = (id: string, rank?: number) => ({ id, question: id, ...(rank !== undefined && { rank }) });
    const { better, worse, same } = compareRuns(
      [q('up', 4), q('down', 1), q('lost', 9), q('same', 2), q('never')],
      [q('up', 1), q('down', 2), q('lost'), q('same', 2), q('never'), q('new', 1)],
    );
    expect(better.map(([, now]) => now.id)).toEqual(['up']);
    expect(worse.map(([, now]) => now.id)).toEqual(['down', 'lost']);
    expect(same).toBe(2);
  });

  it('puts what a person reads before the rank: facts, then whether there is an answer where there should be one', () => {
    const q = (id: string, more: object) => ({ id, question: id, ...more });
    const { better, worse } = compareRuns(
      [
        q('facts', { answerable: true, status: 'answered', facts: false, rank: 1 }),
        q('silent', { answerable: true, status: 'answered', rank: 2 }),
        q('invents', { answerable: false, status: 'not_found' }),
      ],
      [
        q('facts', { answerable: true, status: 'answered', facts: true, rank: 3 }),
        q('silent', { answerable: true, status: 'not_found', rank: 1 }),
        q('invents', { answerable: false, status: 'answered' }),
      ],
    );
    expect(better.map(([, now]) => now.id)).toEqual(['facts']);
    expect(worse.map(([, now]) => now.id)).toEqual(['silent', 'invents']);
  });
});
