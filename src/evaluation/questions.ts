import { basename } from 'node:path';
import { z } from 'zod';
import type { Hit } from '../retrieval/model.ts';

const goldSchema = z.union([
  z.object({ procedureCode: z.string() }),
  z.object({ source: z.string(), dieu: z.string().optional() }),
]);

const questionSchema = z.object({
  id: z.string(),
  q: z.string(),
  style: z.string().default('all'),
  kind: z.string().default('all'),
  gold: z.array(goldSchema).default([]),
  facts: z.array(z.string()).default([]),
  asOf: z.string().optional(),
});

/** One line of a question file. No `gold`: nothing in the documents answers it. */
export type EvaluationQuestion = z.infer<typeof questionSchema>;
export type Gold = z.infer<typeof goldSchema>;

/** A question file that cannot be read; `message` is Vietnamese and names the line. */
export class QuestionFileError extends Error {}

/** Reads JSON lines; empty lines are skipped. @throws QuestionFileError */
export function parseQuestions(text: string): EvaluationQuestion[] {
  const out: EvaluationQuestion[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const parsed = questionSchema.safeParse(json(line));
    if (!parsed.success)
      throw new QuestionFileError(
        `Dòng ${i + 1} không phải câu hỏi đánh giá {"id", "q", "gold", …}; hãy sửa dòng này rồi chạy lại.`,
      );
    out.push(parsed.data);
  }
  if (out.length === 0) throw new QuestionFileError('Tệp câu hỏi không có dòng nào.');
  return out;
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Whether a hit is one of the right units: a procedure by its code, an article by file name and number, or any part
 * of a file when no article is named. */
export function isRight(hit: Pick<Hit, 'procedureCode' | 'source' | 'path'>, gold: readonly Gold[]): boolean {
  return gold.some((g) =>
    'procedureCode' in g
      ? hit.procedureCode === g.procedureCode
      : basename(hit.source) === g.source && (g.dieu === undefined || hit.path.dieu === g.dieu),
  );
}
