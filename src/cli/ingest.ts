import { openApp } from '../app.ts';
import type { IngestReport, ReportedFile } from '../ingest/report.ts';
import { progressOn } from './progress.ts';
import { EXIT, parseOptions, runCommand, UsageError } from './run.ts';

const USAGE = 'npm run -s ingest -- [--json] TỆP_HOẶC_THƯ_MỤC…';

const WORDS: Record<ReportedFile['status'], string> = {
  added: 'thêm mới',
  updated: 'cập nhật',
  unchanged: 'không đổi',
  duplicate: 'trùng',
  refused: 'từ chối',
  failed: 'không đọc được',
};

await runCommand(async (context) => {
  const { values, positionals } = parseOptions(USAGE, { json: { type: 'boolean', default: false } });
  if (positionals.length === 0) throw new UsageError('Chưa chỉ ra tệp hay thư mục nào.', USAGE);
  const app = await openApp(context.config, { tell: context.tell });
  try {
    const report = await app.ingest(positionals, { signal: context.signal, onProgress: progressOn(context) });
    context.print(values.json ? JSON.stringify(report) : describe(report));
    return EXIT.done;
  } finally {
    await app.close();
  }
});

function describe(report: IngestReport): string {
  const lines = report.files.map((file) => {
    const totals = file.documents.reduce((sum, document) => sum + document.chunks, 0);
    const what =
      totals > 0
        ? ` (${file.documents
            .map((d) => d.title)
            .join('; ')
            .slice(0, 90)}; ${totals} đoạn)`
        : '';
    return `${WORDS[file.status].padEnd(14)} ${file.source}${what}${file.reason === undefined ? '' : `\n    ${file.reason}`}`;
  });
  const { totals } = report;
  const counts = (Object.keys(WORDS) as (keyof typeof WORDS)[])
    .filter((status) => totals[status] > 0)
    .map((status) => `${WORDS[status]} ${totals[status]}`);
  return [
    ...lines,
    `${totals.files} tệp: ${counts.join(', ')}. ${totals.documents} văn bản, ${totals.chunks} đoạn, ${(totals.ms / 1000).toFixed(1)} giây.`,
  ].join('\n');
}
