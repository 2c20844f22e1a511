import { describe, expect, it } from 'vitest';
import { RetrievalIndex } from '../../../src/retrieval/index/retrieval-index.ts';
import { MemorySource } from '../../../src/retrieval/memory-source.ts';
import { difference } from '../../../src/retrieval/ranking/variants.ts';
import { createRetriever } from '../../../src/retrieval/retriever.ts';
import { procedure } from '../documents.ts';

describe('what sets near-identical procedures apart', () => {
  it.each([
    ['Đăng ký kết hôn', 'Thủ tục đăng ký kết hôn có yếu tố nước ngoài', [], ['có yếu tố nước ngoài']],
    ['Thủ tục đăng ký khai sinh', 'Thủ tục đăng ký lại khai sinh', [], ['lại']],
    ['Cấp lại giấy phép xây dựng', 'Cấp đổi giấy phép xây dựng', ['lại'], ['đổi']],
    ['Trình báo mất hộ chiếu (cấp huyện)', 'Trình báo mất hộ chiếu (cấp xã)', ['huyện'], ['xã']],
    ['Hỗ trợ phát triển sản xuất.', 'Hỗ trợ phát triển sản xuất', [], []],
  ])('%s / %s', (one, other, inOne, inOther) => {
    expect(difference(one, other)).toEqual({ one: inOne, other: inOther });
  });

  it('is nothing to say of two procedures that only share words', () => {
    expect(difference('Đăng ký kết hôn', 'Cấp giấy phép xây dựng')).toBeUndefined();
    expect(difference('Đăng ký thường trú tại chỗ', 'Khai báo tạm vắng tại chỗ')).toBeUndefined();
    expect(difference('', 'Đăng ký kết hôn')).toBeUndefined();
  });

  it('is said of hits, each unit still one hit', async () => {
    const documents = [
      procedure('1.000001', 'Đăng ký kết hôn', { trinh_tu: 'Nộp tờ khai đăng ký kết hôn.' }),
      procedure('1.000002', 'Đăng ký kết hôn có yếu tố nước ngoài', { trinh_tu: 'Nộp tờ khai kết hôn.' }),
      procedure('1.000003', 'Cấp bản sao trích lục', { trinh_tu: 'Nộp tờ khai kết hôn.' }),
    ];
    const index = RetrievalIndex.build(documents);
    const { retrieve } = createRetriever({ index: () => index, source: new MemorySource(documents) });
    const { hits } = await retrieve({
      query: 'đăng ký kết hôn',
      k: 10,
      asOf: '2026-07-01',
      reader: { internal: true, departments: [], channel: 'cli' },
    });
    expect(hits.map((h) => [h.procedureCode, h.variantOf])).toEqual([
      ['1.000001', undefined],
      ['1.000002', { rank: 1, adds: ['có yếu tố nước ngoài'], lacks: [] }],
      ['1.000003', undefined],
    ]);
  });
});
