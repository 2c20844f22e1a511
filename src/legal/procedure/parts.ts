import type { ProcedurePart } from '../model.ts';
import { shortened } from '../text.ts';

/** What each part of a procedure record is called in labels and headings. */
export const PART_NAMES: Readonly<Record<ProcedurePart, string>> = {
  trinh_tu: 'Trình tự thực hiện',
  cach_thuc: 'Cách thức thực hiện',
  thanh_phan_ho_so: 'Thành phần hồ sơ',
  doi_tuong: 'Đối tượng thực hiện',
  co_quan: 'Cơ quan thực hiện',
  ket_qua: 'Kết quả thực hiện',
  can_cu: 'Căn cứ pháp lý',
  dieu_kien: 'Yêu cầu, điều kiện',
  khac: 'Thông tin khác',
};

/** Without "Thủ tục" before it and punctuation after it. */
export function bareProcedureName(name: string): string {
  return name.replace(/^thủ tục:?\s+/iu, '').replace(/[\s.;:]+$/u, '');
}

const LONGEST_NAME = 140;

/** "Thành phần hồ sơ – Thủ tục đăng ký khai sinh (mã 1.001193)"; long names are shortened at a word. */
export function procedureLabel(part: ProcedurePart, name: string, code: string): string {
  const bare = bareProcedureName(name);
  return `${PART_NAMES[part]} – Thủ tục ${lowerFirst(shortened(bare, LONGEST_NAME))} (mã ${code})`;
}

/** Small first letter unless the word is an abbreviation or a name written in capitals. */
function lowerFirst(text: string): string {
  return /^\p{Lu}(?:\p{Ll}|\s)/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}
