/** Rows of cells, each cell a list of lines, as Word, RTF and HTML tables give them. */
export type TableRows = readonly (readonly (readonly string[])[])[];

const HEAD = /CỘNG\s*H(ÒA|OÀ)\s*XÃ\s*HỘI|Độc lập\s*[-–]\s*Tự do|ĐẢNG CỘNG SẢN VIỆT NAM|^Nơi nhận/imu;

/**
 * A table as lines: one row a line, cells separated by tabs. Tables that only lay out a page (the two-column head and
 * signature block of an official document, a single column) are read column by column, paragraph by paragraph.
 */
export function tableLines(rows: TableRows): string[] {
  const filled = rows.map((row) => row.map((cell) => cell.map((l) => l.trim()).filter(Boolean)));
  const columns = Math.max(0, ...filled.map((r) => r.length));
  if (columns <= 1) return filled.flat(2);
  if (laysOutPage(filled)) return byColumn(filled, columns);
  return filled
    .map((row) => row.map((cell) => cell.join(' ').replace(/[\t\n]+/g, ' ')).join('\t'))
    .filter((l) => l.trim() !== '');
}

/** A small table that only puts the head or the signature block of a document side by side. */
export function laysOutPage(rows: TableRows): boolean {
  const columns = Math.max(0, ...rows.map((r) => r.length));
  return columns <= 3 && rows.length <= 6 && rows.flat(2).some((l) => HEAD.test(l));
}

function byColumn(rows: readonly (readonly string[][])[], columns: number): string[] {
  const out: string[] = [];
  for (let c = 0; c < columns; c++) for (const row of rows) out.push(...(row[c] ?? []));
  return out;
}
