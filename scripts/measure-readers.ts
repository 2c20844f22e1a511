/**
 * How well and how fast files are read, against the truth beside them: the figures of docs/readers.md and
 * docs/benchmarks.md.
 *
 *     npm run -s measure-readers -- [--json] [--only legacy|ocr] [--data ../shared/data] [--match TEXT]
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  type FileScore,
  type ScanScore,
  scoreFolder,
  scoreScannedPages,
  weighted,
} from '../src/evaluation/reading.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    data: { type: 'string', default: path.resolve(import.meta.dirname, '../../shared/data') },
    match: { type: 'string', default: '' },
  },
});

/** Files below this are listed one by one. */
const LISTED = 0.99;
const FOLDERS = [
  ['tcvn3', 'doc'],
  ['tcvn3', 'rtf'],
  ['tcvn3', 'xls'],
  ['tcvn3', 'pdf'],
  ['vni', 'doc'],
  ['vni', 'xls'],
  ['synthetic', 'docx'],
] as const;

interface Row {
  readonly set: string;
  readonly files: readonly FileScore[];
}

async function legacy(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [folder, extension] of FOLDERS) {
    const files = await scoreFolder(
      path.join(values.data, 'legacy-encoding', folder),
      new RegExp(`${values.match}.*\\.${extension}$`),
    );
    rows.push({ set: `${folder} ${extension}`, files });
  }
  return rows;
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / (numbers.length || 1);
const figure = (n: number) => n.toFixed(4);

function printLegacy(rows: readonly Row[]): void {
  for (const { set, files } of rows.filter((row) => row.files.length > 0)) {
    const syllables = files.map((f) => f.syllables);
    console.log(
      `${set.padEnd(16)} ${files.length} files, syllables ${figure(weighted(files, (f) => f.syllables))} weighted, ${figure(mean(syllables))} mean`,
    );
    for (const f of files.filter((f) => f.syllables < LISTED))
      console.log(
        `    ${figure(f.syllables)} (any case ${figure(f.syllablesAnyCase)}) ${f.file} ${f.error ?? ''}`,
      );
  }
}

function printScans(scans: readonly ScanScore[]): void {
  for (const s of scans)
    console.log(
      `    chars ${figure(s.characters)} syllables ${figure(s.syllables)} ${(s.milliseconds / 1000).toFixed(1)} s, mended ${s.mended}: ${s.file}`,
    );
  console.log(
    `ocr: ${scans.length} pages, characters ${figure(mean(scans.map((s) => s.characters)))}, syllables ${figure(mean(scans.map((s) => s.syllables)))}`,
  );
}

const rows = values.only === 'ocr' ? [] : await legacy();
const scans =
  values.only === 'legacy'
    ? []
    : await scoreScannedPages(
        path.join(values.data, 'ocr-truth'),
        path.join(values.data, 'files', 'scanned_pdf'),
        new RegExp(values.match),
      );
if (values.json) console.log(JSON.stringify({ legacy: rows, scans }));
else {
  printLegacy(rows);
  if (scans.length > 0) printScans(scans);
}
