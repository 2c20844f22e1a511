import { isUpper } from '../../legal/structure/headings.ts';
import { foldKeepingLength } from '../../legal/text.ts';
import { type Found, type Head, MOTTO } from './header.ts';
import { sentenceCase } from './header-type.ts';

/** The subject (trích yếu): the lines below the type, or "V/v …" of a công văn. */
export function readSubject(
  head: Head,
  type: { readonly cell: number; readonly rest: string } | undefined,
  text: string,
): Found<string> | undefined {
  const about = head.cells.findIndex((cell) => /^(?:V\s?\/\s?v|Về việc)(?!\p{L})/iu.test(cell));
  if (type === undefined && about === -1) return undefined;
  const parts: string[] = type === undefined ? [] : [type.rest];
  for (const cell of head.cells.slice((type?.cell ?? about - 1) + 1)) {
    const sofar = parts.join(' ').trim();
    // "… của Nghị định số 30/1998/NĐ-CP / ngày 13 tháng 5 năm 1998 của Chính phủ": the day of the text named before.
    const goesOn =
      /\d\/[\p{L}\d/-]+$/u.test(sofar.replace(/\s*-\s*/g, '-')) && /^ngày\s.{6,30}\s(?:của|về)\s/u.test(cell);
    if ((endsSubject(cell) && !goesOn) || sofar.length > 500) break;
    // The recitals of older texts: "Để tăng cường hiệu lực …".
    if (sofar !== '' && (RECITES.test(cell) || ISSUES.test(cell))) break;
    parts.push(cell);
  }
  const joined = parts
    .filter((part) => part !== '')
    .join(' ')
    .replace(/^V\s?\/\s?v\s*:?\s*/iu, 'Về việc ')
    .replace(/(?<=\p{L})\d$/u, '')
    .replace(/\s*\.{2,}$/, '')
    .replace(/^(?:Ngày|Số|Giờ|Đến)\s*:\s*(?=(?:Quy định|Về|Hướng dẫn|Sửa đổi|Ban hành)\s)/u, '')
    // Dirt beside the first line, or the corner of a stamp: "C | Quy định …", "+ G Quy định …".
    .replace(
      /^(?:\p{Lu}?\s?[^\p{L}\p{N}\s"“(]\s?(?:\p{Lu}\s)?)+(?=(?:Quy định|Về|Hướng dẫn|Sửa đổi|Ban hành)\s)/u,
      '',
    )
    // Lines may run together: the motto beside it, or the recitals, begin inside the line of the subject.
    .replace(/\s+CỘNG H[ÒO][AÀ] XÃ HỘI CHỦ NGHĨA.*$/u, '')
    .replace(INNER_RECITAL, '');
  if (joined === '') return undefined;
  const value = isUpper(joined) ? restoreCase(joined, text) : joined;
  return {
    value: value.charAt(0).toUpperCase() + value.slice(1),
    confidence: joined.length < 500 && !BEHEADED.test(joined) ? 0.9 : 0.5,
  };
}

/** A subject that begins in the middle of its sentence lost its first word under a stamp ("chi tiết một số điều …"). */
const BEHEADED = /^(?!(?:về|quy định|ban hành|hướng dẫn|sửa đổi)(?!\p{L}))\p{Ll}/u;
/** What follows a subject: the recitals ("Thực hiện Kế hoạch số …"), to whom it is sent, the first part of the body. */
const RECITES =
  /^(?:Để|Nhằm|Thực hiện|Triển khai|Căn cứ|Trên cơ sở|Xét|Theo đề nghị|Kính gửi)(?!\p{L})|^(?:[IVX]{1,4}|\d{1,2})[.)]\s|^Phần\s+(?:thứ|[IVX\d])/u;
/** The formula of issuing, where no recitals stand before it: "Chính phủ ban hành Nghị định quy định …". */
const ISSUES =
  /^(?:Chính phủ|Quốc hội|Ủy ban|Hội đồng|Thủ tướng|Bộ trưởng|Chủ tịch|Giám đốc)(?!\p{L})[^.;]{0,80}?\sban hành\s/u;
const INNER_RECITAL =
  /\s+(?:Căn cứ|Thực hiện|Triển khai)\s+(?:(?:thực hiện\s+)?(?:Bộ luật|Nghị định|Nghị quyết|Pháp lệnh|Kế hoạch|Quyết định|Chỉ thị|Công văn|Chương trình|Thông tư)\s+số|Luật|Bộ luật|Hiến pháp|Nghị định|Nghị quyết|Pháp lệnh)\s.*$/u;

/** "Sửa đổi, bổ sung một số điều của Nghị định số … ngày …" is a subject, however it names the other text. */
const ACTS = /^(?:ve viec |ve )?(?:sua doi|bo sung|bai bo|dinh chinh|ngung hieu luc|huong dan|quy dinh)/;

function endsSubject(cell: string): boolean {
  const folded = foldKeepingLength(cell);
  return (
    MOTTO.test(folded) ||
    /^(?:[a-z .-]{2,30},\s*)?ngay\s*\d{0,2}\s*thang/.test(folded) ||
    /^so\s*:/.test(folded) ||
    /^(?:chinh phu|bo truong|uy ban nhan dan .*|quoc hoi|thu tuong chinh phu|giam doc .*|chu tich .*|hoi dong nhan dan .*)$/.test(
      folded,
    ) ||
    (/^\p{Lu}.{0,80}\ss[oố] \d+\/\d{4}\/.*(?:ngày|được sửa đổi)/u.test(cell) && !ACTS.test(folded))
  );
}

/** A text printed in capitals as the document itself writes it elsewhere; otherwise in sentence case. */
function restoreCase(upper: string, text: string): string {
  const wanted = upper.toLowerCase();
  const lower = text.toLowerCase();
  if (lower.length === text.length) {
    for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
      const written = text.slice(at, at + wanted.length);
      if (!isUpper(written)) return written;
    }
  }
  return sentenceCase(upper);
}

/** A subject after its type's name: "Quy định về …" → "quy định về …"; names keep their capital. */
export function lowerFirst(subject: string): string {
  return /^\p{Lu}\p{Ll}*\s/u.test(subject) &&
    !/^(?:Luật|Nghị|Thông tư|Chính phủ|Quốc hội|Bộ|Sở|Việt)\s/u.test(subject)
    ? subject.charAt(0).toLowerCase() + subject.slice(1)
    : subject;
}
