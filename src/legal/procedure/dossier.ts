import type { Span } from '../model.ts';
import { shift, trimSpan } from './spans.ts';

/** One paper of "Tên giấy tờ · Mẫu đơn, tờ khai · Số lượng". Counts are absent when the row prints none. */
export interface DossierRow {
  readonly span: Span;
  readonly paper: Span;
  /** The quantity cell: "1 bản chính,1 bản sao". */
  readonly quantity: Span;
  /** File name of the form offered by the portal ("Mẫu DC02.doc"). */
  readonly form?: Span;
  readonly originals?: number;
  readonly copies?: number;
}

export interface DossierGroup {
  readonly span: Span;
  /** What the portal prints above the table: "* Giấy tờ phải nộp:", a case, a condition. */
  readonly title?: Span;
  readonly rows: readonly DossierRow[];
}

export interface Dossier {
  readonly groups: readonly DossierGroup[];
  /** Text outside every table. */
  readonly leftover: readonly Span[];
}

const HEADER = /Tên giấy tờMẫu đơn, tờ khaiSố lượng/gu;
const HEADER_ONCE = /Tên giấy tờMẫu đơn, tờ khaiSố lượng/u;
// A cell ends where prose does not go on: at a capital or a mark, or at the list letter of the next row ("saoa) …").
const QUANTITY =
  /(\d+) bản (?:chính|sao|chụp)(?:[,;] ?\d+ bản (?:chính|sao|chụp))*(?![\s,]*(?!\(?(?:[ivx]+|[a-zđ]{1,2}\d?|\d+)\))[\p{Ll},(])/gu;
const FORM_FILE = /\.(?:docx?|pdf|xlsx?|rtf|odt|zip|rar|jpe?g|png|pptx?)$/iu;

/** Papers of the field `thanh_phan_ho_so`, in the groups the portal prints. */
export function parseDossier(text: string): Dossier {
  const headers = [...text.matchAll(HEADER)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  if (headers.length === 0) {
    const all = contentSpan(text, { start: 0, end: text.length });
    return { groups: [], leftover: all ? [all] : [] };
  }
  const groups: DossierGroup[] = [];
  const leftover: Span[] = [];
  let title = contentSpan(text, { start: 0, end: headers[0]!.start });
  headers.forEach((header, i) => {
    const end = headers[i + 1]?.start ?? text.length;
    const { rows, tail } = parseRows(text, header.end, end);
    const last = rows.at(-1)?.span.end ?? header.end;
    groups.push({
      span: { start: title?.start ?? header.start, end: last },
      ...(title && { title }),
      rows,
    });
    title = undefined;
    if (tail && i + 1 < headers.length) title = tail;
    else if (tail) leftover.push(tail);
  });
  return { groups, leftover };
}

/** The same for a piece cut out of the field, which may begin inside a table: rows without a head count as well. */
export function parseDossierRows(text: string): Dossier {
  const head = text.search(HEADER_ONCE);
  const lead = head < 0 ? text : text.slice(0, head);
  const { rows, tail } = parseRows(text, 0, lead.length);
  if (rows.length === 0) return parseDossier(text);
  const first: DossierGroup = { span: { start: 0, end: rows.at(-1)!.span.end }, rows };
  if (head < 0) return { groups: [first], leftover: tail ? [tail] : [] };
  const rest = parseDossier(text.slice(first.span.end));
  const by = first.span.end;
  return {
    groups: [first, ...rest.groups.map((group) => shiftGroup(group, by))],
    leftover: rest.leftover.map((span) => shift(span, by)),
  };
}

function shiftGroup(group: DossierGroup, by: number): DossierGroup {
  return {
    span: shift(group.span, by),
    ...(group.title && { title: shift(group.title, by) }),
    rows: group.rows.map((row) => ({
      ...row,
      span: shift(row.span, by),
      paper: shift(row.paper, by),
      quantity: shift(row.quantity, by),
      ...(row.form && { form: shift(row.form, by) }),
    })),
  };
}

function parseRows(text: string, start: number, end: number): { rows: DossierRow[]; tail?: Span } {
  const rows: DossierRow[] = [];
  let at = start;
  for (const match of text.slice(start, end).matchAll(QUANTITY)) {
    const digits = quantityDigits(text, start + match.index, match[1]!);
    const cell = {
      start: start + match.index + match[1]!.length - digits.length,
      end: start + match.index + match[0].length,
    };
    const name = trimSpan(text, { start: at, end: cell.start });
    if (!name) continue;
    const form = formFile(text, name);
    const paper = form ? trimSpan(text, { start: name.start, end: form.start }) : name;
    rows.push({
      span: { start: name.start, end: cell.end },
      paper: paper ?? name,
      quantity: cell,
      ...(form && paper && { form }),
      ...counts(text.slice(cell.start, cell.end)),
    });
    at = cell.end;
  }
  const tail = contentSpan(text, { start: at, end });
  return { rows, ...(tail && { tail }) };
}

/** "…Mẫu số 021 bản chính" ends in the form number 02 and the quantity 1; "…hợp lệ10 bản chính" means ten. */
function quantityDigits(text: string, at: number, digits: string): string {
  if (digits.length === 1) return digits;
  const before = text[at - 1] ?? '';
  return /[\p{L});:"”]/u.test(before) ? digits : digits.slice(-1);
}

function counts(cell: string): { originals?: number; copies?: number } {
  let originals: number | undefined;
  let copies: number | undefined;
  for (const m of cell.matchAll(/(\d+) bản (chính|sao|chụp)/gu)) {
    if (m[2] === 'chính') originals = Number(m[1]);
    else copies = (copies ?? 0) + Number(m[1]);
  }
  return { ...(originals !== undefined && { originals }), ...(copies !== undefined && { copies }) };
}

/** The file name run together with a paper's name starts where a capital or digit follows without a space. */
function formFile(text: string, name: Span): Span | undefined {
  const cell = text.slice(name.start, name.end);
  if (!FORM_FILE.test(cell)) return undefined;
  const from = Math.max(0, cell.length - 140);
  const seam = /[\p{Ll}\d).;:,”"](?=\p{Lu})|[).;:](?=\d)/gu;
  seam.lastIndex = from;
  for (let m = seam.exec(cell); m; m = seam.exec(cell)) {
    const rest = cell.slice(m.index + 1);
    if (!/[;:]|\. /u.test(rest)) return { start: name.start + m.index + 1, end: name.end };
  }
  return undefined;
}

function contentSpan(text: string, span: Span): Span | undefined {
  let { start } = span;
  while (start < span.end && /[-\s]/.test(text[start]!) && /^-?-/.test(text.slice(start))) start++;
  const trimmed = trimSpan(text, { start, end: span.end });
  return trimmed && /[\p{L}\p{N}]/u.test(text.slice(trimmed.start, trimmed.end)) ? trimmed : undefined;
}
