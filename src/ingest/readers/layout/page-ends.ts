import { joinWrapped, type Paragraph } from './paragraphs.ts';
import { rowText } from './ruled-tables.ts';

/** Letters smaller than this share of the page's are footnotes. */
const SMALL = 0.88;
/** Borders of one column may differ by this much (points) from page to page. */
const SAME_BORDER = 6;
/** Rows of a table head that are looked for on the next page. */
const HEAD_ROWS = 5;

/**
 * Puts together what a page end broke: a paragraph or a table row that goes on is joined to its beginning, on the page
 * where it begins, and a table head printed again is left out. The pages are changed in place.
 */
export function joinAcrossPages(pages: readonly Paragraph[][]): void {
  let open: { page: Paragraph[]; index: number } | undefined;
  let head: readonly Paragraph[] = [];
  for (const page of pages) {
    const last = open?.page[open.index];
    if (open && last && page[0]) {
      if (last.cells && page[0].cells) {
        head = head.length > 0 ? head : headOf(open.page, open.index);
        dropRepeated(page, head);
        const row = page[0]?.cells && continuedRow(last, page[0]);
        if (row) replaceAndDrop(open, row, page);
      } else {
        head = [];
        if (goesOn(last, page[0]))
          replaceAndDrop(open, { ...last, text: joinWrapped(last.text, page[0].text) }, page);
      }
    }
    const index = lastOfBody(page);
    if (index < 0) continue;
    // A table that began on this page has its own head.
    if (page.slice(0, index).some((p) => !p.cells)) head = [];
    open = { page, index };
  }
}

function replaceAndDrop(
  open: { page: Paragraph[]; index: number },
  whole: Paragraph,
  next: Paragraph[],
): void {
  open.page[open.index] = whole;
  next.shift();
}

/** Index of the last paragraph above the footnotes; -1 on an empty page. */
function lastOfBody(page: readonly Paragraph[]): number {
  const letters = page.reduce((sum, p) => sum + p.text.length, 0);
  let seen = 0;
  const bySize = [...page].sort((a, b) => a.size - b.size);
  const usual =
    bySize.find((p) => {
      seen += p.text.length;
      return seen >= letters / 2;
    })?.size ?? 0;
  const body = page.findLastIndex((p) => p.size >= usual * SMALL);
  return body >= 0 ? body : page.length - 1;
}

/** A sentence that does not end on one page and goes on in small letters, unnumbered, on the next. */
function goesOn(last: Paragraph, next: Paragraph): boolean {
  if (last.cells || next.cells || last.text.includes('\t') || next.text.includes('\t')) return false;
  if (last.text.length < 10 || /[.;:!?…]["”’)\]]*$/u.test(last.text)) return false;
  return /^\p{Ll}/u.test(next.text) && !/^[a-zđ]{1,2}(\.\d+)?[).]/u.test(next.text);
}

/** The rows from the top of the table that ends at `index`. */
function headOf(page: readonly Paragraph[], index: number): Paragraph[] {
  let top = index;
  while (top > 0 && page[top - 1]!.cells) top--;
  return page.slice(top, Math.min(top + HEAD_ROWS, index + 1));
}

function dropRepeated(page: Paragraph[], head: readonly Paragraph[]): void {
  let repeated = 0;
  while (repeated < head.length && page[repeated]?.text === head[repeated]!.text) repeated++;
  page.splice(0, repeated);
}

/**
 * A row whose rest stands on the next page: the same columns, nothing new in the column of numbers, and a cell that
 * goes on in small letters or after a hyphen. Undefined when the next row is a row of its own.
 */
function continuedRow(last: Paragraph, next: Paragraph): Paragraph | undefined {
  const [before, after] = [last.cells!, next.cells!];
  const filled = after.filter((c) => c.text !== '');
  const under = (x: number) => before.findIndex((c) => Math.abs(c.x - x) <= SAME_BORDER);
  if (filled.some((c) => under(c.x) < 0)) return undefined;
  if (/^[\dIVX.]+[.)]?$/u.test(after[0]!.text)) return undefined;
  const continued = filled.some((c) => {
    const start = before[under(c.x)]!.text;
    return /^\p{Ll}/u.test(c.text)
      ? start !== '' && !/^[a-zđ]\)/u.test(c.text)
      : /\p{L}[-/]$/u.test(start) && filled.length < before.length;
  });
  if (!continued) return undefined;
  const cells = before.map((cell) => {
    const rest = filled.filter((c) => Math.abs(c.x - cell.x) <= SAME_BORDER).map((c) => c.text);
    return {
      ...cell,
      text: rest.reduce((text, more) => (text === '' ? more : joinWrapped(text, more)), cell.text),
    };
  });
  return { ...last, cells, text: rowText(cells) };
}
