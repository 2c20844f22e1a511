import type { NoticeKind } from '../model.ts';

/** What a locked screen shows: never a name, a question or an answer, only that something waits. */
export const PUSH_WORDS: Readonly<Record<NoticeKind, string>> = {
  access_requested: 'Có người xin cấp quyền sử dụng.',
  access_granted: 'Tài khoản của anh/chị đã được duyệt.',
  access_refused: 'Yêu cầu cấp quyền của anh/chị đã được xem xét.',
  transfer_requested: 'Có người xin chuyển sang xã, phường khác.',
  transferred: 'Anh/chị đã được chuyển đơn vị.',
  escalation_new: 'Có câu hỏi mới gửi chuyên viên.',
  escalation_taken: 'Câu hỏi của anh/chị đã có chuyên viên tiếp nhận.',
  escalation_answered: 'Câu hỏi của anh/chị đã có trả lời của chuyên viên.',
  escalation_reminder: 'Có câu hỏi gửi chuyên viên chưa ai tiếp nhận.',
  escalation_overdue: 'Có câu hỏi gửi chuyên viên đã quá hạn.',
  escalation_late: 'Câu hỏi anh/chị gửi chuyên viên đã quá hạn trả lời.',
  upload_waiting: 'Có tài liệu chờ anh/chị duyệt.',
  upload_approved: 'Tài liệu anh/chị nạp đã được duyệt.',
  upload_returned: 'Tài liệu anh/chị nạp được trả lại.',
  guidance_waiting: 'Có hướng dẫn chờ anh/chị duyệt.',
  guidance_approved: 'Hướng dẫn anh/chị đề xuất đã được duyệt.',
  guidance_returned: 'Hướng dẫn anh/chị đề xuất được trả lại.',
  guidance_overtaken: 'Có hướng dẫn ngừng dùng, cần rà soát.',
  data_request_new: 'Có yêu cầu về dữ liệu cá nhân cần trả lời.',
  answer_changed: 'Một câu trả lời trước đây của anh/chị đã thay đổi.',
  digest: 'Có hướng dẫn mới trong lĩnh vực anh/chị theo dõi.',
  data_request_answered: 'Yêu cầu của anh/chị về dữ liệu cá nhân đã có trả lời.',
};
