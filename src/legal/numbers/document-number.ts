import type { Span } from '../model.ts';
import { fold, foldKeepingLength } from '../text.ts';
import { isLocalIssuer, KNOWN_ISSUERS, TYPE_SYMBOLS, TYPE_WORDS } from './document-symbols.ts';
import { readSymbol } from './number-symbol.ts';

/** A document number in any printed or typed form, taken apart. */
export interface DocumentNumber {
  /** As the law prints it: "120/2025/NĐ-CP", "80-NQ/TW"; of a partial mention what is known: "Thông tư 08/2025". */
  readonly canonical: string;
  /** Zero-padded to two digits: "03", "120", "66.7". */
  readonly serial: string;
  readonly year?: string;
  /** Symbol of the type as printed: "NĐ", "QĐ"; absent in công văn and in numbers such as 60/2014/QH13. */
  readonly typeSymbol?: string;
  /** "Nghị định", "Công văn"; absent where the symbol does not say (QH13 numbers laws and resolutions alike). */
  readonly type?: string;
  /** "CP", "TTg", "UBTVQH15", "BKHCN-BNV", "UBND-VP". */
  readonly issuerSymbol?: string;
  /** Văn bản quy phạm pháp luật: they carry the year in the number. */
  readonly normative: boolean;
  /** True when no other document has this number: central normative ones, and those numbered through a legislature's term. */
  readonly identifies: boolean;
  /** False for a partial mention ("Nghị định 120", "tt 08/2025"): match it with `matchesNumber`. */
  readonly complete: boolean;
}

export interface FoundNumber {
  readonly number: DocumentNumber;
  readonly span: Span;
}

const YEAR = '(?:19[4-9]|20[0-9])\\d';
/** serial, year?, separator; the symbol after it is read by hand because cells of tables run together. */
const HEAD = new RegExp(
  `(?<!\\d)(?<!\\d[.,/-])(\\d{1,5}(?:\\.\\d{1,2})?)\\s{0,2}(?:/\\s{0,2}(${YEAR}))?\\s{0,2}([/-])\\s{0,2}(?=[a-z])`,
  'gu',
);
const WORDS = TYPE_WORDS.map(([words]) => words.replace(/ /g, '\\s+')).join('|');
/** "nghị định số 120/2025", "nđ 120", "tt08/2025". */
const PARTIAL = new RegExp(
  `(?<![\\p{L}\\p{N}])(${WORDS})\\s*(số|so)?\\s*[:.]?\\s*(\\d{1,5}(?:\\.\\d{1,2})?)(?:\\s?[/-]\\s?(${YEAR}))?(?![\\p{L}\\p{N}]|[./,-]\\d)`,
  'gu',
);
const BARE = new RegExp(
  `(?<![\\p{L}\\p{N}./,-])(\\d{2,5})\\s?/\\s?(${YEAR})(?![\\p{L}\\p{N}]|[/-]\\s?[\\p{L}\\d])`,
  'gu',
);
/** Numbers of standards and of forms look alike: "QCVN 06:2022/BXD", "mẫu số 01/GTGT". */
const NOT_A_DOCUMENT = /(?:(?:qcvn|tcvn|tcxdvn|iso)[\s\d:./-]*|(?:mau|bieu)\s*(?:so)?\s*:?\s*)$/;

/** The first document number of `text` (NFC), in any printed or typed form. */
export function parseDocumentNumber(text: string): DocumentNumber | undefined {
  return findDocumentNumbers(text)[0]?.number;
}

/** Every document number of `text` (NFC) in order; spans point into `text` and do not overlap. */
export function findDocumentNumbers(text: string): FoundNumber[] {
  const folded = foldKeepingLength(text).replace(/[–—‑−]/g, '-');
  return besides(besides([...full(text, folded)], partials(folded)), bare(folded));
}

/** What was found, and of `more` what does not overlap it; both in order. One pass: a gazette names thousands. */
function besides(found: readonly FoundNumber[], more: Iterable<FoundNumber>): FoundNumber[] {
  const all: FoundNumber[] = [];
  let at = 0;
  for (const one of more) {
    while (at < found.length && found[at]!.span.end <= one.span.start) all.push(found[at++]!);
    if (at >= found.length || found[at]!.span.start >= one.span.end) all.push(one);
  }
  return [...all, ...found.slice(at)];
}

function* full(text: string, folded: string): Generator<FoundNumber> {
  HEAD.lastIndex = 0;
  for (let m = HEAD.exec(folded); m !== null; m = HEAD.exec(folded)) {
    const [head, serial, year, separator] = m as unknown as [string, string, string | undefined, string];
    if (year === undefined && /\p{L}/u.test(folded[m.index - 1] ?? '')) continue;
    if (NOT_A_DOCUMENT.test(folded.slice(Math.max(0, m.index - 24), m.index))) continue;
    const symbol = readSymbol(text, folded, m.index + head.length, year !== undefined);
    if (symbol === undefined) continue;
    const decree = year !== undefined && symbol.segments.length === 1 && symbol.segments[0] === 'NĐ';
    const segments = decree ? ['NĐ', 'CP'] : symbol.segments;
    const number = build(serial, year, segments, separator, symbol.partySlash);
    yield { number, span: { start: m.index, end: symbol.end } };
    HEAD.lastIndex = symbol.end;
  }
}

function* partials(folded: string): Generator<FoundNumber> {
  for (const m of folded.matchAll(PARTIAL)) {
    const symbol = TYPE_WORDS.find(([words]) => words === m[1]!.replace(/\s+/g, ' '))![1];
    const year = m[4];
    // "tt 5", "ct 01" and "thông báo 3 nội dung" are not numbers; a decree is named by its serial alone.
    if (
      year === undefined &&
      symbol !== 'nd' &&
      m[2] === undefined &&
      !(m[1]!.length > 6 && m[3]!.length >= 2)
    )
      continue;
    if (year === undefined && symbol === 'luat') continue;
    yield { number: partial(m[3]!, year, symbol), span: { start: m.index, end: m.index + m[0].length } };
  }
}

/** "120/2025" alone; "07/2025" is a month, "01/07/2025" a day. */
function* bare(folded: string): Generator<FoundNumber> {
  for (const m of folded.matchAll(BARE)) {
    if (
      Number(m[1]) <= 12 ||
      /(?:thang|nam|ngay|quy)\s*$/.test(folded.slice(Math.max(0, m.index - 8), m.index))
    )
      continue;
    yield { number: partial(m[1]!, m[2], undefined), span: { start: m.index, end: m.index + m[0].length } };
  }
}

function partial(rawSerial: string, year: string | undefined, symbol: string | undefined): DocumentNumber {
  if (symbol === 'nd' && year !== undefined) return build(rawSerial, year, ['NĐ', 'CP'], '/', false);
  const serial = padSerial(rawSerial);
  const type = symbol === undefined ? undefined : symbol === 'luat' ? 'Luật' : TYPE_SYMBOLS[symbol]?.type;
  const numbered = year === undefined ? serial : `${serial}/${year}`;
  return {
    canonical: type === undefined ? numbered : `${type} ${numbered}`,
    serial,
    ...(year !== undefined && { year }),
    ...(symbol !== undefined && symbol !== 'luat' && { typeSymbol: TYPE_SYMBOLS[symbol]!.printed }),
    ...(type !== undefined && { type }),
    normative: year !== undefined,
    identifies: false,
    complete: false,
  };
}

function build(
  rawSerial: string,
  year: string | undefined,
  segments: readonly string[],
  separator: string,
  partySlash: boolean,
): DocumentNumber {
  const serial = padSerial(rawSerial);
  const first = fold(segments[0]!);
  const typed = TYPE_SYMBOLS[first];
  const issuer = (typed === undefined ? segments : segments.slice(1)).join('-');
  const party = separator === '-' && partySlash;
  const symbol = party ? `${segments[0]}/${segments.slice(1).join('-')}` : segments.join('-');
  const foldedIssuer = fold(issuer);
  const legislature = /^(?:qh|ubtvqh)\d/.test(foldedIssuer);
  const local = issuer.split('-').some((segment) => isLocalIssuer(fold(segment)));
  const normative = year !== undefined;
  const lacksYear =
    !normative && typed !== undefined && /^(?:nd|tt|ttlt)$/.test(first) && KNOWN_ISSUERS.has(foldedIssuer);
  const type =
    typed === undefined
      ? typeOfUntyped(foldedIssuer, normative)
      : party && first === 'qd'
        ? undefined
        : typed.type;
  return {
    canonical: `${serial}${year === undefined ? '' : `/${year}`}${party || (separator === '-' && !normative) ? '-' : '/'}${symbol}`,
    serial,
    ...(year !== undefined && { year }),
    ...(typed !== undefined && { typeSymbol: typed.printed }),
    ...(type !== undefined && { type }),
    ...(issuer !== '' && { issuerSymbol: issuer }),
    normative,
    identifies: issuer !== '' && !local && (normative || legislature) && first !== 'vbhn',
    complete: issuer !== '' && !lacksYear,
  };
}

/** QH13 numbers laws and resolutions alike; "194/CP" was a decree or a decision; the rest without a type is a công văn. */
function typeOfUntyped(foldedIssuer: string, normative: boolean): string | undefined {
  return normative || /^(?:(?:ubtv)?qh\d*|cp|ttg|hdbt)$/.test(foldedIssuer) ? undefined : 'Công văn';
}

/** Decree 30/2020/NĐ-CP, phụ lục I: numbers below 10 are printed with a zero before them. */
function padSerial(serial: string): string {
  return serial.replace(/^0+(?=\d)/, '').replace(/^\d(?=$|\.)/, '0$&');
}

/** Comparison key: two prints of one number have one key ("03/VBHN-BTC", "3/vbhn - btc", "120/2025/ND-CP"). */
export function numberKey(canonical: string): string {
  const number = parseDocumentNumber(canonical);
  return fold(number?.complete ? number.canonical : canonical)
    .replace(/\s+/g, '')
    .replace(/[–—./-]/g, '-');
}

/** Whether a full or partial mention can mean the document numbered `canonical`. */
export function matchesNumber(mention: DocumentNumber, canonical: string): boolean {
  const stored = parseDocumentNumber(canonical);
  if (stored === undefined || stored.serial !== mention.serial) return false;
  if (mention.complete) return numberKey(mention.canonical) === numberKey(canonical);
  if (mention.year !== undefined && mention.year !== stored.year) return false;
  if (mention.issuerSymbol !== undefined && fold(mention.issuerSymbol) !== fold(stored.issuerSymbol ?? ''))
    return false;
  if (mention.type === undefined || mention.type === stored.type) return true;
  return (
    stored.type === undefined &&
    /^(?:ubtv)?qh\d/.test(fold(stored.issuerSymbol ?? '')) &&
    /^(?:Luật|Nghị quyết|Pháp lệnh)$/.test(mention.type)
  );
}
