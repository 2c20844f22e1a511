import { findDates } from '../../legal/dates.ts';
import { type DocumentNumber, findDocumentNumbers } from '../../legal/document-number.ts';
import { isUpper } from '../../legal/headings.ts';
import type { DocumentHeader, HeaderField, IsoDate } from '../../legal/model.ts';
import { foldKeepingLength } from '../../legal/text.ts';

export type Found<T> = { readonly value: T; readonly confidence: number };
export type HeaderParts = { readonly [K in HeaderField]?: Found<string> };

/** The head of a document: its lines before the recitals, cells of a two-column head apart. */
export interface Head {
  readonly cells: readonly string[];
  /** Indexes of cells that stand right of another one on their line. */
  readonly labelled: ReadonlySet<number>;
  /** Offset in the text where the recitals, the addressees or the body begin. */
  readonly end: number;
}

const BODY =
  /^(?:C[ăa]n c[ứu]\s|Điều\s+\d{1,3}[a-z]?\s*[.:]|Kính gửi|(?:Chương|CHƯƠNG|Phần|PHẦN)\s+(?:[IVX\d]+|thứ \p{L}+|THỨ \p{L}+)(?!\p{L})|Thực hiện\s|Theo đề nghị|Xét\s)/u;
export const MOTTO = /cong hoa xa hoi chu nghia viet nam|doc lap\s*[-–]\s*tu do/;
const LONGEST_HEAD = 60;

/** Splits the head off; two columns on one line stand apart by a tab or three spaces. */
export function readHead(text: string): Head {
  const cells: string[] = [];
  const labelled = new Set<number>();
  let at = 0;
  let taken = 0;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (BODY.test(trimmed) || taken > LONGEST_HEAD) break;
    const start = cells.length;
    for (const cell of line.split(/\t+|\s{3,}/)) {
      const clean = cell.replace(/^[\s_*=.-]+|[\s_*=]+$/gu, '').replace(/\s+/g, ' ');
      if (!/[\p{L}\p{N}]/u.test(clean)) continue;
      if (cells.length > start) labelled.add(cells.length);
      cells.push(clean);
    }
    if (trimmed !== '') taken++;
    at += line.length + 1;
  }
  return { cells, labelled, end: Math.min(at, text.length) };
}

const NUMBER_WORD =
  /^(?:(?:(?:bo\s)?luat|phap lenh|nghi quyet|nghi dinh|thong tu|quyet dinh)\s)?s[o0]\s*[:.]?\s*(?=\d)/;

/** Number, from "Số: …" or "Luật số: …" in the head; a number without that word counts for less. */
export function readNumber(head: Head): (Found<string> & { readonly parsed: DocumentNumber }) | undefined {
  for (const [i, cell] of head.cells.entries()) {
    const folded = foldKeepingLength(cell);
    const m = NUMBER_WORD.exec(folded) ?? /\sso\s*:\s*(?=\d)/.exec(folded);
    if (m === null) continue;
    // "Căn cứ pháp lý | Thông tư số …" in a sheet names another text.
    if (head.labelled.has(i) && m.index === 0 && !folded.startsWith('s')) continue;
    const found = findDocumentNumbers(cell.slice(m.index + m[0].length))[0];
    if (found === undefined || found.span.start > 2 || found.number.serial === '') continue;
    if (!found.number.complete && found.number.typeSymbol === undefined) continue;
    // "Luật số … ngày … của Quốc hội sửa đổi …" tells of another text.
    if (/^\s*(?:ng[àa]y|của|sửa đổi|,|v[àề])/u.test(cell.slice(m.index + m[0].length + found.span.end)))
      continue;
    return {
      value: found.number.canonical,
      confidence: found.number.complete ? 0.98 : 0.5,
      parsed: found.number,
    };
  }
  const alone = head.cells.slice(0, 14).find(
    (cell, i) =>
      // "Số quyết định | 163/QĐ-BTP": a number beside a label is that of another text.
      !head.labelled.has(i) && findDocumentNumbers(cell)[0]?.span.end === cell.length && /^\d/.test(cell),
  );
  const number = alone === undefined ? undefined : findDocumentNumbers(alone)[0]?.number;
  return number?.complete ? { value: number.canonical, confidence: 0.75, parsed: number } : undefined;
}

const TYPES = [
  'NGHỊ QUYẾT LIÊN TỊCH',
  'THÔNG TƯ LIÊN TỊCH',
  'THÔNG TƯ LIÊN BỘ',
  'VĂN BẢN HỢP NHẤT',
  'NGHỊ ĐỊNH',
  'NGHỊ QUYẾT',
  'THÔNG TƯ',
  'QUYẾT ĐỊNH',
  'BỘ LUẬT',
  'LUẬT',
  'PHÁP LỆNH',
  'HIẾN PHÁP',
  'LỆNH',
  'CHỈ THỊ',
  'KẾ HOẠCH',
  'HƯỚNG DẪN',
  'THÔNG BÁO',
  'BÁO CÁO',
  'CÔNG ĐIỆN',
  'TỜ TRÌNH',
  'KẾT LUẬN',
  'CHƯƠNG TRÌNH',
  'ĐỀ ÁN',
  'QUY CHẾ',
  'QUY ĐỊNH',
  'QUY TRÌNH',
  'PHƯƠNG ÁN',
  'CÔNG VĂN',
] as const;

/** The type printed above the subject, and where in the head it stands. */
export function readType(
  head: Head,
): (Found<string> & { readonly cell: number; readonly rest: string }) | undefined {
  for (let i = 0; i < head.cells.length; i++) {
    const cell = head.cells[i]!.replace(/(?<=\p{L})\d{1,2}$/u, '');
    const type = TYPES.find((t) => cell === t || (cell.startsWith(`${t} `) && isUpper(cell)));
    if (type === undefined || (type === 'VĂN BẢN HỢP NHẤT' && cell !== type)) continue;
    const rest = cell.slice(type.length).trim();
    return { value: sentenceCase(type), confidence: rest === '' ? 0.97 : 0.9, cell: i, rest };
  }
  return readSmallType(head);
}

/** "Thông tư", "nghị định của chính phủ" on a line of its own: capitals that a legacy font drew are small letters in the text. */
function readSmallType({ cells }: Head): (Found<string> & { cell: number; rest: string }) | undefined {
  if (!cells.some((cell) => MOTTO.test(foldKeepingLength(cell)))) return undefined;
  for (const [i, cell] of cells.slice(0, 20).entries()) {
    const folded = foldKeepingLength(cell);
    const m =
      /^(nghi dinh|nghi quyet|thong tu(?: lien tich)?|quyet dinh|chi thi|luat|phap lenh)(?:\s+cua\s+(?:chinh phu|thu tuong chinh phu|quoc hoi|bo truong|(?:bo|uy ban)\s[^,;]{2,50}))?$/.exec(
        folded,
      );
    if (m === null) continue;
    return { value: sentenceCase(cell.slice(0, m[1]!.length)), confidence: 0.8, cell: i, rest: '' };
  }
  return undefined;
}

/**
 * Number and day in the title itself, as older collections print it: "Nghị định của Chính phủ số 117/2003/NĐ-CP ngày
 * 10/10/2003 về việc …". Only at the very head, and for a person to confirm.
 */
export function readTitle({
  cells,
}: Head):
  | { readonly number: Found<string> & { readonly parsed: DocumentNumber }; readonly date?: Found<IsoDate> }
  | undefined {
  for (const [i, cell] of cells.slice(0, 5).entries()) {
    const folded = foldKeepingLength(cell);
    const m =
      /^(?:(?:nghi dinh|nghi quyet|thong tu(?: lien tich)?|quyet dinh|chi thi|phap lenh)(?:\s+cua\s+[^\d,;]{3,70})?\s+)?so\s*:?\s*(?=\d)/.exec(
        folded,
      );
    const found = m === null ? undefined : findDocumentNumbers(cell.slice(m[0].length))[0];
    if (m === null || found === undefined || !found.number.complete || found.span.start > 1) continue;
    const after = `${cell.slice(m[0].length + found.span.end)} ${cells[i + 1] ?? ''}`;
    const date = /^\s*ngày/iu.test(after) ? findDates(after)[0]?.date : undefined;
    if (date === undefined) continue;
    return {
      number: { value: found.number.canonical, confidence: 0.75, parsed: found.number },
      date: { value: date, confidence: 0.75 },
    };
  }
  return undefined;
}

/** The subject (trích yếu): the lines below the type, or "V/v …" of a công văn. */
export function readSubject(
  head: Head,
  type: { readonly cell: number; readonly rest: string } | undefined,
  text: string,
): Found<string> | undefined {
  const about = head.cells.findIndex((cell) => /^(?:V\s?\/\s?v|Về việc)(?!\p{L})/iu.test(cell));
  if (type === undefined && about === -1) return undefined;
  const parts: string[] = type === undefined ? [] : [type.rest];
  for (const cell of head.cells.slice((type?.cell ?? about - 1) + 1)) {
    const sofar = parts.join(' ').trim();
    // "… của Nghị định số 30/1998/NĐ-CP / ngày 13 tháng 5 năm 1998 của Chính phủ": the day of the text named before.
    const goesOn = /\d\/[\p{L}\d/-]+$/u.test(sofar) && /^ngày\s.{6,30}\s(?:của|về)\s/u.test(cell);
    if ((endsSubject(cell) && !goesOn) || sofar.length > 500) break;
    // The recitals of older texts: "Để tăng cường hiệu lực …".
    if (sofar !== '' && /^(?:Để|Nhằm)\s/u.test(cell)) break;
    parts.push(cell);
  }
  const joined = parts
    .filter((part) => part !== '')
    .join(' ')
    .replace(/^V\s?\/\s?v\s*:?\s*/iu, 'Về việc ')
    .replace(/(?<=\p{L})\d$/u, '')
    .replace(/\s*\.{2,}$/, '')
    .replace(/^(?:Ngày|Số|Giờ|Đến)\s*:\s*(?=(?:Quy định|Về|Hướng dẫn|Sửa đổi|Ban hành)\s)/u, '')
    // Dirt beside the first line, or the corner of a stamp: "C | Quy định …", "+ G Quy định …".
    .replace(
      /^(?:\p{Lu}?\s?[^\p{L}\p{N}\s"“(]\s?(?:\p{Lu}\s)?)+(?=(?:Quy định|Về|Hướng dẫn|Sửa đổi|Ban hành)\s)/u,
      '',
    )
    // A scan's lines may run together: the recitals begin inside the one of the subject.
    .replace(/\s+Căn cứ (?:Luật|Bộ luật|Hiến pháp|Nghị định|Nghị quyết|Pháp lệnh)\s.*$/u, '');
  if (joined === '') return undefined;
  const value = isUpper(joined) ? restoreCase(joined, text) : joined;
  return {
    value: value.charAt(0).toUpperCase() + value.slice(1),
    confidence: joined.length < 400 ? 0.9 : 0.5,
  };
}

/** "Sửa đổi, bổ sung một số điều của Nghị định số … ngày …" is a subject, however it names the other text. */
const ACTS = /^(?:ve viec |ve )?(?:sua doi|bo sung|bai bo|dinh chinh|ngung hieu luc|huong dan|quy dinh)/;

function endsSubject(cell: string): boolean {
  const folded = foldKeepingLength(cell);
  return (
    MOTTO.test(folded) ||
    /ngay\s*\d{0,2}\s*thang/.test(folded.slice(0, 40)) ||
    /^so\s*:/.test(folded) ||
    /^(?:chinh phu|bo truong|uy ban nhan dan .*|quoc hoi|thu tuong chinh phu|giam doc .*|chu tich .*|hoi dong nhan dan .*)$/.test(
      folded,
    ) ||
    (/^\S.{0,80}\ss[oố] \d+\/\d{4}\/.*(?:ngày|được sửa đổi)/u.test(cell) && !ACTS.test(folded))
  );
}

/** A text printed in capitals as the document itself writes it elsewhere; otherwise in sentence case. */
export function restoreCase(upper: string, text: string): string {
  const wanted = upper.toLowerCase();
  const lower = text.toLowerCase();
  if (lower.length === text.length) {
    for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
      const written = text.slice(at, at + wanted.length);
      if (!isUpper(written)) return written;
    }
  }
  return sentenceCase(upper);
}

/** Place and day of issue: "Hà Nội, ngày 11 tháng 6 năm 2025". */
export function readPlaceAndDate(head: Head): {
  readonly place?: Found<string>;
  readonly date?: Found<IsoDate>;
} {
  for (const cell of head.cells) {
    const m = /(?:^|\s)(\p{Lu}[\p{L}\s.-]{1,40}?)\s*,\s*(?=ng[àa]y\s*\d)/u.exec(cell);
    const date = findDates(cell)[0];
    if (date === undefined || !/ng[àa]y/iu.test(cell)) continue;
    if (m === null && !/^ng[àa]y\s/iu.test(cell)) continue;
    return {
      ...(m !== null && { place: { value: m[1]!.trim(), confidence: 0.95 } }),
      date: { value: date.date, confidence: m === null ? 0.85 : 0.97 },
    };
  }
  return {};
}

export function sentenceCase(upper: string): string {
  const lower = upper
    .toLowerCase()
    .replace(/việt nam/g, 'Việt Nam')
    .replace(/(?<!\p{L})chính phủ/gu, 'Chính phủ')
    .replace(/quốc hội/g, 'Quốc hội');
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** A subject after its type's name: "Quy định về …" → "quy định về …"; names keep their capital. */
export function lowerFirst(subject: string): string {
  return /^\p{Lu}\p{Ll}*\s/u.test(subject) &&
    !/^(?:Luật|Nghị|Thông tư|Chính phủ|Quốc hội|Bộ|Sở|Việt)\s/u.test(subject)
    ? subject.charAt(0).toLowerCase() + subject.slice(1)
    : subject;
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
