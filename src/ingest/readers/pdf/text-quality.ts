import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Line } from '../layout/lines.ts';
import { LIMITS } from '../limits.ts';
import { withTimeout } from '../timeout.ts';
import { syllableShare } from '../vietnamese-syllable.ts';

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

export function letterCount(text: string): number {
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
