/** Bounds of every reader: a hostile or broken file costs bounded memory and time, then gets a plain reason. */
export const LIMITS = {
  /** Bytes of the file itself. The largest real scan at hand is 40 MB. */
  fileBytes: 200 * 1024 * 1024,
  /** Bytes of one entry of a zip container after decompression; real document.xml parts stay under 30 MB. */
  zipEntryBytes: 96 * 1024 * 1024,
  /** Bytes of all entries read from one container. */
  zipTotalBytes: 192 * 1024 * 1024,
  zipEntries: 5_000,
  xmlDepth: 256,
  xmlNodes: 3_000_000,
  /** Bytes of an HTML page: its parser keeps a hundred times as much for a page of nothing but tags or attributes. */
  htmlBytes: 24 * 1024 * 1024,
  /** Characters of text kept of one document; the longest decree with annexes at hand has 1.6 million. */
  textChars: 8_000_000,
  /** Characters of a file of procedure records. */
  recordChars: 100_000_000,
  pdfPages: 5_000,
  /** Pieces of text on one page of a PDF: more than any sheet of paper can show. */
  pdfPageItems: 200_000,
  /** Bytes one stream of a PDF (contents of a page, font, object stream) unfolds to; the largest at hand has 0.4 MB. */
  pdfStreamBytes: 32 * 1024 * 1024,
  /** Bytes of all streams of a PDF but its pictures; the most at hand is 12 MB. */
  pdfTotalBytes: 1024 * 1024 * 1024,
  /** Milliseconds for one page of a PDF's text layer: of the clock, and of the processor (a busy machine costs none). */
  pdfPageMs: 30_000,
  pdfPageCpuMs: 5_000,
  /** Pages of one PDF that may pass these bounds. */
  pdfHeavyPages: 2,
  ocrPages: 1_000,
  /** Milliseconds for the OCR of one page, rendering included. */
  ocrPageMs: 120_000,
  /** Pixels of one picture or rendered page. */
  imagePixels: 80_000_000,
  sheetCells: 1_000_000,
  sheets: 256,
} as const;

/** "12,5 MB": sizes as people read them. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',').replace(/,0$/, '')} MB`;
}
