import type { CitationPath, IsoDate } from './model.ts';
import { parseDocumentNumber } from './numbers/document-number.ts';
import { PART_NAMES } from './procedure/parts.ts';

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

/** The name with what it is about: "Công văn số 45/STP-HCTP ngày 03/02/2026 của Sở Tư pháp thành phố Huế về việc …". */
export function documentNameAndSubject(document: LabelledDocument): string {
  const { title, type } = document;
  const name = documentName(document);
  if (name.includes(title)) return name;
  const subject =
    type !== undefined && title.startsWith(`${type} `) ? title.slice(type.length) : `: ${title}`;
  return `${name}${subject}`;
}

/** "2026-02-03" → "03/02/2026". */
export function printDate(date: IsoDate): string {
  return date.split('-').reverse().join('/');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
