import type { Line } from './lines.ts';

/** Beginnings that open a new unit of a legal or administrative text. */
const UNIT_START =
  /^(Phần\s+(thứ|[IVX]+)|Chương\s+[IVXLC\d]+|Mục\s+[IVX\d]+|Tiểu mục\s+\d+|Điều\s+\d+[a-zđ]?\s*[.:]|\d{1,3}(\.\d{1,3})*[.)]\s|[a-zđ]{1,2}(\.\d+)?\)\s|[-–+•*]\s|[IVX]{1,5}[.)]\s|PHỤ LỤC|Phụ lục\s+[IVX\d]+\s*$|Căn cứ\s|Theo đề nghị|Xét đề nghị|Nơi nhận)/u;

/** Lines of a signature block stand alone. */
const SIGNER =
  /^(TM\.|KT\.|TL\.|TUQ\.|Q\.)\s|^(PHÓ\s+)?(THỦ TƯỚNG|CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|CỤC TRƯỞNG|TỔNG GIÁM ĐỐC|CHÁNH VĂN PHÒNG)(\s+QUỐC HỘI|\s+NƯỚC)?$/u;

/** Right edge of the text block: where most long lines end. */
function rightEdge(lines: readonly Line[]): number {
  const ends = lines
    .filter((l) => !l.row)
    .map((l) => l.x1)
    .sort((a, b) => a - b);
  return ends.length === 0 ? 0 : ends[Math.floor(ends.length * 0.85)]!;
}

/** Left edge of the text block: where most lines that continue a paragraph begin. */
function leftEdge(lines: readonly Line[]): number {
  const starts = lines
    .filter((l) => !l.row)
    .map((l) => l.x0)
    .sort((a, b) => a - b);
  return starts.length === 0 ? 0 : starts[Math.floor(starts.length * 0.2)]!;
}

/** A paragraph, heading or table row: what becomes one line of text. */
export interface Paragraph {
  readonly text: string;
  /** Letter height of its first line. */
  readonly size: number;
  readonly cells?: NonNullable<Line['cells']>;
}

/**
 * Lines wrapped by the printer are joined into paragraphs, so that "… quy định tại / Điều 5 Luật này" never looks like
 * the beginning of an article. A line continues the one before it when that one runs to the right edge and this one is
 * neither indented nor set off nor opens a unit after a finished sentence.
 */
export function joinParagraphs(lines: readonly Line[]): Paragraph[] {
  const blockOf = blocks(lines);
  const out: Paragraph[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    if (/^[_\s\-–—.*=]{3,}$/.test(line.text)) continue;
    if (last && !line.row && !last.row && !line.fresh && continues(last, line, blockOf(line))) {
      const open = out.pop()!;
      out.push({ ...open, text: joinWrapped(open.text, line.text) });
    } else out.push({ text: line.text, size: line.size, ...(line.cells && { cells: line.cells }) });
    last = line;
  }
  return out;
}

/** Paragraphs as text, one a line. */
export function textOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map((p) => p.text).join('\n');
}

interface Block {
  readonly left: number;
  readonly right: number;
  readonly pitch: number;
}

/** The text block each line stands in: the page's, or the column's where prose stands in columns. */
function blocks(lines: readonly Line[]): (line: Line) => Block {
  const byColumn = new Map(
    [...new Set(lines.map(({ column }) => column))].map((column) => {
      const own = lines.filter((line) => line.column === column);
      return [column, { left: leftEdge(own), right: rightEdge(own), pitch: linePitch(own) }];
    }),
  );
  return ({ column }) => byColumn.get(column)!;
}

function continues(last: Line, line: Line, block: Block): boolean {
  const size = Math.max(last.size, line.size, 1);
  if (line.y0 < last.y0 - size) return false;
  if (line.y1 - last.y1 > Math.max(block.pitch * 1.45, size * 1.3)) return false;
  if (Math.abs(line.size - last.size) > size * 0.35) return false;
  const finished = /[.;:!?…]["”’)]*$/.test(last.text);
  if (finished && UNIT_START.test(line.text)) return false;
  if (/^(Chương|Mục|Phần|Tiểu mục)\s+(thứ\s|[IVXLC\d]+\s*($|[.:]|\p{Lu}))|^PHỤ LỤC/u.test(line.text))
    return false;
  if (SIGNER.test(line.text) || SIGNER.test(last.text)) return false;
  const width = block.right - block.left;
  const full = last.x1 > block.right - Math.max(width * 0.07, size * 2);
  if (isHeading(last.text) !== isHeading(line.text)) return false;
  if (!full) return centredPair(last, line, block) && sameCase(last.text, line.text);
  const indented = line.x0 > block.left + size * 1.2;
  if (indented && last.x0 <= line.x0 + size * 0.5)
    return !finished && last.x0 > block.left + size * 1.2 && Math.abs(last.x0 - line.x0) < size * 0.5;
  if (indented) return !finished && !UNIT_START.test(line.text);
  return !(UNIT_START.test(line.text) && /^[A-ZĐ]/u.test(line.text) && !/[,\p{Ll}]$/u.test(last.text));
}

/** Two lines of one centred title ("Quy định về … / của chính quyền địa phương"). */
function centredPair(last: Line, line: Line, block: Block): boolean {
  const centre = (block.left + block.right) / 2;
  const tolerance = (block.right - block.left) * 0.04;
  const centred = (l: Line) =>
    Math.abs((l.x0 + l.x1) / 2 - centre) < tolerance && l.x0 > block.left + tolerance;
  return centred(last) && centred(line) && !/[.;:]$/.test(last.text) && /^\p{Ll}/u.test(line.text);
}

function isHeading(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length > 3 && letters.every((l) => l === l.toUpperCase());
}

function sameCase(a: string, b: string): boolean {
  return isHeading(a) === isHeading(b);
}

function linePitch(lines: readonly Line[]): number {
  const steps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const step = lines[i]!.y1 - lines[i - 1]!.y1;
    if (step > 0 && step < lines[i]!.size * 3) steps.push(step);
  }
  steps.sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 0;
}

/** A syllable is never hyphenated in Vietnamese print; a hyphen at the line end is part of the text ("02/2025-"). */
export function joinWrapped(before: string, next: string): string {
  return /[-/]$/.test(before) && /\p{L}[-/]$/u.test(before) && /^[\p{Lu}\d]/u.test(next)
    ? before + next
    : `${before} ${next}`;
}
