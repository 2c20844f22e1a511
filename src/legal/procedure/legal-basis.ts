import type { Span } from '../model.ts';
import { trimSpan } from './spans.ts';

/** One row of "Tên văn bản pháp lý · Mã văn bản". `number` as printed; a row may name a document without one. */
export interface LegalBasisRow {
  readonly span: Span;
  readonly title: Span;
  readonly number?: Span;
}

const HEADER = 'Tên văn bản pháp lýMã văn bản';
const BODIES =
  'BNNPTNT|BNNMT|BTNMT|BLĐTBXH|BVHTTDL|BGDĐT|BGTVT|BKHĐT|BKHCN|BTTTT|BDTTG|TANDTC|VKSNDTC|NHNN|TTCP|VPCP|UBDT|BCA|BTP|BTC|BXD|BNV|BYT|BCT|BQP|BNG';
const KNOWN = `QH\\d{2}|UBTVQH\\d{1,2}|NĐ-CP|NQ-CP|QĐ-TTg|NQ-HĐND|QĐ-UBND|(?:TT|QĐ|VBHN)-(?:${BODIES})`;
// A known symbol is complete as it stands; after an unknown one the last capital belongs to the next
// title when a small letter follows ("TT-XYZLuật …").
const NUMBER = new RegExp(
  `(\\d+(?:\\.\\d+)?[a-z]?)/(?:\\d{4}/)?(?:${KNOWN}|NQ-QH\\d{2}|(?:[A-ZĐ]+-)+[A-ZĐ]+(?!\\p{Ll}))`,
  'gu',
);

/** Rows of the field `can_cu_phap_ly`. A number ends a row only where the next cell is run together with it. */
export function parseLegalBasis(text: string): LegalBasisRow[] {
  const rows: LegalBasisRow[] = [];
  let at = text.startsWith(HEADER) ? HEADER.length : 0;
  for (const match of text.matchAll(NUMBER)) {
    const end = match.index + match[0].length;
    if (!/^(?:$|[\p{L}"“])/u.test(text.slice(end))) continue;
    const start = match.index + gluedYear(match[1]!);
    const title = trimSpan(text, { start: at, end: start });
    const number = { start, end };
    rows.push({ span: { start: title?.start ?? start, end }, title: title ?? number, number });
    at = end;
  }
  const rest = trimSpan(text, { start: at, end: text.length });
  if (rest) rows.push({ span: rest, title: rest });
  return rows;
}

/** "năm 202072/2020/QH14" is "năm 2020" and "72/2020/QH14": length of the year run together with the number. */
function gluedYear(digits: string): number {
  return /^(?:19|20)\d{2}\d/.test(digits) ? 4 : 0;
}
