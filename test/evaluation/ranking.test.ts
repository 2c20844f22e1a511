import { describe, expect, it } from 'vitest';
import { isRight, parseQuestions, QuestionFileError } from '../../src/evaluation/questions.ts';
import { firstRightRank, rankingScores } from '../../src/evaluation/ranking.ts';

describe('rank of the first right unit', () => {
  const rank = (units: string[], right: string) =>
    firstRightRank(
      units,
      (u) => u,
      (u) => u === right,
    );
  it('counts each unit once', () => {
    expect(rank(['a', 'a', 'b', 'b', 'c'], 'c')).toBe(3);
    expect(rank(['a', 'b'], 'a')).toBe(1);
    expect(rank(['a', 'b'], 'z')).toBe(0);
    expect(rank([], 'z')).toBe(0);
  });
});

describe('ranking scores', () => {
  it('follow their definitions', () => {
    const s = rankingScores([1, 2, 6, 11, 0]);
    expect(s).toMatchObject({ questions: 5, 'R@1': 0.2, 'R@5': 0.4, 'R@10': 0.6 });
    expect(s['MRR@10']).toBeCloseTo((1 + 1 / 2 + 1 / 6) / 5);
    expect(s['nDCG@10']).toBeCloseTo((1 + 1 / Math.log2(3) + 1 / Math.log2(7)) / 5);
  });
  it('are 0 without questions', () => expect(rankingScores([])['nDCG@10']).toBe(0));
});

describe('question files', () => {
  it('reads lines, fills what is missing', () => {
    const [a, b] = parseQuestions(
      '{"id":"1","q":"x","gold":[{"procedureCode":"1.000001"}]}\n\n{"id":"2","q":"y"}\n',
    );
    expect(a).toMatchObject({ style: 'all', facts: [] });
    expect(b!.gold).toEqual([]);
  });
  it.each(['', '{"q":"x"}', 'nonsense'])('refuses %j and names the line', (text) => {
    expect(() => parseQuestions(text)).toThrow(QuestionFileError);
  });
  it('matches procedures by code and articles by file and number', () => {
    const hit = { source: 'thu-muc/luat-cu-tru.txt', path: { dieu: '5' } };
    expect(isRight(hit, [{ source: 'luat-cu-tru.txt', dieu: '5' }])).toBe(true);
    expect(isRight(hit, [{ source: 'luat-cu-tru.txt', dieu: '15' }])).toBe(false);
    expect(isRight({ ...hit, procedureCode: '1.000001' }, [{ procedureCode: '1.000001' }])).toBe(true);
  });
});
