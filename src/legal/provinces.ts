import { slug } from './text.ts';

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

/** Whose rules are given where nothing says whose: folded slug. */
export const HOME_TERRITORY = 'hue';

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
