import type { CitationPath, IsoDate } from './model.ts';
import { parseDocumentNumber } from './numbers/document-number.ts';
import { PART_NAMES } from './procedure/parts.ts';
import { foldKeepingLength, hasDiacritics } from './text.ts';

/** What a label needs to know of the document it names. */
export interface LabelledDocument {
  readonly number?: string;
  readonly type?: string;
  readonly title: string;
  readonly issuer?: string;
  readonly date?: IsoDate;
  readonly procedureCode?: string;
}

/**
 * A citation as officials print it, from the smallest part to the document: "điểm a khoản 2 Điều 5 Nghị định số
 * 120/2025/NĐ-CP", "khoản 1 Mục I Phụ lục II …", "Thành phần hồ sơ, thủ tục 1.001193".
 */
export function citationLabel(path: CitationPath, document: LabelledDocument): string {
  if (document.procedureCode !== undefined) {
    const procedure = `thủ tục ${document.procedureCode}`;
    return path.part === undefined ? capitalise(procedure) : `${PART_NAMES[path.part]}, ${procedure}`;
  }
  return [...pathWords(path), documentName(document)].join(' ');
}

/** "điểm a", "khoản 2", "Điều 5"; chapters and sections are named only where no article is. */
function pathWords(path: CitationPath): string[] {
  const words: string[] = [];
  if (path.diem !== undefined) words.push(`điểm ${path.diem}`);
  if (path.khoan !== undefined)
    words.push(path.khoan.includes('.') ? `mục ${path.khoan}` : `khoản ${path.khoan}`);
  if (path.dieu !== undefined) words.push(`Điều ${path.dieu}`);
  else if (path.muc !== undefined) words.push(/^(?:Mẫu|Biểu)/.test(path.muc) ? path.muc : `Mục ${path.muc}`);
  else if (path.chuong !== undefined) words.push(`Chương ${path.chuong}`);
  if (path.phuLuc !== undefined) words.push(annexName(path.phuLuc));
  return words;
}

function annexName(ordinal: string): string {
  if (ordinal === '') return 'Phụ lục';
  return /^(?:[IVXLC]+|\d+|[A-H])(?:[.-]?[\da-z]+)*$/.test(ordinal)
    ? `Phụ lục ${ordinal}`
    : `${ordinal} kèm theo`;
}

/** "Nghị định số 120/2025/NĐ-CP", "Luật Hộ tịch số 60/2014/QH13", "Quyết định số 226/QĐ-UBND ngày 03/02/2026 của …". */
export function documentName(document: LabelledDocument): string {
  const { number, type, title, issuer, date } = document;
  if (number === undefined) return title;
  const parsed = parseDocumentNumber(number);
  const named = /^(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)/u.test(title) && title.length <= 160;
  const name = named ? title : (type ?? parsed?.type ?? 'Văn bản');
  if (parsed === undefined || parsed.identifies) return `${name} số ${number}`;
  const dated = date === undefined ? '' : ` ngày ${printDate(date)}`;
  return `${name} số ${number}${dated}${issuer === undefined ? '' : ` của ${issuer}`}`;
}

/** "2026-02-03" → "03/02/2026". */
export function printDate(date: IsoDate): string {
  return date.split('-').reverse().join('/');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const SPOKEN: readonly (readonly [
  key: 'dieu' | 'khoan' | 'muc' | 'chuong' | 'phuLuc',
  words: string,
  pattern: RegExp,
])[] = [
  ['dieu', 'điều', /(?<!\p{L})dieu\s*(?:so\s*)?(\d{1,4}[a-z]?)(?![\p{L}\p{N}])/u],
  ['khoan', 'khoản', /(?<!\p{L})khoan\s*(?:so\s*)?(\d{1,3}[a-z]?)(?![\p{L}\p{N}])/u],
  ['muc', 'mục', /(?<!\p{L})muc\s*(\d{1,3}(?:\.\d{1,2})?|[ivx]{1,5})(?![\p{L}\p{N}])/u],
  ['chuong', 'chương', /(?<!\p{L})chuong\s*(\d{1,3}|[ivxl]{1,6})(?![\p{L}\p{N}])/u],
  [
    'phuLuc',
    'phụ lục',
    /(?<!\p{L})(?:phu luc|pl)\s*(?:so\s*)?(\d{1,3}(?:\.\d{1,2})?[a-z]?|[ivxl]{1,6}(?:\.\d{1,2})?)(?![\p{L}\p{N}])/u,
  ],
];
/** "d5 k2", "đ.5 k.2": letters stand for words only beside each other or beside a document number. */
const SHORT_ARTICLE = /(?<![\p{L}\p{N}/.-])d\.?\s?(\d{1,4}[a-z]?)(?![\p{L}\p{N}/])/u;
const SHORT_CLAUSE = /(?<![\p{L}\p{N}/.-])k\.?\s?(\d{1,3}[a-z]?)(?![\p{L}\p{N}/])/u;
const POINT = /(?<!\p{L})diem\s*([a-z]\d?)(?![\p{L}\p{N}])/u;

/** The path named in a question: "khoản 2 điều 5", "dieu 5 nd 120", "d5 k2", "điểm đ khoản 1 Điều 3"; `undefined` when none is. */
export function parseSpokenPath(text: string): CitationPath | undefined {
  const folded = foldKeepingLength(text);
  const accented = hasDiacritics(text);
  const path: Record<string, string> = {};
  for (const [key, words, pattern] of SPOKEN) {
    const m = pattern.exec(folded);
    // With diacritics typed, "mức 2" is not "mục 2" and "khoan 2" not "khoản 2".
    if (m === null || (accented && /^mức/iu.test(text.slice(m.index)) && words === 'mục')) continue;
    const ordinal = text.slice(m.index, m.index + m[0].length).slice(-m[1]!.length);
    path[key] = key === 'dieu' || key === 'khoan' ? ordinal.toLowerCase() : ordinal.toUpperCase();
  }
  const point = POINT.exec(folded);
  if (point !== null)
    path['diem'] = text
      .slice(point.index, point.index + point[0].length)
      .slice(-point[1]!.length)
      .toLowerCase();
  const short = { dieu: SHORT_ARTICLE.exec(folded)?.[1], khoan: SHORT_CLAUSE.exec(folded)?.[1] };
  const clear =
    path['dieu'] !== undefined ||
    (short.dieu !== undefined && short.khoan !== undefined) ||
    parseDocumentNumber(text) !== undefined;
  if (clear && short.dieu !== undefined) path['dieu'] ??= short.dieu;
  if (clear && path['dieu'] !== undefined && short.khoan !== undefined) path['khoan'] ??= short.khoan;
  return Object.keys(path).length > 0 ? path : undefined;
}
