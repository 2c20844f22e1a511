import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { TokenBudget } from '../answer/llm/budget.ts';
import { type App, openApp } from '../app.ts';
import type { Config } from '../config.ts';
import { tokenLimits } from '../dialogue/review/settings.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import { endpointGrader, keepingAnswers } from '../evaluation/graded.ts';
import { formatGrades, type GradedRow, gradeAll } from '../evaluation/grading.ts';
import { parseQuestions, QuestionFileError } from '../evaluation/questions.ts';
import { formatReport } from '../evaluation/report.ts';
import { reportFile } from '../evaluation/report-file.ts';
import { createUsageCounter } from '../store/usage/usage-counter.ts';
import {
  type CommandContext,
  CommandError,
  EXIT,
  parseDay,
  parseOptions,
  runCommand,
  UsageError,
} from './run.ts';
import { type SavedRun, savedRun } from './saved-run.ts';

const USAGE =
  'npm run -s eval -- [--json] [--as-of NĂM-THÁNG-NGÀY] [--report TỆP.md] [--no-save] [--questions TỆP.jsonl]';

/** The project's own questions about its own texts: what is asked where no file is named. */
const OWN_QUESTIONS = join(import.meta.dirname, '../../corpus/danh-gia/cau-hoi.jsonl');

await runCommand(async (context) => {
  const { values } = parseOptions(USAGE, {
    json: { type: 'boolean', default: false },
    questions: { type: 'string' },
    report: { type: 'string' },
    'as-of': { type: 'string' },
    'no-save': { type: 'boolean', default: false },
  });
  const questions = await read(values.questions ?? OWN_QUESTIONS);
  const { app, close } = await (values.questions === undefined ? ownTexts(context) : stored(context));
  try {
    if (await app.isEmpty()) throw new CommandError(app.words.emptyIndex);
    const asOf = values['as-of'] === undefined ? app.today() : parseDay(values['as-of'], USAGE);
    const kept = keepingAnswers((question) => {
      context.signal.throwIfAborted();
      return app.ask(question.q, { asOf: question.asOf ?? asOf, signal: context.signal });
    });
    const report = await evaluate(
      questions,
      kept.ask,
      (done) => done % 50 === 0 && context.tell(`Đã hỏi ${done}/${questions.length} câu.`),
    );
    if (!values['no-save'] && values.questions !== undefined)
      await save(context, app, savedRun(nameOf(values.questions), app.now(), questions, report));
    const graded = await grade(context, app, kept.rows);
    if (values.report !== undefined) {
      const text = reportFile({
        questions: basename(values.questions ?? OWN_QUESTIONS),
        asOf,
        report,
        rows: kept.rows,
        ...(graded && { graded }),
      });
      await write(values.report, text);
      context.tell(`Đã ghi báo cáo vào ${values.report}.`);
    }
    if (values.json) context.print(JSON.stringify({ ...report, ...(graded && { graded }) }));
    else
      context.print(
        graded === undefined ? formatReport(report) : `${formatReport(report)}\n\n${formatGrades(graded)}`,
      );
    return EXIT.done;
  } finally {
    await close();
  }
});

interface Opened {
  readonly app: App;
  close(): Promise<void>;
}

async function stored({ config, tell }: CommandContext): Promise<Opened> {
  const app = await openApp(config, { tell });
  return { app, close: () => app.close() };
}

/** An application that knows the project's own texts and nothing else, so that a fresh clone can be measured and
 * nobody's data is touched. */
async function ownTexts({ config, tell }: CommandContext): Promise<Opened> {
  tell('Không nêu tệp câu hỏi: dùng bộ câu hỏi và tài liệu đi kèm dự án (corpus/), trong một kho tạm.');
  const dataDir = await mkdtemp(join(tmpdir(), 'tro-ly-eval-'));
  const app = await openApp({ ...config, dataDir }, { tell });
  await app.loadCorpus();
  return {
    app,
    async close() {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Keeps the run for the page of evaluations; the figures are worth printing even where nothing can be written. */
async function save({ tell }: CommandContext, app: App, { run, questions }: SavedRun): Promise<void> {
  await app.review.evaluations.save(run, questions).catch((error: unknown) => {
    tell(`Không lưu được lần đánh giá vào kho (${error instanceof Error ? error.message : String(error)}).`);
  });
}

function nameOf(file: string): string {
  return basename(file).replace(/\.jsonl?$/iu, '');
}

/** Undefined where no grading model is configured. */
async function grade({ config, signal, tell }: CommandContext, app: App, rows: readonly GradedRow[]) {
  const grader = graderOf(config, app);
  if (grader === undefined) return undefined;
  const graded = await gradeAll(rows, grader.grader, {
    signal,
    onProgress: (done) => done % 20 === 0 && tell(`Mô hình đã chấm ${done}/${rows.length} câu.`),
  });
  return { model: grader.model, ...graded };
}

function graderOf({ openai, gradingModel: model, llm }: Config, { db, stores, now, documents }: App) {
  if (openai === undefined || model === undefined) return undefined;
  const budget = new TokenBudget(
    createUsageCounter(db),
    () => tokenLimits(stores.settings, llm),
    () => now().getTime(),
  );
  const endpoint = { ...openai, model, timeoutMs: llm.timeoutMs, scope: llm.scope };
  return { model, grader: endpointGrader(endpoint, budget, documents) };
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`Không ghi được báo cáo vào ${file} (${error.code ?? 'lỗi'}); hãy chọn tệp khác.`);
  });
}

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
