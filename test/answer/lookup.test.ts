import { describe, expect, it } from 'vitest';
import { decree } from '../retrieval/documents.ts';
import { answererOver, request } from './support.ts';

const DECREE = decree('5/2026/NĐ-CP', 'Nghị định về giếng làng', [
  ['2', 'Giữ giếng', 'Thôn cử người trông giếng làng, theo Điều 7 của Nghị định này.'],
]);

describe('an answer about a document that the question names', () => {
  it('is not given by another document when the one named is not in force that day', async () => {
    const other = decree('9/2010/NĐ-CP', 'Nghị định khác về giếng làng', [
      ['2', 'Khác', 'Giếng làng do xã giữ.'],
    ]);
    const { answer } = await answererOver([other], {
      lookup: { kind: 'found', what: 'article', documents: [DECREE.facts.id] },
    }).ask(request('Điều 2 Nghị định 5/2026'));
    expect(answer.status).toBe('not_found');
    expect(answer.citations).toEqual([]);
  });

  it('says since when it is in force', async () => {
    const { answer } = await answererOver([DECREE], {
      lookup: { kind: 'found', what: 'article', documents: [DECREE.facts.id] },
      effectivity: { status: 'not_yet', from: '2026-07-01', note: 'Có hiệu lực từ ngày 01/07/2026.' },
    }).ask(request('Điều 2 Nghị định 5/2026'));
    expect(answer.status).toBe('not_found');
    expect(answer.answer).toContain(
      'Nghị định số 5/2026/NĐ-CP chưa có hiệu lực vào ngày được hỏi (Có hiệu lực từ ngày 01/07/2026)',
    );
  });

  it('is not given by a text that does not even mention the article asked for', async () => {
    const path = { dieu: '4' };
    const query = { original: '', normalised: '', fields: [], documentNumbers: [], procedureCodes: [], path };
    const { answer } = await answererOver([DECREE], { query }).ask(request('Điều 4 Luật Giếng làng'));
    expect(answer.status).toBe('not_found');
    expect(answer.answer).toContain('Điều 4');
    const told = await answererOver([DECREE], { query: { ...query, path: { dieu: '7' } } }).ask(
      request('Điều 7 quy định ai trông giếng làng'),
    );
    expect(told.answer.status).not.toBe('not_found');
  });
});

it('searches for a question without the citizen’s name and numbers', async () => {
  const answerer = answererOver([DECREE]);
  await answerer.ask(request('Công dân có CCCD 046189001234, sđt 0905123456 hỏi ai trông giếng làng?'));
  await answerer.ask(request('Ai trông giếng làng?'));
  expect(answerer.asked[0]).toContain('hỏi ai trông giếng làng?');
  expect(answerer.asked[0]).not.toMatch(/\d|\[/);
  expect(answerer.asked[1]).toBe('Ai trông giếng làng?');
});
