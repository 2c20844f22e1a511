import { findDates } from '../../legal/calendar/dates.ts';
import type { IsoDate } from '../../legal/model.ts';
import { type DocumentNumber, findDocumentNumbers } from '../../legal/numbers/document-number.ts';
import { foldKeepingLength } from '../../legal/text.ts';
import type { Found, Head } from './header.ts';

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
