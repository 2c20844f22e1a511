import type { Line } from './lines.ts';

/** Lines at the top and bottom of a page that are looked at. */
const DEPTH = 3;

/**
 * Takes out running heads, running feet and page numbers: lines in the first or last `DEPTH` of a page that are only a
 * number, or that return (digits aside) on at least a third of the pages of the same parity or of all pages.
 */
export function withoutRunningLines(
  pages: readonly (readonly Line[])[],
  heights: readonly number[],
): Line[][] {
  const counts = new Map<string, number>();
  const key = (line: Line, top: boolean) =>
    `${top ? 'T' : 'B'}${line.text
      .replace(/\d+/g, '#')
      .replace(/\s+/g, ' ')
      .replace(/^[# ]+|[# ]+$/g, '')
      .toLowerCase()}`;
  const edges = (lines: readonly Line[], height: number) => {
    // Rows of a drawn table that return on each page are its head: page-ends.ts takes out the repeated ones.
    const loose = lines.map((line, i) => ({ line, i })).filter(({ line }) => !line.cells);
    const sorted = loose.sort((a, b) => a.line.y0 - b.line.y0);
    const top = sorted.slice(0, DEPTH).filter(({ line }) => line.y0 < height * 0.1);
    const bottom = sorted.slice(-DEPTH).filter(({ line }) => line.y1 > height * 0.9);
    return { top, bottom };
  };
  pages.forEach((lines, p) => {
    const { top, bottom } = edges(lines, heights[p] ?? 0);
    const seen = new Set([...top.map((e) => key(e.line, true)), ...bottom.map((e) => key(e.line, false))]);
    for (const k of seen) counts.set(k, (counts.get(k) ?? 0) + 1);
  });
  const enough = Math.max(3, Math.ceil(pages.length / 3));
  return pages.map((lines, p) => {
    const { top, bottom } = edges(lines, heights[p] ?? 0);
    const drop = new Set<number>();
    for (const [list, isTop] of [
      [top, true],
      [bottom, false],
    ] as const) {
      for (const { line, i } of list) {
        const repeated =
          (counts.get(key(line, isTop)) ?? 0) >= enough && pages.length >= 3 && !meaningful(line.text);
        if (isPageNumber(line.text) || repeated) drop.add(i);
      }
    }
    return lines.filter((_, i) => !drop.has(i));
  });
}

/** "3", "- 3 -", "Trang 3/12", "3/12". Not "1." (a clause number alone on its line). */
export function isPageNumber(text: string): boolean {
  return /^(trang\s*)?[-–—|\s]*\d{1,4}(\s*\/\s*\d{1,4})?[-–—|\s]*$/i.test(text.trim());
}

/** Numbered units repeat with other digits ("Điều 5. …" never twice the same words, but "1." may). */
function meaningful(text: string): boolean {
  return (
    /^(Điều|Chương|Mục|Khoản|PHỤ LỤC|Phụ lục)\s/u.test(text) ||
    /^\d{1,3}[.)]$/.test(text) ||
    /^[a-zđ]\)$/.test(text)
  );
}
