import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf, EVERYONE, memoryCounter, TokenBudget } from '../../src/answer/llm/budget.ts';
import { createLlmClient } from '../../src/answer/llm/options.ts';
import { endpointGrader } from '../../src/evaluation/graded.ts';
import {
  createGrader,
  formatGrades,
  type GradedRow,
  gradeAll,
  summarise,
} from '../../src/evaluation/grading.ts';
import type { DocumentId } from '../../src/legal/model.ts';
import type { DocumentFacts } from '../../src/retrieval/model.ts';
import { type FakeOpenAi, startFakeOpenAi, text } from '../support/fake-openai.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterAll(() => fake.close());

const grader = (dailyTokens = 1e9, counter = memoryCounter()) =>
  createGrader({
    maySend: async () => true,
    budget: new TokenBudget(counter, () => ({ dailyTokens, personDailyTokens: 0 }), Date.now),
    client: createLlmClient({ apiKey: 'k', baseUrl: fake.url, timeoutMs: 1_000 }),
    model: 'judge',
  });
const row = (id: string, more: Partial<GradedRow> = {}): GradedRow => ({
  id,
  question: 'Bà Trần Thị Hoa hỏi: khai sinh mấy ngày?',
  answerable: true,
  facts: ['04 ngày làm việc'],
  answer: {
    status: 'answered',
    answer: 'Thời hạn 4 ngày làm việc. [1]',
    sections: [
      { role: 'conclusion', lines: ['Thời hạn 4 ngày làm việc. [1]'] },
      { role: 'caution', heading: 'Lưu ý', lines: ['Tài liệu tổng hợp. [1]'] },
    ],
    citations: [],
    composer: 'llm',
  },
  ...more,
});
const verdict = (supported: boolean[], completeness: number, usefulness: number) =>
  text({
    statements: supported.map((s, i) => ({ statement: `ý ${i}`, supported: s })),
    completeness,
    usefulness,
  });

describe('grading', () => {
  it('maps the grader’s reply to shares and counts tokens', async () => {
    fake.script(verdict([true, true, true, false], 4, 5), verdict([], 1, 3));
    const result = await gradeAll([row('a'), row('b')], grader());
    expect(result.rows[0]).toMatchObject({
      grades: { faithfulness: 0.75, completeness: 0.75, usefulness: 1, unsupported: ['ý 3'] },
      tokens: 150,
    });
    expect(result.rows[1]).toMatchObject({ grades: { faithfulness: null, completeness: 0 } });
    expect(result.summary).toMatchObject({
      graded: 2,
      faithfulness: 0.75,
      completeness: 0.375,
      usefulness: 0.75,
      tokensPerQuestion: 150,
    });
    expect(formatGrades(result)).toContain('a: ý 3');
    // What the program says of its sources is no statement of theirs.
    expect(JSON.parse(fake.requests.at(-1)!.messages[1]!.content)).toMatchObject({
      answer: 'Thời hạn 4 ngày làm việc. [1]',
      notices: 'Lưu ý:\nTài liệu tổng hợp. [1]',
    });
  });

  it('is not sent an answer that names a document it may not know of', async () => {
    const changedBy = (kind: 'internal' | 'public') =>
      ({
        scope: { kind: 'public' },
        incoming: [{ byScope: { kind }, byNumber: '9/HD-SX' }],
      }) as unknown as DocumentFacts;
    const cited = row('a', {
      answer: {
        status: 'answered',
        answer: 'Thời hạn 4 ngày, được sửa đổi bởi 9/HD-SX. [1]',
        sections: [],
        citations: [{ documentId: 'd1' }],
        composer: 'llm',
      } as unknown as GradedRow['answer'],
    });
    const grade = (kind: 'internal' | 'public') =>
      endpointGrader(
        { apiKey: 'k', baseUrl: fake.url, model: 'judge', timeoutMs: 1_000, scope: 'public' },
        new TokenBudget(memoryCounter(), () => ({ dailyTokens: 1e9, personDailyTokens: 0 }), Date.now),
        { facts: async () => new Map([['d1' as DocumentId, changedBy(kind)]]) },
      ).grade(cited);
    fake.script(verdict([true], 4, 5));
    expect(await grade('internal')).toMatchObject({ failed: 'scope', tokens: 0 });
    expect(await grade('public')).toMatchObject({ grades: { faithfulness: 1 } });
  });

  it('counts against the day’s tokens, and stops where they are used up', async () => {
    fake.script(verdict([true], 4, 5));
    const counter = memoryCounter();
    const used = () => counter.used(EVERYONE, dayOf(Date.now()));
    const result = await gradeAll([row('a'), row('b')], grader(2_000, counter));
    expect(result.summary.graded).toBe(2);
    expect(await used()).toBe(result.summary.tokens);
    await counter.add(EVERYONE, dayOf(Date.now()), 1_500);
    const before = fake.requests.length;
    expect(await grader(2_000, counter).grade(row('c'))).toEqual({ id: 'c', failed: 'budget', tokens: 0 });
    expect(fake.requests).toHaveLength(before);
    expect(await used()).toBe(result.summary.tokens + 1_500);
  });

  it('sends no personal data, and the question as data', async () => {
    fake.script(verdict([true], 5, 5));
    await grader().grade(row('a'));
    const sent = fake.requests.at(-1)!;
    expect(JSON.stringify(sent)).not.toContain('Trần Thị Hoa');
    expect(JSON.parse(sent.messages[1]!.content)).toMatchObject({
      answerable: true,
      facts: ['04 ngày làm việc'],
    });
  });

  it.each([
    ['prose', text('Rất tốt!'), 'broken_reply'],
    ['a grade out of range', text({ statements: [], completeness: 9, usefulness: 1 }), 'broken_reply'],
    ['an overloaded endpoint', { kind: 'status' as const, status: 429 }, 'rate_limited'],
  ])('%s leaves the row ungraded and says why', async (_, script, reason) => {
    fake.script(script);
    const { summary } = await gradeAll([row('a')], grader());
    expect(summary).toMatchObject({ graded: 0, failed: { [reason]: 1 }, faithfulness: null });
  });

  it('has nothing to say about nothing', () => {
    expect(summarise([])).toMatchObject({ graded: 0, tokensPerQuestion: 0, usefulness: null });
  });
});
