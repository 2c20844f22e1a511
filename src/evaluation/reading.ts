import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readSource } from '../ingest/readers/index.ts';
import { recognizePages } from '../ingest/readers/ocr/recognize.ts';
import { renderPage } from '../ingest/readers/ocr/render.ts';
import { openPdf } from '../ingest/readers/pdf/open.ts';
import { nfc, syllables } from '../legal/text.ts';
import { editDistance } from './edit-distance.ts';

/** How well a text was read against the truth; accuracies are 1 − errors / size of the truth, at least 0. */
export interface ReadingScore {
  /** Letters, digits and marks, white space taken out. */
  readonly characters: number;
  /** 1 − word error rate on syllables and numbers, case kept. */
  readonly syllables: number;
  /** The same without regard to case. */
  readonly syllablesAnyCase: number;
  readonly truthSyllables: number;
}

export interface FileScore extends ReadingScore {
  readonly file: string;
  readonly error?: string;
}

/** Compares a reading with the truth, both in NFC. */
export function scoreReading(truth: string, read: string): ReadingScore {
  const t = nfc(truth);
  const r = nfc(read);
  const words = (text: string) => syllables(text);
  const letters = (text: string) => [...text.replace(/\s+/g, '')];
  return {
    characters: accuracy(letters(t), letters(r)),
    syllables: accuracy(words(t), words(r)),
    syllablesAnyCase: accuracy(words(t.toLowerCase()), words(r.toLowerCase())),
    truthSyllables: words(t).length,
  };
}

function accuracy(truth: readonly string[], read: readonly string[]): number {
  return truth.length === 0 ? 1 : Math.max(0, 1 - editDistance(truth, read) / truth.length);
}

/** Reads every file of a folder that has its truth beside it (`<name>.truth.txt`), and scores it. */
export async function scoreFolder(folder: string, extensions: RegExp): Promise<FileScore[]> {
  const scores: FileScore[] = [];
  const names = readdirSync(folder);
  for (const file of names.filter((f) => extensions.test(f)).sort()) {
    const truthFile = `${file.replace(/\.[^.]+$/, '')}.truth.txt`;
    if (!names.includes(truthFile)) continue;
    const truth = readFileSync(path.join(folder, truthFile), 'utf8');
    const outcome = await readSource(new Uint8Array(readFileSync(path.join(folder, file))), file);
    if (outcome.status === 'readable') {
      scores.push({ file, ...scoreReading(truth, outcome.value.pages.map((p) => p.text).join('\n')) });
    } else {
      scores.push({
        file,
        error: outcome.reason,
        characters: 0,
        syllables: 0,
        syllablesAnyCase: 0,
        truthSyllables: syllables(nfc(truth)).length,
      });
    }
  }
  return scores;
}

/** Mean over files, each file counting by the size of its truth. */
export function weighted(scores: readonly ReadingScore[], pick: (score: ReadingScore) => number): number {
  const total = scores.reduce((sum, s) => sum + s.truthSyllables, 0);
  return total === 0 ? 0 : scores.reduce((sum, s) => sum + pick(s) * s.truthSyllables, 0) / total;
}

export interface ScanScore extends FileScore {
  readonly page: number;
  readonly milliseconds: number;
  readonly mended: number;
}

const NO_CACHE = { get: () => undefined, put: () => {}, forget: () => {} };

/** Recognises the pages that have a transcript (`<pdf>.p<page>.truth.txt`) and whose transcript's name matches. */
export async function scoreScannedPages(
  truthFolder: string,
  pdfFolder: string,
  which: RegExp,
): Promise<ScanScore[]> {
  const scores: ScanScore[] = [];
  for (const name of readdirSync(truthFolder).sort()) {
    const [, pdf, number] = /^(.*)\.p(\d+)\.truth\.txt$/.exec(name) ?? [];
    if (pdf === undefined || !which.test(name)) continue;
    const page = Number(number);
    const document = await openPdf(new Uint8Array(readFileSync(path.join(pdfFolder, `${pdf}.pdf`))));
    const start = performance.now();
    const { pages, mended } = await recognizePages(
      { pages: [page], render: (p) => renderPage(document, p) },
      {},
      NO_CACHE,
    );
    const milliseconds = performance.now() - start;
    await document.destroy();
    const truth = readFileSync(path.join(truthFolder, name), 'utf8');
    scores.push({
      file: name,
      page,
      milliseconds,
      mended,
      ...scoreReading(truth, pages.get(page)?.text ?? ''),
    });
  }
  return scores;
}
