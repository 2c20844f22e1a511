import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/model.ts';
import { containsFact, scoreAnswers, scoreFacts } from '../../src/evaluation/answers.ts';

describe('containsFact', () => {
  it.each([
    ['Phí là 50,000 Việt Nam Đồng', '50.000', true],
    ['trong thời hạn 5 ngày', '5 ngày', true],
    ['trong thời hạn 15 ngày', '5 ngày', false],
    ['thời hạn 1.5 ngày', '5 ngày', false],
    ['Mẫu số 021', 'Mẫu số 02', false],
    ['Mẫu số 02; 1 bản chính', 'Mẫu số 02', true],
    ['ngày 01/7/2025 5 ngày làm việc', '5 ngày làm việc', true],
    ['CHỦ TỊCH Ủy ban – nhân dân', 'chủ tịch ủy ban nhân dân', true],
    ['bất cứ điều gì', '', false],
  ])('%j, %j: %s', (text, fact, expected) => {
    expect(containsFact(text, fact)).toBe(expected);
  });
});

const answer = (
  status: Answer['status'],
  text: string,
  code?: string,
): Pick<Answer, 'status' | 'answer' | 'citations'> => ({
  status,
  answer: text,
  citations: code
    ? [
        {
          n: 1,
          source: 's',
          documentTitle: 't',
          procedureCode: code,
          path: {},
          label: 'l',
          quote: 'thời hạn 5 ngày',
          effectivity: { status: 'unknown' },
          chunkId: 'c',
          documentId: 'd',
        },
      ]
    : [],
});
const row = (
  id: string,
  given: ReturnType<typeof answer>,
  facts: string[] = ['5 ngày'],
  gold = ['1.000001'],
) => ({
  id,
  kind: 'thoi_han',
  gold: gold.map((procedureCode) => ({ procedureCode })),
  answerable: gold.length > 0,
  facts,
  answer: given,
});

describe('scoring answers', () => {
  it('wants every fact, in answer or quotes, the right procedure first, and a short answer', () => {
    expect(scoreFacts(row('a', answer('answered', 'x', '1.000001'))).ok).toBe(true);
    expect(scoreFacts(row('b', answer('answered', 'x', '1.000002'))).ok).toBe(false);
    expect(scoreFacts(row('c', answer('clarify', 'x', '1.000001'))).ok).toBe(false);
    expect(scoreFacts(row('d', answer('answered', 'x'.repeat(3000), '1.000001'))).ok).toBe(false);
    expect(scoreFacts(row('e', answer('answered', 'x', '1.000001'), ['5 ngày', '7 ngày'])).missing).toEqual([
      '7 ngày',
    ]);
  });

  it('counts shares of answerable and unanswerable questions apart', () => {
    const scores = scoreAnswers([
      row('a', answer('answered', 'x', '1.000001')),
      row('b', answer('not_found', 'x')),
      row('c', answer('clarify', 'x')),
      row('d', answer('partial', 'x', '1.000001'), ['6 ngày']),
      row('e', answer('refused', 'x'), [], []),
      row('f', answer('answered', 'x', '1.000001'), [], []),
    ]);
    expect(scores).toMatchObject({
      answerable: 4,
      unanswerable: 2,
      facts: 0.25,
      factsWhenFirstRight: 0.5,
      abstained: 0.5,
      wronglyAbstained: 0.25,
      clarified: 0.25,
    });
  });

  it('has no NaN for an empty set', () => {
    expect(scoreAnswers([])).toMatchObject({ facts: 0, abstained: 0, clarified: 0 });
  });
});
