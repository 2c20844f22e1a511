import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { restoreFrom } from '../store/backup.ts';
import { EXIT, parseOptions, runCommand, UsageError } from './run.ts';

const USAGE = 'npm run -s restore -- TỆP_SAO_LƯU';

await runCommand(async (context) => {
  const { positionals } = parseOptions(USAGE, { json: { type: 'boolean', default: false } });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Cần đúng một tên tệp sao lưu.', USAGE);
  if (!existsSync(file)) throw new UsageError(`Không có tệp sao lưu ${resolve(file)}.`, USAGE);
  const { kept } = await restoreFrom(resolve(file), context.config.dataDir, context.config.writerWaitMs);
  context.print(
    `Đã khôi phục vào ${context.config.dataDir}.${kept === undefined ? '' : ` Dữ liệu trước đó giữ ở ${kept}.`}`,
  );
  return EXIT.done;
});
