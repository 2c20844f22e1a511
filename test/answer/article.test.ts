import { describe, expect, it } from 'vitest';
import type { ChunkId, DocumentId, UnitId } from '../../src/legal/model.ts';
import type { Chunk, IndexedDocument } from '../../src/retrieval/model.ts';
import { answererOver, request } from './support.ts';

const id = '7/2026/NĐ-CP' as DocumentId;

function khoan(n: number, text: string): Chunk {
  return {
    id: `${id}#d5.k${n}` as ChunkId,
    documentId: id,
    unitId: `${id}#d5` as UnitId,
    path: { dieu: '5', khoan: String(n) },
    label: `khoản ${n} Điều 5 Nghị định số 7/2026/NĐ-CP`,
    heading: 'Điều 5. Sân phơi',
    text,
    span: { start: 0, end: text.length },
  };
}

const decree: IndexedDocument = {
  facts: {
    id,
    kind: 'official',
    source: 'nghi-dinh.txt',
    number: '7/2026/NĐ-CP',
    title: 'Quy định về sân phơi',
    type: 'Nghị định',
    scope: { kind: 'public' },
    ownWords: false,
    sunset: { until: '2027-03-01', earlierByLaterText: true, prevails: true, sentence: '' },
  },
  chunks: [
    khoan(1, '1. Sân phơi của thôn do Ủy ban nhân dân cấp xã quản lý.'),
    khoan(2, '2. Chủ tịch Ủy ban nhân dân cấp xã cho phép sử dụng sân phơi trong thời hạn 09 ngày.'),
  ],
};

describe('answers from a law', () => {
  it('quotes the khoản that answers, with its article, and says that the rule is temporary', async () => {
    const { answer } = await answererOver([decree], { effectivity: { status: 'in_force' } }).ask(
      request('cho phép sử dụng sân phơi trong thời hạn bao nhiêu ngày?'),
    );
    expect(answer.status).toBe('answered');
    expect(answer.citations[0]).toMatchObject({
      documentNumber: '7/2026/NĐ-CP',
      path: { dieu: '5', khoan: '2' },
    });
    expect(answer.sections[0]?.lines[0]).toContain('Khoản 2 Điều 5 Nghị định số 7/2026/NĐ-CP');
    expect(answer.answer).toContain('áp dụng đến 01/03/2027');
  });

  it('labels our own words as such', async () => {
    const guide = { ...decree, facts: { ...decree.facts, kind: 'guide' as const, ownWords: true } };
    const { answer } = await answererOver([guide]).ask(request('sân phơi do ai quản lý?'));
    expect(answer.citations[0]?.label).toContain('tài liệu tổng hợp');
    expect(answer.answer).toContain('văn bản gốc có giá trị cao hơn');
  });
});
