import { type OcrEngine, openOcrEngine } from './engine.ts';
import type { LineReader } from './stamp-marks.ts';

/** Reads lines for `use`; the engine is started by the first one, for most files have none to read. */
export async function withLineReader<T>(use: (readLine: LineReader) => Promise<T>): Promise<T> {
  let engine: Promise<OcrEngine> | undefined;
  try {
    return await use(async (image) => {
      engine ??= openOcrEngine();
      return (await engine).readLine(image);
    });
  } finally {
    await (await engine?.catch(() => undefined))?.close();
  }
}
