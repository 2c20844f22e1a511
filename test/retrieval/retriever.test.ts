import { describe, expect, it } from 'vitest';
import { RetrievalIndex } from '../../src/retrieval/index/retrieval-index.ts';
import { MemorySource } from '../../src/retrieval/memory-source.ts';
import type { IndexedDocument, Reader, RetrieveRequest } from '../../src/retrieval/model.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { decree, procedure } from './documents.ts';

const OFFICIAL: Reader = { internal: true, departments: ['so-tu-phap'], channel: 'web' };

const DOCUMENTS: readonly IndexedDocument[] = [
  procedure('1.000001', 'Đăng ký khai sinh', {
    trinh_tu: 'Người đi đăng ký khai sinh nộp hồ sơ tại Ủy ban nhân dân cấp xã.',
    cach_thuc: 'Trực tiếp. Thời hạn giải quyết: trong ngày làm việc.',
    thanh_phan_ho_so: 'Tờ khai đăng ký khai sinh; giấy chứng sinh.',
  }),
  procedure('1.000002', 'Đăng ký lại khai sinh', {
    trinh_tu: 'Người yêu cầu đăng ký lại khai sinh nộp hồ sơ.',
    thanh_phan_ho_so: 'Tờ khai đăng ký lại khai sinh; bản sao giấy tờ.',
  }),
  procedure('1.000003', 'Cấp giấy chứng nhận quyền sử dụng đất lần đầu', {
    trinh_tu: 'Người sử dụng đất nộp đơn đăng ký đất đai.',
    thanh_phan_ho_so: 'Đơn đăng ký đất đai; giấy tờ về quyền sử dụng đất.',
  }),
  decree('120/2025/NĐ-CP', 'Nghị định về phân định thẩm quyền', [
    ['1', 'Phạm vi điều chỉnh', 'Nghị định này quy định về phân định thẩm quyền trong lĩnh vực tư pháp.'],
    ['2', 'Chứng thực', 'Chủ tịch Ủy ban nhân dân cấp xã chứng thực chữ ký.'],
  ]),
  decree('226/QĐ-UBND', 'Quyết định về trợ giúp', [['1', 'Ban hành', 'Ban hành quy trình trợ giúp.']], {
    id: '226/QĐ-UBND@son-la@2026-02-03' as never,
    issuer: 'Ủy ban nhân dân tỉnh Sơn La',
    territory: 'son-la',
  }),
  decree('226/QĐ-UBND', 'Quyết định về mức thu', [['1', 'Mức thu', 'Mức thu phí chợ.']], {
    id: '226/QĐ-UBND@ha-tinh@2026-03-01' as never,
    issuer: 'Ủy ban nhân dân tỉnh Hà Tĩnh',
    territory: 'ha-tinh',
  }),
];

function over(documents: readonly IndexedDocument[]) {
  const index = RetrievalIndex.build(documents);
  const retriever = createRetriever({ index: () => index, source: new MemorySource(documents) });
  return (query: string, more: Partial<RetrieveRequest> = {}) =>
    retriever.retrieve({ query, k: 10, asOf: '2026-07-01', reader: OFFICIAL, ...more });
}

const ask = over(DOCUMENTS);

describe('a document asked for as such', () => {
  // The last article and the annex share the words and figures of the question; the first one says what it is about.
  const whole = over([
    ...DOCUMENTS,
    decree('124/2025/NĐ-CP', 'Nghị định về phân quyền', [
      ['1', 'Phạm vi điều chỉnh', 'Quy định thẩm quyền trong lĩnh vực dân tộc, tôn giáo.'],
      ['2', 'Tôn giáo', 'Chấp thuận mời chức sắc.'],
      ['10', 'Hiệu lực', 'Văn bản số 124, nghị định 124 năm 2025 này có hiệu lực.'],
    ]),
  ]);

  it.each(['văn bản số 124/2025', 'nghị định 124/2025/NĐ-CP nói gì', 'van ban so 124/2025/ND-CP'])(
    '"%s" opens with its first articles',
    async (question) => {
      const { hits, lookup } = await whole(question);
      expect(lookup).toMatchObject({ kind: 'found', what: 'document' });
      expect(hits.slice(0, 3).map((hit) => hit.path.dieu)).toEqual(['1', '2', '10']);
    },
  );

  it('asked about something in it, what says most of that comes first', async () => {
    const { hits } = await whole('nghị định 124/2025/NĐ-CP mời chức sắc tôn giáo');
    expect(hits[0]?.path.dieu).toBe('2');
  });
});

describe('retriever', () => {
  it('finds a procedure by everyday words typed without diacritics', async () => {
    const { hits, query } = await ask('lam so do lan dau can giay to gi');
    expect(hits[0]?.procedureCode).toBe('1.000003');
    expect(query.fields).toContain('thanh_phan_ho_so');
    expect(hits[0]?.path.part).toBe('thanh_phan_ho_so');
  });

  it('tells a variant from the plain procedure by its name', async () => {
    expect((await ask('đăng ký khai sinh cho bé')).hits[0]?.procedureCode).toBe('1.000001');
    expect((await ask('mất giấy khai sinh, muốn làm lại')).hits[0]?.procedureCode).toBe('1.000002');
  });

  it('gives one hit a unit, ranked from 1, and no more than k', async () => {
    const { hits } = await ask('khai sinh', { k: 2 });
    expect(hits.map((h) => h.rank)).toEqual([1, 2]);
    expect(new Set(hits.map((h) => h.unitId)).size).toBe(2);
    expect(hits[0]!.score).toBeGreaterThanOrEqual(hits[1]!.score);
  });

  it('answers nothing to nothing', async () => {
    const { hits, confidence, lookup } = await ask('   ');
    expect(hits).toEqual([]);
    expect(confidence).toBe(0);
    expect(lookup.kind).toBe('none');
  });

  it('takes a question of 10,000 characters', async () => {
    expect((await ask('đăng ký khai sinh '.repeat(600))).hits[0]?.procedureCode).toBe('1.000001');
  });
});

describe('what a question names outright', () => {
  it('wins: a procedure code', async () => {
    const { lookup, hits, confidence } = await ask('1.000002 lệ phí bao nhiêu');
    expect(lookup).toMatchObject({ kind: 'found', what: 'procedure' });
    expect(hits[0]?.procedureCode).toBe('1.000002');
    expect(confidence).toBe(1);
  });

  it('wins: an article of a document, however it is typed', async () => {
    for (const typed of ['Điều 2 Nghị định 120/2025/NĐ-CP', 'dieu 2 nd 120/2025']) {
      const { lookup, hits } = await ask(typed);
      expect(lookup).toMatchObject({ kind: 'found', what: 'article' });
      expect(hits[0]?.unitId).toBe('120/2025/NĐ-CP#d2');
    }
  });

  it('a false premise is told with the number of articles', async () => {
    const { lookup } = await ask('Điều 30 Nghị định 120/2025/NĐ-CP nói gì');
    expect(lookup).toMatchObject({
      kind: 'no_such_article',
      articles: 2,
      document: { number: '120/2025/NĐ-CP' },
    });
  });

  it('names documents with what the store knows of them', async () => {
    const { lookup } = await ask('Điều 9 Nghị định 120/2025/NĐ-CP');
    expect(lookup.kind === 'no_such_article' && lookup.document.source).toBe('120-2025-NĐ-CP.docx');
    const several = (await ask('226/QĐ-UBND quy định gì')).lookup;
    expect(several.kind === 'ambiguous' && several.candidates.every((c) => c.source !== '')).toBe(true);
  });

  it('finds a procedure and a guide by the names kept beside them, and never shows those', async () => {
    const named = over([
      procedure('1.000010', 'Đăng ký khai tử', { trinh_tu: 'Nộp hồ sơ.' }, { asked: ['báo ông cụ qua đời'] }),
      procedure('1.000011', 'Báo cáo hoạt động', { trinh_tu: 'Ông bà nộp báo cáo, cụ thể theo mẫu.' }),
    ]);
    const { hits } = await named('báo ông cụ qua đời ở đâu');
    expect(hits[0]?.procedureCode).toBe('1.000010');
    expect(hits[0]?.trace?.parts).toHaveProperty('asked');
    expect(hits[0]?.text).not.toContain('qua đời');
  });

  it('tells that the rarest words of a question are nowhere in the first unit', async () => {
    const met = await ask('đăng ký lại khai sinh');
    expect(met.rarestMet).toBe(1);
    expect((await ask('đăng ký khai sinh cho khủng long')).rarestMet).toBeLessThan(0.5);
  });

  it('a number that several provinces gave is ambiguous, unless one is the asker’s', async () => {
    const { lookup } = await ask('226/QĐ-UBND quy định gì');
    expect(lookup.kind === 'ambiguous' && lookup.candidates.map((c) => c.territory).sort()).toEqual([
      'ha-tinh',
      'son-la',
    ]);
    const here = await ask('226/QĐ-UBND quy định gì', { territory: 'son-la' });
    expect(here.lookup).toMatchObject({ kind: 'found', what: 'document' });
    expect(here.hits[0]?.documentId).toBe('226/QĐ-UBND@son-la@2026-02-03');
  });

  it('says what it does not have', async () => {
    expect((await ask('Nghị định 178/2024/NĐ-CP')).lookup).toEqual({
      kind: 'unknown_document',
      number: '178/2024/NĐ-CP',
    });
    expect((await ask('thủ tục 9.123456')).lookup).toEqual({ kind: 'unknown_procedure', code: '9.123456' });
  });
});

describe('who may read', () => {
  const secret = procedure('1.000009', 'Đăng ký khai sinh nội bộ', {
    trinh_tu: 'khai sinh khai sinh khai sinh',
  });
  const scoped = (scope: IndexedDocument['facts']['scope']) =>
    over([...DOCUMENTS, { ...secret, facts: { ...secret.facts, scope } }]);
  const sees = async (scope: IndexedDocument['facts']['scope'], reader: Reader) =>
    (await scoped(scope)('khai sinh nội bộ 1.000009', { reader })).hits.some(
      (h) => h.procedureCode === '1.000009',
    );

  it.each([
    ['internal to an official', { kind: 'internal' }, OFFICIAL, true],
    ['internal to the public', { kind: 'internal' }, { ...OFFICIAL, internal: false }, false],
    ['a department to its staff', { kind: 'departments', departments: ['so-tu-phap'] }, OFFICIAL, true],
    ['a department to others', { kind: 'departments', departments: ['so-y-te'] }, OFFICIAL, false],
    ['web only on Telegram', { kind: 'public', webOnly: true }, { ...OFFICIAL, channel: 'telegram' }, false],
    ['web only on the web', { kind: 'public', webOnly: true }, OFFICIAL, true],
  ] as const)('%s: %s', async (_name, scope, reader, expected) => {
    expect(await sees(scope, reader)).toBe(expected);
  });

  it('hides the existence of a code the asker may not see', async () => {
    const { lookup } = await scoped({ kind: 'internal' })('1.000009', {
      reader: { ...OFFICIAL, internal: false },
    });
    expect(lookup.kind).toBe('unknown_procedure');
  });

  it('follows a scope that was narrowed after the index was written', async () => {
    const index = RetrievalIndex.build([...DOCUMENTS, secret]);
    const source = new MemorySource([
      ...DOCUMENTS,
      { ...secret, facts: { ...secret.facts, scope: { kind: 'departments', departments: ['so-y-te'] } } },
    ]);
    const retriever = createRetriever({ index: () => index, source });
    const { hits } = await retriever.retrieve({
      query: 'khai sinh nội bộ',
      k: 10,
      asOf: '2026-07-01',
      reader: OFFICIAL,
    });
    expect(hits.some((h) => h.procedureCode === '1.000009')).toBe(false);
  });
});

describe('effectivity and territory', () => {
  const text: [string, string, string][] = [
    ['1', 'Chợ', 'Mức thu phí chợ của hộ kinh doanh là mười nghìn đồng.'],
  ];
  it('lowers what has ended or not begun, and keeps it with its status', async () => {
    const find = over([
      decree('10/2020/NĐ-CP', 'Nghị định cũ về phí chợ', text, {
        effectiveFrom: '2020-01-01',
        effectiveTo: '2025-01-01',
      }),
      decree('20/2025/NĐ-CP', 'Nghị định mới về phí chợ', text, { effectiveFrom: '2025-01-02' }),
    ]);
    const now = await find('mức thu phí chợ');
    expect(now.hits.map((h) => [h.documentNumber, h.effectivity.status])).toEqual([
      ['20/2025/NĐ-CP', 'in_force'],
      ['10/2020/NĐ-CP', 'expired'],
    ]);
    const then = await find('mức thu phí chợ', { asOf: '2024-06-01' });
    expect(then.hits.map((h) => [h.documentNumber, h.effectivity.status])).toEqual([
      ['10/2020/NĐ-CP', 'in_force'],
      ['20/2025/NĐ-CP', 'not_yet'],
    ]);
  });

  it('weighs what may answer, not a nearer text that is not in force', async () => {
    const find = over([
      ...DOCUMENTS,
      decree(
        '20/2027/NĐ-CP',
        'Nghị định về nhà yến',
        [['1', 'Nhà yến', 'Thời hạn xác nhận nhà yến là 7 ngày.']],
        {
          effectiveFrom: '2027-01-01',
        },
      ),
    ]);
    const [now, then] = [
      await find('thời hạn xác nhận nhà yến'),
      await find('thời hạn xác nhận nhà yến', { asOf: '2027-02-01' }),
    ];
    expect(now.hits[0]!.effectivity.status).toBe('not_yet');
    expect(now.coverage).toBeLessThan(then.coverage / 2);
    expect(now.confidence).toBeLessThan(then.confidence);
  });

  it('puts another province’s text below', async () => {
    const find = over([
      procedure('1.000001', 'Hỗ trợ phí chợ', { trinh_tu: 'phí chợ' }, { territory: 'son-la' }),
      procedure('1.000002', 'Hỗ trợ phí chợ', { trinh_tu: 'phí chợ' }),
    ]);
    expect((await find('phí chợ')).hits.map((h) => h.procedureCode)).toEqual(['1.000002', '1.000001']);
  });

  it.each([
    ['hỗ trợ phí chợ ở Sơn La', '1.000002'],
    ['ho tro phi cho o son la', '1.000002'],
    ['hỗ trợ phí chợ ở Hà Nội', '1.000003'],
    ['hỗ trợ phí chợ ở Hà Tĩnh', '1.000001'],
    ['hỗ trợ phí chợ từ Hà Nội về Sơn La', '1.000004'],
    ['người sinh ở Hà Nội xin hỗ trợ phí chợ', '1.000004'],
    ['dan thuong tru tai son la xin ho tro phi cho', '1.000004'],
    ['hỗ trợ phí chợ', '1.000004'],
  ])('puts the text of the one province first that the question names: %s', async (question, first) => {
    const of = (code: string, territory?: string) =>
      procedure(
        code,
        'Hỗ trợ phí chợ',
        { trinh_tu: 'phí chợ' },
        territory === undefined ? {} : { territory },
      );
    const find = over([
      of('1.000001', 'ha-tinh'),
      of('1.000002', 'son-la'),
      of('1.000003', 'ha-noi'),
      of('1.000004', 'hue'),
    ]);
    expect((await find(question)).hits[0]?.procedureCode).toBe(first);
  });
});
