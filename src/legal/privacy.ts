/**
 * Personal data in Vietnamese text: found, masked with stable tokens, put back.
 *
 * Pure and deliberately one-sided: a name too many in a masked question costs little, an identity number in a log
 * or at a remote endpoint costs a lot. Never masked: document numbers, procedure codes, amounts, dates of documents,
 * the titles of officials ("ông Chủ tịch"). Rules on personal data: Law 91/2025/QH15, decree 356/2025/NĐ-CP.
 */
import type { Span } from './model.ts';
import { findNames } from './privacy-names.ts';
import { findPlates } from './privacy-plates.ts';
import { foldKeepingLength } from './text.ts';

export type PersonalDataKind =
  | 'cccd'
  | 'cmnd'
  | 'phone'
  | 'email'
  | 'account'
  | 'plate'
  | 'name'
  | 'birth_date';

export interface PersonalDatum {
  readonly kind: PersonalDataKind;
  readonly span: Span;
}

export interface MaskToken {
  /** As it stands in the masked text: "[CCCD 1]". */
  readonly token: string;
  readonly kind: PersonalDataKind;
  readonly value: string;
}

export interface Masked {
  readonly masked: string;
  readonly tokens: readonly MaskToken[];
}

const WORD: Record<PersonalDataKind, string> = {
  cccd: 'CCCD',
  cmnd: 'CMND',
  phone: 'SĐT',
  email: 'EMAIL',
  account: 'TÀI KHOẢN',
  plate: 'BIỂN XE',
  name: 'TÊN',
  birth_date: 'NGÀY SINH',
};
const TOKEN = /\[(?:CCCD|CMND|SĐT|EMAIL|TÀI KHOẢN|BIỂN XE|TÊN|NGÀY SINH) \d+\]/gu;

/** Starts and lengths are bounded: a long run without "@" must not be tried from each of its characters. */
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,80}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu;
/** A number of people: digits in groups, one kind of small separator at a time. */
const DIGITS =
  /(?<![\p{L}\p{N}])(?<![\p{N}][.,/]|[\p{L}\p{N}]-)(?:\(\+?\d{2,4}\)[ .\u00A0-]?\d+|\+?\d+)(?:[ .\u00A0-]\d+)*(?![\p{L}\p{N}]|[/-][\p{L}\p{N}])/gu;
const MONEY_AFTER =
  /^[\s\u00A0]*(?:d(?![\p{L}])|dong|vnd|viet nam dong|usd|do la|trieu|nghin|ngan|ty(?![\p{L}])|m2|m3|ha(?![\p{L}])|kg|%)/u;
const MONEY_BEFORE =
  /(?:so tien|muc|tri gia|gia tri|tong(?: von| tien| muc| chi| thu)?|von|kinh phi|phi|le phi|tien)[\s:]*(?:la|:)?\s*$/u;
const IDENTITY_CUE = /(?:cccd|cmnd|cmt|can cuoc|chung minh|dinh danh|giay to tuy than)[^\d\n]{0,40}$/u;
const ACCOUNT_CUE = /(?:so tai khoan|stk|tai khoan|(?<![\p{L}])tk|account)(?![\p{L}])[^\d\n.;]{0,40}$/u;
const HOTLINE = /^1[89]00/;

/**
 * @param text any text, NFC
 * @returns what identifies a private person, in order, spans disjoint; mask tokens in the text are not looked into
 */
export function findPersonalData(text: string): PersonalDatum[] {
  const opaque = text.replace(TOKEN, (t) => '\uE000'.repeat(t.length));
  const folded = foldKeepingLength(opaque);
  const found: PersonalDatum[] = [];
  const add = (kind: PersonalDataKind, start: number, end: number) => {
    if (end > start && !found.some((f) => start < f.span.end && f.span.start < end))
      found.push({ kind, span: { start, end } });
  };
  for (const m of opaque.matchAll(EMAIL)) add('email', m.index, m.index + m[0].length);
  for (const span of findPlates(opaque)) add('plate', span.start, span.end);
  for (const m of opaque.matchAll(DIGITS))
    for (const n of classifyRun(
      m[0],
      folded.slice(Math.max(0, m.index - 60), m.index),
      folded.slice(m.index + m[0].length, m.index + m[0].length + 20),
    ))
      add(n.kind, m.index + n.start, m.index + n.end);
  for (const span of findNames(opaque)) add('name', span.start, span.end);
  for (const span of birthDates(folded, found)) add('birth_date', span.start, span.end);
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** No number of a person is written in more groups than digits of an account number in pairs. */
const MAX_GROUPS = 12;

interface RunPart {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
}

/** What a run of digit groups is: one number, or several separated by spaces ("079…  0912…"). */
function classifyRun(run: string, before: string, after: string): RunPart[] {
  const whole = classify(run, before, after);
  if (whole) return [{ kind: whole, start: 0, end: run.length }];
  const groups = [...run.matchAll(/[^ \u00A0]+/gu)];
  const parts: RunPart[] = [];
  let i = 0;
  while (i < groups.length) {
    // Longest first, so that "0912 345 678" is one phone number and not a stray group.
    let taken = 0;
    for (let j = Math.min(groups.length, i + MAX_GROUPS); j > i && !taken; j--) {
      const start = groups[i]!.index;
      const end = groups[j - 1]!.index + groups[j - 1]![0].length;
      if (start === 0 && end === run.length) continue;
      const kind = classify(
        run.slice(start, end),
        before + run.slice(Math.max(0, start - 60), start),
        run.slice(end, end + 20) + after,
      );
      if (!kind) continue;
      parts.push({ kind, start, end });
      taken = j - i;
    }
    i += taken || 1;
  }
  return parts;
}

function classify(run: string, before: string, after: string): PersonalDataKind | undefined {
  const digits = run.replace(/\D/g, '');
  if (MONEY_AFTER.test(after) || /^[.,]\d/.test(after)) return undefined;
  if (/^\d\.\d{6}$/.test(run)) return undefined;
  if (ACCOUNT_CUE.test(before) && digits.length >= 6 && digits.length <= 19) return 'account';
  const cued = IDENTITY_CUE.test(before);
  if (cued && digits.length === 12) return 'cccd';
  if (cued && digits.length === 9) return 'cmnd';
  if (isPhone(run, digits)) return 'phone';
  if (/[()+]/.test(run)) return undefined;
  if (MONEY_BEFORE.test(before)) return undefined;
  const groups = run.split(/[ .\u00A0-]/).map((g) => g.length);
  const plain = groups.length === 1;
  // Every citizen identity number starts with a province code 001–096 (circular 59/2021/TT-BCA, Điều 4).
  if (digits.length === 12 && (plain || (digits.startsWith('0') && Math.min(...groups) >= 2))) return 'cccd';
  if (digits.length === 9 && (plain || /^\d{3}([ .\u00A0])\d{3}\1\d{3}$/.test(run))) return 'cmnd';
  return undefined;
}

function isPhone(run: string, digits: string): boolean {
  if (HOTLINE.test(digits)) return false;
  const international = /^\(?\+?84/.test(run) && (run.includes('+') || digits.length >= 11);
  const national = international ? `0${digits.slice(2).replace(/^0/, '')}` : digits;
  if (!/^0(?:[35789]\d{8}|2\d{9})$/.test(national)) return false;
  // A date beside a number ("01 02 2025 …") never groups like this.
  return run.split(/[ .\u00A0-]/).every((g) => g.replace(/\D/g, '').length >= 2);
}

const DATE = '\\d{1,2}\\s*(?:[/.-]|thang)\\s*\\d{1,2}\\s*(?:[/.-]|nam)\\s*\\d{4}';
const BIRTH = new RegExp(
  `(?:sinh(?: ngay| nam)?|ngay(?:,? thang,? nam)? sinh|nam sinh|(?<![\\p{L}])sn)[\\s:.]*(?:ngay\\s*)?(${DATE}|(?:19|20)\\d{2})(?!\\d)`,
  'gu',
);
const DATE_ALONE = new RegExp(`^[\\s,(:-]{1,4}(?:ngay\\s*)?(${DATE})`, 'u');
/** How far a name or identity number may stand from a date of birth, in characters of the same line. */
const NEAR = 80;

function birthDates(folded: string, found: readonly PersonalDatum[]): Span[] {
  const people = found
    .filter((f) => f.kind === 'name' || f.kind === 'cccd' || f.kind === 'cmnd')
    .map((f) => f.span);
  for (const m of folded.matchAll(/\uE000+/gu)) people.push({ start: m.index, end: m.index + m[0].length });
  const spans: Span[] = [];
  const near = (start: number, end: number) =>
    people.some((p) => {
      const [from, to] = p.end <= start ? [p.end, start] : [end, p.start];
      return to - from <= NEAR && !folded.slice(from, Math.max(from, to)).includes('\n');
    });
  for (const m of folded.matchAll(BIRTH)) {
    const start = m.index + m[0].length - m[1]!.length;
    if (near(m.index, start + m[1]!.length)) spans.push({ start, end: start + m[1]!.length });
  }
  for (const p of people) {
    const m = DATE_ALONE.exec(folded.slice(p.end, p.end + 40));
    if (m) spans.push({ start: p.end + m[0].length - m[1]!.length, end: p.end + m[0].length });
  }
  return spans;
}

/**
 * Replaces personal data with tokens; the same value gets the same token.
 * @param known tokens of earlier texts of the same request, so that a value keeps its token
 * @returns the masked text and all tokens, the known ones included
 */
export function mask(text: string, known: readonly MaskToken[] = []): Masked {
  const tokens = [...known];
  let masked = text;
  // Taking one number out can uncover another ("079… 191…"), so look until nothing is left.
  for (let found = findPersonalData(masked); found.length > 0; found = findPersonalData(masked)) {
    let out = '';
    let at = 0;
    for (const { kind, span } of found) {
      const value = masked.slice(span.start, span.end);
      out += masked.slice(at, span.start) + tokenFor(kind, value, tokens, text);
      at = span.end;
    }
    masked = out + masked.slice(at);
  }
  return { masked, tokens };
}

function tokenFor(kind: PersonalDataKind, value: string, tokens: MaskToken[], text: string): string {
  const same = tokens.find((t) => t.kind === kind && t.value === value);
  // A person may type "[CCCD 1]" themselves: such a token is never given out.
  if (same && !text.includes(same.token)) return same.token;
  let n = 1;
  while (tokens.some((t) => t.token === `[${WORD[kind]} ${n}]`) || text.includes(`[${WORD[kind]} ${n}]`)) n++;
  const token = `[${WORD[kind]} ${n}]`;
  tokens.push({ token, kind, value });
  return token;
}

/** Puts the values back; tokens that were never given out stay as they are. */
export function unmask(text: string, tokens: readonly MaskToken[]): string {
  const values = new Map(tokens.map((t) => [t.token, t.value]));
  return text.replace(TOKEN, (t) => values.get(t) ?? t);
}
