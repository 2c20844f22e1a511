/**
 * Whether the fields that a person is asked about are the wrong ones: the first page of each scan of ../shared/data/files is
 * recognised and its head compared with what a person reads there (scan-heads.ts). The figures of docs/readers.md.
 *
 *     npm run -s measure-heads -- [--match TEXT] [--data ../shared/data]
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ASK_BELOW } from '../src/ingest/official/doubts.ts';
import { parseOfficialDocument } from '../src/ingest/official/parse.ts';
import { openPageCache } from '../src/ingest/readers/ocr/page-cache.ts';
import { recognizePages } from '../src/ingest/readers/ocr/recognize.ts';
import { renderPage } from '../src/ingest/readers/ocr/render.ts';
import { openPdf } from '../src/ingest/readers/pdf/open.ts';
import { lettersAndDigits } from '../src/legal/text.ts';
import { SCAN_HEADS } from './scan-heads.ts';

const { values } = parseArgs({
  options: {
    match: { type: 'string', default: '' },
    data: { type: 'string', default: path.resolve(import.meta.dirname, '../../shared/data') },
    /** Folder of recognised pages to take up and to fill, as `DATA_DIR/ocr-pages`. */
    cache: { type: 'string' },
  },
});

const FIELDS = ['number', 'issuer', 'date', 'subject'] as const;
/** How a field came out; what was not found is asked about too. */
const counts = {
  right: 0,
  'right, asked': 0,
  'wrong, asked': 0,
  'not found, asked': 0,
  'WRONG, NOT ASKED': 0,
};
const same = (a: string, b: string) => lettersAndDigits(a) === lettersAndDigits(b);

const folder = path.join(values.data, 'files', 'scanned_pdf');
for (const head of SCAN_HEADS.filter(({ file }) => new RegExp(values.match).test(file))) {
  const name = readdirSync(folder).find((file) => file.startsWith(head.file))!;
  const bytes = new Uint8Array(readFileSync(path.join(folder, name)));
  const cache = openPageCache(values.cache, bytes);
  const document = await openPdf(bytes.slice());
  const { pages } = await recognizePages(
    { pages: [1], render: (page) => renderPage(document, page) },
    {},
    cache,
  );
  await document.destroy();
  const read = { format: 'pdf', paged: true, pages: [...pages.values()], warnings: [] } as const;
  const { header } = parseOfficialDocument(read, name);
  for (const field of FIELDS) {
    const value = header[field];
    const asked = (header.confidence[field] ?? 0) < ASK_BELOW;
    const right = value !== undefined && same(value, head[field]);
    const outcome =
      value === undefined
        ? 'not found, asked'
        : right
          ? asked
            ? 'right, asked'
            : 'right'
          : asked
            ? 'wrong, asked'
            : 'WRONG, NOT ASKED';
    counts[outcome]++;
    if (outcome !== 'right') console.log(`${head.file} ${field}: ${outcome}${right ? '' : `: ${value}`}`);
  }
}
console.log(
  Object.entries(counts)
    .map(([outcome, n]) => `${outcome} ${n}`)
    .join(' · '),
);
