/**
 * Legacy Vietnamese encodings as byte → letter tables. TCVN 5712:1993 (VN3, "ABC"), VISCII (RFC 1456), VPS, and VNI
 * Windows, which writes a base letter followed by a mark letter.
 */

export type LegacyEncoding = 'tcvn3' | 'vni' | 'vps' | 'viscii';

/** Letters in the order the byte lists below use. */
const LOWER =
  'à á ả ã ạ â ầ ấ ẩ ẫ ậ ă ằ ắ ẳ ẵ ặ đ è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ'.split(
    ' ',
  );

/** In order of LOWER; "--" = the encoding has no such letter. */
const TCVN3_LOWER =
  'B5 B8 B6 B7 B9 A9 C7 CA C8 C9 CB A8 BB BE BC BD C6 AE CC D0 CE CF D1 AA D2 D5 D3 D4 D6 D7 DD D8 DC DE DF E3 E1 E2 E4 AB E5 E8 E6 E7 E9 AC EA ED EB EC EE EF F3 F1 F2 F4 AD F5 F8 F6 F7 F9 FA FD FB FC FE';
const TCVN3_CAPITALS: Record<number, string> = {
  161: 'Ă',
  162: 'Â',
  163: 'Ê',
  164: 'Ô',
  165: 'Ơ',
  166: 'Ư',
  167: 'Đ',
};

const VPS_LOWER =
  'E0 E1 E4 E3 E5 E2 C0 C3 C4 C5 C6 E6 A2 A1 A3 A4 A5 C7 E8 E9 C8 EB CB EA 8A 89 8B CD 8C EC ED CC EF CE F2 F3 D5 F5 86 F4 D2 D3 B0 87 B6 D6 A9 A7 AA AB AE F9 FA FB DB F8 DC D8 D9 BA BB BF FF 9A 9B CF 9C';
const VPS_UPPER =
  '80 C1 81 82 02 C2 84 83 85 1C 03 88 8E 8D 8F F0 04 F1 D7 C9 DE FE 05 CA 93 90 94 95 06 B5 B4 B7 B8 10 BC B9 BD BE 11 D4 97 96 98 99 12 F7 9E 9D 9F A6 13 A8 DA D1 AC 14 D0 AF AD B1 1D 15 B2 DD FD B3 19';

const VISCII_LOWER =
  'E0 E1 E4 E3 D5 E2 A5 A4 A6 E7 A7 E5 A2 A1 C6 C7 A3 F0 E8 E9 EB A8 A9 EA AB AA AC AD AE EC ED EF EE B8 F2 F3 F6 F5 F7 F4 B0 AF B1 B2 B5 BD B6 BE B7 DE FE F9 FA FC FB F8 DF D7 D1 D8 E6 F1 CF FD D6 DB DC';
const VISCII_UPPER =
  'C0 C1 C4 C3 80 C2 85 84 86 06 87 C5 82 81 02 05 83 D0 C8 C9 CB 88 89 CA 8B 8A 8C 8D 8E CC CD 9B CE 98 D2 D3 99 A0 9A D4 90 8F 91 92 93 B4 96 95 97 B3 94 D9 DA 9C 9D 9E BF BB BA BC FF B9 9F DD 14 19 1E';

function byteTable(lower: string, upper?: string): ReadonlyMap<number, string> {
  const table = new Map<number, string>();
  upper?.split(' ').forEach((hex, i) => void table.set(Number.parseInt(hex, 16), LOWER[i]!.toUpperCase()));
  lower.split(' ').forEach((hex, i) => void table.set(Number.parseInt(hex, 16), LOWER[i]!));
  return table;
}

function tcvn3(): ReadonlyMap<number, string> {
  const table = new Map(byteTable(TCVN3_LOWER));
  for (const [byte, letter] of Object.entries(TCVN3_CAPITALS)) table.set(Number(byte), letter);
  return table;
}

export const BYTE_TABLES: Readonly<Record<Exclude<LegacyEncoding, 'vni'>, ReadonlyMap<number, string>>> = {
  tcvn3: tcvn3(),
  vps: byteTable(VPS_LOWER, VPS_UPPER),
  viscii: byteTable(VISCII_LOWER, VISCII_UPPER),
};

/** VNI letters that stand alone (cp1252 character → letter). */
export const VNI_SINGLE: Readonly<Record<string, string>> = {
  ñ: 'đ',
  Ñ: 'Đ',
  ô: 'ơ',
  Ô: 'Ơ',
  ö: 'ư',
  Ö: 'Ư',
  í: 'í',
  Í: 'Í',
  ì: 'ì',
  Ì: 'Ì',
  æ: 'ỉ',
  Æ: 'Ỉ',
  ó: 'ĩ',
  Ó: 'Ĩ',
  ò: 'ị',
  Ò: 'Ị',
  î: 'ỵ',
  Î: 'Ỵ',
};

/** VNI marks after a base letter, as combining characters: circumflex U+0302, breve U+0306, then the tone. */
export const VNI_MARKS: Readonly<Record<string, string>> = {
  ø: '\u0300',
  ù: '\u0301',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  à: '\u0302\u0300',
  á: '\u0302\u0301',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  è: '\u0306\u0300',
  é: '\u0306\u0301',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
