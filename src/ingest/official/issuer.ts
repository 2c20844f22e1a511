import type { DocumentNumber } from '../../legal/numbers/document-number.ts';
import { isUpper } from '../../legal/structure/headings.ts';
import { foldKeepingLength } from '../../legal/text.ts';
import { type Found, type Head, MOTTO } from './header.ts';
import { issuerOfSymbol, properCase } from './issuer-names.ts';

const NOT_ISSUER =
  /cong bao|van ban (?:quy pham|phap luat|hop nhat)|^so\s*:|^luat so|ngay\s*\d|doc lap|cong hoa|^nghi dinh|^thong tu|^quyet dinh|^luat|^bo luat|^du thao|^(?:toi |tuyet )?mat$|hoa toc|^khan$|^phu luc/;

/** The issuer: what the symbol of the number says, else the lines at the head's left. */
export function readIssuer(
  head: Head,
  number: DocumentNumber | undefined,
  typeCell: number | undefined,
): Found<string> | undefined {
  const bySymbol =
    number?.issuerSymbol === undefined || number.type === 'Công văn'
      ? undefined
      : issuerOfSymbol(number.issuerSymbol);
  const lines = issuerLines(head.cells.slice(0, typeCell ?? 12));
  if (bySymbol !== undefined) return { value: bySymbol, confidence: lines.length > 0 ? 0.98 : 0.92 };
  if (lines.length === 0) return undefined;
  return { value: joinIssuer(lines), confidence: 0.85 };
}

/** Words that names of bodies begin with. */
const BODY_NAME =
  /^(?:BỘ|SỞ|[UỦ][YỶ] BAN|UBND|HỘI ĐỒNG|HĐND|CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|CHỦ TỊCH|(?:CHI |TỔNG )?CỤC|VĂN PHÒNG|BAN|ĐẢNG|TỈNH [UỦ]Y|THÀNH [UỦ]Y|HUYỆN [UỦ]Y|NGÂN HÀNG|KHO BẠC|BẢO HIỂM|TRUNG TÂM|VIỆN|TÒA ÁN|TOÀ ÁN|THANH TRA|KIỂM TOÁN|CÔNG AN|MẶT TRẬN|PHÒNG(?! CHÁY|,? CHỐNG| NGỪA| BỆNH)|TRƯỜNG|HỘI|LIÊN ĐOÀN|CÔNG TY|TẬP ĐOÀN|TỔNG LIÊN ĐOÀN|ĐOÀN|ĐẠI HỌC|THUẾ)(?!\p{L})/u;

/** Lines in capitals before the number and the motto; a line that carries on the one before is joined to it. */
function issuerLines(cells: readonly string[]): string[] {
  const lines: string[] = [];
  for (const cell of cells) {
    const own = cell.split(/(?=CỘNG H[ÒO][AÀ] XÃ)/u)[0]!.trim();
    const folded = foldKeepingLength(own).trim();
    if (/^so\s*[:.\d]|^luat so|^v\s?\/\s?v/.test(folded) && lines.length > 0) break;
    if (own === '' || NOT_ISSUER.test(folded) || MOTTO.test(folded) || !isUpper(own)) continue;
    const before = lines.at(-1);
    const carriesOn =
      before !== undefined &&
      (/^(?:VÀ|TỈNH|THÀNH PHỐ|TP|PHƯỜNG|XÃ|HUYỆN|QUẬN|VIỆT NAM|TỐI CAO|NHÂN DÂN)(?!\p{L})/u.test(own) ||
        /(?:[-,]|VÀ|NHÂN DÂN)$/u.test(before));
    if (!carriesOn && !BODY_NAME.test(own)) continue;
    if (carriesOn) lines[lines.length - 1] = `${before} ${own}`;
    else if (own !== before) lines.push(own);
  }
  return lines.filter(
    (line, i) => !lines.slice(i + 1).some((later) => later.startsWith(line) || line === later),
  );
}

/** "ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ" over "SỞ NỘI VỤ" → "Sở Nội vụ thành phố Huế". */
function joinIssuer(lines: readonly string[]): string {
  const own = properCase(lines.at(-1)!);
  const above = lines.length > 1 ? properCase(lines.at(-2)!) : '';
  const area = /(?:tỉnh|thành phố|phường|xã|đặc khu|huyện|quận|thị xã)\s.+$/u.exec(above)?.[0];
  return area !== undefined && !own.includes(area) && !/(?:tỉnh|thành phố|phường|xã)\s/u.test(own)
    ? `${own} ${area}`
    : own;
}
