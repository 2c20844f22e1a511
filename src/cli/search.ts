import { openApp } from '../app.ts';
import type { Hit } from '../retrieval/model.ts';
import { CommandError, EXIT, parseCount, parseDay, parseOptions, runCommand, UsageError } from './run.ts';

const USAGE = 'npm run -s search -- [--json] [-k 10] [--as-of NĂM-THÁNG-NGÀY] "câu cần tìm"';

await runCommand(async (context) => {
  const { values, positionals } = parseOptions(USAGE, {
    json: { type: 'boolean', default: false },
    k: { type: 'string', short: 'k', default: '10' },
    'as-of': { type: 'string' },
  });
  const query = positionals.join(' ').trim();
  if (query === '') throw new UsageError('Chưa có câu cần tìm.', USAGE);
  const k = parseCount(values.k, USAGE);
  const asked = values['as-of'] === undefined ? undefined : parseDay(values['as-of'], USAGE);
  const app = await openApp(context.config, { tell: context.tell });
  try {
    if (await app.isEmpty()) throw new CommandError(app.words.emptyIndex);
    const { hits } = await app.search(query, { k, asOf: asked ?? app.today() });
    context.print(values.json ? JSON.stringify({ hits }) : describe(hits));
    return EXIT.done;
  } finally {
    await app.close();
  }
});

function describe(hits: readonly Hit[]): string {
  if (hits.length === 0) return 'Không tìm thấy.';
  return hits
    .map((hit) => {
      const text = hit.text.replace(/\s+/g, ' ').slice(0, 220);
      return `${hit.rank}. ${hit.label}\n   ${hit.documentTitle} (${hit.source})\n   ${text}`;
    })
    .join('\n');
}
