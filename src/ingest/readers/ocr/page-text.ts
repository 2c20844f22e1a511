import { fold } from '../../../legal/text.ts';
import { arrangeRows } from '../layout/columns.ts';
import { type Line, rowsOf, type Segment } from '../layout/lines.ts';
import { isPageNumber } from '../layout/running.ts';
import { isVietnameseSyllable } from '../vietnamese-syllable.ts';
import type { OcrLine, OcrWord } from './engine.ts';

/** Lines of one recognised page in reading order, with the mean confidence of their words, 0..1. */
export interface OcrPageLines {
  readonly lines: Line[];
  readonly confidence: number;
}

/** Below this a word that is no syllable, number or code is taken for noise (stamps, signatures, dirt). */
const NOISE_CONFIDENCE = 55;
/** Gap between words, in letter heights, from which columns are meant. */
const COLUMN_GAP = 2.2;
/** The box a digital signature prints beside the text. */
const SIGNATURE_BOX =
  /^\W*(Người ký|Ký bởi|Email|E-mail|Cơ quan|Tổ chức|Thời gian ký|Ngày ký|Signature|Digitally signed)\s*[:.]/iu;

/** Words and boxes of the engine → lines; noise, the signature box and page numbers taken out. */
export function ocrPageLines(raw: readonly OcrLine[], width: number, height: number): OcrPageLines {
  const letter = letterHeight(raw);
  const segments = raw.flatMap((line) => segmentsOfLine(line, letter)).filter((s) => s.text !== '');
  segments.sort((a, b) => a.y1 - b.y1 || a.x0 - b.x0);
  const kept = segments.filter(
    (s) =>
      !SIGNATURE_BOX.test(s.text) &&
      !isEdgeNoise(s, width, height) &&
      !(isPageNumber(s.text) && (s.y1 < height * 0.12 || s.y0 > height * 0.9)),
  );
  const words = raw.flatMap((l) => l.words.filter((w) => !isNoise(w, isSure(l))));
  const confidence =
    words.length === 0 ? 0 : words.reduce((sum, w) => sum + w.confidence, 0) / words.length / 100;
  return { lines: arrangeRows(alignRows(rowsOf(kept)), width), confidence };
}

/** Letter height of the page in pixels: the median height of its words, a little reduced for marks and tails. */
export function letterHeight(raw: readonly OcrLine[]): number {
  const heights = raw
    .flatMap((l) => l.words.filter((w) => w.text.length > 1).map((w) => w.y1 - w.y0))
    .sort((a, b) => a - b);
  return Math.max(8, (heights[Math.floor(heights.length / 2)] ?? 20) * 0.95);
}

function segmentsOfLine(line: OcrLine, letter: number): Segment[] {
  const sure = isSure(line);
  const words = line.words.filter((w) => !isNoise(w, sure));
  const groups: OcrWord[][] = [];
  for (const word of words) {
    const last = groups.at(-1)?.at(-1);
    if (last && word.x0 - last.x1 <= letter * COLUMN_GAP) groups.at(-1)!.push(word);
    else groups.push([word]);
  }
  return groups
    .filter((group) => !isSpot(group))
    .map((group) => ({
      text: tidyLine(group.map((w) => w.text).join(' ')),
      x0: group[0]!.x0,
      x1: group.at(-1)!.x1,
      y0: line.baseline - letter * 0.8,
      y1: line.baseline + letter * 0.2,
      size: letter,
    }));
}

/** One or two unsure letters apart from everything else; labels of clauses stay. */
function isSpot(group: readonly OcrWord[]): boolean {
  const text = group.map((w) => w.text).join(' ');
  if (/^([a-zđ]\)|\d{1,3}[.)]|[-–+])$/u.test(text)) return false;
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  const sure = group.reduce((sum, w) => sum + w.confidence, 0) / group.length;
  return letters.length <= 2 && sure < 75;
}

/** A line most of whose words are certain: what stands among them is text, however unsure the engine is of it. */
export function isSure(line: OcrLine, share = 0.6): boolean {
  const sure = line.words.filter((w) => w.confidence >= 80 && /[\p{L}\p{N}]/u.test(w.text)).length;
  return sure >= 3 && sure >= line.words.length * share;
}

/** A sign before a bracket is the label of a điểm, however it was read: "©)" for "c)" is put right by its order (mend-ordinals.ts). */
const POINT_LABEL = /^\S\)$/u;

function isNoise(word: OcrWord, inSureLine: boolean): boolean {
  if (inSureLine && POINT_LABEL.test(word.text)) return false;
  const text = word.text.replace(/[^\p{L}\p{N}]/gu, '');
  if (text === '')
    return /^[-–+:;.,/()“”"%*]+$/.test(word.text) ? word.confidence < 30 : word.confidence < 70;
  if (word.confidence >= NOISE_CONFIDENCE) return false;
  if (
    inSureLine &&
    (text.length === 1 || /\d/.test(text) || isVietnameseSyllable(text) || word.confidence >= 20)
  )
    return false;
  if (/\d/.test(text)) return word.confidence < 25;
  return !isVietnameseSyllable(text) || word.confidence < 15;
}

/** A lone mark or two letters at the very edge of the page: punch holes, shadows, dirt. */
function isEdgeNoise(s: Segment, width: number, height: number): boolean {
  const letters = s.text.replace(/[^\p{L}\p{N}]/gu, '');
  const edge = s.x1 < width * 0.08 || s.x0 > width * 0.95 || s.y1 < height * 0.03 || s.y0 > height * 0.97;
  return letters.length === 0 ? !/^[-–+]/.test(s.text) || edge : edge && letters.length <= 3;
}

/** Marks the engine puts before a line out of specks: "_Chính phủ", "; Điều 5", "' 2. …", "'d) …". */
function tidyLine(text: string): string {
  return text
    .replace(/^[_'‘’`´|~^°•·.,;:!¡=\\«»<>*ˆ„]+\s*(?=[\p{Lu}\d]|[a-zđ]\)\s)/u, '')
    .replace(/^["”“](?=(Điều|Chương|Mục|\d+\.)\s)/u, '')
    .replace(/\s+[_'‘`|~^°·\\«»<>¡=*]+$/u, '')
    .replace(/^(Điều|Điêu|Điểu|Diều|Đièu)\s+(\d+[a-zđ]?)\s*[,:;]\s/u, 'Điều $2. ')
    .replace(/^(Điêu|Điểu|Diều|Đièu)\s+(?=\d+[a-zđ]?\.)/u, 'Điều ')
    .replace(/^(\d{1,2})\s*[,;:]\s+(?=\p{Lu})/u, '$1. ')
    .trim();
}

/** Left to right; a lone letter beside a full line is a speck, except the cross of a form. */
function alignRows(rows: readonly Segment[][]): Segment[][] {
  return rows.map((row) => {
    const long = row.some((s) => s.text.length > 12);
    const kept = row.filter((s) => !long || s.text.length > 1 || /[\dxX+-]/.test(s.text));
    return kept.sort((a, b) => a.x0 - b.x0);
  });
}

/** Share of words that read as Vietnamese, numbers or codes: what tells an upside-down page from a poor one. */
export function readableShare(raw: readonly OcrLine[]): number {
  const words = raw
    .flatMap((l) => l.words)
    .map((w) => w.text.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((t) => t.length > 1);
  if (words.length === 0) return 0;
  return (
    words.filter((w) => /^\d+$/.test(w) || isVietnameseSyllable(w) || COMMON_CODES.test(fold(w))).length /
    words.length
  );
}

const COMMON_CODES = /^(ubnd|hdnd|qd|nd|cp|tt|nq|bca|btp|pccc|cnch|html|www|com|gov|vn)$/;
