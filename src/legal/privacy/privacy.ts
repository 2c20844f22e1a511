/**
 * Personal data in Vietnamese text: found, masked with stable tokens, put back.
 *
 * Pure and deliberately one-sided: a name too many in a masked question costs little, an identity number in a log
 * or at a remote endpoint costs a lot. Never masked: document numbers, procedure codes, amounts, dates of documents,
 * the titles of officials ("ông Chủ tịch"). Rules on personal data: Law 91/2025/QH15, decree 356/2025/NĐ-CP.
 */
import type { Span } from '../model.ts';
import { foldKeepingLength } from '../text.ts';
import { findNames } from './names.ts';
import { findNumbers } from './numbers.ts';
import { findPlates } from './plates.ts';

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
  for (const n of findNumbers(opaque, folded)) add(n.kind, n.start, n.end);
  for (const span of findNames(opaque)) add('name', span.start, span.end);
  for (const span of birthDates(folded, found)) add('birth_date', span.start, span.end);
  return found.sort((a, b) => a.span.start - b.span.start);
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
