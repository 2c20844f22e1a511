/**
 * How well bad pages are read: the transcribed pages of ../shared/data/ocr-truth turned, noisy, faint and photographed, each as it
 * lies and levelled. The figures of docs/benchmarks.md.
 *
 *     npm run -s measure-bad-pages -- [--match TEXT] [--data ../shared/data]
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { scoreReading } from '../src/evaluation/reading.ts';
import { type OcrEngine, openOcrEngine } from '../src/ingest/readers/ocr/engine.ts';
import type { GrayImage } from '../src/ingest/readers/ocr/image.ts';
import { linesAsItLies, textOfPage } from '../src/ingest/readers/ocr/read-page.ts';
import { renderPage } from '../src/ingest/readers/ocr/render.ts';
import { straightened } from '../src/ingest/readers/ocr/skew.ts';
import { openPdf } from '../src/ingest/readers/pdf/open.ts';
import { BAD_PAGES } from './bad-pages.ts';

const { values } = parseArgs({
  options: {
    match: { type: 'string', default: '' },
    data: { type: 'string', default: path.resolve(import.meta.dirname, '../../shared/data') },
  },
});

interface Figures {
  readonly characters: number;
  readonly syllables: number;
}

async function read(image: GrayImage, scale: number, truth: string, engine: OcrEngine): Promise<Figures> {
  return scoreReading(truth, textOfPage(await linesAsItLies({ image, scale }, engine)).text);
}

const show = ({ characters, syllables }: Figures) => `${characters.toFixed(3)} ${syllables.toFixed(3)}`;
const mean = (figures: readonly Figures[], of: keyof Figures) =>
  figures.reduce((sum, one) => sum + one[of], 0) / figures.length;
const meanOf = (figures: readonly Figures[]): Figures => ({
  characters: mean(figures, 'characters'),
  syllables: mean(figures, 'syllables'),
});

const engine = await openOcrEngine();
const rows = new Map(
  Object.keys(BAD_PAGES).map((name) => [name, { lies: [] as Figures[], level: [] as Figures[] }]),
);
const folder = path.join(values.data, 'ocr-truth');
for (const file of readdirSync(folder).sort()) {
  const [, pdf, page] = /^(.*)\.p(\d+)\.truth\.txt$/.exec(file) ?? [];
  if (pdf === undefined || !new RegExp(values.match).test(file)) continue;
  const truth = readFileSync(path.join(folder, file), 'utf8');
  const document = await openPdf(readFileSync(path.join(values.data, 'files', 'scanned_pdf', `${pdf}.pdf`)));
  const { image, scale } = await renderPage(document, Number(page));
  await document.destroy();
  for (const [name, spoil] of Object.entries(BAD_PAGES)) {
    const spoilt = spoil(image);
    const level = straightened(spoilt);
    const lies = await read(spoilt, scale, truth, engine);
    const better = level.angle === 0 ? lies : await read(level.image, scale, truth, engine);
    rows.get(name)!.lies.push(lies);
    rows.get(name)!.level.push(better);
    console.error(`${file} ${name}: ${show(lies)} → ${show(better)}`);
  }
}
await engine.close();
for (const [name, { lies, level }] of rows)
  console.log(
    `${name.padEnd(14)} ${lies.length} pages: as it lies ${show(meanOf(lies))}, levelled ${show(meanOf(level))}`,
  );
