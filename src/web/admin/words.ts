import type { AuditAction } from '../../dialogue/audit-actions.ts';
import type { PersonStatus } from '../../dialogue/model.ts';
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
  returned: 'Đã trả lại',
  overtaken: 'Ngừng dùng, chờ rà soát',
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

/** What a button does that gives somebody this status. */
export const STATUS_CHANGE_WORDS: Readonly<Record<PersonStatus, string>> = {
  pending: 'Chuyển về chờ duyệt',
  active: 'Cho dùng lại',
  blocked: 'Khóa tài khoản',
  left: 'Ghi nhận đã thôi sử dụng',
};

export const AUDIT_WORDS: Readonly<Record<AuditAction, string>> = {
  access_granted: 'Duyệt người dùng',
  access_refused: 'Từ chối người dùng',
  access_requested: 'Xin cấp quyền',
  admin_by_configuration: 'Quản trị theo cấu hình',
  audit_exported: 'Tải nhật ký',
  back_from_leave: 'Trở lại làm việc',
  calendar_changed: 'Sửa lịch nghỉ',
  delegation_added: 'Ghi sổ ủy quyền',
  delegation_withdrawn: 'Thu hồi ủy quyền trong sổ',
  data_request_decided: 'Trả lời yêu cầu về dữ liệu cá nhân',
  data_requested: 'Gửi yêu cầu về dữ liệu cá nhân',
  document_scope: 'Đổi phạm vi đọc của văn bản',
  document_serving: 'Khôi phục văn bản',
  document_withdrawn: 'Thu hồi văn bản',
  escalated: 'Gửi chuyên viên',
  escalation_answered: 'Trả lời câu gửi chuyên viên',
  escalation_taken: 'Tiếp nhận câu gửi chuyên viên',
  evaluation_cases_exported: 'Tải bộ câu đánh giá',
  gap_changed: 'Sửa nhóm vướng mắc',
  gaps_exported: 'Tải báo cáo vướng mắc',
  guidance_overtaken: 'Hướng dẫn ngừng dùng',
  guidance_proposed: 'Đề xuất hướng dẫn',
  guidance_returned: 'Trả lại hướng dẫn',
  guidance_revised: 'Sửa hướng dẫn đề xuất',
  invitation_redeemed: 'Nhận lời mời',
  invited: 'Tạo lời mời',
  on_leave: 'Báo vắng, giao người thay',
  own_data_exported: 'Tải dữ liệu của mình',
  person_changed: 'Sửa vai trò, nơi công tác',
  push_off: 'Tắt thông báo trên thiết bị',
  push_on: 'Bật thông báo trên thiết bị',
  question_reviewed: 'Rà soát câu hỏi',
  questions_exported: 'Tải danh sách câu hỏi',
  rate_limited: 'Hỏi quá nhanh',
  retention_applied: 'Xóa theo thời hạn lưu',
  route_changed: 'Sửa cơ quan chủ trì',
  'session.end': 'Thu hồi phiên',
  setting_changed: 'Sửa cài đặt',
  signin: 'Đăng nhập',
  signin_link_made: 'Tạo liên kết đăng nhập',
  standard_answer_approved: 'Duyệt trả lời chuẩn',
  standard_answer_withdrawn: 'Thu hồi trả lời chuẩn',
  standard_answer_written: 'Viết trả lời chuẩn',
  status_active: 'Cho dùng lại',
  status_blocked: 'Khóa tài khoản',
  status_left: 'Ghi nhận thôi sử dụng',
  status_pending: 'Chuyển về chờ duyệt',
  transfer_requested: 'Xin chuyển nơi công tác',
  transferred: 'Chuyển nơi công tác',
  upload_approve: 'Duyệt tài liệu nạp',
  upload_begin: 'Nạp tài liệu',
  upload_cancel: 'Hủy tài liệu nạp',
  upload_correct: 'Sửa thông tin tài liệu nạp',
  upload_personal_data: 'Chọn che hoặc giữ dữ liệu cá nhân của tài liệu nạp',
  upload_publish: 'Đưa tài liệu vào sử dụng',
  upload_relations: 'Sửa quan hệ văn bản của tài liệu nạp',
  upload_return: 'Trả lại tài liệu nạp',
  upload_scope: 'Đổi phạm vi đọc của tài liệu nạp',
  upload_secret_refused: 'Từ chối tệp có dấu mật',
  upload_to_approval: 'Trình duyệt tài liệu nạp',
};

/** What was done, in words; an action of an earlier or later version stays as it was written. */
export function auditWords(action: string): string {
  return (AUDIT_WORDS as Readonly<Record<string, string>>)[action] ?? action;
}

/** Parts of a score, in words. */
const SCORE_WORDS: Readonly<Record<string, string>> = {
  chunk: 'nội dung đoạn',
  record: 'nội dung cả bài',
  title: 'tên',
  asked: 'tên thường gọi',
  allNames: 'mọi tên gọi',
  nameFit: 'khớp tên',
  prior: 'độ tin cậy nguồn',
  dense: 'gần nghĩa',
  lookup: 'nêu đúng số, mã',
};

export function scoreWords(part: string): string {
  return SCORE_WORDS[part] ?? part;
}

/** Which way a question took through the assistant; a way of an earlier or later version stays as it was logged. */
const ROUTE_WORDS: Readonly<Record<string, string>> = {
  procedural: 'hỏi thủ tục',
  outside: 'ngoài phạm vi',
  personnel: 'chính sách nhân sự',
  drafting: 'nhờ soạn thảo',
  greeting: 'chào hỏi',
  thanks: 'cảm ơn',
  small_talk: 'trò chuyện',
  complaint: 'chê trợ lý',
  foreign: 'tiếng nước ngoài',
  unclear: 'chưa rõ hỏi gì',
  override: 'yêu cầu bỏ qua quy tắc',
  privacy: 'dữ liệu cá nhân',
};

export function routeWords(route: string): string {
  return ROUTE_WORDS[route] ?? route;
}

/** Who may read a document. */
export function scopeWords(
  { scope }: Pick<DocumentRow, 'scope'>,
  departmentName: (slug: string) => string,
): string {
  const where = scope.webOnly ? ', chỉ trên web' : '';
  if (scope.kind === 'public') return `Công khai${where}`;
  if (scope.kind === 'internal') return `Nội bộ${where}`;
  return `${scope.departments.map(departmentName).join(', ')}${where}`;
}
