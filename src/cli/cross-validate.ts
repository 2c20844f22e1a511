/**
 * Would other ranking weights be better, and is that more than luck? Asks the questions of a file once, then fits factors
 * on the weights of docs/evaluation.md by coordinate ascent, five-fold by what is asked about.
 *
 *   DATA_DIR=… npm run -s cross-validate -- QUESTIONS.jsonl [MORE.jsonl …]
 */
import { readFile } from 'node:fs/promises';
import { openApp } from '../app.ts';
import { crossValidate, FACTORS, type Factors, type RankedQuestion } from '../evaluation/cross-validation.ts';
import {
  type EvaluationQuestion,
  isRight,
  parseQuestions,
  QuestionFileError,
} from '../evaluation/questions.ts';
import { type CommandContext, CommandError, EXIT, parseOptions, runCommand, UsageError } from './run.ts';

const USAGE = 'npm run -s cross-validate -- CÂU_HỎI.jsonl [CÂU_HỎI_KHÁC.jsonl …]';
/** Below this no weight could lift a unit into sight. */
const CANDIDATES = 60;

await runCommand(async (context) => {
  const { positionals } = parseOptions(USAGE, {});
  if (positionals.length === 0) throw new UsageError('Chưa nêu tệp câu hỏi.', USAGE);
  const questions = (await Promise.all(positionals.map(read))).flat();
  const ranked = await rank(context, questions);
  const { inUse, fitted, heldOut, chosen } = crossValidate(ranked);
  const row = (name: string, q: { ndcg: number; first: number }) =>
    `${name.padEnd(28)} R@1 ${q.first.toFixed(3)}  nDCG@10 ${q.ndcg.toFixed(3)}`;
  context.print(
    [
      `${ranked.length} câu có đáp án`,
      row('trọng số đang dùng', inUse),
      row('chỉnh theo tất cả', fitted),
      row('chỉnh, đo phần không thấy', heldOut),
      `hệ số chỉnh theo tất cả: ${words(fitted.factors)}`,
      ...chosen.map((factors, i) => `phần ${i + 1}: ${words(factors)}`),
    ].join('\n'),
  );
  return EXIT.done;
});

async function read(file: string): Promise<EvaluationQuestion[]> {
  try {
    return parseQuestions(await readFile(file, 'utf8')).filter(({ gold }) => gold.length > 0);
  } catch (error) {
    throw new CommandError(
      error instanceof QuestionFileError
        ? `${file}: ${error.message}`
        : `Không đọc được tệp câu hỏi ${file}; hãy kiểm tra đường dẫn.`,
    );
  }
}

async function rank(
  { config, tell }: CommandContext,
  questions: readonly EvaluationQuestion[],
): Promise<RankedQuestion[]> {
  const app = await openApp(config, { tell });
  try {
    const ranked: RankedQuestion[] = [];
    for (const { q, gold, asOf } of questions) {
      const { hits } = await app.search(q, { k: CANDIDATES, asOf: asOf ?? app.today() });
      const candidates = hits.map((hit) => ({
        right: isRight(hit, gold),
        score: hit.score,
        parts: hit.trace?.parts ?? {},
      }));
      ranked.push({ group: JSON.stringify(gold), candidates });
    }
    return ranked;
  } finally {
    await app.close();
  }
}

function words(factors: Factors): string {
  return FACTORS.map((name) => `${name} ${factors[name]}`).join(', ');
}
