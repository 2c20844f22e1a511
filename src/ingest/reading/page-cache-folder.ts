import { join } from 'node:path';

/** Where finished OCR pages wait for an interrupted reading to go on, inside DATA_DIR. */
export function pageCacheFolder(dataDir: string): string {
  return join(dataDir, 'ocr-pages');
}
