import { readFile } from 'node:fs/promises';
import { openApp } from '../app.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import { parseQuestions, QuestionFileError } from '../evaluation/questions.ts';
import { formatReport } from '../evaluation/report.ts';
import { CommandError, EXIT, parseDay, parseOptions, runCommand, UsageError } from './run.ts';

const USAGE = 'npm run -s eval -- [--json] [--as-of NĂM-THÁNG-NGÀY] --questions TỆP.jsonl';

await runCommand(async (context) => {
  const { values } = parseOptions(USAGE, {
    json: { type: 'boolean', default: false },
    questions: { type: 'string' },
    'as-of': { type: 'string' },
  });
  if (values.questions === undefined) throw new UsageError('Chưa nêu tệp câu hỏi.', USAGE);
  const questions = await read(values.questions);
  const app = await openApp(context.config, { tell: context.tell });
  try {
    if (await app.isEmpty()) throw new CommandError(app.words.emptyIndex);
    const asOf = values['as-of'] === undefined ? app.today() : parseDay(values['as-of'], USAGE);
    const report = await evaluate(
      questions,
      (question) => {
        context.signal.throwIfAborted();
        return app.ask(question.q, { asOf: question.asOf ?? asOf, signal: context.signal });
      },
      (done) => done % 50 === 0 && context.tell(`Đã hỏi ${done}/${questions.length} câu.`),
    );
    context.print(values.json ? JSON.stringify(report) : formatReport(report));
    return EXIT.done;
  } finally {
    await app.close();
  }
});

async function read(file: string) {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`Không đọc được tệp câu hỏi ${file}.`, USAGE);
  });
  try {
    return parseQuestions(text);
  } catch (error) {
    throw error instanceof QuestionFileError ? new CommandError(`${file}: ${error.message}`) : error;
  }
}
