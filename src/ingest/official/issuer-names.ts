import { fold, nfc } from '../../legal/text.ts';

/** Central issuers by the symbol in their numbers, former ministries included (their texts are still in force). */
const BY_SYMBOL: Readonly<Record<string, string>> = {
  cp: 'Chính phủ',
  ttg: 'Thủ tướng Chính phủ',
  ctn: 'Chủ tịch nước',
  hdbt: 'Hội đồng Bộ trưởng',
  vpcp: 'Văn phòng Chính phủ',
  vpqh: 'Văn phòng Quốc hội',
  ttcp: 'Thanh tra Chính phủ',
  nhnn: 'Ngân hàng Nhà nước Việt Nam',
  ktnn: 'Kiểm toán nhà nước',
  ubdt: 'Ủy ban Dân tộc',
  bdttg: 'Bộ Dân tộc và Tôn giáo',
  tandtc: 'Tòa án nhân dân tối cao',
  vksndtc: 'Viện kiểm sát nhân dân tối cao',
  vkstc: 'Viện kiểm sát nhân dân tối cao',
  hdtp: 'Hội đồng Thẩm phán Tòa án nhân dân tối cao',
  bca: 'Bộ Công an',
  bct: 'Bộ Công Thương',
  bgddt: 'Bộ Giáo dục và Đào tạo',
  bgtvt: 'Bộ Giao thông vận tải',
  bkhcn: 'Bộ Khoa học và Công nghệ',
  bkhdt: 'Bộ Kế hoạch và Đầu tư',
  bldtbxh: 'Bộ Lao động - Thương binh và Xã hội',
  bng: 'Bộ Ngoại giao',
  bnn: 'Bộ Nông nghiệp và Phát triển nông thôn',
  bnnptnt: 'Bộ Nông nghiệp và Phát triển nông thôn',
  bnnmt: 'Bộ Nông nghiệp và Môi trường',
  bnv: 'Bộ Nội vụ',
  bqp: 'Bộ Quốc phòng',
  btc: 'Bộ Tài chính',
  btnmt: 'Bộ Tài nguyên và Môi trường',
  btp: 'Bộ Tư pháp',
  btttt: 'Bộ Thông tin và Truyền thông',
  bvhttdl: 'Bộ Văn hóa, Thể thao và Du lịch',
  bxd: 'Bộ Xây dựng',
  byt: 'Bộ Y tế',
  tw: 'Ban Chấp hành Trung ương',
};

/** Departments and offices whose names have capitals inside. */
const OTHER_NAMES = [
  'Quốc hội',
  'Ủy ban Thường vụ Quốc hội',
  'Hội đồng nhân dân',
  'Ủy ban nhân dân',
  'Sở Nội vụ',
  'Sở Tư pháp',
  'Sở Tài chính',
  'Sở Y tế',
  'Sở Xây dựng',
  'Sở Công Thương',
  'Sở Du lịch',
  'Sở Ngoại vụ',
  'Sở Dân tộc và Tôn giáo',
  'Sở Nông nghiệp và Môi trường',
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Sở Tài nguyên và Môi trường',
  'Sở Khoa học và Công nghệ',
  'Sở Giáo dục và Đào tạo',
  'Sở Văn hóa và Thể thao',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Văn hóa, Thể thao',
  'Sở Lao động - Thương binh và Xã hội',
  'Sở Thông tin và Truyền thông',
  'Sở Kế hoạch và Đầu tư',
  'Sở Giao thông vận tải',
  'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân',
  'Văn phòng Ủy ban nhân dân',
  'Trung tâm Phục vụ hành chính công',
  'Bảo hiểm xã hội Việt Nam',
  'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
];

const BY_FOLDED_NAME: ReadonlyMap<string, string> = new Map(
  [...Object.values(BY_SYMBOL), ...OTHER_NAMES].map((name) => [key(name), name] as const),
);

/** The issuer a number's symbol names, where the symbol belongs to one body: "CP" → "Chính phủ", "QH15" → "Quốc hội". */
export function issuerOfSymbol(symbol: string): string | undefined {
  const folded = fold(symbol);
  if (/^qh\d*$/.test(folded)) return 'Quốc hội';
  if (/^ubtvqh\d*$/.test(folded)) return 'Ủy ban Thường vụ Quốc hội';
  const names = folded.split('-').map((part) => BY_SYMBOL[part]);
  if (names[0] === undefined) return undefined;
  return names.every((name) => name !== undefined) ? [...new Set(names)].join(', ') : names[0];
}

const PLACE_WORDS = /^(?:tỉnh|thành phố|phường|xã|đặc khu|huyện|quận|thị xã|thị trấn)$/u;

/**
 * A name printed in capitals as it is written in running text: known bodies by table, place names with capitals
 * ("ỦY BAN NHÂN DÂN TỈNH SƠN LA" → "Ủy ban nhân dân tỉnh Sơn La"), otherwise a capital for the first word.
 */
export function properCase(upper: string): string {
  const text = nfc(upper)
    .replace(/[_*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;:'-]+$/, '')
    .trim();
  const known = BY_FOLDED_NAME.get(key(text));
  if (known !== undefined) return known;
  const lower = text.toLowerCase();
  const place = /\s(tỉnh|thành phố|tp\.?|phường|xã|đặc khu|huyện|quận|thị xã|thị trấn)\s/u.exec(lower);
  if (place === null) return headCase(lower);
  const head = lower.slice(0, place.index);
  const names = lower
    .slice(place.index + 1)
    .split(/(tỉnh|thành phố|phường|xã|đặc khu|huyện|quận|thị xã|thị trấn)(?=\s)/u)
    .map((part) =>
      PLACE_WORDS.test(part) ? part : part.replace(/(?<=^|[\s-])\p{Ll}/gu, (ch) => ch.toUpperCase()),
    );
  return `${BY_FOLDED_NAME.get(key(head)) ?? headCase(head)} ${names.join('')}`;
}

/** "pccc", "tp": letters without a vowel are an abbreviation. */
const ABBREVIATION = /(?<!\p{L})[bcdđghklmnpqrstvx]{3,}(?!\p{L})/gu;

/** "sở nội vụ" → "Sở Nội vụ", "ủy ban nhân dân" → "Ủy ban nhân dân". */
function headCase(lower: string): string {
  const written = lower.replace(ABBREVIATION, (letters) => letters.toUpperCase());
  const first = written.charAt(0).toUpperCase() + written.slice(1);
  return first.replace(
    /^((?:Bộ|Sở|Cục|Chi cục|Ban|Vụ|Tổng cục|Trung tâm|Phòng|Viện)\s)(\p{Ll})/u,
    (_, head: string, ch: string) => head + ch.toUpperCase(),
  );
}

function key(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
