import type { Line, Segment } from './lines.ts';

/**
 * Rows of segments in reading order: two-column blocks (the head of an official document, its signature block) are read
 * column by column, aligned cells row by row, everything else line by line.
 */
export function arrangeRows(rows: readonly Segment[][], pageWidth: number): Line[] {
  const lines: Line[] = [];
  for (let i = 0; i < rows.length; ) {
    if (rows[i]!.length === 1) {
      lines.push(rows[i++]![0]!);
      continue;
    }
    const block = multiColumnBlock(rows, i, pageWidth);
    for (const line of arranged(block, pageWidth)) lines.push(line);
    i += block.length;
  }
  return lines;
}

/** The head of a document ends where its body begins. */
const BODY_START = /^(Kính gửi|Căn cứ|Điều\s+\d|Chương\s)/u;

/** Rows from `start` on that are split, with single rows between them that stay inside one column. */
function multiColumnBlock(rows: readonly Segment[][], start: number, pageWidth: number): Segment[][] {
  const gutter = widestGap(rows[start]!);
  const block: Segment[][] = [];
  for (let i = start; i < rows.length; i++) {
    const row = rows[i]!;
    const last = block.at(-1)?.[0];
    const tooFar = last !== undefined && row[0]!.y0 - last.y1 > last.size * 3.2;
    const crosses = row.some((s) => s.x0 < gutter.from - 2 && s.x1 > gutter.to + 2);
    const only = row.length === 1 ? row[0]! : undefined;
    const wide =
      only !== undefined &&
      only.x1 - only.x0 > pageWidth * 0.45 &&
      only.x0 < gutter.to &&
      only.x1 > gutter.from;
    if (block.length > 0 && (wide || (only !== undefined && BODY_START.test(only.text)))) break;
    if (tooFar || crosses) break;
    block.push(row);
  }
  return block.length === 0 ? [rows[start]!] : block;
}

function widestGap(row: readonly Segment[]): { from: number; to: number } {
  let best = { from: 0, to: 0 };
  for (let i = 1; i < row.length; i++) {
    const gap = { from: row[i - 1]!.x1, to: row[i]!.x0 };
    if (gap.to - gap.from > best.to - best.from) best = gap;
  }
  return best;
}

const HEAD = /CỘNG\s*H(ÒA|OÀ)\s*XÃ\s*HỘI|Độc lập\s*[-–]\s*Tự do|^Nơi nhận\s*:|ĐẢNG CỘNG SẢN VIỆT NAM/iu;

/** Columns of prose and document heads are read down; data rows are read across. */
function arranged(block: readonly Segment[][], pageWidth: number): Line[] {
  if (block.flat().some((s) => HEAD.test(s.text))) return byColumn(block).flat();
  return isProse(block, pageWidth) ? inColumns(byColumn(block)) : block.map(asRow);
}

/** The lines of a column are joined by its own margins; those of a head stand alone. */
function inColumns([left, right]: readonly [Line[], Line[]]): Line[] {
  const marked = (lines: readonly Line[], column: 'left' | 'right'): Line[] =>
    lines.map((line) => ({ ...line, column }));
  return [...marked(left, 'left'), ...marked(right, 'right')];
}

function isProse(block: readonly Segment[][], pageWidth: number): boolean {
  const segments = block.flat();
  const split = block.filter((r) => r.length === 2);
  if (block.length < 8 || split.length < block.length * 0.6) return false;
  const wide = segments.filter((s) => s.x1 - s.x0 > pageWidth * 0.28).length;
  return wide > segments.length * 0.6;
}

function byColumn(block: readonly Segment[][]): [left: Line[], right: Line[]] {
  const first = block.find((r) => r.length > 1)!;
  const gap = widestGap(first);
  const middle = (gap.from + gap.to) / 2;
  const left = block.flatMap((r) => r.filter((s) => (s.x0 + s.x1) / 2 < middle));
  const right = block.flatMap((r) => r.filter((s) => (s.x0 + s.x1) / 2 >= middle));
  const opened = (lines: readonly Segment[]): Line[] =>
    lines.map((s, i) => (i === 0 ? { ...s, fresh: true } : s));
  return [opened(left), opened(right)];
}

function asRow(row: readonly Segment[]): Line {
  const first = row[0]!;
  if (row.length === 1) return { ...first, fresh: true };
  // A clause number set apart from its text by a tab stop is no table cell.
  const label = row.length === 2 && /^(\d{1,3}[.)]|[a-zđ]\)|[-–+•]|[IVX]+\.)$/u.test(first.text);
  const text = row.map((s) => s.text).join(label ? ' ' : '\t');
  return { ...first, text, x1: row.at(-1)!.x1, ...(label ? {} : { row: true }) };
}
