import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageMark, ReadOptions, ReadPage, ReadValue } from '../../model.ts';
import { hasOfficialHead } from '../../safety/secret-stamp.ts';
import { failed, ReadFailure } from '../failure.ts';
import type { Line } from '../layout/lines.ts';
import { joinAcrossPages } from '../layout/page-ends.ts';
import { joinParagraphs, type Paragraph, textOf } from '../layout/paragraphs.ts';
import { withoutRunningLines } from '../layout/running.ts';
import { conversionWarnings } from '../legacy/runs.ts';
import type { LegacyEncoding } from '../legacy/tables.ts';
import { LIMITS } from '../limits.ts';
import type { Recognized } from '../ocr/recognize.ts';
import { ocrWarnings } from '../ocr/warnings.ts';
import { clean } from '../plain-text.ts';
import { withinCpu } from '../timeout.ts';
import { annotatedMarks } from './annotations.ts';
import { pageItems } from './items.ts';
import { openPdf, truncated } from './open.ts';
import { pageLines } from './page-lines.ts';
import { mendBrokenWords } from './spaces.ts';
import { letterCount, needsOcr } from './text-quality.ts';

/** What is seen on the pictures of an open PDF's pages; declared here so that the text reader does not know the OCR engine. */
export interface PageSight {
  recognize(document: PDFDocumentProxy, pages: readonly number[]): Promise<Recognized>;
  /** The secrecy stamps drawn on pages that need no recognition. */
  stamps(document: PDFDocumentProxy, pages: readonly number[]): Promise<PageMarks>;
}

export type PageMarks = ReadonlyMap<number, readonly PageMark[]>;

interface TextLayer {
  readonly lines: Line[][];
  readonly heights: number[];
  readonly encodings: Set<LegacyEncoding>;
  readonly unreadable: number[];
  /** Those of them that passed the bounds of a page; drawing them would cost as much again. */
  readonly heavy: Set<number>;
  /** Stamps that are text: watermarks, annotations. */
  readonly marks: Map<number, readonly PageMark[]>;
}

interface PagePart {
  /** The page as recognised, where it is a picture. */
  readonly ocr?: ReadPage;
  readonly paragraphs: Paragraph[];
}

/** A PDF page by page. Pages without a usable text layer are recognised. */
export async function readPdf(bytes: Uint8Array, options: ReadOptions, sight: PageSight): Promise<ReadValue> {
  const document = await openPdf(bytes);
  try {
    const layer = await readTextLayer(document, options);
    const kept = withoutRunningLines(layer.lines, layer.heights);
    const warnings = conversionWarnings(layer.encodings);
    const scanned: number[] = [];
    for (const [i, lines] of kept.entries())
      if (!layer.heavy.has(i + 1) && (await needsOcr(document, i + 1, lines))) scanned.push(i + 1);
    const recognised = scanned.length > 0 ? await sight.recognize(document, scanned) : undefined;
    if (recognised) warnings.push(...ocrWarnings(recognised, document.numPages));
    const parts = kept.map((lines, i): PagePart => {
      const ocr = recognised?.pages.get(i + 1);
      return ocr && letterCount(ocr.text) >= letterCount(lines.map((l) => l.text).join())
        ? { ocr, paragraphs: ocr.text.split('\n').map((text) => ({ text, size: 1 })) }
        : { paragraphs: joinParagraphs(lines) };
    });
    joinAcrossPages(parts.map((part) => part.paragraphs));
    const drawn = await sight.stamps(document, stampPages(parts));
    let mended = 0;
    const pages = parts.map(({ ocr, paragraphs }, i): ReadPage => {
      const marks = [layer.marks, drawn].flatMap((found) => found.get(i + 1) ?? []).concat(ocr?.marks ?? []);
      const stamped = marks.length > 0 && { marks };
      if (ocr) return { ...ocr, ...stamped, text: textOf(paragraphs) };
      const text = mendBrokenWords(clean(textOf(paragraphs)));
      mended += text.mended;
      return { page: i + 1, text: text.text, ocr: false, ...stamped };
    });
    if (truncated(bytes))
      warnings.push('Tệp PDF bị cắt cụt ở cuối, có thể thiếu trang; hãy đối chiếu với bản gốc.');
    if (layer.unreadable.length > 0)
      warnings.push(
        `Không đọc được ${layer.unreadable.length} trang (trang ${layer.unreadable.slice(0, 10).join(', ')}); hãy đối chiếu với bản gốc.`,
      );
    if (mended > 20)
      warnings.push(`Lớp chữ của tệp PDF có khoảng trắng chen giữa chữ; đã ghép lại ${mended} chỗ.`);
    if (pages.every((p) => p.text.trim() === ''))
      throw failed('Tệp PDF không có chữ nào đọc được; hãy gửi bản quét rõ hơn hoặc bản có lớp chữ.');
    return { format: 'pdf', paged: true, pages, warnings };
  } finally {
    await document.destroy();
  }
}

/** Pages looked at for drawn stamps: no document has more documents attached behind it. */
const MOST_LOOKED_AT = 12;

/** First and last page with a text layer, and those where another document begins: a stamp may be a picture on them. */
function stampPages(parts: readonly PagePart[]): number[] {
  const wanted = parts.flatMap((part, i) => {
    const edge = i === 0 || i === parts.length - 1;
    return !part.ocr && (edge || hasOfficialHead(textOf(part.paragraphs.slice(0, 9)))) ? [i + 1] : [];
  });
  return wanted.slice(0, MOST_LOOKED_AT);
}

/** Work on one page, within what a page may cost. */
const bounded = <T>(work: Promise<T>): Promise<T> => withinCpu(work, LIMITS.pdfPageCpuMs, LIMITS.pdfPageMs);

const isTooHeavy = (cause: unknown): boolean =>
  cause instanceof ReadFailure || (cause instanceof DOMException && cause.name === 'TimeoutError');

/** One page is in memory at a time; only its lines are kept. */
async function readTextLayer(document: PDFDocumentProxy, options: ReadOptions): Promise<TextLayer> {
  const layer: TextLayer = {
    lines: [],
    heights: [],
    encodings: new Set(),
    unreadable: [],
    heavy: new Set(),
    marks: new Map(),
  };
  let chars = 0;
  for (let number = 1; number <= document.numPages; number++) {
    options.signal?.throwIfAborted();
    try {
      const page = await bounded(document.getPage(number));
      const items = await bounded(pageItems(page));
      const marks = [...items.marks, ...(await bounded(annotatedMarks(page)))];
      if (marks.length > 0) layer.marks.set(number, marks);
      page.cleanup();
      const lines = pageLines(items);
      for (const line of lines) chars += line.text.length;
      layer.lines.push(lines);
      layer.heights.push(items.height);
      for (const e of items.encodings) layer.encodings.add(e);
    } catch (cause) {
      layer.lines.push([]);
      layer.heights.push(0);
      layer.unreadable.push(number);
      if (isTooHeavy(cause)) layer.heavy.add(number);
    }
    if (layer.heavy.size > LIMITS.pdfHeavyPages || layer.heavy.size === document.numPages)
      throw failed(
        `Tệp PDF có trang ${[...layer.heavy].join(', ')} vẽ quá nhiều lớp hoặc quá nhiều chữ nên không đọc được; hãy in lại tệp ra PDF rồi gửi lại.`,
      );
    if (chars > LIMITS.textChars)
      throw failed('Tệp PDF chứa quá nhiều chữ so với mức cho phép; hãy tách thành nhiều tệp.');
    options.onProgress?.(number, document.numPages);
  }
  if (layer.unreadable.length === document.numPages) {
    throw failed('Tệp PDF bị hỏng: không mở được trang nào; hãy tải lại hoặc xin lại tệp gốc.');
  }
  return layer;
}
