import { randomUUID } from 'node:crypto';
import type { EvaluatedQuestion, EvaluationRun } from '../dialogue/review/evaluations.ts';
import type { EvaluationReport, QuestionResult } from '../evaluation/evaluate.ts';
import type { EvaluationQuestion } from '../evaluation/questions.ts';

export interface SavedRun {
  readonly run: EvaluationRun;
  readonly questions: readonly EvaluatedQuestion[];
}

/** What the desk keeps of a run; `questions` and the report's rows stand in the same order. */
export function savedRun(
  set: string,
  at: Date,
  questions: readonly EvaluationQuestion[],
  report: EvaluationReport,
): SavedRun {
  const run = { id: `r-${randomUUID()}`, set, at: at.toISOString(), overall: measures(report) };
  return { run, questions: report.questions.map((row, i) => kept(row, questions[i]?.q ?? '')) };
}

/** A measure over no question is left out: it is not zero. */
function measures({ overall, questions }: EvaluationReport): Record<string, number> {
  const { answers } = overall;
  const share = (name: string, value: number, applies: boolean) => (applies ? { [name]: value } : {});
  return {
    ...(overall.questions > 0 && {
      'R@1': overall['R@1'],
      'R@5': overall['R@5'],
      'R@10': overall['R@10'],
      'MRR@10': overall['MRR@10'],
    }),
    ...share(
      'facts',
      answers.facts,
      questions.some(({ facts }) => facts !== null),
    ),
    ...share('abstained', answers.abstained, answers.unanswerable > 0),
    ...share('missed', answers.wronglyAbstained, answers.answerable > 0),
  };
}

function kept({ id, rank, status, facts }: QuestionResult, question: string): EvaluatedQuestion {
  return {
    id,
    question,
    status,
    answerable: rank !== null,
    ...(rank !== null && rank > 0 && { rank }),
    ...(facts !== null && { facts }),
  };
}
