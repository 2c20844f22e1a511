import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../../src/answer/answerer.ts';
import type { IndexableDocument } from '../../../src/ingest/model.ts';
import { parseOfficialDocument } from '../../../src/ingest/official/parse.ts';
import { officialToIndexable } from '../../../src/ingest/official/to-document.ts';
import { RetrievalIndex } from '../../../src/retrieval/index/retrieval-index.ts';
import { MemorySource } from '../../../src/retrieval/memory-source.ts';
import { createRetriever } from '../../../src/retrieval/retriever.ts';

const decree = (number: string, issuer: string, place: string, body: string): IndexableDocument =>
  officialToIndexable(
    parseOfficialDocument(
      {
        format: 'txt',
        paged: false,
        warnings: [],
        pages: [
          {
            page: 1,
            ocr: false,
            text: `${issuer}\nSố: ${number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n${place}, ngày 02 tháng 3 năm 2026\n\n${body}`,
          },
        ],
      },
      'x.txt',
    ),
    `${number.replaceAll('/', '-')}.txt`,
  );

const NURSERY = decree(
  '901/2026/NĐ-CP',
  'CHÍNH PHỦ',
  'Hà Nội',
  `NGHỊ ĐỊNH
Quy định về sổ theo dõi vườn ươm của thôn

Điều 1. Phạm vi điều chỉnh
Nghị định này quy định việc lập sổ theo dõi vườn ươm của thôn.

Điều 2. Thời hạn lập sổ
1. Trưởng thôn lập sổ theo dõi vườn ươm trong thời hạn 07 ngày làm việc kể từ ngày vườn ươm hoạt động.
2. Ủy ban nhân dân cấp xã kiểm tra sổ mỗi năm một lần.

Điều 3. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2026.
`,
);

const LOCAL = ['tỉnh Sơn La', 'tỉnh Hà Tĩnh'].map((province) =>
  decree(
    '226/QĐ-UBND',
    `ỦY BAN NHÂN DÂN ${province.toUpperCase()}`,
    province.replace('tỉnh ', ''),
    `QUYẾT ĐỊNH\nVề việc ban hành quy chế trồng hoa ${province}\n\nĐiều 1. Ban hành quy chế\nBan hành kèm theo Quyết định này quy chế trồng hoa của ${province}.\n\nĐiều 2. Hiệu lực\nQuyết định này có hiệu lực từ ngày ký.\n`,
  ),
);

function asking(documents: readonly IndexableDocument[]) {
  const index = RetrievalIndex.build(documents);
  const source = new MemorySource(documents);
  const answerer = createAnswerer({ retriever: createRetriever({ index: () => index, source }), source });
  return async (question: string) =>
    (
      await answerer.ask({
        question,
        asOf: '2026-11-23',
        reader: { internal: true, departments: [], channel: 'cli' },
      })
    ).answer;
}

describe('a question that names a passage', () => {
  const ask = asking([NURSERY]);

  it('gets the whole article in reading order, khoản by khoản', async () => {
    const answer = await ask('Điều 2 nghị định 901/2026');
    expect(answer.status).toBe('answered');
    expect(answer.citations.map((c) => c.path.khoan)).toEqual(['1', '2']);
    expect(answer.answer.indexOf('07 ngày làm việc')).toBeLessThan(answer.answer.indexOf('mỗi năm một lần'));
  });

  it('gets the khoản it names and no other', async () => {
    const answer = await ask('khoan 2 dieu 2 nd 901/2026 noi gi');
    expect(answer.citations.map((c) => [c.path.dieu, c.path.khoan])).toEqual([['2', '2']]);
    expect(answer.answer).not.toContain('07 ngày');
  });

  it('is told when there is no such khoản or article', async () => {
    const clause = await ask('khoản 7 Điều 2 Nghị định 901/2026/NĐ-CP');
    expect([clause.status, clause.answer.split('\n')[0]]).toEqual([
      'not_found',
      'Điều 2 Nghị định số 901/2026/NĐ-CP có 2 khoản, không có khoản 7. Anh/chị kiểm tra lại số khoản.',
    ]);
    const article = await ask('Điều 30 Nghị định 901/2026/NĐ-CP quy định gì');
    expect(article.answer).toContain('có 3 điều, không có Điều 30');
  });
});

it('asks which issuer, and understands the issuer named', async () => {
  const ask = asking(LOCAL);
  const which = await ask('Điều 1 Quyết định 226/QĐ-UBND');
  expect(which.status).toBe('clarify');
  expect(which.choices).toHaveLength(2);
  const chosen = await ask(which.choices![0]!.question);
  expect(chosen.status).toBe('answered');
  const other = await ask(which.choices![1]!.question);
  expect(other.citations[0]?.documentId).not.toBe(chosen.citations[0]?.documentId);
});
