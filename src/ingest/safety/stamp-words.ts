import { fold } from '../../legal/text.ts';

export type SecretLevel = 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT';

/** What the law says and whom to tell, as the end of a refusal. */
export const RULE =
  'Luật Bảo vệ bí mật nhà nước số 117/2025/QH15 (hiệu lực từ 01/3/2026): tài liệu bí mật nhà nước không được đưa lên hệ thống này. ' +
  'Đề nghị anh/chị xóa tệp đã gửi và báo ngay người phụ trách bảo vệ bí mật nhà nước của cơ quan.';

/** Without spaces: printers set the letters apart, OCR runs the words together. */
const EXACT: Readonly<Record<string, SecretLevel>> = {
  mật: 'MẬT',
  tốimật: 'TỐI MẬT',
  tuyệtmật: 'TUYỆT MẬT',
};
/** What OCR makes of the stamps when tone marks are lost. "MẶT", "MẮT" alone at a document's head are no words of it. */
const FOLDED: Readonly<Record<string, SecretLevel>> = {
  mat: 'MẬT',
  toimat: 'TỐI MẬT',
  tuyetmat: 'TUYỆT MẬT',
};

/**
 * The level a stamp cut out of a page says, as OCR read it: marks may be lost, letters set apart ("M Ậ T"), a corner of
 * the frame read as a letter or bracket, Ậ of worn ink read as Ệ. Undefined for every other stamp ("KHẨN", "CÔNG VĂN ĐẾN").
 */
export function levelOfStampText(read: string): SecretLevel | undefined {
  const letters = fold(read)
    .replace(/[^a-z0-9]+/g, '')
    .replace(/0/g, 'o')
    .replace(/[1l]/g, 'i');
  const match = /^[ij]{0,2}(tuyet|tuyei|tuye|toi|tol|tdi)?(?:do)?(mat|met|mai|nat|bat|ma)[ij]{0,2}$/.exec(
    letters,
  );
  if (!match || (match[1] === undefined && !/^m[ae]t$/.test(match[2]!))) return undefined;
  if (match[1] === undefined) return 'MẬT';
  return match[1].startsWith('tu') ? 'TUYỆT MẬT' : 'TỐI MẬT';
}

/** The level when a line or cell is nothing but the stamp. Lower case counts only under an official head. */
export function levelOf(cell: string, ocr: boolean, official: boolean): SecretLevel | undefined {
  const text = collapseSpaced(cell)
    .replace(/^(Độ mật|Mức độ mật|Độ bảo mật|(Tài liệu|Văn bản|Hồ sơ)(?=\s+(Tối |Tuyệt )?M))\s*:?\s*/iu, '')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replace(/\s+/g, ' ');
  if (text === '' || text.length > 10) return undefined;
  const capitals = text === text.toUpperCase();
  const sentenceCase = /^\p{Lu}\p{Ll}*( [Mm]ật)?$/u.test(text);
  const letters = text.replace(/ /g, '');
  const exact = EXACT[letters.toLowerCase()];
  if (exact && (capitals || (official && sentenceCase) || cell.includes(':'))) return exact;
  return ocr && capitals ? FOLDED[fold(letters)] : undefined;
}

/** "T Ố I  M Ậ T" → "TỐIMẬT". */
function collapseSpaced(text: string): string {
  if (!/^(\p{L} ?){2,}$/u.test(text) || !text.split(/\s+/).every((t) => t.length === 1)) return text;
  return text.replace(/\s/g, '');
}
