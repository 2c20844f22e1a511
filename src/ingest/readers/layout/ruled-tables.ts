import type { Grid } from './grid.ts';
import { type Line, type Placed, rowsOf, segmentsOf } from './lines.ts';
import { joinWrapped } from './paragraphs.ts';
import { laysOutPage, tableLines } from './tables.ts';

/** A table taken off a page: its rows as lines, and where it begins and ends. */
export interface RuledTable {
  readonly y0: number;
  readonly y1: number;
  readonly lines: readonly Line[];
}

/**
 * Fills the cells of the drawn tables with the text that stands in them: one row a line, however many lines its cells
 * run over. Text outside tables, and text in boxes that are no table (a frame, one cell a row), is given back.
 */
export function fillGrids<T extends Placed>(
  items: readonly T[],
  grids: readonly Grid[],
): { tables: RuledTable[]; rest: T[] } {
  let rest: T[] = [...items];
  const tables: RuledTable[] = [];
  for (const grid of grids) {
    const inside = rest.filter((item) => boxOf(grid, item) !== undefined);
    const table = inside.length > 0 ? tableOf(grid, inside) : undefined;
    if (!table) continue;
    const taken = new Set(inside);
    rest = rest.filter((item) => !taken.has(item));
    tables.push(table);
  }
  return { tables: tables.sort((a, b) => a.y0 - b.y0), rest };
}

interface Box {
  readonly row: number;
  readonly column: number;
}

/** The elementary box in which an item begins. */
function boxOf({ rows, columns }: Grid, item: Placed): Box | undefined {
  const row = between(rows, item.y - item.size * 0.3);
  const column = between(columns, item.x + Math.min(item.width, item.size) / 2);
  return row === undefined || column === undefined ? undefined : { row, column };
}

function between(edges: readonly number[], value: number): number | undefined {
  if (value < edges[0]! || value >= edges.at(-1)!) return undefined;
  return edges.findLastIndex((edge) => edge <= value);
}

function tableOf(grid: Grid, items: readonly Placed[]): RuledTable | undefined {
  const inCell = new Map<number, Placed[]>();
  for (const item of items.flatMap((it) => cutAtBorders(grid, it))) {
    const { row, column } = boxOf(grid, item)!;
    const cell = grid.cell(row, column);
    inCell.set(cell, [...(inCell.get(cell) ?? []), item]);
  }
  const printed = new Map([...inCell].map(([cell, its]) => [cell, cellLines(its)] as const));
  const seen = new Set<number>();
  const rows = grid.rows.slice(0, -1).map((_, row) => {
    const cells: { x: number; lines: readonly string[] }[] = [];
    const inRow = new Set<number>();
    for (let column = 0; column + 1 < grid.columns.length; column++) {
      const cell = grid.cell(row, column);
      if (inRow.has(cell)) continue;
      inRow.add(cell);
      // A cell that spans rows is printed in the first one.
      cells.push({ x: grid.columns[column]!, lines: seen.has(cell) ? [] : (printed.get(cell) ?? []) });
    }
    for (const cell of inRow) seen.add(cell);
    return cells;
  });
  if (!rows.some((cells) => cells.filter((c) => c.lines.length > 0).length > 1)) return undefined;
  const size = median(items.map((item) => item.size));
  const place = (row: number) => ({
    x0: grid.columns[0]!,
    x1: grid.columns.at(-1)!,
    y0: grid.rows[row]!,
    y1: grid.rows[row + 1]!,
    size,
  });
  const shape = { y0: grid.rows[0]!, y1: grid.rows.at(-1)! };
  const asRows = rows.map((cells) => cells.map((c) => c.lines));
  if (laysOutPage(asRows))
    return { ...shape, lines: tableLines(asRows).map((text) => ({ ...place(0), text, fresh: true })) };
  const lines = rows.flatMap((cells, row): Line[] => {
    const texts = cells.map((c) => ({ x: c.x, text: c.lines.reduce(joinCell, '') }));
    const text = rowText(texts);
    return text === '' ? [] : [{ ...place(row), text, row: true, cells: texts }];
  });
  return { ...shape, lines };
}

/** The cells of a row as one line: tabs between them, none after the last that is filled. */
export function rowText(cells: readonly { readonly text: string }[]): string {
  return cells
    .map((c) => c.text)
    .join('\t')
    .trimEnd();
}

function joinCell(before: string, line: string): string {
  return before === '' ? line : joinWrapped(before, line);
}

function cellLines(items: readonly Placed[]): string[] {
  return rowsOf(segmentsOf(items)).map((row) =>
    [...row]
      .sort((a, b) => a.x0 - b.x0)
      .map((s) => s.text)
      .join(' '),
  );
}

/** A stretch of text that runs over a border ("1 điểm 2 điểm" drawn at once) is cut at the space nearest to it. */
function cutAtBorders(grid: Grid, item: Placed): Placed[] {
  const box = boxOf(grid, item);
  if (!box) return [];
  const here = grid.cell(box.row, box.column);
  for (let column = box.column + 1; column + 1 < grid.columns.length; column++) {
    const border = grid.columns[column]!;
    if (border > item.x + item.width - item.size * 0.4) break;
    if (grid.cell(box.row, column) === here) continue;
    const wanted = ((border - item.x) / item.width) * item.text.length;
    const at = nearestSpace(item.text, wanted);
    if (at === undefined) return [item];
    const width = (item.width * at) / item.text.length;
    const left = { ...item, text: item.text.slice(0, at), width };
    const right = {
      ...item,
      text: item.text.slice(at).trimStart(),
      x: Math.max(item.x + width, border + 0.5),
      width: item.width - width,
    };
    return [left, ...cutAtBorders(grid, right)];
  }
  return [item];
}

function nearestSpace(text: string, wanted: number): number | undefined {
  const spaces = [...text.matchAll(/\s+/g)].map((m) => m.index).filter((i) => i > 0);
  const best = spaces.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
  return best !== undefined && Math.abs(best - wanted) <= Math.max(4, text.length * 0.15) ? best : undefined;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
