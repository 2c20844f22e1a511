/** A ruling line: horizontal (`across`) at y = `at` from x to x, or vertical at x = `at` from y to y. */
export interface Rule {
  readonly across: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The cells of a ruled table: `columns` and `rows` are the edges, ascending; `cell(row, column)` gives the number of
 * the cell that an elementary box belongs to (a merged cell covers several boxes).
 */
export interface Grid {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly cell: (row: number, column: number) => number;
}

/** Lines nearer than this (points) are one; ends nearer than this touch. */
const NEAR = 2.5;
/** Lines shorter than this are underlines of a letter, ticks, dots. */
const SHORT = 4;
/** More edges than this make a drawing or squared paper, not a table. */
const MANY_EDGES = 400;

/** Tables drawn on a page: lines that touch each other, with at least two columns. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const lines = merged(rules).filter((r) => r.to - r.from >= SHORT);
  return connected(lines)
    .map(gridOf)
    .filter((grid): grid is Grid => grid !== undefined);
}

/** Pieces of one drawn line (Word draws borders cell by cell) put together. */
function merged(rules: readonly Rule[]): Rule[] {
  const out: Rule[] = [];
  for (const across of [true, false]) {
    const sorted = rules.filter((r) => r.across === across).sort((a, b) => a.at - b.at || a.from - b.from);
    let level: Rule[] = [];
    const flush = () => {
      let last: Rule | undefined;
      for (const rule of level.sort((a, b) => a.from - b.from)) {
        if (last && rule.from <= last.to + NEAR) last = { ...last, to: Math.max(last.to, rule.to) };
        else {
          if (last) out.push(last);
          last = rule;
        }
      }
      if (last) out.push(last);
      level = [];
    };
    for (const rule of sorted) {
      if (level[0] && rule.at - level[0].at > NEAR) flush();
      level.push(rule);
    }
    flush();
  }
  return out;
}

function touches(a: Rule, b: Rule): boolean {
  if (a.across === b.across) return false;
  return a.at >= b.from - NEAR && a.at <= b.to + NEAR && b.at >= a.from - NEAR && b.at <= a.to + NEAR;
}

function connected(lines: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  const rest = new Set(lines);
  for (const first of lines) {
    if (!rest.delete(first)) continue;
    const group = [first];
    for (let i = 0; i < group.length; i++) {
      for (const other of rest) {
        if (!touches(group[i]!, other)) continue;
        rest.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Edges left open (a row cut by the page end, a table without side borders) are where the other lines end. */
function gridOf(group: readonly Rule[]): Grid | undefined {
  const across = group.filter((r) => r.across);
  const down = group.filter((r) => !r.across);
  if (across.length === 0 || down.length === 0 || across.length + down.length < 3) return undefined;
  const columns = edges([...down.map((r) => r.at), ...across.flatMap((r) => [r.from, r.to])]);
  const rows = edges([...across.map((r) => r.at), ...down.flatMap((r) => [r.from, r.to])]);
  if (columns.length < 3 || rows.length < 2 || columns.length + rows.length > MANY_EDGES) return undefined;
  if (framesWords(columns, rows, down)) return undefined;
  return { columns, rows, cell: cellsOf(columns, rows, across, down) };
}

/** Rows up to this high (points) hold one line of text. */
const ONE_LINE = 24;

/** Frames drawn around words (Word's text borders): each a line high, ending wherever its line of text ends. */
function framesWords(columns: readonly number[], rows: readonly number[], down: readonly Rule[]): boolean {
  if (rows.some((y, i) => i > 0 && y - rows[i - 1]! > ONE_LINE)) return false;
  const height = rows.at(-1)! - rows[0]!;
  return [columns[0]!, columns.at(-1)!].some((x) => {
    const drawn = down.filter((r) => Math.abs(r.at - x) <= NEAR * 2);
    const share = drawn.reduce((sum, r) => sum + r.to - r.from, 0) / height;
    return share > 0 && share < 0.8;
  });
}

function edges(values: readonly number[]): number[] {
  const out: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (out.length === 0 || value - out.at(-1)! > NEAR * 2) out.push(value);
  return out;
}

/** Boxes with no line between them are one cell. */
function cellsOf(
  columns: readonly number[],
  rows: readonly number[],
  across: readonly Rule[],
  down: readonly Rule[],
): Grid['cell'] {
  const wide = columns.length - 1;
  const parent = Array.from({ length: wide * (rows.length - 1) }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at]!;
    return at;
  };
  const join = (a: number, b: number) => {
    const [one, two] = [root(a), root(b)];
    parent[Math.max(one, two)] = Math.min(one, two);
  };
  const drawn = (list: readonly Rule[], at: number, middle: number) =>
    list.some((r) => Math.abs(r.at - at) <= NEAR * 2 && r.from <= middle && r.to >= middle);
  for (let row = 0; row + 1 < rows.length; row++) {
    const y = (rows[row]! + rows[row + 1]!) / 2;
    for (let column = 0; column < wide; column++) {
      const x = (columns[column]! + columns[column + 1]!) / 2;
      const box = row * wide + column;
      if (column + 1 < wide && !drawn(down, columns[column + 1]!, y)) join(box, box + 1);
      if (row + 2 < rows.length && !drawn(across, rows[row + 1]!, x)) join(box, box + wide);
    }
  }
  return (row, column) => root(row * wide + column);
}
