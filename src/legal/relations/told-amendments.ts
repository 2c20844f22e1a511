import { findDocumentNumbers } from '../numbers/document-number.ts';

/** "(đã được sửa đổi, bổ sung tại khoản 1 Điều 1 Nghị định số …)", "(sau đây gọi là …)". */
const BRACKETED = /\((?:đã\s+)?(?:được|bị|sửa đổi|bổ sung|sau đây|gọi|viết)\s[^()]*\)/giu;
/** "đã được sửa đổi, bổ sung một số điều theo Luật số …": what follows made the text what it is, it is not acted on. */
const CHANGED_BY =
  /(?:đã\s+)?được\s+(?:sửa đổi|bổ sung|thay thế|đính chính|bãi bỏ)[^;:]{0,80}?\s(?:theo|bởi|tại|bằng)\s/giu;
/** What may stand between two texts of one list. */
const LISTED =
  /^[\s,]*(?:và\s+)?(?:(?:các|khoản|điểm|điều|luật|nghị định|nghị quyết|thông tư|quyết định|pháp lệnh|số|của|quy định|tại|ngày|tháng|năm|Quốc hội|Chính phủ|\d{1,4}[a-zđ]?|[a-zđ])[\s,/.]*(?:và\s+)?)*$/iu;

/** The sentence with what it tells of earlier changes of a text made blank, its length kept. */
export function withoutToldAmendments(text: string): string {
  const bare = text.replace(BRACKETED, blank);
  let out = bare;
  for (const m of bare.matchAll(CHANGED_BY)) {
    let end = m.index + m[0].length;
    let known = false;
    for (const { span } of findDocumentNumbers(bare)) {
      if (span.start < end) continue;
      if (!(known ? LISTED : /^[^;:]{0,80}$/u).test(bare.slice(end, span.start))) break;
      known = true;
      end = span.end;
    }
    if (known) out = out.slice(0, m.index) + blank(out.slice(m.index, end)) + out.slice(end);
  }
  return out;
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
