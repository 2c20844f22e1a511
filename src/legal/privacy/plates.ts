/** Vehicle plates in Vietnamese text (Circular 79/2024/TT-BCA: province, series, number). */
import type { Span } from '../model.ts';

/**
 * "75A-123.45", "29-H1 123.45" anywhere; no document number, article or procedure code has the point before two
 * digits. Older and looser forms, small letters among them, only beside the word.
 */
const PLATE = /(?<![\p{L}\p{N}./-])\d{2}-?\p{Lu}{1,2}\d?[- ]{1,2}\d{3}\.\d{2}(?![\p{L}\p{N}/]|[.,]\d)/gu;
const PLATE_CUE =
  /(?=\d{2})(?<=(?:bi[eể]n (?:s[oố]|ki[eể]m so[aá]t)|BKS)[^\d\n]{0,30})\d{2}-?\p{L}{1,2}\d?[- .]{0,3}\d{3,4}\.?\d{0,2}(?![\p{L}\p{N}/])/giu;

/** "xe 75B1-23456", "xe máy 75a12345": closer to its word than the above, as a year or a weight may follow "50cc". */
const PLATE_OF_VEHICLE =
  /(?=[1-9]\d)(?<=(?<!\p{L})[Xx][Ee](?:[\s:(]{1,3}\p{L}{1,8}){0,3}[\s:(]{1,3})\d{2}(?:-?\p{L}{1,2}\d?-?(?:\d{3}\.?\d{2}|\d{4})|-?\p{Lu}{1,2}\d? \d{5})(?![\p{L}\p{N}/]|[.,]\d)/gu;

/** @returns spans of plates in `text`, in no particular order; they may meet */
export function findPlates(text: string): Span[] {
  return [PLATE, PLATE_CUE, PLATE_OF_VEHICLE].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length })),
  );
}
