import { basename } from 'node:path';
import { type Inspection, notRead } from '../ingest/inspection.ts';
import { readBytes } from '../ingest/read-bytes.ts';
import { pageCacheFolder } from '../ingest/reading/page-cache-folder.ts';
import { createReadingProcess, ReadingFault } from '../ingest/reading/process.ts';
import { inspectionText } from './inspection-text.ts';
import { progressOn } from './progress.ts';
import { type CommandContext, EXIT, parseOptions, runCommand, UsageError } from './run.ts';

const USAGE = 'npm run -s inspect -- [--json] TỆP';
const FAULT =
  'Chương trình gặp lỗi khi phân tích tệp này; hãy báo quản trị kèm tên tệp và dòng lỗi đã in ra màn hình.';

await runCommand(async (context) => {
  const { values, positionals } = parseOptions(USAGE, { json: { type: 'boolean', default: false } });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('Cần đúng một tệp.', USAGE);
  const inspection = await inspect(path, context);
  context.print(values.json ? JSON.stringify(inspection) : inspectionText(inspection));
  return EXIT.done;
});

async function inspect(path: string, context: CommandContext): Promise<Inspection> {
  const read = await readBytes(path);
  if (read.status === 'absent') throw new UsageError(`${path}: ${read.reason}`, USAGE);
  if (read.status !== 'bytes') return notRead(read.status, read.reason);
  const reading = createReadingProcess();
  const tell = progressOn(context);
  try {
    const result = await reading.run('inspect', read.bytes, basename(path), {
      signal: context.signal,
      pageCacheDir: pageCacheFolder(context.config.dataDir),
      onProgress: (done, total) => {
        if (total > 1) tell(`Đang đọc trang ${done}/${total}`);
      },
    });
    return 'text' in result ? result : notRead(result.status, result.reason);
  } catch (error) {
    if (!(error instanceof ReadingFault)) throw error;
    context.tell(error.stack ?? error.message);
    return notRead('failed', FAULT);
  } finally {
    reading.close();
  }
}
