/** Vehicle plates in Vietnamese text (Circular 79/2024/TT-BCA: province, series, number). */
import type { Span } from './model.ts';

/**
 * "75A-123.45", "29-H1 123.45" anywhere; no document number, article or procedure code has the point before two
 * digits. Older and looser forms, small letters among them, only beside the word.
 */
const PLATE = /(?<![\p{L}\p{N}./-])\d{2}-?\p{Lu}{1,2}\d?[- ]{1,2}\d{3}\.\d{2}(?![\p{L}\p{N}/]|[.,]\d)/gu;
const PLATE_CUE =
  /(?=\d{2})(?<=(?:bi[eể]n (?:s[oố]|ki[eể]m so[aá]t)|BKS)[^\d\n]{0,30})\d{2}-?\p{L}{1,2}\d?[- .]{0,3}\d{3,4}\.?\d{0,2}(?![\p{L}\p{N}/])/giu;

/** @returns spans of plates in `text`, in no particular order; they may meet */
export function findPlates(text: string): Span[] {
  return [...text.matchAll(PLATE), ...text.matchAll(PLATE_CUE)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
}
