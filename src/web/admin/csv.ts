/**
 * One cell of a CSV file that a spreadsheet opens: quoted, and what would start a formula (= + - @, tab, carriage
 * return, also behind white space) is turned into text by a leading apostrophe (OWASP, CSV injection).
 */
export function csvCell(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  return `"${asText(value ?? '').replaceAll('"', '""')}"`;
}

/** The same text, never a formula in any spreadsheet. */
export function asText(value: string): string {
  return /^\s*[=+\-@\t\r＝＋－＠]/u.test(value) ? `'${value}` : value;
}

export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** Bytes of a CSV download as they are made, so that a million rows need no more memory than a page of them. */
export function csvStream(
  head: readonly string[],
  rows: AsyncIterable<readonly (string | number | undefined)[]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = rows[Symbol.asyncIterator]();
  return new ReadableStream({
    start(controller) {
      // The mark tells spreadsheets that the text is UTF-8.
      controller.enqueue(encoder.encode(`\uFEFF${csvLine(head)}`));
    },
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(csvLine(next.value)));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

export const CSV_HEADERS = (name: string) => ({
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': `attachment; filename="${name}.csv"`,
});
