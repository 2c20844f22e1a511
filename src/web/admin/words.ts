import type { DocumentRow } from '../../dialogue/review/documents.ts';
import type { GapAction, GapCause, GapLevel } from '../../dialogue/review/gaps.ts';
import type { ReviewReason, ReviewVerdict, StandardAnswer } from '../../dialogue/review/model.ts';

/** Words of the desk; total, so that a new value does not compile until it has some. */

export const REVIEW_WORDS: Readonly<Record<ReviewVerdict, string>> = {
  correct: 'Đúng',
  wrong: 'Sai',
  incomplete: 'Thiếu',
};

export const REASON_WORDS: Readonly<Record<ReviewReason, string>> = {
  disliked: 'bị đánh giá chưa đúng',
  cites_replaced: 'dẫn văn bản nay đã hết hiệu lực',
  escalated: 'đã gửi chuyên viên',
  failed: 'lỗi',
  not_found: 'chưa tìm thấy căn cứ',
  low_confidence: 'độ chắc chắn thấp',
};

export const STANDARD_WORDS: Readonly<Record<StandardAnswer['state'], string>> = {
  draft: 'Chờ duyệt',
  approved: 'Đã duyệt',
  withdrawn: 'Đã thu hồi',
};

export const GAP_ACTION_WORDS: Readonly<Record<GapAction, string>> = {
  chua_xu_ly: 'Chưa xử lý',
  can_van_ban: 'Cần văn bản hướng dẫn',
  tra_loi_chuan: 'Cần trả lời chuẩn',
  sua_loi: 'Cần sửa trợ lý',
  da_xong: 'Đã xong',
};

export const GAP_CAUSE_WORDS: Readonly<Record<GapCause, string>> = {
  thieu_huong_dan: 'Thiếu hướng dẫn',
  mau_thuan: 'Quy định mâu thuẫn',
  phan_mem: 'Phần mềm',
  nhan_luc: 'Nhân lực',
  khac: 'Khác',
};

export const GAP_LEVEL_WORDS: Readonly<Record<GapLevel, string>> = {
  xa: 'Cấp xã',
  thanh_pho: 'Thành phố',
  bo: 'Bộ, ngành Trung ương',
};

export const COMPOSER_WORDS = { embedded: 'Bộ soạn có sẵn', llm: 'Mô hình ngôn ngữ' } as const;

/** Who may read a document. */
export function scopeWords({ scope }: Pick<DocumentRow, 'scope'>): string {
  const where = scope.webOnly ? ', chỉ trên web' : '';
  if (scope.kind === 'public') return `Công khai${where}`;
  if (scope.kind === 'internal') return `Nội bộ${where}`;
  return `${scope.departments.join(', ')}${where}`;
}
