import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { inspectFile } from '../ingest/inspect.ts';
import { EXIT, parseOptions, runCommand, UsageError } from './run.ts';

const USAGE = 'npm run -s inspect -- [--json] TỆP';

await runCommand(async (context) => {
  const { values, positionals } = parseOptions(USAGE, { json: { type: 'boolean', default: false } });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('Cần đúng một tệp.', USAGE);
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`Không đọc được tệp ${path}; hãy kiểm tra đường dẫn và quyền đọc.`, USAGE);
  });
  const inspection = await inspectFile(bytes, basename(path), {
    signal: context.signal,
    onProgress: (done, total) => {
      if (total > 1) context.tell(`Đang đọc trang ${done}/${total}`);
    },
  });
  context.print(values.json ? JSON.stringify(inspection) : JSON.stringify(inspection, null, 2));
  return EXIT.done;
});
