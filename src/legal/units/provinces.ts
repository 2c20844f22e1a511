import { fold, plainWords, slug, typedWithDiacritics } from '../text.ts';

/** The 34 provinces and cities since 1 July 2025 and the former names that records still carry. */
export const PROVINCES = [
  'An Giang',
  'Bắc Ninh',
  'Cà Mau',
  'Cao Bằng',
  'Cần Thơ',
  'Đà Nẵng',
  'Đắk Lắk',
  'Điện Biên',
  'Đồng Nai',
  'Đồng Tháp',
  'Gia Lai',
  'Hà Nội',
  'Hà Tĩnh',
  'Hải Phòng',
  'Hồ Chí Minh',
  'Huế',
  'Thừa Thiên Huế',
  'Hưng Yên',
  'Khánh Hòa',
  'Lai Châu',
  'Lạng Sơn',
  'Lào Cai',
  'Lâm Đồng',
  'Nghệ An',
  'Ninh Bình',
  'Phú Thọ',
  'Quảng Ngãi',
  'Quảng Ninh',
  'Quảng Trị',
  'Sơn La',
  'Tây Ninh',
  'Thái Nguyên',
  'Thanh Hóa',
  'Tuyên Quang',
  'Vĩnh Long',
  'Bà Rịa - Vũng Tàu',
  'Bạc Liêu',
  'Bắc Giang',
  'Bắc Kạn',
  'Bến Tre',
  'Bình Dương',
  'Bình Định',
  'Bình Phước',
  'Bình Thuận',
  'Đắk Nông',
  'Hà Giang',
  'Hà Nam',
  'Hải Dương',
  'Hậu Giang',
  'Hòa Bình',
  'Kiên Giang',
  'Kon Tum',
  'Long An',
  'Nam Định',
  'Ninh Thuận',
  'Phú Yên',
  'Quảng Bình',
  'Quảng Nam',
  'Sóc Trăng',
  'Thái Bình',
  'Tiền Giang',
  'Trà Vinh',
  'Vĩnh Phúc',
  'Yên Bái',
] as const;

/** What each took in (Resolution 202/2025/QH15, Điều 1). */
const MERGED: readonly (readonly [now: string, former: readonly string[]])[] = [
  ['Tuyên Quang', ['Hà Giang']],
  ['Lào Cai', ['Yên Bái']],
  ['Thái Nguyên', ['Bắc Kạn']],
  ['Phú Thọ', ['Vĩnh Phúc', 'Hòa Bình']],
  ['Bắc Ninh', ['Bắc Giang']],
  ['Hưng Yên', ['Thái Bình']],
  ['Hải Phòng', ['Hải Dương']],
  ['Ninh Bình', ['Hà Nam', 'Nam Định']],
  ['Quảng Trị', ['Quảng Bình']],
  ['Đà Nẵng', ['Quảng Nam']],
  ['Quảng Ngãi', ['Kon Tum']],
  ['Gia Lai', ['Bình Định']],
  ['Khánh Hòa', ['Ninh Thuận']],
  ['Lâm Đồng', ['Đắk Nông', 'Bình Thuận']],
  ['Đắk Lắk', ['Phú Yên']],
  ['Hồ Chí Minh', ['Bình Dương', 'Bà Rịa - Vũng Tàu']],
  ['Đồng Nai', ['Bình Phước']],
  ['Tây Ninh', ['Long An']],
  ['Cần Thơ', ['Sóc Trăng', 'Hậu Giang']],
  ['Vĩnh Long', ['Bến Tre', 'Trà Vinh']],
  ['Đồng Tháp', ['Tiền Giang']],
  ['Cà Mau', ['Bạc Liêu']],
  ['An Giang', ['Kiên Giang']],
];
const SUCCESSORS = new Map(
  MERGED.flatMap(([now, former]) => former.map((name) => [slug(name), slug(now)] as const)),
);
/** The province that a former one became part of, by folded slugs; undefined for one of today. */
export function successorOf(territory: string): string | undefined {
  return SUCCESSORS.get(territory);
}

/** Whose rules are given where nothing says whose: folded slug. */
export const HOME_TERRITORY = 'hue';

/** Before where somebody comes from or lives: whose rules apply there is not asked. */
const COMES_FROM =
  '(?:sinh|sanh|đẻ|quê|quê quán|quê gốc|nguyên quán|gốc|hộ khẩu|thường trú|tạm trú|cư trú|người|chuyển|cưới|kết hôn)(?: (?:ra|ở|tại|từ|ngoài|về|tỉnh|thành phố))*';
const PLACE = ' (?:tỉnh |thành phố |tp )?';
const OF_A_PERSON = personIn((text) => text);
const OF_A_PERSON_FOLDED = personIn(fold);

function personIn(written: (text: string) => string): RegExp {
  const names = PROVINCES.map((name) => written(name.toLowerCase()).replace(/[^\p{L}\p{N}]+/gu, ' '));
  return new RegExp(` ${written(COMES_FROM)}${written(PLACE)}(?:${names.join('|')})(?= )`, 'gu');
}

/** The only province that a question names (folded slug): whose rules it asks for. Undefined where it names none or several. A
 * birthplace or where somebody lives does not count ("sinh ở Hà Nội"). A name typed with diacritics counts as typed ("hòa bình" is no "hóa bình"). */
export function provinceSaid(question: string): string | undefined {
  const diacritics = typedWithDiacritics(question) ? 'kept' : 'folded';
  const words = (text: string) => ` ${plainWords(text, diacritics)} `;
  const said = words(question).replace(diacritics === 'kept' ? OF_A_PERSON : OF_A_PERSON_FOLDED, ' ');
  const named = new Set(PROVINCES.filter((name) => said.includes(words(name))).map((name) => slug(name)));
  return named.size === 1 ? [...named][0] : undefined;
}

/** The name of a province by its folded slug ("son-la" → "Sơn La"); the slug itself where it is no province known here. */
export function provinceName(territory: string): string {
  return PROVINCES.find((name) => slug(name) === territory) ?? territory;
}

/** A label of a text that binds in one province says so, unless it names the province anyway. */
export function labelWithin(label: string, territory: string | undefined): string {
  if (territory === undefined) return label;
  const name = provinceName(territory);
  return label.includes(name) ? label : `${label} (áp dụng tại ${name})`;
}
