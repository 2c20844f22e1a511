import { describe, expect, it } from 'vitest';
import { RetrievalIndex } from '../../../src/retrieval/index/retrieval-index.ts';
import { MemorySource } from '../../../src/retrieval/memory-source.ts';
import type { IndexedDocument } from '../../../src/retrieval/model.ts';
import type { OtherMatter } from '../../../src/retrieval/ranking/elsewhere.ts';
import { createRetriever } from '../../../src/retrieval/retriever.ts';
import { decree, procedure } from '../documents.ts';

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

  it('count no more once a guide answers a question that says their name', async () => {
    const guide = procedure(
      '1.000003',
      'Việc văn hóa ở xã',
      { trinh_tu: 'Gửi sở.' },
      { kind: 'guide', asked: ['cấp giấy phép kinh doanh dịch vụ karaoke hỏi sở nào'] },
    );
    const { elsewhere } = await retrieverOver([HOUSEHOLD, guide], [KARAOKE])('xin phép mở quán karaoke');
    expect(elsewhere).toBeUndefined();
  });

  it('are compared with what an article says', async () => {
    const law = decree('1/2025/QH15', 'Luật Văn hóa', [
      ['1', 'Quán', 'Chủ quán giữ gìn trật tự, an ninh, vệ sinh của quán.'],
      ['2', 'Trẻ em', 'Trẻ em dưới 16 tuổi không được vào vũ trường.'],
    ]);
    const ask = retrieverOver([law], [KARAOKE]);
    const near = (await ask('xin giấy phép mở quán karaoke')).elsewhere;
    const far = (await ask('trẻ em dưới 16 tuổi có được vào quán karaoke, vũ trường không')).elsewhere;
    expect(near!.share).toBeGreaterThan(1);
    expect(far!.share).toBeLessThan(near!.share);
  });

  it('are unknown where none are given', async () => {
    const { elsewhere } = await retrieverOver([HOUSEHOLD])('mở quán karaoke');
    expect(elsewhere).toBeUndefined();
  });
});
