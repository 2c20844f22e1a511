import type { Span } from '../model.ts';
import { trimSpan } from './spans.ts';

/** What the procedure gives: the paper's name, and the portal's code of it (not part of the name). */
export interface ResultRow {
  readonly span: Span;
  readonly code?: Span;
}

const CODE = /Mã: (?:KQ\.[A-Z]\d+\.\d+|[A-Z0-9.]+)/gu;
const BOILERPLATE = /Từ khóa(?=Không có thông tin|Mô tả|\S)|Chọn cơ quan thực hiện/u;

/** Results of the field `ket_qua_xu_ly`; the portal's trailing search form ("Từ khóa…Nộp hồ sơ") is left out. */
export function parseResults(text: string): ResultRow[] {
  const rows: ResultRow[] = [];
  const cut = BOILERPLATE.exec(text);
  const end = cut ? cut.index : text.length;
  let at = 0;
  for (const match of text.slice(0, end).matchAll(CODE)) {
    const span = trimSpan(text, { start: at, end: match.index });
    const code = { start: match.index, end: match.index + match[0].length };
    if (span) rows.push({ span, code });
    at = code.end;
  }
  const rest = trimSpan(text, { start: at, end });
  if (rest && /\p{L}/u.test(text.slice(rest.start, rest.end))) rows.push({ span: rest });
  return rows;
}
