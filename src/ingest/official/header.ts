import { findDates } from '../../legal/calendar/dates.ts';
import type { DocumentHeader, HeaderField, IsoDate } from '../../legal/model.ts';

export type Found<T> = { readonly value: T; readonly confidence: number };
export type HeaderParts = { readonly [K in HeaderField]?: Found<string> };

/** The head of a document: its lines before the recitals, cells of a two-column head apart. */
export interface Head {
  readonly cells: readonly string[];
  /** Indexes of cells that stand right of another one on their line. */
  readonly labelled: ReadonlySet<number>;
  /** Offset in the text where the recitals, the addressees or the body begin. */
  readonly end: number;
  /** False when nothing showed where it ends. */
  readonly ended: boolean;
}

const BODY =
  /^(?:C[ăa]n c[ứu]\s|Điều\s+\d{1,3}[a-z]?\s*[.:]|Kính gửi|(?:Chương|CHƯƠNG|Phần|PHẦN)\s+(?:[IVX\d]+|thứ \p{L}+|THỨ \p{L}+)(?!\p{L})|Thực hiện\s|Theo đề nghị|Xét\s)/u;
export const MOTTO = /cong hoa xa hoi chu nghia viet nam|doc lap\s*[-–]\s*tu do/;
const LONGEST_HEAD = 60;

/** Columns on one line; the place behind the motto, where the lines of the right one were joined. */
const COLUMNS = /\t+|\s{3,}|(?<=Độc lập\s?[-–—]\s?Tự do\s?[-–—]\s?Hạnh phúc)\s+(?=\p{Lu})/u;

/** Splits the head off; two columns on one line stand apart by a tab or three spaces. */
export function readHead(text: string): Head {
  const cells: string[] = [];
  const labelled = new Set<number>();
  let at = 0;
  let taken = 0;
  let ended = false;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    ended = BODY.test(trimmed);
    if (ended || taken > LONGEST_HEAD) break;
    const start = cells.length;
    for (const cell of line.split(COLUMNS)) {
      const clean = cell.replace(/^[\s_*=.-]+|[\s_*=]+$/gu, '').replace(/\s+/g, ' ');
      if (!/[\p{L}\p{N}]/u.test(clean)) continue;
      if (cells.length > start) labelled.add(cells.length);
      cells.push(clean);
    }
    if (trimmed !== '') taken++;
    at += line.length + 1;
  }
  return { cells, labelled, end: Math.min(at, text.length), ended };
}

/** Place and day of issue: "Hà Nội, ngày 11 tháng 6 năm 2025". */
export function readPlaceAndDate(head: Pick<Head, 'cells'>): {
  readonly place?: Found<string>;
  readonly date?: Found<IsoDate>;
} {
  for (const cell of head.cells) {
    const m = /(?:^|\s)(\p{Lu}[\p{L}\s.-]{1,40}?)\s*,\s*(?=ng[àa]y\s*\d)/u.exec(cell);
    const found = findDates(cell)[0];
    if (found === undefined || !/ng[àa]y/iu.test(cell)) continue;
    const { date, end } = found;
    if (m !== null)
      return { place: { value: m[1]!.trim(), confidence: 0.95 }, date: { value: date, confidence: 0.97 } };
    // "Mẫu CT01 ban hành kèm theo Thông tư số … / ngày 01/7/2025 của Bộ trưởng …": the day of another text.
    if (!/^ng[àa]y\s/iu.test(cell) || /^\s*(?:của|về)\s/u.test(cell.slice(end))) continue;
    return { date: { value: date, confidence: /tháng/iu.test(cell) ? 0.85 : 0.6 } };
  }
  return {};
}

/** Header fields in the shape of the model: values, and the confidence of each that was found. */
export function toHeader(
  parts: HeaderParts,
  more: Pick<DocumentHeader, 'signerTitle' | 'recipients'>,
): DocumentHeader {
  const entries = Object.entries(parts).filter(
    (entry): entry is [HeaderField, Found<string>] => entry[1] !== undefined,
  );
  return {
    ...Object.fromEntries(entries.map(([field, found]) => [field, found.value])),
    ...more,
    confidence: Object.fromEntries(entries.map(([field, found]) => [field, found.confidence])),
  };
}
