import { resolve } from 'node:path';
import { backupTo } from '../store/backup.ts';
import { EXIT, parseOptions, runCommand, UsageError } from './run.ts';

const USAGE = 'npm run -s backup -- TỆP_SAO_LƯU';

await runCommand(async (context) => {
  const { positionals } = parseOptions(USAGE, { json: { type: 'boolean', default: false } });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Cần đúng một tên tệp sao lưu.', USAGE);
  const { bytes } = await backupTo(context.config.dataDir, resolve(file));
  context.print(`Đã sao lưu ${context.config.dataDir} vào ${resolve(file)} (${bytes} byte).`);
  return EXIT.done;
});
