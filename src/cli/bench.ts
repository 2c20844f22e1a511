import { setFlagsFromString } from 'node:v8';
import { benchSets } from '../bench/documents.ts';
import { machine, runSet, type SetResult } from '../bench/run.ts';
import { table } from '../evaluation/report.ts';
import { EXIT, parseOptions, runCommand } from './run.ts';

const USAGE = 'npm run -s bench -- [--json] [--quick]';

// MiniSearch keeps every posting as an object and needs gigabytes at 100,000 chunks.
setFlagsFromString('--max-old-space-size=14000');

await runCommand(async (context) => {
  const { values } = parseOptions(USAGE, {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  });
  const sets: SetResult[] = [];
  for await (const set of benchSets(values.quick, context.tell)) {
    context.signal.throwIfAborted();
    sets.push(await runSet(set, context.tell));
  }
  const report = { machine: machine(), sets };
  context.print(
    values.json
      ? JSON.stringify(report)
      : `${JSON.stringify(report.machine)}\n\n${sets.map(textOf).join('\n\n')}`,
  );
  return EXIT.done;
});

function textOf({ name, documents, chunks, readMs, index, engines }: SetResult): string {
  const rows = [
    ['công cụ', 'dựng (ms)', 'bộ nhớ (MB)', 'p50 (ms)', 'p95', 'p99', 'số câu', 'gấp BM25 của dự án'],
    ...engines.map((e) => [
      e.name,
      String(Math.round(e.buildMs)),
      e.memoryMb === undefined ? '' : String(e.memoryMb),
      String(e.latency.p50),
      String(e.latency.p95),
      String(e.latency.p99),
      String(e.latency.n),
      e.timesOurs === undefined ? '' : `${e.timesOurs}×`,
    ]),
  ];
  return [
    `${name}: ${documents} tài liệu, ${chunks} đoạn; đọc và hiểu ${readMs} ms`,
    `chỉ mục: ${index.arraysMb} MB mảng, ${index.fileMb} MB tệp; lưu ${index.saveMs} ms, mở ${index.openMs} ms (câu đầu ${index.firstSearchMs} ms); thêm một tài liệu p50 ${index.add.p50} ms, p95 ${index.add.p95} ms, p99 ${index.add.p99} ms; bộ nhớ tiến trình ${index.residentMb} MB`,
    `trong lúc thêm một tài liệu ${index.large.chunks} đoạn (${index.large.addMs} ms): hỏi p50 ${index.large.search.p50} ms, p95 ${index.large.search.p95} ms, p99 ${index.large.search.p99} ms`,
    table(rows),
  ].join('\n');
}
