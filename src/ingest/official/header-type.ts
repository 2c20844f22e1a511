import { isUpper } from '../../legal/structure/headings.ts';
import { foldKeepingLength } from '../../legal/text.ts';
import { type Found, type Head, MOTTO } from './header.ts';

const TYPES = [
  'NGHỊ QUYẾT LIÊN TỊCH',
  'THÔNG TƯ LIÊN TỊCH',
  'THÔNG TƯ LIÊN BỘ',
  'VĂN BẢN HỢP NHẤT',
  'NGHỊ ĐỊNH',
  'NGHỊ QUYẾT',
  'THÔNG TƯ',
  'QUYẾT ĐỊNH',
  'BỘ LUẬT',
  'LUẬT',
  'PHÁP LỆNH',
  'HIẾN PHÁP',
  'LỆNH',
  'CHỈ THỊ',
  'KẾ HOẠCH',
  'HƯỚNG DẪN',
  'THÔNG BÁO',
  'BÁO CÁO',
  'CÔNG ĐIỆN',
  'TỜ TRÌNH',
  'KẾT LUẬN',
  'CHƯƠNG TRÌNH',
  'ĐỀ ÁN',
  'QUY CHẾ',
  'QUY ĐỊNH',
  'QUY TRÌNH',
  'PHƯƠNG ÁN',
  'CÔNG VĂN',
] as const;

/** The type printed above the subject, and where in the head it stands. */
export function readType(
  head: Head,
): (Found<string> & { readonly cell: number; readonly rest: string }) | undefined {
  for (let i = 0; i < head.cells.length; i++) {
    const cell = head.cells[i]!.replace(/(?<=\p{L})\d{1,2}$/u, '');
    const type = TYPES.find((t) => cell === t || (cell.startsWith(`${t} `) && isUpper(cell)));
    if (type === undefined || (type === 'VĂN BẢN HỢP NHẤT' && cell !== type)) continue;
    const rest = cell.slice(type.length).trim();
    return { value: sentenceCase(type), confidence: rest === '' ? 0.97 : 0.9, cell: i, rest };
  }
  return readSmallType(head);
}

/** "Thông tư", "nghị định của chính phủ" on a line of its own: capitals that a legacy font drew are small letters in the text. */
function readSmallType({ cells }: Head): (Found<string> & { cell: number; rest: string }) | undefined {
  if (!cells.some((cell) => MOTTO.test(foldKeepingLength(cell)))) return undefined;
  for (const [i, cell] of cells.slice(0, 20).entries()) {
    const folded = foldKeepingLength(cell);
    const m =
      /^(nghi dinh|nghi quyet|thong tu(?: lien tich)?|quyet dinh|chi thi|luat|phap lenh)(?:\s+cua\s+(?:chinh phu|thu tuong chinh phu|quoc hoi|bo truong|(?:bo|uy ban)\s[^,;]{2,50}))?$/.exec(
        folded,
      );
    if (m === null) continue;
    return { value: sentenceCase(cell.slice(0, m[1]!.length)), confidence: 0.8, cell: i, rest: '' };
  }
  return undefined;
}

export function sentenceCase(upper: string): string {
  const lower = upper
    .toLowerCase()
    .replace(/việt nam/g, 'Việt Nam')
    .replace(/(?<!\p{L})chính phủ/gu, 'Chính phủ')
    .replace(/quốc hội/g, 'Quốc hội');
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
