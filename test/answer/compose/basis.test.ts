import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../../src/answer/compose/candidates.ts';
import { quoteOf, quoteText } from '../../../src/answer/quote.ts';
import type { Chunk } from '../../../src/retrieval/model.ts';

function said(text: string): string[] {
  const chunk = {
    id: 'c',
    documentId: 'd',
    unitId: 'u',
    path: { part: 'can_cu' },
    label: 'Căn cứ',
    heading: '',
    text,
    span: { start: 0, end: text.length },
  } as unknown as Chunk;
  const candidates = candidatesOf([chunk]);
  return candidates.map((candidate) => quoteText(quoteOf(candidate, candidates)!));
}

describe('the legal basis as it is shown', () => {
  it('splits cells that are printed run together', () => {
    expect(said('Luật Sân phơi72/2020/QH14Quy định về sân phơi9/2021/NĐ-CP')).toEqual([
      'Luật Sân phơi; 72/2020/QH14',
      'Quy định về sân phơi; 9/2021/NĐ-CP',
    ]);
  });

  it('leaves a number with its words where a text of ours has a line for each document', () => {
    expect(said('- Luật Sân phơi số 72/2020/QH14, Điều 3\n- Bản công bố, Quyết định số 3787/QĐ-BTP')).toEqual(
      ['- Luật Sân phơi số 72/2020/QH14, Điều 3', '- Bản công bố, Quyết định số 3787/QĐ-BTP'],
    );
  });
});
