import { arrangeRows } from '../layout/columns.ts';
import { gridsOf } from '../layout/grid.ts';
import { type Line, rowsOf, segmentsOf } from '../layout/lines.ts';
import { fillGrids } from '../layout/ruled-tables.ts';
import type { PageItems } from './items.ts';

/** The text items of a page as lines in reading order; drawn tables row by row, where they stand. */
export function pageLines(page: PageItems): Line[] {
  const { tables, rest } = fillGrids(page.items, gridsOf(page.rules));
  const lines: Line[] = [];
  for (let i = 0; i <= tables.length; i++) {
    const from = i === 0 ? Number.NEGATIVE_INFINITY : middle(tables[i - 1]!);
    const to = i === tables.length ? Number.POSITIVE_INFINITY : middle(tables[i]!);
    const between = rest.filter((item) => item.y >= from && item.y < to);
    lines.push(...arrangeRows(rowsOf(segmentsOf(between)), page.width), ...(tables[i]?.lines ?? []));
  }
  return lines;
}

function middle({ y0, y1 }: { readonly y0: number; readonly y1: number }): number {
  return (y0 + y1) / 2;
}
