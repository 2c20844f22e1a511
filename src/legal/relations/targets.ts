import type { CitationPath } from '../model.ts';
import { type DocumentNumber, findDocumentNumbers } from '../numbers/document-number.ts';
import { foldKeepingLength } from '../text.ts';

/** A document named in a sentence with the parts of it that are meant; no paths = the whole document. */
export interface Target {
  readonly number: DocumentNumber;
  readonly paths: readonly CitationPath[];
  readonly start: number;
  /** The words between the number before and this one. */
  readonly before: string;
}

const PART =
  /(?<!\p{L})(diem|khoan|dieu|chuong|phu luc|muc)s?\s+((?:so\s+)?(?:\d{1,4}[a-z]?|[ivxlc]{1,6}(?![\p{L}])|[a-z]\d?(?![\p{L}]))(?:\s*(?:,|va|;)\s*(?:\d{1,4}[a-z]?(?![\p{L}\d/])|[ivxlc]{1,6}(?![\p{L}])|[a-z](?![\p{L}\d])))*)/gu;
const KEYS = {
  diem: 'diem',
  khoan: 'khoan',
  dieu: 'dieu',
  chuong: 'chuong',
  'phu luc': 'phuLuc',
  muc: 'muc',
} as const;

/**
 * Documents with the parts named before each: "Điều 5 và khoản 2 Điều 7 Nghị định số …" gives one target with two
 * paths. Smaller parts belong to the next larger one that follows ("điểm a khoản 2 Điều 4").
 */
export function findTargets(text: string): Target[] {
  const numbers = findDocumentNumbers(text).filter(({ number }) => number.complete);
  let from = 0;
  return numbers.map(({ number, span }) => {
    const before = text.slice(from, span.start);
    from = span.end;
    return { number, paths: readPaths(before), before, start: span.start };
  });
}

/** Name of a type, and perhaps of the law, right before a number: "Luật Nhà ở số ", "các Nghị định số ". */
const NAMED =
  /(?:(?:cac|nhung)\s+)?(?:bo luat|luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu(?: lien tich)?|chi thi|cong van|ke hoach|lenh)(?:\s+(?!so\s|va\s+(?:bo luat|luat|phap lenh|nghi|quyet|thong tu|chi thi)\s)[\p{L}-]+){0,14}?\s+(?:so\s*)?$/u;
const WHEN_AND_WHO =
  /ngay\s*\d{1,2}[^,;]{0,24}?\d{4}|cua\s+(?:chinh phu|quoc hoi|thu tuong chinh phu|uy ban thuong vu quoc hoi|(?:bo truong|bo|thong doc|uy ban nhan dan|hoi dong nhan dan|so)\s[^;]{0,70}?(?=\s*$|[,;]|\s(?:va|quy dinh|huong dan|sua doi|ban hanh|ve)\s))/g;

/**
 * The documents that are the object itself, not those told of in its description: of "Thông tư A hướng dẫn Nghị định B,
 * Luật C được sửa đổi theo Luật D, Luật E" only A and C. What is in doubt is left out, for a wrong "hết hiệu lực" costs
 * more than a missing one.
 */
export function mainTargets(targets: readonly Target[]): Target[] {
  const main: Target[] = [];
  let subordinate = false;
  targets.forEach((target, i) => {
    const previous = targets[i - 1];
    if (previous !== undefined) subordinate = isSubordinate(target, previous, subordinate, main.at(-1));
    if (!subordinate) main.push(target);
  });
  return main;
}

function isSubordinate(
  target: Target,
  previous: Target,
  wasSubordinate: boolean,
  last: Target | undefined,
): boolean {
  const folded = foldKeepingLength(target.before);
  const gap = folded
    .replace(NAMED, '')
    // "các Nghị quyết số 05/…, số 06/…": the type is said once.
    .replace(/(?<=(?:,|;|(?:^|\s)va)\s*)so\s*$/, '')
    .replace(
      /(?:diem|khoan|dieu|muc|chuong|phu luc)\s+(?:so\s+)?(?:\d|[a-z](?![a-z])|[ivxlc]+(?![a-z]))[^,;]*$/,
      '',
    )
    .trimEnd();
  if (/;(?:\s*va)?$/.test(gap)) return false;
  const tail = gap.replace(WHEN_AND_WHO, '').replace(/^[\s,]*|[\s,]*$/g, '');
  if (tail === '' || tail === 'va') return wasSubordinate;
  if (!/(?:,|(?:^|\s)va)$/.test(gap)) return true;
  if (/sua doi|bo sung|thay the/.test(tail)) return true;
  if (!wasSubordinate) {
    // "Thông tư A hướng dẫn thi hành Luật X và Nghị định B" may speak of B as what A guides.
    const guides = /huong dan|quy dinh chi tiet|thi hanh|mot so dieu/.test(tail);
    return guides && previous.number.typeSymbol !== target.number.typeSymbol;
  }
  return !(
    last?.number.typeSymbol === target.number.typeSymbol &&
    previous.number.typeSymbol !== target.number.typeSymbol
  );
}

/** Every path named in `text`, in order: "các khoản 1, 2 Điều 3" → two; "Điều 5 và khoản 2 Điều 7" → two. */
export function readPaths(text: string): CitationPath[] {
  const folded = foldKeepingLength(text);
  const done: CitationPath[] = [];
  let open: CitationPath[] = [];
  for (const m of folded.matchAll(PART)) {
    const key = KEYS[m[1] as keyof typeof KEYS];
    const ordinals = splitOrdinals(
      text.slice(m.index + m[0].length - m[2]!.length, m.index + m[0].length),
      key,
    );
    if (key === 'diem' || key === 'khoan') open = attach(open, key, ordinals);
    else if (key === 'dieu') {
      done.push(
        ...(open.length === 0
          ? ordinals.map((dieu) => ({ dieu }))
          : open.map((path) => ({ ...path, dieu: ordinals[0]! }))),
      );
      if (open.length > 0) done.push(...ordinals.slice(1).map((dieu) => ({ dieu })));
      open = [];
    } else if (
      key === 'phuLuc' &&
      done.length > 0 &&
      /(?:,|;|(?<!\p{L})va)\s*$/u.test(folded.slice(0, m.index))
    ) {
      done.push(...ordinals.map((phuLuc) => ({ phuLuc })));
    } else if (done.some((path) => path.dieu !== undefined)) {
      // "Điều 5 Chương II": the article is named already; where it stands adds nothing.
      open = [];
    } else {
      const larger = ordinals.map((ordinal) => ({ [key]: ordinal }));
      open = open.length === 0 ? larger : open.map((path) => ({ ...path, ...larger[0] }));
    }
  }
  return [...done, ...open];
}

/** Points wait for their khoản: "khoản 1, điểm a khoản 2" → khoản 1; điểm a of khoản 2. */
function attach(
  open: readonly CitationPath[],
  key: 'diem' | 'khoan',
  ordinals: readonly string[],
): CitationPath[] {
  if (key === 'diem') return [...open, ...ordinals.map((diem) => ({ diem }))];
  const waiting = open.filter((path) => path.khoan === undefined);
  const settled = open.filter((path) => path.khoan !== undefined);
  if (waiting.length === 0) return [...settled, ...ordinals.map((khoan) => ({ khoan }))];
  return [
    ...settled,
    ...waiting.map((path) => ({ ...path, khoan: ordinals[0]! })),
    ...ordinals.slice(1).map((khoan) => ({ khoan })),
  ];
}

function splitOrdinals(list: string, key: string): string[] {
  return list
    .split(/\s*(?:,|;|(?<!\p{L})và(?!\p{L})|(?<!\p{L})va(?!\p{L}))\s*/iu)
    .map((ordinal) => ordinal.replace(/^(?:số|so)\s+/iu, '').trim())
    .filter((ordinal) => ordinal !== '')
    .map((ordinal) =>
      key === 'phuLuc' || key === 'chuong' || key === 'muc' ? ordinal.toUpperCase() : ordinal.toLowerCase(),
    );
}
