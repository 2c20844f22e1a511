import { describe, expect, it } from 'vitest';
import { RetrievalIndex } from '../../../src/retrieval/index/retrieval-index.ts';
import { MemorySource } from '../../../src/retrieval/memory-source.ts';
import { createRetriever } from '../../../src/retrieval/retriever.ts';
import { decree } from '../documents.ts';

const articles = [
  ['2', 'Đối tượng', 'Luật này áp dụng đối với cơ quan, tổ chức, cá nhân, xem thêm Điều 3.'],
  ['3', 'Nội dung', 'Người được cấp phải giữ gìn giấy tờ đã cấp.'],
] as const;
const law = (number: string, title: string, date: string) =>
  decree(number, title, articles, { type: 'Luật', date, effectiveFrom: date });
const LAWS = [
  law('45/2013/QH13', 'Luật Cây xanh', '2013-11-29'),
  law('31/2024/QH15', 'Luật Cây xanh', '2024-01-18'),
  law('70/2014/QH13', 'Luật Nước sạch', '2014-06-01'),
  law('71/2014/QH13', 'Luật Bảo vệ và kiểm dịch thực vật', '2014-06-02'),
];
const index = RetrievalIndex.build(LAWS);
const retriever = createRetriever({ index: () => index, source: new MemorySource(LAWS) });
const ask = (query: string, asOf = '2026-06-01') =>
  retriever.retrieve({ query, k: 5, asOf, reader: { internal: true, departments: [], channel: 'cli' } });

describe('an article of a law named by its title', () => {
  it.each([
    ['Điều 3 Luật Nước sạch', '70/2014/QH13'],
    ['khoản 1 điều 3 luat nuoc sach quy dinh gi', '70/2014/QH13'],
    ['luật bảo vệ kiểm dịch thực vật điều 3', '71/2014/QH13'],
    ['Điều 3 Luật Cây xanh', '31/2024/QH15'],
    ['Điều 3 Luật Cây xanh năm 2013', '45/2013/QH13'],
  ])('comes first: %s', async (question, number) => {
    const { lookup, hits } = await ask(question);
    expect(lookup).toMatchObject({ kind: 'found', what: 'article' });
    expect(hits[0]).toMatchObject({ documentNumber: number, path: { dieu: '3' } });
  });

  it('is that of the law issued by the day asked about', async () => {
    expect((await ask('Điều 3 Luật Cây xanh', '2020-01-01')).hits[0]?.documentNumber).toBe('45/2013/QH13');
  });

  it('is said not to exist when the law has no such article', async () => {
    expect((await ask('Điều 99 Luật Nước sạch')).lookup).toMatchObject({
      kind: 'no_such_article',
      articles: 2,
    });
  });

  it.each([
    'Điều 3 Luật Nước sạch nông thôn',
    'Điều 3 Luật sửa đổi, bổ sung một số điều của Luật Nước sạch',
    'Điều 3 Luật Nước sạch và Luật Cây xanh',
    'Luật Nước sạch áp dụng với ai',
  ])('is not guessed from a name that may be another: %s', async (question) => {
    expect((await ask(question)).lookup).toEqual({ kind: 'none' });
  });
});
