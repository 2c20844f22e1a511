import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ReadOptions, ReadPage, ReadValue } from '../../model.ts';
import { failed } from '../failure.ts';
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
import { withTimeout } from '../timeout.ts';
import { syllableShare } from '../vietnamese-syllable.ts';
import { pageItems } from './items.ts';
import { openPdf, truncated } from './open.ts';
import { pageLines } from './page-lines.ts';
import { mendBrokenWords } from './spaces.ts';

/** Recognises the given pages of an open PDF; declared here so that the text reader does not know the OCR engine. */
export type PageRecognizer = (document: PDFDocumentProxy, pages: readonly number[]) => Promise<Recognized>;

interface TextLayer {
  readonly lines: Line[][];
  readonly heights: number[];
  readonly encodings: Set<LegacyEncoding>;
  readonly unreadable: number[];
}

interface PagePart {
  /** The page as recognised, where it is a picture. */
  readonly ocr?: ReadPage;
  readonly paragraphs: Paragraph[];
}

/** A PDF page by page. Pages without a usable text layer go to `recognize`. */
export async function readPdf(
  bytes: Uint8Array,
  options: ReadOptions,
  recognize: PageRecognizer,
): Promise<ReadValue> {
  const document = await openPdf(bytes);
  try {
    const layer = await readTextLayer(document, options);
    const kept = withoutRunningLines(layer.lines, layer.heights);
    const warnings = conversionWarnings(layer.encodings);
    const scanned: number[] = [];
    for (const [i, lines] of kept.entries()) if (await needsOcr(document, i + 1, lines)) scanned.push(i + 1);
    const recognised = scanned.length > 0 ? await recognize(document, scanned) : undefined;
    if (recognised) warnings.push(...ocrWarnings(recognised, document.numPages));
    const parts = kept.map((lines, i): PagePart => {
      const ocr = recognised?.pages.get(i + 1);
      return ocr && letterCount(ocr.text) >= letterCount(lines.map((l) => l.text).join())
        ? { ocr, paragraphs: ocr.text.split('\n').map((text) => ({ text, size: 1 })) }
        : { paragraphs: joinParagraphs(lines) };
    });
    joinAcrossPages(parts.map((part) => part.paragraphs));
    let mended = 0;
    const pages = parts.map(({ ocr, paragraphs }, i): ReadPage => {
      if (ocr) return { ...ocr, text: textOf(paragraphs) };
      const text = mendBrokenWords(clean(textOf(paragraphs)));
      mended += text.mended;
      return { page: i + 1, text: text.text, ocr: false };
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

/** One page is in memory at a time; only its lines are kept. */
async function readTextLayer(document: PDFDocumentProxy, options: ReadOptions): Promise<TextLayer> {
  const layer: TextLayer = { lines: [], heights: [], encodings: new Set(), unreadable: [] };
  let chars = 0;
  for (let number = 1; number <= document.numPages; number++) {
    options.signal?.throwIfAborted();
    try {
      const page = await withTimeout(document.getPage(number), LIMITS.pdfPageMs);
      const items = await withTimeout(pageItems(page), LIMITS.pdfPageMs);
      page.cleanup();
      const lines = pageLines(items);
      for (const line of lines) chars += line.text.length;
      layer.lines.push(lines);
      layer.heights.push(items.height);
      for (const e of items.encodings) layer.encodings.add(e);
    } catch {
      layer.lines.push([]);
      layer.heights.push(0);
      layer.unreadable.push(number);
    }
    if (chars > LIMITS.textChars)
      throw failed('Tệp PDF chứa quá nhiều chữ so với mức cho phép; hãy tách thành nhiều tệp.');
    options.onProgress?.(number, document.numPages);
  }
  if (layer.unreadable.length === document.numPages) {
    throw failed('Tệp PDF bị hỏng: không mở được trang nào; hãy tải lại hoặc xin lại tệp gốc.');
  }
  return layer;
}

/** Letters under which a page counts as a picture (a scanned page may carry a signature line or a page number). */
const FEW_LETTERS = 60;
/** Share of well-formed words with diacritics under which a text layer is taken for garbage. */
const GARBAGE_SHARE = 0.75;

/** True for pages that are pictures and for pages whose text layer does not spell Vietnamese. */
export async function needsOcr(
  document: PDFDocumentProxy,
  number: number,
  lines: readonly Line[],
): Promise<boolean> {
  const text = lines.map((l) => l.text).join('\n');
  if (isGarbage(text)) return true;
  return letterCount(text) < FEW_LETTERS || lostMarks(text) ? hasPicture(document, number) : false;
}

function letterCount(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** Drawing operations from which a page without letters is taken for outlined text, not for a blank page. */
const OUTLINES = 200;

async function hasPicture(document: PDFDocumentProxy, number: number): Promise<boolean> {
  try {
    const page = await document.getPage(number);
    const { fnArray } = await withTimeout(page.getOperatorList(), LIMITS.pdfPageMs);
    page.cleanup();
    const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const pictures = new Set<number>([
      OPS.paintImageXObject,
      OPS.paintInlineImageXObject,
      OPS.paintImageMaskXObject,
      OPS.paintImageXObjectRepeat,
    ]);
    return (
      fnArray.some((op) => pictures.has(op)) ||
      fnArray.filter((op) => op === OPS.constructPath).length > OUTLINES
    );
  } catch {
    return false;
  }
}

/**
 * A text layer written by a poor OCR or in a broken font: accented words misspelled, or hardly any diacritic and torn
 * tokens ("LuQt", "H4nh") all over. English, numbers and codes are neither.
 */
export function isGarbage(text: string): boolean {
  const { share, words, accented } = syllableShare(text);
  if (accented >= 12 && share < GARBAGE_SHARE) return true;
  if (words < 40 || accented > words * 0.45) return false;
  return tornTokens(text) > words * 0.05;
}

/** Tokens with a digit among small letters or a capital after one: no word and no document number looks so. */
function tornTokens(text: string): number {
  return (
    text.match(
      /(?<![\p{L}\p{N}])\p{L}*(\p{Ll}\d\p{Ll}|\p{Ll}{2}\d|\p{Lu}\d\p{Ll}|\p{Ll}\p{Lu})[\p{L}\d]*/gu,
    ) ?? []
  ).length;
}

/** Plain Vietnamese without any mark: typed so, or (over a picture) what an engine for English made of a scan. */
function lostMarks(text: string): boolean {
  const { words, accented } = syllableShare(text);
  return words >= 80 && accented < words * 0.1 && plainVietnamese(text);
}

/** Function words of Vietnamese without their marks: the marks were lost, the language is not another one. */
function plainVietnamese(text: string): boolean {
  const common =
    text
      .toLowerCase()
      .match(/(?<![\p{L}])(cua|nhan|dan|quy|dinh|chinh|thanh|theo|ngay|cac|duoc|trong|viec)(?![\p{L}])/gu)
      ?.length ?? 0;
  return common > (text.match(/[\p{L}]+/gu)?.length ?? 0) * 0.08;
}
