import type { FileFormat, ReadPage, ReadValue } from '../../model.ts';
import { failed } from '../failure.ts';
import { conversionWarnings, decodeRuns, type StyledRun } from '../legacy/runs.ts';
import { LIMITS } from '../limits.ts';
import { clean } from '../plain-text.ts';
import { keptHeads } from '../word/docx.ts';

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly runs: readonly StyledRun[];
}

export interface Sheet {
  readonly name: string;
  readonly cells: readonly Cell[];
  /** Lines of the page header and footer: a stamp may stand there alone. */
  readonly heads?: readonly string[];
}

/**
 * Sheets → pages (one a sheet): a row a line, cells separated by tabs, empty cells kept so that columns line up, empty
 * rows left out. The sheet's name heads its page where there are several and it says something.
 */
export function sheetsToValue(format: FileFormat, sheets: readonly Sheet[]): ReadValue {
  const total = sheets.reduce((sum, s) => sum + s.cells.length, 0);
  if (total === 0) throw failed('Sổ tính không có ô nào có dữ liệu; hãy kiểm tra lại tệp.');
  if (total > LIMITS.sheetCells)
    throw failed(`Sổ tính có ${total} ô, vượt mức cho phép; hãy tách thành nhiều tệp.`);
  const all = sheets.flatMap((s) => s.cells);
  const { lines, encodings } = decodeRuns(all.map((c) => c.runs));
  let at = 0;
  const filled = sheets.filter((s) => s.cells.length > 0);
  const pages = filled.map((sheet, i): ReadPage => {
    const rows = new Map<number, string[]>();
    const place = columnPlaces(sheet.cells);
    for (const cell of sheet.cells) {
      const row = rows.get(cell.row) ?? [];
      const column = place(cell.column);
      while (row.length < column) row.push('');
      row[column] = (lines[at++] ?? '').replace(/\s*\n\s*/g, ' ').trim();
      rows.set(cell.row, row);
    }
    const text = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row.join('\t').replace(/\t+$/, ''));
    const head = filled.length > 1 && saysSomething(sheet.name) ? [sheet.name] : [];
    return {
      page: i + 1,
      text: clean(
        [...keptHeads(sheet.heads ?? []), ...head, ...text.filter((l) => l.trim() !== '')].join('\n'),
      ),
      ocr: false,
    };
  });
  return { format, paged: false, pages, warnings: conversionWarnings(encodings) };
}

/**
 * Where a column stands in its line. Empty columns are kept; in a sheet with a few cells far to the right of thousands of
 * rows that would cost gigabytes of empty cells, so there only the columns in use count.
 */
function columnPlaces(cells: readonly Cell[]): (column: number) => number {
  const used = [...new Set(cells.map((cell) => cell.column))].sort((a, b) => a - b);
  const rows = new Set(cells.map((cell) => cell.row)).size;
  if (rows * (used.at(-1) ?? 0) <= LIMITS.sheetCells * 2) return (column) => column;
  const places = new Map(used.map((column, place) => [column, place]));
  return (column) => places.get(column)!;
}

/** "&L&\"Arial,Bold\"MẬT&RTrang &P" → its parts; the codes say place, font and fields. */
export function headerParts(coded: string): string[] {
  return coded
    .replace(/&&/g, '＆')
    .replace(/&"[^"]*"|&\d+|&K[0-9A-F]{6}/g, '')
    .split(/&[LCR]|\n/)
    .map((part) =>
      part
        .replace(/&[A-Z]/g, '')
        .replace(/＆/g, '&')
        .trim(),
    )
    .filter((part) => part !== '');
}

/** A name with Vietnamese marks, or an annex or form, was typed for readers; "Sheet1", "TH", "PBO 2007" were not. */
function saysSomething(name: string): boolean {
  return /[^\x00-\x7f]/.test(name) || /^(phu luc|pl|bieu|mau|bang)\s*\d/i.test(name);
}

/** A number as Excel's General format shows it: whole numbers in full, others with ten digits. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const rounded = Number(value.toPrecision(15));
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e21
    ? String(rounded)
    : String(Number(value.toPrecision(10)));
}

/** Excel's day number → "dd/mm/yyyy" (the 1900 system counts a 29 February 1900 that never was). */
export function dateText(serial: number, from1904: boolean): string {
  const days = from1904 ? serial + 1462 : serial;
  if (days < 1 || days > 2_958_465) return numberText(serial);
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

/** True for number formats that show a day: built-in 14–17, 22, 27–36, 50–58 and patterns with d, m and y. */
export function isDateFormat(id: number, pattern: string | undefined): boolean {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return true;
  const bare = pattern?.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '') ?? '';
  return /d/i.test(bare) && /[my]/i.test(bare);
}
