import { arrangeRows } from '../layout/columns.ts';
import { type Line, rowsOf, segmentsOf } from '../layout/lines.ts';
import type { PageItems } from './items.ts';

/** The text items of a page as lines in reading order. */
export function pageLines(page: PageItems): Line[] {
  return arrangeRows(rowsOf(segmentsOf(page.items)), page.width);
}
