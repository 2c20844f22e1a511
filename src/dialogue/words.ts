import type { AnswerStatus } from '../answer/model.ts';
import type { EffectivityStatus } from '../legal/model.ts';
import type { EscalationState, FeedbackVerdict, PersonStatus, Role } from './model.ts';

/** Every sentence that people read in both Telegram and the web chat. Transport-specific words live with the transport. */

export const MACHINE_NOTICE =
  'Anh/chị đang trao đổi với hệ thống trí tuệ nhân tạo (máy trả lời tự động), không phải cán bộ. Câu trả lời chỉ để tham khảo; khi có khác biệt, văn bản gốc có giá trị áp dụng.';

export const STATUS_WORDS: Record<AnswerStatus, string> = {
  answered: 'Đã trả lời',
  partial: 'Trả lời một phần',
  clarify: 'Cần làm rõ',
  not_found: 'Chưa tìm thấy căn cứ',
  out_of_scope: 'Ngoài phạm vi',
  refused: 'Từ chối',
  failed: 'Lỗi',
};

export const EFFECTIVITY_WORDS: Record<EffectivityStatus, string> = {
  in_force: 'Còn hiệu lực',
  not_yet: 'Chưa có hiệu lực',
  partly_expired: 'Hết hiệu lực một phần',
  expired: 'Hết hiệu lực toàn bộ',
  suspended: 'Ngưng hiệu lực',
  unknown: 'Chưa xác định hiệu lực',
};

export const ROLE_WORDS: Record<Role, string> = {
  official: 'Cán bộ, công chức cấp xã',
  focal: 'Đầu mối xã',
  leader: 'Lãnh đạo xã',
  staff: 'Chuyên viên sở',
  approver: 'Người duyệt',
  admin: 'Quản trị hệ thống',
};

export const PERSON_STATUS_WORDS: Record<PersonStatus, string> = {
  pending: 'Chờ duyệt',
  active: 'Đang sử dụng',
  blocked: 'Đã khóa',
  left: 'Đã thôi sử dụng',
};

export const ESCALATION_WORDS: Record<EscalationState, string> = {
  cho_tiep_nhan: 'Chờ tiếp nhận',
  dang_xu_ly: 'Đang xử lý',
  cho_duyet: 'Chờ duyệt',
  da_tra_loi: 'Đã trả lời',
  qua_han: 'Quá hạn',
};

export const VERDICT_WORDS: Record<FeedbackVerdict, string> = { helpful: 'Hữu ích', wrong: 'Chưa đúng' };

/** Reasons offered with "Chưa đúng". The keys are stored. */
export const WRONG_REASONS = {
  sai_noi_dung: 'Nội dung không đúng',
  het_hieu_luc: 'Căn cứ đã hết hiệu lực',
  sai_tham_quyen: 'Sai cơ quan, thẩm quyền',
  thieu: 'Thiếu nội dung cần hỏi',
  lac_de: 'Không đúng câu hỏi',
} as const;
export type WrongReason = keyof typeof WRONG_REASONS;

const REFUSAL_CODES = [
  'not_active',
  'not_allowed',
  'unknown',
  'already_taken',
  'already_done',
  'bad_invitation',
  'invalid',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export const REFUSAL_WORDS: Record<RefusalCode, string> = {
  not_active:
    'Tài khoản của anh/chị chưa được cấp quyền sử dụng. Vui lòng gửi yêu cầu cấp quyền và chờ quản trị duyệt.',
  not_allowed: 'Anh/chị không có quyền thực hiện việc này.',
  unknown: 'Không tìm thấy nội dung này. Có thể nội dung đã được xử lý hoặc đã xóa.',
  already_taken: 'Câu hỏi này đã có người khác tiếp nhận.',
  already_done: 'Việc này đã được xử lý trước đó.',
  bad_invitation: 'Mã mời không đúng, đã hết lượt hoặc đã hết hạn. Vui lòng xin mã mới từ người gửi.',
  invalid: 'Thông tin chưa hợp lệ. Vui lòng kiểm tra và nhập lại.',
};

export const MAX_QUESTION_LENGTH = 4000;
export const MAX_QUESTIONS_IN_MESSAGE = 5;

export const ASK_WORDS = {
  empty: 'Anh/chị chưa nhập câu hỏi. Vui lòng gõ câu hỏi về thủ tục hoặc văn bản cần tra cứu.',
  tooLong: `Câu hỏi dài quá ${MAX_QUESTION_LENGTH.toLocaleString('vi-VN')} ký tự. Vui lòng gửi lại ngắn hơn, mỗi lần một việc.`,
  tooOften: (seconds: number) =>
    `Anh/chị gửi hơi nhanh. Vui lòng chờ khoảng ${seconds} giây rồi gửi lại câu hỏi này.`,
  tooMany: `Mỗi tin nhắn trả lời tối đa ${MAX_QUESTIONS_IN_MESSAGE} câu hỏi. Vui lòng gửi các câu còn lại ở tin sau.`,
  failed: (code: string) =>
    `Hệ thống gặp lỗi khi trả lời câu hỏi này. Vui lòng thử lại sau ít phút; nếu vẫn lỗi, báo quản trị mã tham chiếu ${code}.`,
  timedOut: (code: string) =>
    `Câu hỏi này cần xử lý lâu hơn bình thường nên đã dừng. Vui lòng thử lại, hoặc hỏi ngắn hơn (mã tham chiếu ${code}).`,
  asOf: (day: string) => `Trả lời theo quy định tại ngày ${day}.`,
  understoodAs: (question: string) => `Hiểu câu hỏi là: ${question}`,
  paused: 'Trợ lý đang tạm dừng nhận câu hỏi. Anh/chị quay lại sau.',
  afresh: 'Đã bắt đầu câu chuyện mới. Các câu trước không còn được dùng để hiểu câu hỏi tiếp theo.',
} as const;

export const FEEDBACK_WORDS = {
  thanks: 'Cảm ơn anh/chị đã đánh giá.',
  why: 'Xin anh/chị cho biết chưa đúng ở điểm nào:',
  noted: 'Đã ghi nhận. Cảm ơn anh/chị; quản trị sẽ xem lại câu trả lời này.',
} as const;

export const ESCALATION_TEXTS = {
  sent: (state: string, due: string) =>
    `Đã gửi câu hỏi tới chuyên viên phụ trách (thông tin cá nhân đã được che). Trạng thái: ${state}. Hạn trả lời: ${due}.`,
  already: (state: string) => `Câu hỏi này đã được gửi chuyên viên. Trạng thái: ${state}.`,
  newForStaff: (question: string, commune: string, field: string) =>
    `Câu hỏi cần ý kiến nghiệp vụ${field === '' ? '' : ` (lĩnh vực ${field})`}${commune === '' ? '' : `, từ ${commune}`}:\n${question}`,
  found: (text: string) => `Trợ lý đã trả lời:\n${text}`,
  foundWithheld:
    'Câu trả lời của trợ lý dựa trên tài liệu hạn chế nên không gửi kèm ở đây; anh/chị xem tại mục Câu hỏi gửi chuyên viên trên trang quản trị.',
  taken: (name: string) => `${name} đã tiếp nhận câu hỏi của anh/chị và đang xử lý.`,
  answered: (question: string, reply: string, basis: string) =>
    `Ý kiến nghiệp vụ cho câu hỏi: “${question}”\n\n${reply}${basis === '' ? '' : `\n\nCăn cứ: ${basis}`}\n\nĐây là ý kiến nghiệp vụ của chuyên viên, không thay thế văn bản gốc.`,
  reminder: (question: string) =>
    `Câu hỏi gửi chuyên viên chưa có ai tiếp nhận, đã quá nửa thời hạn trả lời:\n${question}`,
  overdue: (question: string) => `Câu hỏi đã quá hạn mà chưa được trả lời:\n${question}`,
  overdueAsker: (question: string) =>
    `Câu hỏi “${question}” chưa được trả lời đúng hạn. Hệ thống đã nhắc chuyên viên và báo quản trị.`,
} as const;

export const CHECKLIST_WORDS = {
  title: (name: string, code: string) => `THÔNG TIN THỦ TỤC\n${name} (mã ${code})`,
  papers: 'Giấy tờ cần chuẩn bị:',
  place: 'Nơi nộp hồ sơ:',
  time: 'Thời hạn:',
  fee: 'Phí, lệ phí:',
  askAtCounter: '- Hỏi tại nơi tiếp nhận hồ sơ.',
  ending: (day: string) =>
    `Tra cứu ngày ${day}, chỉ để tham khảo; khi có khác biệt, áp dụng văn bản gốc và hướng dẫn của nơi tiếp nhận hồ sơ.`,
} as const;

export const PEOPLE_TEXTS = {
  requested: (name: string, position: string, commune: string) =>
    `Yêu cầu cấp quyền sử dụng:\n${name}${position === '' ? '' : `, ${position}`}${commune === '' ? '' : `, ${commune}`}`,
  transferRequested: (name: string, from: string, to: string) =>
    `${name}${from === '' ? '' : ` (${from})`} xin chuyển sang ${to}.`,
  transferred: (commune: string) =>
    `Anh/chị đã được chuyển sang ${commune}. Từ nay câu hỏi của anh/chị được ghi nhận cho đơn vị này.`,
  granted: 'Anh/chị đã được cấp quyền sử dụng Trợ lý cấp xã. Anh/chị có thể gửi câu hỏi ngay tại đây.',
  refused:
    'Yêu cầu cấp quyền của anh/chị chưa được chấp nhận. Vui lòng liên hệ đầu mối của xã hoặc quản trị hệ thống.',
} as const;

/** One short line for each status, before the nearest documents or the choices. */
export const NEXT_STEP: Partial<Record<AnswerStatus, string>> = {
  not_found: 'Anh/chị có thể gửi câu hỏi này cho chuyên viên phụ trách.',
  partial: 'Nếu chưa đủ, anh/chị có thể gửi câu hỏi này cho chuyên viên phụ trách.',
};
