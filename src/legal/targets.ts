import { type DocumentNumber, findDocumentNumbers } from './document-number.ts';
import type { CitationPath } from './model.ts';
import { foldKeepingLength } from './text.ts';

/** A document named in a sentence with the parts of it that are meant; no paths = the whole document. */
export interface Target {
  readonly number: DocumentNumber;
  readonly paths: readonly CitationPath[];
  readonly start: number;
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
    const paths = readPaths(text.slice(from, span.start));
    from = span.end;
    return { number, paths, start: span.start };
  });
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
    } else {
      const whole =
        open.length === 0 && !done.some((path) => path[key] === undefined && path.dieu !== undefined);
      if (whole || key === 'phuLuc')
        done.push(...ordinals.map((ordinal) => ({ ...open[0], [key]: ordinal })));
      open = [];
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
