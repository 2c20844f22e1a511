import { fold } from '../text.ts';
import { KNOWN_ISSUERS, TYPE_SYMBOLS } from './document-symbols.ts';

/** The symbol of a number as read: its segments in printed form and where it ends in the text. */
export interface ReadSymbol {
  readonly segments: readonly string[];
  readonly end: number;
  /** Type and issuer are separated by "/" as in 80-NQ/TW. */
  readonly partySlash: boolean;
}

interface Segment {
  readonly printed: string;
  readonly end: number;
  /** In the tables of symbols, so that lower case and stray spaces are believed. */
  readonly known: boolean;
}

const SPECIAL = /^(?:TTg|TTr|CTr|QyĐ)/u;

/**
 * Reads the symbol that begins at `at`: "NĐ-CP", "TTLT-BKHCN-BNV", "QH15", "UBND-VP", "nđ - cp", "NĐCP". Cells of
 * the portal's tables run together ("120/2025/NĐ-CPNghị định…"), so the end is found by the symbols, not by a space.
 * `undefined` when what stands there is no symbol of a document ("2 ngày/tháng", "01/m2").
 */
export function readSymbol(
  text: string,
  folded: string,
  at: number,
  hasYear: boolean,
): ReadSymbol | undefined {
  const segments: string[] = [];
  let partySlash = false;
  let end = at;
  let next: Segment | undefined = readSegment(text, folded, at, true);
  let firstKnown = false;
  while (next !== undefined) {
    segments.push(next.printed);
    end = next.end;
    if (segments.length === 1) firstKnown = next.known;
    const joint = readJoint(text, folded, end, segments);
    if (joint === undefined) break;
    if (segments.length === 1 && joint.slash) partySlash = true;
    next = joint.segment;
  }
  const printed = segments.flatMap(splitRunTogether);
  return isSymbol(printed, firstKnown, hasYear) ? { segments: printed, end, partySlash } : undefined;
}

/** The separator and the segment after it. A separator with spaces around it is one only before a known issuer. */
function readJoint(
  text: string,
  folded: string,
  at: number,
  before: readonly string[],
): { readonly segment: Segment; readonly slash: boolean } | undefined {
  const separator = /^(?:\s{0,2}[-/]\s{0,2}|\.|\s)(?=[a-z])/.exec(folded.slice(at, at + 6))?.[0];
  if (separator === undefined) return undefined;
  const segment = readSegment(text, folded, at + separator.length);
  if (segment === undefined) return undefined;
  const tight = /^[-/.]$/.test(separator);
  const afterType = before.length === 1 && TYPE_SYMBOLS[fold(before[0]!)] !== undefined;
  const startsWord =
    /^\p{Lu}?\p{Ll}/u.test(text.slice(at + separator.length)) &&
    !/^TTg/.test(text.slice(at + separator.length));
  if (separator === '.' && (segment.printed.length < 2 || !afterType)) return undefined;
  if (!tight && !(segment.known && (afterType || (/[-/]/.test(separator) && !startsWord)))) return undefined;
  return { segment, slash: separator.includes('/') };
}

function readSegment(text: string, folded: string, at: number, first = false): Segment | undefined {
  const raw = /^[\p{L}\p{N}]+(?:&[\p{L}\p{N}]+)*/u.exec(text.slice(at, at + 40))?.[0];
  if (raw === undefined) return undefined;
  const special = SPECIAL.exec(raw)?.[0];
  if (special !== undefined) return { printed: special, end: at + special.length, known: true };
  const legislature = /^(ubtvqh|qh)(\d{0,2})/.exec(folded.slice(at, at + 12));
  if (legislature !== null) {
    const [whole] = legislature;
    return { printed: whole.toUpperCase(), end: at + whole.length, known: true };
  }
  const upper = /^\p{Lu}+(?:&\p{Lu}+)*/u.exec(raw)?.[0] ?? '';
  const wholeUpper = raw === upper || /^\p{Lu}+\d{1,3}$/u.test(raw);
  const length = upper.length >= 2 || wholeUpper ? upperLength(raw, upper) : lowerLength(folded, at);
  if (length === 0) return undefined;
  const symbol = text.slice(at, at + length);
  const known = isKnown(symbol);
  if (upper.length < 2 && !wholeUpper && !known) return undefined;
  return { printed: print(symbol, first), end: at + length, known };
}

/** Where an upper-case symbol ends when a word follows at once: "CPNghị" → CP, "CPs" → CP, "BTC123/" → BTC, "V03" → V03. */
function upperLength(raw: string, upper: string): number {
  const rest = raw.slice(upper.length);
  if (rest === '' || isKnown(raw)) return raw.length;
  if (/^NHNN\d{1,2}(?![\d/])/.test(raw)) return 4 + /^\d+/.exec(rest)![0].length;
  if (/^\p{N}/u.test(rest))
    return isKnown(upper) ? upper.length : upper.length + /^\p{N}{1,3}/u.exec(rest)![0].length;
  if (isKnown(upper.slice(0, -1)) || !isKnown(upper)) return upper.length - 1;
  return upper.length;
}

function lowerLength(folded: string, at: number): number {
  return /^[a-z]+/.exec(folded.slice(at, at + 24))?.[0].length ?? 0;
}

function isKnown(symbol: string): boolean {
  const key = fold(symbol);
  return TYPE_SYMBOLS[key] !== undefined || KNOWN_ISSUERS.has(key) || splitKnown(key) !== undefined;
}

/** "NĐCP", "nghị định 120/2025/ndcp": type and issuer typed as one. */
function splitRunTogether(segment: string, index: number): readonly string[] {
  const key = fold(segment);
  if (index > 0 || TYPE_SYMBOLS[key] !== undefined || KNOWN_ISSUERS.has(key)) return [segment];
  return splitKnown(key) ?? [segment];
}

function splitKnown(key: string): readonly [string, string] | undefined {
  const type = /^(ttlt|nd|nq|tt|qd|vbhn)(?=[a-z]{2})/.exec(key)?.[0];
  const issuer = type === undefined ? undefined : KNOWN_ISSUERS.get(key.slice(type.length));
  return type !== undefined && issuer !== undefined ? [TYPE_SYMBOLS[type]!.printed, issuer] : undefined;
}

function print(symbol: string, first: boolean): string {
  const key = fold(symbol);
  return (
    (first ? TYPE_SYMBOLS[key]?.printed : undefined) ??
    KNOWN_ISSUERS.get(key) ??
    symbol.toUpperCase().replace(/Ð/g, 'Đ')
  );
}

function isSymbol(segments: readonly string[], firstKnown: boolean, hasYear: boolean): boolean {
  const [first, ...rest] = segments;
  if (first === undefined) return false;
  const key = fold(first);
  if (/^(?:ubtv)?qh\d*$/.test(key)) return hasYear || /\d$/.test(key);
  if (TYPE_SYMBOLS[key] !== undefined) return rest.length > 0 || (hasYear && key.length > 1) || key === 'tt';
  if (hasYear) return firstKnown;
  if (/^(?:cp|ttg|hdbt)$/.test(key)) return true;
  return first.length >= 2 && (rest.length > 0 || firstKnown);
}
