import { describe, expect, it } from 'vitest';
import { savedRun } from '../../src/cli/saved-run.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { parseQuestions } from '../../src/evaluation/questions.ts';
import { answer, citation, NOW } from '../support/web.ts';

const QUESTIONS = parseQuestions(
  [
    { id: 'a', q: 'Thời hạn?', gold: [{ procedureCode: '1.000001' }], facts: ['03 ngày'] },
    { id: 'b', q: 'Lệ phí?', gold: [{ procedureCode: '1.000001' }] },
    { id: 'c', q: 'Chuyện phiếm' },
  ]
    .map((one) => JSON.stringify(one))
    .join('\n'),
);

describe('what is kept of an evaluation run', () => {
  it('has shares of the questions a measure applies to, and each question with what came of it', async () => {
    const report = await evaluate(QUESTIONS, async ({ id }) => ({
      answer: answer({
        status: id === 'a' ? 'answered' : 'not_found',
        answer: 'Trong 03 ngày.',
        citations: [citation(1, { procedureCode: '1.000001' })],
      }),
      hits: [],
    }));
    const { run, questions } = savedRun('thu', NOW, QUESTIONS, report);
    expect(run).toMatchObject({ set: 'thu', at: NOW.toISOString() });
    // One question has facts, two have an answer, one has none.
    expect(run.overall).toEqual({
      'R@1': 0,
      'R@5': 0,
      'R@10': 0,
      'MRR@10': 0,
      facts: 1,
      abstained: 1,
      missed: 0.5,
    });
    expect(questions).toEqual([
      { id: 'a', question: 'Thời hạn?', status: 'answered', answerable: true, facts: true },
      { id: 'b', question: 'Lệ phí?', status: 'not_found', answerable: true },
      { id: 'c', question: 'Chuyện phiếm', status: 'not_found', answerable: false },
    ]);
  });

  it('leaves out what applies to no question', async () => {
    const only = QUESTIONS.slice(2);
    const report = await evaluate(only, async () => ({ answer: answer({ status: 'not_found' }), hits: [] }));
    expect(savedRun('thu', NOW, only, report).run.overall).toEqual({ abstained: 1 });
  });
});
