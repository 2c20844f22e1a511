import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unsupportedLines } from '../../../src/answer/llm/check-draft.ts';
import { scopePolicy } from '../../../src/answer/llm/scope.ts';
import { type FakeOpenAi, startFakeOpenAi, text } from '../../support/fake-openai.ts';
import {
  ask,
  BIRTH,
  benchOf,
  DECREE,
  EXPIRED,
  evidenceOf,
  GOOD,
  INTERNAL,
  reply,
  shown,
  statement,
  T,
} from './fixture.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterAll(() => fake.close());

const question = 'Khai sinh phải xác minh thì mấy ngày?';

describe('a faithful reply', () => {
  it('is shown with literal citations, from the model', async () => {
    fake.script(text(reply({ conclusion: [GOOD] })));
    const bench = benchOf(fake.url);
    const draft = await bench.compose(ask(question), evidenceOf([BIRTH, DECREE, EXPIRED], ['thoi_han']));
    expect(draft.status).toBe('answered');
    expect(draft.composer).toBe('llm');
    expect(draft.sections[0]).toEqual({
      role: 'conclusion',
      lines: [
        'Trường hợp phải xác minh thì thời hạn không quá 4 ngày làm việc. [1]',
        'Thủ tục: Đăng ký khai sinh (mã 9.100001) [1]',
      ],
    });
    expect(draft.citations).toHaveLength(1);
    expect(draft.citations[0]).toMatchObject({
      n: 1,
      procedureCode: '9.100001',
      quote: 'Trường hợp phải xác minh thì thời hạn không quá 04 ngày làm việc.',
    });
    expect(bench.log.map((l) => l.fields['event'])).toEqual(['llm_answer']);
  });

  it('keeps sections apart and says what ends', async () => {
    fake.script(
      text(
        reply({
          conclusion: [
            statement(
              'UBND cấp xã thực hiện đăng ký khai sinh có yếu tố nước ngoài trong thời hạn 12 ngày làm việc.',
              T.decree,
              'thực hiện đăng ký khai sinh có yếu tố nước ngoài trong thời hạn 12 ngày làm việc',
            ),
          ],
          authority: [
            statement('Ủy ban nhân dân cấp xã nơi cư trú của người cha hoặc người mẹ.', T.authority),
          ],
          fee: [
            statement(
              'Lệ phí 6.000 đồng đối với đăng ký quá hạn; miễn phí đối với đăng ký đúng hạn.',
              T.manner,
              'Lệ phí: 6.000 đồng đối với đăng ký quá hạn; miễn phí đối với đăng ký đúng hạn.',
            ),
          ],
        }),
      ),
    );
    const draft = await benchOf(fake.url).compose(ask(question), evidenceOf());
    expect(draft.status).toBe('answered');
    expect(draft.sections.map((s) => s.heading ?? s.role)).toEqual([
      'conclusion',
      'Cơ quan thực hiện',
      'Phí, lệ phí',
      'Lưu ý',
    ]);
    expect(shown(draft)).toContain('Văn bản có hiệu lực đến hết 28/02/2027. [1]');
    for (const c of draft.citations) {
      const chunk = [BIRTH, DECREE].flatMap((u) => u.chunks).find((k) => k.id === c.chunkId)!;
      expect(chunk.text).toContain(c.quote);
    }
    expect(unsupportedLines(draft, evidenceOf())).toEqual([]);
  });

  it('says what of the question it leaves open', async () => {
    fake.script(text(reply({ conclusion: [GOOD] })));
    const draft = await benchOf(fake.url).compose(
      ask('Mấy ngày và bao nhiêu tiền?'),
      evidenceOf(undefined, ['thoi_han', 'le_phi']),
    );
    expect(draft.status).toBe('partial');
    expect(shown(draft)).toContain('Chưa có căn cứ về: phí, lệ phí.');
  });

  it('says not found when the model found nothing', async () => {
    fake.script(text(reply({}, { verdict: 'none' })));
    const draft = await benchOf(fake.url).compose(ask(question), evidenceOf());
    expect(draft).toMatchObject({ status: 'not_found', composer: 'llm', citations: [] });
    expect(draft.nearest?.[0]?.procedureCode).toBe('9.100001');
  });

  it('offers the documents’ own titles to choose from', async () => {
    fake.script(text(reply({}, { verdict: 'clarify', choices: ['E1', 'E4', 'E2', 'E99'] })));
    const draft = await benchOf(fake.url).compose(ask(question), evidenceOf());
    expect(draft.status).toBe('clarify');
    expect(draft.choices?.map((c) => c.label)).toEqual([BIRTH.facts.title, DECREE.facts.title]);
  });
});

describe('repair', () => {
  it('names what failed, once, and takes the repaired reply', async () => {
    fake.script(
      text(
        reply({
          conclusion: [
            statement('Thời hạn là 3 ngày làm việc.', T.manner, 'thời hạn không quá 04 ngày làm việc'),
          ],
        }),
      ),
      text(reply({ conclusion: [GOOD] })),
    );
    const before = fake.requests.length;
    const draft = await benchOf(fake.url).compose(ask(question), evidenceOf());
    expect(draft.status).toBe('answered');
    expect(fake.requests.length - before).toBe(2);
    expect(fake.requests.at(-1)!.messages.at(-1)!.content).toContain('đoạn trích không có: 3 ngày làm việc');
  });

  it('keeps what was verified when the repair fails', async () => {
    fake.script(
      text(
        reply({
          conclusion: [GOOD],
          fee: [statement('Lệ phí là 50.000 đồng.', T.manner, 'Lệ phí: 6.000 đồng')],
        }),
      ),
      { kind: 'status', status: 500 },
    );
    const draft = await benchOf(fake.url).compose(ask(question), evidenceOf());
    expect(draft).toMatchObject({ status: 'partial', composer: 'llm' });
    expect(shown(draft)).not.toContain('50.000');
    expect(shown(draft)).toContain('không đối chiếu được với nguồn');
  });
});

describe('privacy gate', () => {
  it('sends no personal data and puts names back in the reply', async () => {
    fake.script((request) => {
      const name = /\[TÊN \d+\]/.exec(JSON.parse(request.messages[1]!.content).question)![0];
      return text(
        reply({
          conclusion: [
            statement(
              `Bà ${name}: trường hợp phải xác minh thì thời hạn không quá 4 ngày làm việc.`,
              T.manner,
              'thời hạn không quá 04 ngày làm việc',
            ),
          ],
        }),
      );
    });
    const request = ask('Bà Trần Thị Hoa, CCCD 046190001234, sđt 0912345678, hỏi mấy ngày', {
      history: [{ question: 'ông Lê Văn Tám 0987654321 khai sinh cho con', answer: 'bí mật nội bộ' }],
    });
    const bench = benchOf(fake.url);
    const draft = await bench.compose(request, evidenceOf());
    const sent = JSON.stringify(fake.requests.at(-1));
    for (const secret of [
      'Trần Thị Hoa',
      '046190001234',
      '0912345678',
      '0987654321',
      'Lê Văn Tám',
      'bí mật nội bộ',
    ])
      expect(sent).not.toContain(secret);
    expect(shown(draft)).toContain('Bà Trần Thị Hoa');
    expect(JSON.stringify(bench.log)).not.toMatch(/Hoa|0461|0912/);
  });
});

describe('scope', () => {
  it('never sends an internal document, and does not answer around it', async () => {
    const before = fake.requests.length;
    const bench = benchOf(fake.url);
    const draft = await bench.compose(ask(question), evidenceOf([BIRTH, INTERNAL]));
    expect(fake.requests.length).toBe(before);
    expect(draft.composer).toBe('embedded');
    expect(bench.log[0]?.fields).toMatchObject({ reason: 'scope', withheld: 1 });
  });

  it('leaves out one far down the list', async () => {
    fake.script(text(reply({ conclusion: [GOOD] })));
    const draft = await benchOf(fake.url).compose(
      ask(question),
      evidenceOf([BIRTH, DECREE, EXPIRED, INTERNAL]),
    );
    expect(draft.composer).toBe('llm');
    expect(fake.requests.at(-1)!.messages[1]!.content).not.toContain('45/UBND-VP');
  });

  it('sends it to an endpoint the operator vouches for', async () => {
    fake.script(text(reply({ conclusion: [GOOD] })));
    await benchOf(fake.url, { scopePolicy: scopePolicy('internal') }).compose(
      ask(question),
      evidenceOf([BIRTH, INTERNAL]),
    );
    expect(fake.requests.at(-1)!.messages[1]!.content).toContain('45/UBND-VP');
    expect(scopePolicy('internal')({ kind: 'departments', departments: ['tu-phap'] })).toBe(false);
    expect(scopePolicy('all')({ kind: 'departments', departments: ['tu-phap'] })).toBe(true);
  });
});

describe('look-ups that need a fixed reply', () => {
  it('are left to the embedded composer', async () => {
    const bench = benchOf(fake.url);
    const draft = await bench.compose(
      ask('Điều 99 NĐ 777/2025'),
      evidenceOf([DECREE], [], { kind: 'no_such_article', document: DECREE.facts, articles: 12 }),
    );
    expect(draft.composer).toBe('embedded');
    expect(bench.log[0]?.fields['reason']).toBe('lookup');
  });
});

describe('reranking', () => {
  it('reorders units and survives nonsense', async () => {
    fake.script(
      text({ order: ['D2', 'D9', 'D2'] }),
      text(
        reply({
          conclusion: [
            statement(
              'Không được yêu cầu người dân nộp thêm giấy tờ ngoài quy định.',
              'E1',
              'Không được yêu cầu người dân nộp thêm giấy tờ ngoài quy định.',
            ),
          ],
        }),
      ),
    );
    const draft = await benchOf(fake.url, { rerank: true }).compose(
      ask(question),
      evidenceOf([BIRTH, DECREE]),
    );
    expect(draft.citations[0]?.documentNumber).toBe('777/2025/NĐ-CP');
    fake.script(text('không phải JSON'), text(reply({ conclusion: [GOOD] })));
    expect((await benchOf(fake.url, { rerank: true }).compose(ask(question), evidenceOf())).status).toBe(
      'answered',
    );
  });
});
