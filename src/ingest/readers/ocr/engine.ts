import { createRequire } from 'node:module';
import path from 'node:path';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { failed } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { withTimeout } from '../timeout.ts';
import { type GrayImage, toPgm } from './image.ts';

/** A recognised word with its box in pixels and the engine's confidence, 0..100. */
export interface OcrWord {
  readonly text: string;
  readonly confidence: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface OcrLine {
  readonly words: readonly OcrWord[];
  /** Height of the baseline, pixels from the top. */
  readonly baseline: number;
}

export interface OcrEngine {
  recognize(image: GrayImage): Promise<OcrLine[]>;
  /** Reads a cut-out that holds lines of one column. */
  readBlock(image: GrayImage): Promise<OcrLine[]>;
  /** Reads a small picture of one line. */
  readLine(image: GrayImage): Promise<string>;
  close(): Promise<void>;
}

/** One tesseract worker thread with the integer "best" Vietnamese model of the npm package; nothing is downloaded. */
export async function openOcrEngine(): Promise<OcrEngine> {
  let worker = await startWorker();
  const recognise = async (image: GrayImage, mode: PSM) => {
    try {
      await worker.setParameters({ tessedit_pageseg_mode: mode });
      const { data } = await withTimeout(
        worker.recognize(toPgm(image), {}, { text: false, blocks: true }),
        LIMITS.ocrPageMs,
      );
      return (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((p) => p.lines.map(lineOf)));
    } catch (cause) {
      // A worker that hangs or broke on one page must not spoil the next.
      await worker.terminate();
      worker = await startWorker();
      throw cause;
    }
  };
  return {
    recognize: (image) => recognise(image, PSM.AUTO),
    readBlock: (image) => recognise(image, PSM.SINGLE_BLOCK),
    async readLine(image) {
      const lines = await recognise(image, PSM.SINGLE_LINE);
      return lines.flatMap((line) => line.words.map((word) => word.text)).join(' ');
    },
    async close() {
      await worker.terminate();
    },
  };
}

async function startWorker(): Promise<Worker> {
  const root = path.dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'));
  try {
    const worker = await createWorker('vie', OEM.LSTM_ONLY, {
      langPath: path.join(root, '4.0.0_best_int'),
      gzip: true,
      cacheMethod: 'none',
      errorHandler: () => {},
    });
    await worker.setParameters({ debug_file: '/dev/null' });
    return worker;
  } catch (cause) {
    throw failed(
      'Không khởi động được bộ nhận dạng chữ (OCR); hãy cài lại phần mềm bằng lệnh npm ci.',
      cause,
    );
  }
}

interface EngineLine {
  readonly words: readonly {
    text: string;
    confidence: number;
    bbox: { x0: number; y0: number; x1: number; y1: number };
  }[];
  readonly baseline: { y0: number; y1: number };
}

function lineOf(line: EngineLine): OcrLine {
  const words = line.words.map((w) => ({
    text: w.text.normalize('NFC').trim(),
    confidence: w.confidence,
    ...w.bbox,
  }));
  return {
    words: words.filter((w) => w.text !== ''),
    baseline: (line.baseline.y0 + line.baseline.y1) / 2,
  };
}
