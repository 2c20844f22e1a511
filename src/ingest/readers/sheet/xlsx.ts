import type { ReadValue } from '../../model.ts';
import { failed } from '../failure.ts';
import type { StyledRun } from '../legacy/runs.ts';
import { LIMITS } from '../limits.ts';
import { parseXml } from '../xml.ts';
import { ZipContainer } from '../zip.ts';
import {
  type Cell,
  dateText,
  headerParts,
  isDateFormat,
  numberText,
  type Sheet,
  sheetsToValue,
} from './rows.ts';

interface Formats {
  readonly fonts: string[];
  readonly cells: { font: number; format: number }[];
  readonly patterns: Map<number, string>;
}

/**
 * XLSX read part by part with the same bounds as DOCX: a general spreadsheet library would inflate the whole container
 * first, which a small hostile file can make arbitrarily large.
 */
export function readXlsx(bytes: Uint8Array): ReadValue {
  const zip = new ZipContainer(bytes);
  const formats = readFormats(zip.text('xl/styles.xml'));
  const strings = readStrings(zip.text('xl/sharedStrings.xml'));
  const { sheets, from1904 } = readWorkbook(zip);
  if (sheets.length === 0) throw failed('Tệp XLSX không có trang tính nào; hãy mở bằng Excel rồi lưu lại.');
  const read = sheets.slice(0, LIMITS.sheets).map(
    (s): Sheet => ({
      name: s.name,
      ...readSheet(zip.text(s.part) ?? '<x/>', strings, formats, from1904),
    }),
  );
  return sheetsToValue('xlsx', read);
}

function readWorkbook(zip: ZipContainer): { sheets: { name: string; part: string }[]; from1904: boolean } {
  const targets = new Map<string, string>();
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  const none = { close() {}, text() {} };
  parseXml(zip.text('xl/_rels/workbook.xml.rels') ?? '<x/>', {
    ...none,
    open(name, a) {
      if (name !== 'Relationship' || !a['Id'] || !a['Target']) return;
      targets.set(a['Id'], a['Target'].startsWith('/') ? a['Target'].slice(1) : `xl/${a['Target']}`);
    },
  });
  parseXml(zip.text('xl/workbook.xml') ?? '<x/>', {
    ...none,
    open(name, a) {
      if (name === 'workbookPr') from1904 = a['date1904'] === '1' || a['date1904'] === 'true';
      const part = name === 'sheet' ? targets.get(a['id'] ?? '') : undefined;
      if (part && (a['state'] ?? 'visible') === 'visible') sheets.push({ name: a['name'] ?? '', part });
    },
  });
  return { sheets, from1904 };
}

function readFormats(xml: string | undefined): Formats {
  const formats: Formats = { fonts: [], cells: [], patterns: new Map() };
  let section = '';
  let fontName = '';
  if (xml) {
    parseXml(xml, {
      open(name, a) {
        if (['fonts', 'cellXfs', 'numFmts', 'cellStyleXfs', 'dxfs'].includes(name)) section = name;
        else if (section === 'fonts' && name === 'font') fontName = '';
        else if (section === 'fonts' && (name === 'name' || name === 'rFont')) fontName = a['val'] ?? '';
        else if (section === 'cellXfs' && name === 'xf')
          formats.cells.push({ font: Number(a['fontId'] ?? 0), format: Number(a['numFmtId'] ?? 0) });
        else if (section === 'numFmts' && name === 'numFmt')
          formats.patterns.set(Number(a['numFmtId']), a['formatCode'] ?? '');
      },
      close(name) {
        if (name === section) section = '';
        if (section === 'fonts' && name === 'font') formats.fonts.push(fontName);
      },
      text() {},
    });
  }
  return formats;
}

/** Shared strings as runs; a run without a font takes its cell's. */
function readStrings(xml: string | undefined): StyledRun[][] {
  const strings: StyledRun[][] = [];
  if (!xml) return strings;
  let font: string | undefined;
  let inText = false;
  let phonetic = 0;
  parseXml(xml, {
    open(name, a) {
      if (name === 'si') strings.push([]);
      else if (name === 'r') font = undefined;
      else if (name === 'rFont') font = a['val'];
      else if (name === 'rPh') phonetic++;
      else if (name === 't') inText = phonetic === 0;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'r') font = undefined;
      if (name === 'rPh') phonetic--;
    },
    text(text) {
      if (inText) strings.at(-1)?.push({ text, ...(font !== undefined && { font }) });
    },
  });
  return strings;
}

function readSheet(
  xml: string,
  strings: readonly StyledRun[][],
  formats: Formats,
  from1904: boolean,
): Pick<Sheet, 'cells' | 'heads'> {
  const cells: Cell[] = [];
  const heads: string[] = [];
  let header: string | undefined;
  let cell = { row: 0, column: 0, type: 'n', style: 0, value: '' };
  let row = 0;
  let column = 0;
  let inValue = false;
  let chars = 0;
  parseXml(xml, {
    open(name, a) {
      if (name === 'row') {
        row = a['r'] ? Number(a['r']) - 1 : row + 1;
        column = -1;
      } else if (name === 'c') {
        column = a['r'] ? columnOf(a['r']) : column + 1;
        cell = { row, column, type: a['t'] ?? 'n', style: Number(a['s'] ?? 0), value: '' };
      } else if (name === 'v' || name === 't') inValue = true;
      else if (/^(odd|even|first)(Header|Footer)$/.test(name)) header = '';
    },
    close(name) {
      if (header !== undefined && /(Header|Footer)$/.test(name)) {
        heads.push(...headerParts(header));
        header = undefined;
      }
      if (name === 'v' || name === 't') inValue = false;
      if (name !== 'c' || cell.value === '') return;
      const runs = cellRuns(cell, strings, formats, from1904);
      cells.push({ row: cell.row, column: cell.column, runs });
      // One long shared string may stand in any number of cells.
      for (const run of runs) chars += run.text.length;
      if (cells.length > LIMITS.sheetCells || chars > LIMITS.textChars)
        throw failed(
          'Sổ tính có quá nhiều ô hoặc quá nhiều chữ so với mức cho phép; hãy tách thành nhiều tệp.',
        );
    },
    text(text) {
      if (inValue) cell.value += text;
      else if (header !== undefined) header += text;
    },
  });
  return { cells, heads };
}

function cellRuns(
  cell: { type: string; style: number; value: string },
  strings: readonly StyledRun[][],
  formats: Formats,
  from1904: boolean,
): StyledRun[] {
  const style = formats.cells[cell.style];
  const font = formats.fonts[style?.font ?? -1];
  const dressed = (run: StyledRun): StyledRun =>
    run.font === undefined && font !== undefined ? { ...run, font } : run;
  if (cell.type === 's') return (strings[Number(cell.value)] ?? []).map(dressed);
  if (cell.type === 'b') return [{ text: cell.value === '1' ? 'TRUE' : 'FALSE' }];
  if (cell.type !== 'n') return [dressed({ text: cell.value })];
  const number = Number(cell.value);
  if (Number.isNaN(number)) return [dressed({ text: cell.value })];
  const format = style?.format ?? 0;
  return [
    {
      text: isDateFormat(format, formats.patterns.get(format))
        ? dateText(number, from1904)
        : numberText(number),
    },
  ];
}

/** "AB12" → 27, at most Excel's last column. */
function columnOf(reference: string): number {
  let column = 0;
  for (const char of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A')
    column = column * 26 + char.charCodeAt(0) - 64;
  return Math.min(column, 16_384) - 1;
}
