import type { NodeType } from '../model.ts';
import { fold, foldKeepingLength } from '../text.ts';

/** A heading read from one line; `restAt` is the offset, within the line's text, of what follows the ordinal. */
export interface Heading {
  readonly type: NodeType;
  readonly ordinal: string;
  readonly restAt: number;
}

export interface ArticleHeading extends Heading {
  readonly number: number;
  readonly suffix: string;
  /** strong: "Điều 5. Hồ sơ"; lone: "Điều 5" alone; bare: "Điều 5 Hồ sơ", believed only where 5 is due. */
  readonly strength: 'strong' | 'lone' | 'bare';
}

const ARTICLE =
  /^d\s?ieu\s*(\d{1,4}|[\dlio|s]{1,4})\s?([a-z]{0,2}?)(\s*[.:]\s?[-–]?|\s*[-–]\s|\s*[/]\s|$|\s+)/;
/** After a bare "Điều 5": words that make it a citation. */
const CITED =
  /^(?:(?:va|hoac|den|cua|nay|nghi dinh|luat|bo luat|thong tu|quyet dinh|nghi quyet|phap lenh|hien phap|quy che|quy dinh|dieu le|chuong|phan|muc|khoan|diem|phu luc|va|thi|co|duoc|phai)(?![\p{L}])|[,;)])/u;

/** "Điều 5. …", also as OCR spoils it ("Điêu 5.", "Điều l."); `undefined` for "Điều 9 Nghị định này" and "Điều kiện". */
export function readArticle(text: string): ArticleHeading | undefined {
  if (!/^[ĐDÐ]\s?[iI]/u.test(text)) return undefined;
  const m = ARTICLE.exec(foldKeepingLength(text.slice(0, 40)));
  if (m === null) return undefined;
  const digits = m[1]!.replace(/[li|]/g, '1').replace(/o/g, '0').replace(/s/g, '5');
  if (!/\d/.test(m[1]!) && !/[.:]/.test(m[3]!)) return undefined;
  const suffix = text
    .slice(m[0].length - m[3]!.length - m[2]!.length, m[0].length - m[3]!.length)
    .toLowerCase();
  const rest = text.slice(m[0].length);
  const strength = /\S/.test(m[3]!) ? 'strong' : rest === '' ? 'lone' : 'bare';
  if (strength === 'bare' && (!/^\p{Lu}/u.test(rest) || CITED.test(fold(rest.slice(0, 24)))))
    return undefined;
  if (strength === 'strong' && /^\s*\p{Ll}/u.test(rest) && CITED.test(fold(rest.trim().slice(0, 24))))
    return undefined;
  return {
    type: 'dieu',
    ordinal: `${Number(digits)}${suffix}`,
    number: Number(digits),
    suffix,
    strength,
    restAt: m[0].length,
  };
}

const SPECK = /^\S{0,3}(?:\s\S)?$/u;

/** Cells of one to three signs at the end of a line are specks and strokes that OCR took for letters. Cell by cell: one
 * pattern over a form's row of empty cells takes exponential time. */
export function withoutSpecks(text: string): string {
  const cells = text.split('\t');
  while (cells.length > 1 && SPECK.test(cells.at(-1)!.trim())) cells.pop();
  return cells.join('\t');
}

const DIVISION =
  /^(phan|chuong|muc|tieu muc)(?:\s+|(?=\d))(thu\s+[a-z]+(?:\s+[a-z]+)?|[ivxlc]{1,7}|\d{1,3}(?:\.\d{1,2})?[a-z]?|[a-d])(?![\p{L}\p{N}])\s*([.:–-])?\s*/u;
const DIVISION_TYPES: Readonly<Record<string, NodeType>> = {
  phan: 'phan',
  chuong: 'chuong',
  muc: 'muc',
  'tieu muc': 'tieu_muc',
};

/** "Chương II", "MỤC 1. THÀNH LẬP", "Phần thứ nhất"; `undefined` for "Mục 1 Chương II Thông tư này". */
export function readDivision(line: string): Heading | undefined {
  const text = withoutSpecks(line);
  if (!/^[PCMT]/.test(text)) return undefined;
  const m = DIVISION.exec(foldKeepingLength(text.slice(0, 60)));
  if (m === null) return undefined;
  const word = m[1]!;
  const rest = text.slice(m[0].length);
  const ordinal = text
    .slice(word.length, m[0].length)
    .replace(/[\s.:–-]+$/u, '')
    .trim();
  if (rest !== '' && !isTitleLike(rest, m[3] !== undefined)) return undefined;
  if (/^[ivxlc]+$/.test(ordinal)) return undefined;
  return { type: DIVISION_TYPES[word]!, ordinal, restAt: m[0].length };
}

function isTitleLike(rest: string, separated: boolean): boolean {
  if (CITED.test(fold(rest.slice(0, 24)))) return isUpper(rest);
  return isUpper(rest) || (/^\p{Lu}/u.test(rest) && (separated || !/[.;,]$/.test(rest)) && rest.length < 160);
}

const ANNEX =
  /^phu\s+luc(?:\s+so)?(?:\s*:?\s*([ivxlc]{1,7}(?:[.-]\d{1,2})?[a-z]?|\d{1,3}(?:[.-]\d{1,2}){0,2}[a-z]?|[a-h]))?(?![\p{L}\p{N}])\s*[.:–-]?\s*/u;

/** "PHỤ LỤC", "Phụ lục I.1", "PHỤ LỤC SỐ 02: DANH MỤC…"; `undefined` for "Phụ lục I ban hành kèm theo…". */
export function readAnnex(text: string): Heading | undefined {
  if (!/^[Pp]h|^PH/.test(text)) return undefined;
  const m = ANNEX.exec(foldKeepingLength(text.slice(0, 40)));
  if (m === null || !/^P/.test(text)) return undefined;
  const rest = text.slice(m[0].length);
  if (rest !== '' && !rest.startsWith('(') && !isUpper(rest)) return undefined;
  const at = m[1] === undefined ? 0 : m[0].indexOf(m[1], 'phu luc'.length);
  const ordinal = text.slice(at, at + (m[1]?.length ?? 0));
  return { type: 'phu_luc', ordinal, restAt: m[0].length };
}

const ATTACHED =
  /^(QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|NỘI QUY|QUY TRÌNH|CHƯƠNG TRÌNH|KẾ HOẠCH|ĐỀ ÁN|DANH MỤC|HƯỚNG DẪN|CHIẾN LƯỢC|PHƯƠNG ÁN|QUY CHUẨN|QUY TẮC)(?!\p{L})/u;

/** The title of a text attached to a decision or circular ("QUY CHẾ", "ĐIỀU LỆ"), printed in capitals. */
export function readAttachedTitle(text: string): string | undefined {
  const word = ATTACHED.exec(text)?.[1];
  return word !== undefined && isUpper(text) ? word.charAt(0) + word.slice(1).toLowerCase() : undefined;
}

/** Mostly capitals, as titles of chapters and annexes are printed. */
export function isUpper(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const upper = letters.filter((ch) => ch !== ch.toLowerCase()).length;
  return letters.length > 0 && upper >= letters.length * 0.8;
}
