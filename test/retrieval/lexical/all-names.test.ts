import { describe, expect, it } from 'vitest';
import { RetrievalIndex } from '../../../src/retrieval/index/retrieval-index.ts';
import { MemorySource } from '../../../src/retrieval/memory-source.ts';
import { createRetriever } from '../../../src/retrieval/retriever.ts';
import { procedure } from '../documents.ts';

describe('all everyday names together', () => {
  it('find the procedure whose several names share the question, before one that a single name shares', async () => {
    const documents = [
      procedure(
        '1.000001',
        'Trợ cấp tai nạn',
        { trinh_tu: 'Nộp hồ sơ.' },
        { asked: ['đội xung kích đi chống bão', 'té gãy tay khi hộ đê', 'chưa mua bảo hiểm'] },
      ),
      procedure(
        '1.000002',
        'Hỗ trợ giống',
        { trinh_tu: 'Nộp hồ sơ.' },
        { asked: ['anh em đi chống bão', 'mua cây giống'] },
      ),
    ];
    const index = RetrievalIndex.build(documents);
    const { retrieve } = createRetriever({ index: () => index, source: new MemorySource(documents) });
    const { hits } = await retrieve({
      query: 'tối qua mưa to anh em đi chống bão té gãy tay, chưa có bảo hiểm',
      k: 2,
      asOf: '2026-07-01',
      reader: { internal: true, departments: [], channel: 'cli' },
    });
    expect(hits.map((h) => h.procedureCode)).toEqual(['1.000001', '1.000002']);
    expect(hits[0]?.trace?.parts['allNames']).toBeGreaterThan(hits[1]?.trace?.parts['allNames'] ?? 0);
  });
});
