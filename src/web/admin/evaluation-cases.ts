import { guidanceFileName } from '../../dialogue/review/guidance-files.ts';
import type { StandardAnswer } from '../../dialogue/review/model.ts';

/** One line of a question file, as `npm run -s eval` reads it. */
export interface EvaluationCase {
  readonly id: string;
  readonly q: string;
  readonly kind: string;
  readonly style: string;
  readonly gold: readonly ({ readonly procedureCode: string } | { readonly source: string })[];
}

const PROCEDURE_CODE = /(?<![\p{N}.])\d\.\d{6}(?![\p{N}])/gu;

/**
 * Approved answers as evaluation cases: the right source is the answer itself, which is searched like every document,
 * or a procedure that its basis names by code.
 */
export function evaluationCases(answers: readonly StandardAnswer[]): EvaluationCase[] {
  return answers
    .filter((answer) => answer.state === 'approved')
    .map((answer) => ({
      id: answer.id,
      q: answer.question,
      kind: answer.field ?? 'khác',
      style: 'tra-loi-chuan',
      gold: [
        { source: guidanceFileName(answer) },
        ...[...new Set(answer.basis.match(PROCEDURE_CODE) ?? [])].map((procedureCode) => ({ procedureCode })),
      ],
    }));
}
