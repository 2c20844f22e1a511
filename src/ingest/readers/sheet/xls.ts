import type { ReadValue } from '../../model.ts';
import { openCompound } from '../compound.ts';
import { failed, refused } from '../failure.ts';
import { cp1252 } from '../legacy/convert.ts';
import { LIMITS } from '../limits.ts';
import {
  type BiffRecord,
  biffRecords,
  fontAt,
  PartReader,
  RECORD,
  type RichText,
  richText,
  rkNumber,
  styledRuns,
} from './biff.ts';
import {
  type Cell,
  dateText,
  headerParts,
  isDateFormat,
  numberText,
  type Sheet,
  sheetsToValue,
} from './rows.ts';

interface Workbook {
  readonly biff8: boolean;
  readonly strings: RichText[];
  readonly fonts: string[];
  /** Font and number format of each cell format (XF). */
  readonly formats: { font: number; format: number }[];
  readonly patterns: Map<number, string>;
  readonly sheets: { name: string; offset: number }[];
  from1904: boolean;
}

/** Excel 5 to 2003: cells of every worksheet as rows, text by its fonts, numbers as Excel's General format shows them. */
export function readXls(bytes: Uint8Array): ReadValue {
  const compound = openCompound(bytes);
  const stream = compound.stream('Workbook') ?? compound.stream('Book');
  if (!stream)
    throw failed('Tệp XLS bị hỏng (không thấy sổ tính bên trong); hãy mở bằng Excel rồi lưu lại dạng XLSX.');
  const book = readGlobals(stream);
  const sheets = book.sheets
    .slice(0, LIMITS.sheets)
    .map((s): Sheet => ({ name: s.name, ...readCells(stream, s.offset, book) }));
  return sheetsToValue('xls', sheets);
}

function readGlobals(stream: Buffer): Workbook {
  const biff8 = stream.length > 8 && stream.readUInt16LE(4) === 0x600;
  const book: Workbook = {
    biff8,
    strings: [],
    fonts: [],
    formats: [],
    patterns: new Map(),
    sheets: [],
    from1904: false,
  };
  for (const record of biffRecords(stream)) {
    if (record.type === RECORD.eof) break;
    if (record.type === RECORD.filePass)
      throw refused('Tệp XLS có đặt mật khẩu nên không đọc được; hãy gửi bản không đặt mật khẩu.');
    globalRecord(record, book);
  }
  return book;
}

function globalRecord({ type, parts }: BiffRecord, book: Workbook): void {
  const body = parts[0]!;
  if (type === RECORD.font && body.length > 15) book.fonts.push(shortString(body, 14, book.biff8));
  else if (type === RECORD.xf && body.length >= 4)
    book.formats.push({ font: body.readUInt16LE(0), format: body.readUInt16LE(2) });
  else if (type === RECORD.dateMode) book.from1904 = body.readUInt16LE(0) === 1;
  else if (type === RECORD.format && book.biff8) {
    const reader = new PartReader(parts);
    book.patterns.set(reader.u16(), richText(reader).text);
  } else if (type === RECORD.boundSheet && body.length > 7 && body[5] === 0) {
    book.sheets.push({ name: shortString(body, 6, book.biff8), offset: body.readUInt32LE(0) });
  } else if (type === RECORD.sst) {
    const reader = new PartReader(parts);
    reader.skip(4);
    const count = reader.u32();
    for (let i = 0; i < count && i < LIMITS.sheetCells && !reader.done; i++)
      book.strings.push(richText(reader));
  }
}

/** A string with a one-byte length: Unicode in BIFF8, bytes before. */
function shortString(body: Buffer, at: number, biff8: boolean): string {
  const length = body[at]!;
  if (!biff8) return [...body.subarray(at + 1, at + 1 + length)].map(cp1252).join('');
  return body[at + 1]! & 1
    ? body.subarray(at + 2, at + 2 + length * 2).toString('utf16le')
    : body.subarray(at + 2, at + 2 + length).toString('latin1');
}

function readCells(stream: Buffer, offset: number, book: Workbook): Pick<Sheet, 'cells' | 'heads'> {
  const cells: Cell[] = [];
  const heads: string[] = [];
  let formula: { row: number; column: number; xf: number } | undefined;
  let depth = 0;
  for (const record of biffRecords(stream, offset)) {
    if (record.type === RECORD.bof) depth++;
    if (record.type === RECORD.eof && --depth <= 0) break;
    if (depth > 1) continue;
    if (record.type === RECORD.header || record.type === RECORD.footer)
      heads.push(...headerParts(headerText(record, book)));
    if (record.type === RECORD.string && formula) {
      const text = book.biff8 ? richText(new PartReader(record.parts)) : byteString(record.parts[0]!, 0);
      cells.push({ row: formula.row, column: formula.column, runs: runsFor(book, formula.xf, text) });
    }
    formula = isFormula(record.type) ? formulaAt(record, cells, book) : undefined;
    cellRecord(record, cells, book);
    if (cells.length > LIMITS.sheetCells)
      throw failed('Sổ tính có quá nhiều ô so với mức cho phép; hãy tách thành nhiều tệp.');
  }
  return { cells, heads };
}

function headerText({ parts }: BiffRecord, book: Workbook): string {
  if (parts[0]!.length < 2) return '';
  return book.biff8 ? richText(new PartReader(parts)).text : shortString(parts[0]!, 0, false);
}

function isFormula(type: number): boolean {
  return type === RECORD.formula || type === RECORD.formula3 || type === RECORD.formula4;
}

/** A formula's number stands in its record; its text follows in a STRING record. */
function formulaAt(
  { parts }: BiffRecord,
  cells: Cell[],
  book: Workbook,
): { row: number; column: number; xf: number } | undefined {
  const body = parts[0]!;
  if (body.length < 14) return undefined;
  const at = { row: body.readUInt16LE(0), column: body.readUInt16LE(2), xf: body.readUInt16LE(4) };
  if (body.readUInt16LE(12) === 0xffff) return body[6] === 0 ? at : undefined;
  cells.push(numberCell(at, body.readDoubleLE(6), book));
  return undefined;
}

function cellRecord({ type, parts }: BiffRecord, cells: Cell[], book: Workbook): void {
  const body = parts[0]!;
  if (body.length < 6) return;
  const at = { row: body.readUInt16LE(0), column: body.readUInt16LE(2), xf: body.readUInt16LE(4) };
  if (type === RECORD.labelSst && body.length >= 10) {
    const text = book.strings[body.readUInt32LE(6)];
    if (text && text.text !== '')
      cells.push({ row: at.row, column: at.column, runs: runsFor(book, at.xf, text) });
  } else if (type === RECORD.label || type === RECORD.richString) {
    const reader = new PartReader(parts);
    reader.skip(6);
    const text = book.biff8 ? richText(reader) : byteString(body, 6);
    cells.push({ row: at.row, column: at.column, runs: runsFor(book, at.xf, text) });
  } else if (type === RECORD.number && body.length >= 14)
    cells.push(numberCell(at, body.readDoubleLE(6), book));
  else if (type === RECORD.rk && body.length >= 10)
    cells.push(numberCell(at, rkNumber(body.readInt32LE(6)), book));
  else if (type === RECORD.mulRk) {
    for (let i = 0; 4 + i * 6 + 6 <= body.length - 2; i++) {
      const cell = { row: at.row, column: at.column + i, xf: body.readUInt16LE(4 + i * 6) };
      cells.push(numberCell(cell, rkNumber(body.readInt32LE(6 + i * 6)), book));
    }
  }
}

function byteString(body: Buffer, at: number): RichText {
  const length = body.readUInt16LE(at);
  return { text: [...body.subarray(at + 2, at + 2 + length)].map(cp1252).join(''), fonts: [] };
}

function runsFor(book: Workbook, xf: number, text: RichText) {
  return styledRuns(text, fontAt(book.fonts, book.formats[xf]?.font ?? 0), book.fonts);
}

function numberCell(at: { row: number; column: number; xf: number }, value: number, book: Workbook): Cell {
  const format = book.formats[at.xf]?.format ?? 0;
  const text = isDateFormat(format, book.patterns.get(format))
    ? dateText(value, book.from1904)
    : numberText(value);
  return { row: at.row, column: at.column, runs: [{ text }] };
}
