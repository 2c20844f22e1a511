import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Config, ConfigError } from '../config.ts';
import { StoreError } from '../store/errors.ts';
import { DataDirBusyError } from '../store/lock.ts';
import { beginProcess } from '../wiring/process.ts';

/** Exit codes of the contract. */
export const EXIT = { done: 0, aborted: 1, usage: 2 } as const;

/** The command was called wrongly; `message` is Vietnamese and ends with how to call it. */
export class UsageError extends Error {
  constructor(problem: string, usage: string) {
    super(`${problem}\nCách dùng: ${usage}`);
    this.name = 'UsageError';
  }
}

/** The command cannot go on; `message` is one Vietnamese sentence: what, where, what to do. */
export class CommandError extends Error {}

export interface CommandContext {
  readonly config: Config;
  readonly signal: AbortSignal;
  /** Standard output. */
  print(text: string): void;
  /** Standard error: progress and logs. */
  tell(text: string): void;
}

/**
 * Runs a command: configuration, signals, errors in the reader's language, exit code. The one place where a command
 * line process ends.
 */
export async function runCommand(command: (context: CommandContext) => Promise<number>): Promise<void> {
  const abort = new AbortController();
  const stop = () => abort.abort(new CommandError('Đã dừng theo yêu cầu; phần đã xong vẫn được giữ.'));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // A reader that stops listening (head, a closed pager) ends the command quietly.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    const config = beginProcess();
    process.exitCode = await command({
      config,
      signal: abort.signal,
      print: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
      tell: (text) => void process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
    });
  } catch (error) {
    process.exitCode = reportError(error);
  }
}

function reportError(error: unknown): number {
  if (error instanceof UsageError || error instanceof ConfigError) {
    process.stderr.write(`${error instanceof ConfigError ? error.forPeople : error.message}\n`);
    return EXIT.usage;
  }
  if (error instanceof StoreError || error instanceof DataDirBusyError) {
    process.stderr.write(`${error.forPeople}\n`);
    return EXIT.aborted;
  }
  if (error instanceof CommandError) {
    process.stderr.write(`${error.message}\n`);
    return EXIT.aborted;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Lỗi ngoài dự kiến, lệnh dừng lại; dữ liệu đã ghi vẫn nguyên. Chi tiết:\n${detail}\n`);
  return EXIT.aborted;
}

/**
 * `parseArgs` with our words. Unknown options and missing values are usage errors.
 * @param usage one line showing how the command is called
 */
export function parseOptions<const T extends NonNullable<ParseArgsConfig['options']>>(
  usage: string,
  options: T,
) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Không hiểu tham số: ${message}`, usage);
  }
}

/** `YYYY-MM-DD` that exists on the calendar. */
export function parseDay(value: string, usage: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  if (date === undefined || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) {
    throw new UsageError(`Ngày "${value}" phải có dạng NĂM-THÁNG-NGÀY, ví dụ 2026-07-01.`, usage);
  }
  return value;
}

export function parseCount(value: string, usage: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 1000) {
    throw new UsageError(`Số kết quả "${value}" phải là số nguyên từ 1 đến 1000.`, usage);
  }
  return count;
}
