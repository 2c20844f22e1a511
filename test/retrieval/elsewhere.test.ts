import { describe, expect, it } from 'vitest';
import type { OtherMatter } from '../../src/retrieval/elsewhere.ts';
import { MemorySource } from '../../src/retrieval/memory-source.ts';
import type { IndexedDocument } from '../../src/retrieval/model.ts';
import { RetrievalIndex } from '../../src/retrieval/retrieval-index.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { procedure } from './documents.ts';

const KARAOKE: OtherMatter = {
  field: 'Văn hóa',
  name: 'Cấp giấy phép kinh doanh dịch vụ karaoke',
  asked: ['mở quán karaoke', 'phòng hát'],
};
const HOUSEHOLD = procedure(
  '1.000001',
  'Đăng ký thành lập hộ kinh doanh',
  { trinh_tu: 'Chủ hộ nộp hồ sơ đăng ký hộ kinh doanh, giấy phép kinh doanh theo mẫu.' },
  { asked: ['mở quán cà phê xin giấy phép kinh doanh', 'mở tiệm tạp hóa'] },
);

function retrieverOver(documents: readonly IndexedDocument[], otherMatters?: readonly OtherMatter[]) {
  const index = RetrievalIndex.build(documents);
  const source = new MemorySource(documents);
  const { retrieve } = createRetriever({ index: () => index, source, ...(otherMatters && { otherMatters }) });
  return (query: string) =>
    retrieve({
      query,
      k: 3,
      asOf: '2026-07-01',
      reader: { internal: true, departments: [], channel: 'cli' },
    });
}

describe('matters outside the store', () => {
  it('are told when nearer to the question than the first unit', async () => {
    const { elsewhere } = await retrieverOver([HOUSEHOLD], [KARAOKE])('xin giấy phép mở quán karaoke');
    expect(elsewhere).toMatchObject({ field: 'Văn hóa', name: KARAOKE.name });
    expect(elsewhere!.share).toBeGreaterThan(1);
  });

  it('are far from what the store answers, whatever words they share with it', async () => {
    const { hits, elsewhere } = await retrieverOver(
      [HOUSEHOLD],
      [KARAOKE],
    )('mở quán cà phê cần giấy phép gì');
    expect(hits[0]?.procedureCode).toBe('1.000001');
    expect(elsewhere!.share).toBeLessThan(1);
  });

  it('count no more once the store has a procedure of that name', async () => {
    const own = procedure('1.000002', 'Cấp Giấy phép kinh doanh dịch vụ karaoke', { trinh_tu: 'Nộp hồ sơ.' });
    const { elsewhere } = await retrieverOver([HOUSEHOLD, own], [KARAOKE])('xin phép mở quán karaoke');
    expect(elsewhere).toBeUndefined();
  });

  it('are unknown where none are given', async () => {
    const { elsewhere } = await retrieverOver([HOUSEHOLD])('mở quán karaoke');
    expect(elsewhere).toBeUndefined();
  });
});
