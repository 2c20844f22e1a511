import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Answer } from '../answer/model.ts';
import { type App, openApp } from '../app.ts';
import {
  type CommandContext,
  CommandError,
  EXIT,
  parseDay,
  parseOptions,
  runCommand,
  UsageError,
} from './run.ts';
import { formatTrace, type TracedStep } from './trace.ts';

const USAGE =
  'npm run -s ask -- [--json] [--trace] [--as-of NĂM-THÁNG-NGÀY] "câu hỏi"  hoặc  npm run -s ask -- --json --batch TỆP.jsonl';

const questionLine = z.object({ id: z.string(), q: z.string(), asOf: z.iso.date().optional() });

await runCommand(async (context) => {
  const { values, positionals } = parseOptions(USAGE, {
    json: { type: 'boolean', default: false },
    trace: { type: 'boolean', default: false },
    batch: { type: 'string' },
    'as-of': { type: 'string' },
  });
  const question = positionals.join(' ').trim();
  if (values.batch === undefined && positionals.length === 0) throw new UsageError('Chưa có câu hỏi.', USAGE);
  if (values.batch !== undefined) await mustBeFile(values.batch);
  const asked = values['as-of'] === undefined ? undefined : parseDay(values['as-of'], USAGE);
  const steps: TracedStep[] = [];
  const app = await openApp(context.config, {
    tell: context.tell,
    ...(values.trace && { trace: (step, detail) => void steps.push({ step, detail }) }),
  });
  try {
    if (await app.isEmpty()) throw new CommandError(app.words.emptyIndex);
    if (values.batch !== undefined) return await askBatch(app, values.batch, asked, context);
    const { answer, hits } = await app.ask(question, {
      ...(asked !== undefined && { asOf: asked }),
      signal: context.signal,
    });
    if (values.json)
      context.print(JSON.stringify({ ...answer, ...(values.trace && { hits, trace: steps }) }));
    else context.print(values.trace ? `${answer.answer}\n\n${traceOf(answer, steps)}` : answer.answer);
    return EXIT.done;
  } finally {
    await app.close();
  }
});

async function mustBeFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(`Không có tệp câu hỏi ${path}.`, USAGE);
}

/** Each line stands alone; a bad line gets a `failed` answer under its number, the rest go on. */
async function askBatch(
  app: App,
  file: string,
  asOf: string | undefined,
  context: CommandContext,
): Promise<number> {
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line++;
    context.signal.throwIfAborted();
    if (text.trim() === '') continue;
    context.print(JSON.stringify(await askLine(app, text, line, asOf, context)));
  }
  return EXIT.done;
}

async function askLine(
  app: App,
  text: string,
  line: number,
  given: string | undefined,
  { signal, tell }: CommandContext,
): Promise<object> {
  const parsed = parseLine(text);
  if (parsed === undefined) {
    tell(
      `Dòng ${line}: không phải {"id": "…", "q": "…", "asOf"?: "NĂM-THÁNG-NGÀY"}; bỏ qua, hỏi tiếp dòng sau.`,
    );
    return failedLine(idOf(text) ?? String(line), 'Dòng này không phải một câu hỏi hợp lệ.');
  }
  try {
    const asOf = parsed.asOf ?? given;
    const { answer, hits } = await app.ask(parsed.q, { ...(asOf !== undefined && { asOf }), signal });
    return { id: parsed.id, ...answer, hits: hits.slice(0, 20) };
  } catch (error) {
    signal.throwIfAborted();
    tell(`Dòng ${line}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return failedLine(parsed.id, 'Có lỗi khi trả lời câu này.');
  }
}

function failedLine(id: string, answer: string): object {
  const timings = { retrieveMs: 0, composeMs: 0, totalMs: 0 };
  const composer = 'embedded';
  return { id, status: 'failed', answer, citations: [], composer, timings, traceId: randomUUID(), hits: [] };
}

/** The id that a faulty line still gives away. */
function idOf(text: string): string | undefined {
  try {
    return z.object({ id: z.union([z.string(), z.number()]).transform(String) }).safeParse(JSON.parse(text))
      .data?.id;
  } catch {
    return undefined;
  }
}

function parseLine(text: string): z.infer<typeof questionLine> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return questionLine.safeParse(value).data;
}

function traceOf(answer: Answer, steps: readonly TracedStep[]): string {
  const { composer, route, confidence, timings } = answer;
  const { retrieveMs, composeMs, totalMs } = timings;
  return [
    formatTrace(steps),
    `Bộ soạn: ${composer} · loại câu hỏi: ${route} · độ tin cậy: ${confidence.toFixed(2)}`,
    `Thời gian: tìm ${retrieveMs} ms, soạn ${composeMs} ms, cả thảy ${totalMs} ms`,
  ].join('\n\n');
}
