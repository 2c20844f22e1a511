import { describe, expect, it } from 'vitest';
import { overruled } from '../../src/answer/contradictions/find.ts';
import { statementsOf } from '../../src/answer/contradictions/statements.ts';
import type { DocumentFacts } from '../../src/retrieval/model.ts';
import { officialDocument } from '../support/documents.ts';
import { answererOver, request } from './support.ts';

const LETTER = '845/SCT-QLTM';
const DECREE = '512/2025/NĐ-CP';
const NAME = 'hoạt động chợ phiên vùng cao';

function stating(number: string, sentence: string, more: Partial<DocumentFacts> = {}) {
  const document = officialDocument(number, [sentence], {
    title: `Nghị định về ${NAME}`,
    date: '2025-09-10',
    ...more,
  });
  const chunks = document.chunks.map((chunk) => ({ ...chunk, heading: document.facts.title }));
  return {
    document: { ...document, chunks },
    facts: document.facts,
    statements: chunks.flatMap(statementsOf),
  };
}

function found(
  low: string,
  high: string,
  lower: Partial<DocumentFacts> = {},
  higher: Partial<DocumentFacts> = {},
) {
  return overruled(stating(LETTER, low, lower), stating(DECREE, high, higher)).map(
    ({ lower: a, higher: b }) => [a.kind, a.printed, b.printed],
  );
}

describe('contradictions of two texts', () => {
  it('tells of a letter without a subject, where the clause names its matter at length', () => {
    expect(
      found(
        `Thời hạn cấp giấy phép ${NAME} là 10 ngày làm việc kể từ ngày nhận đủ hồ sơ.`,
        `Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Ủy ban nhân dân cấp xã cấp giấy phép ${NAME}.`,
        { title: 'Công văn' },
      ),
    ).toEqual([['time', '10 ngày làm việc', '05 ngày làm việc']]);
    expect(
      found(
        'Lệ phí cấp giấy phép chợ phiên: 100.000 đồng.',
        'Lệ phí cấp giấy phép chợ phiên là 50.000 đồng.',
        {
          title: 'Công văn',
        },
      ),
    ).toEqual([]);
  });

  it.each([
    [
      'time',
      `Thời hạn cấp giấy phép ${NAME} là 10 ngày làm việc kể từ ngày nhận đủ hồ sơ.`,
      `Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Ủy ban nhân dân cấp xã cấp giấy phép ${NAME}.`,
      '10 ngày làm việc',
      '05 ngày làm việc',
    ],
    [
      'money',
      `Lệ phí cấp giấy phép ${NAME}: 100.000 đồng.`,
      `Lệ phí cấp giấy phép ${NAME} là 50.000 đồng/lần.`,
      '100.000 đồng',
      '50.000 đồng',
    ],
    [
      'copies',
      `Hồ sơ đề nghị cấp giấy phép ${NAME} lập thành 02 bộ.`,
      `Số lượng hồ sơ đề nghị cấp giấy phép ${NAME}: 01 bộ.`,
      '02 bộ',
      '01 bộ',
    ],
    [
      'authority',
      `Ủy ban nhân dân cấp huyện quyết định thu hồi giấy phép ${NAME}.`,
      `Chủ tịch Ủy ban nhân dân cấp xã quyết định thu hồi giấy phép ${NAME}.`,
      'Ủy ban nhân dân cấp huyện',
      'Chủ tịch Ủy ban nhân dân cấp xã',
    ],
  ])('%s', (kind, low, high, own, theirs) => {
    expect(found(low, high)).toEqual([[kind, own, theirs]]);
  });

  it.each([
    ['the same value', `Cấp giấy phép ${NAME} trong 24 giờ.`, `Cấp giấy phép ${NAME} trong 01 ngày.`],
    [
      'a case of its own',
      `Cấp giấy phép ${NAME} trong 10 ngày.`,
      `Trường hợp cần xác minh, cấp giấy phép ${NAME} trong 15 ngày.`,
    ],
    [
      'how long the paper holds',
      `Cấp giấy phép ${NAME} trong 10 ngày.`,
      `Giấy phép ${NAME} có giá trị 12 tháng.`,
    ],
    [
      'another matter',
      `Cấp giấy phép ${NAME} trong 10 ngày.`,
      `Kiểm tra vệ sinh, phòng cháy tại nơi ${NAME} trong 05 ngày.`,
    ],
    [
      'another size of the matter',
      `Cấp giấy phép ${NAME} dưới 500 gian trong 10 ngày.`,
      `Cấp giấy phép ${NAME} dưới 900 gian trong 05 ngày.`,
    ],
    [
      'two values in the higher text',
      `Cấp giấy phép ${NAME} trong 10 ngày.`,
      `Cấp giấy phép ${NAME} trong 05 ngày.\nUBND cấp xã cấp giấy phép ${NAME} trong 10 ngày.`,
    ],
  ])('none: %s', (_why, low, high) => {
    expect(found(low, high)).toEqual([]);
  });

  const LOW = `Cấp giấy phép ${NAME} trong 10 ngày.`;
  const HIGH = `Cấp giấy phép ${NAME} trong 05 ngày.`;

  it('leaves texts of other areas, and what takes precedence by its own clause, alone', () => {
    expect(found(LOW, HIGH, { territory: 'hue' }, { territory: 'son-la' })).toEqual([]);
    const sunset = { earlierByLaterText: true, prevails: true, sentence: 'x' };
    expect(found(LOW, HIGH, { sunset })).toEqual([]);
    expect(found(LOW, HIGH, { territory: 'hue' })).toHaveLength(1);
  });

  it('holds the older text of one body against the later one, and never the other way round', () => {
    const older = stating('30/2020/NĐ-CP', LOW, { date: '2020-03-05' });
    const later = stating(DECREE, HIGH);
    expect(overruled(older, later).map(({ why }) => why)).toEqual(['later']);
    expect(overruled(later, older)).toEqual([]);
    expect(overruled(later, stating(LETTER, LOW))).toEqual([]);
  });
});

describe('an answer from a text that a higher one contradicts', () => {
  const question = `cấp giấy phép ${NAME} mấy ngày`;
  const low = stating(LETTER, `Thời hạn cấp giấy phép ${NAME} là 10 ngày làm việc.`).document;
  const high = stating(DECREE, `Thời hạn cấp giấy phép ${NAME} là 05 ngày làm việc.`).document;

  it('shows both, and cites the one that is to be applied', async () => {
    const { answer } = await answererOver([low, high], { effectivity: { status: 'in_force' } }).ask(
      request(question),
    );
    expect(answer.answer).toMatch(
      /Mâu thuẫn về thời hạn:.*845\/SCT-QLTM ghi “10 ngày làm việc”.*hiệu lực cao hơn.*512\/2025\/NĐ-CP – ghi “05 ngày làm việc”/,
    );
    expect(answer.citations.map(({ documentNumber }) => documentNumber)).toEqual(
      expect.arrayContaining([LETTER, DECREE]),
    );
  });

  it('names the later text that has taken up a provision of a temporary one', async () => {
    const temporary = stating(
      '120/2025/NĐ-CP',
      `Ủy ban nhân dân cấp xã cấp giấy phép ${NAME} trong 05 ngày.`,
      {
        date: '2025-06-11',
        effectiveFrom: '2025-07-01',
        sunset: { until: '2027-03-01', earlierByLaterText: true, prevails: true, sentence: 'x' },
      },
    ).document;
    const taken = (days: string, from: string) =>
      stating(DECREE, `Ủy ban nhân dân cấp xã cấp giấy phép ${NAME} trong ${days} ngày.`, {
        effectiveFrom: from,
      }).document;
    const told = async (later: typeof temporary) =>
      (await answererOver([temporary, later], { effectivity: { status: 'in_force' } }).ask(request(question)))
        .answer.answer;
    expect(await told(taken('05', '2025-11-01'))).toMatch(
      /120\/2025\/NĐ-CP là quy định tạm thời.*Văn bản sau đã quy định việc này: .*512\/2025\/NĐ-CP, có hiệu lực từ ngày 01\/11\/2025/,
    );
    expect(await told(taken('08', '2025-11-01'))).toMatch(
      /120\/2025\/NĐ-CP là quy định tạm thời.*Văn bản sau đã quy định việc này: .*08 ngày/,
    );
    // An earlier decree gives way to the temporary one.
    expect(await told(taken('08', '2025-01-01'))).not.toMatch(/Mâu thuẫn|Văn bản sau/);
  });

  it('tells of a published procedure only what asks more than the rule', () => {
    const lower = { kind: 'procedure' } as const;
    const clause = (days: string) => `Cấp giấy phép ${NAME} trong ${days} ngày.`;
    expect(found(clause('03'), clause('05'), lower)).toEqual([]);
    expect(found(clause('08'), clause('05'), lower)).toHaveLength(1);
  });

  it('says nothing of it when the higher text is not in force', async () => {
    const { answer } = await answererOver([low, high], { effectivity: { status: 'unknown' } }).ask(
      request(question),
    );
    expect(answer.answer).not.toContain('Mâu thuẫn');
  });
});
