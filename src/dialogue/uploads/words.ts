import type { PrivateKind } from '../../ingest/safety/personal-data.ts';
import type { RelationKind } from '../../legal/model.ts';
import type { ApprovalReason, UploadField, UploadResult, UploadState } from './model.ts';

/** Every sentence about uploads that people read, on the web and in Telegram. */

export const UPLOAD_LIMIT_MB = 100;

/** Said before anything is sent. */
export const SECRET_WARNING =
  'Không gửi tài liệu có dấu MẬT, TỐI MẬT, TUYỆT MẬT: tài liệu bí mật nhà nước không được đưa lên hệ thống này (Luật Bảo vệ bí mật nhà nước số 117/2025/QH15). Tệp có dấu mật bị từ chối, không lưu lại nội dung.';

export const FIELD_WORDS: Readonly<Record<UploadField, string>> = {
  number: 'Số, ký hiệu',
  date: 'Ngày ban hành',
  type: 'Loại văn bản',
  issuer: 'Cơ quan ban hành',
  subject: 'Trích yếu',
  signer: 'Người ký',
  effectiveFrom: 'Có hiệu lực từ ngày',
  effectiveTo: 'Hết hiệu lực từ sau ngày',
};

export const UPLOAD_STATE_WORDS: Readonly<Record<UploadState, string>> = {
  cho_xac_nhan: 'Chờ xác nhận',
  cho_duyet: 'Chờ duyệt',
  da_nap: 'Đã nạp',
  tra_lai: 'Trả lại',
  da_huy: 'Đã hủy',
};

export const APPROVAL_WORDS: Readonly<Record<ApprovalReason, string>> = {
  no_number: 'văn bản không có số, ký hiệu',
  number_typed: 'số, ký hiệu do người nạp nhập, không đọc được trên văn bản',
  no_date: 'chưa rõ ngày ban hành',
  not_signed: 'không đọc được người ký',
  other_issuer: 'văn bản không phải của cơ quan người nạp (văn bản Trung ương, thành phố do người duyệt nạp)',
  rank: 'văn bản nói thay thế, sửa đổi hoặc bãi bỏ văn bản mà thứ bậc của nó không cho phép',
  procedure: 'thủ tục hành chính do người duyệt công bố',
  restores_withdrawn: 'văn bản này đang bị thu hồi',
  replaces_other: 'thay bản đang phục vụ của văn bản thuộc cơ quan khác',
};

export const ACTS_WORDS: Readonly<Record<RelationKind, string>> = {
  replaces: 'thay thế',
  amends: 'sửa đổi, bổ sung',
  repeals: 'bãi bỏ',
  partly_repeals: 'bãi bỏ một phần',
  corrects: 'đính chính',
  consolidates: 'hợp nhất',
  suspends: 'ngưng hiệu lực',
  implements: 'quy định chi tiết',
  refers: 'căn cứ',
};

export const PRIVATE_WORDS: Readonly<Record<PrivateKind, string>> = {
  cccd: 'Số định danh cá nhân',
  cmnd: 'Số chứng minh nhân dân',
  phone: 'Số điện thoại',
  email: 'Thư điện tử',
  account: 'Số tài khoản',
  birth_date: 'Ngày sinh',
  plate: 'Biển số xe',
};

export const UPLOAD_WORDS = {
  empty: 'Chưa có tệp nào được chọn. Anh/chị chọn một tệp rồi gửi lại.',
  tooLarge: `Tệp lớn hơn ${UPLOAD_LIMIT_MB} MB. Anh/chị tách hoặc giảm dung lượng tệp rồi gửi lại.`,
  noText: 'Tệp không có chữ nào đọc được. Anh/chị kiểm tra lại tệp gốc rồi gửi lại.',
  failed: (code: string) =>
    `Hệ thống gặp lỗi khi đọc tệp này, chưa có gì được lưu. Anh/chị gửi lại; nếu vẫn lỗi, báo quản trị mã ${code}.`,
  stopped:
    'Việc đọc tệp quá lâu nên đã dừng, chưa có gì được lưu. Anh/chị tách tệp thành nhiều phần rồi gửi lại.',
  badNumber: 'Số, ký hiệu chưa đúng dạng. Ví dụ: 120/2025/NĐ-CP, 226/QĐ-UBND, 45/STP-HCTP.',
  badDate: 'Ngày chưa đúng. Anh/chị nhập theo dạng ngày/tháng/năm, ví dụ 03/02/2026.',
  fieldTooLong: (length: number) => `Nội dung dài quá ${length} ký tự. Anh/chị rút gọn rồi nhập lại.`,
  noDepartment:
    'Tài khoản của anh/chị chưa gắn với sở, ngành nào nên chưa đặt được phạm vi này. Anh/chị báo quản trị hệ thống.',
  changed: 'Lần nạp này vừa được thay đổi ở nơi khác. Anh/chị mở lại để xem bản mới nhất.',
  settled: 'Lần nạp này đã xong, không sửa được nữa.',
  busy: 'Hệ thống đang nạp tài liệu khác. Lần nạp của anh/chị vẫn được giữ; anh/chị bấm lại sau ít phút.',
  notYours:
    'Văn bản này không phải của cơ quan anh/chị. Đề nghị người duyệt hoặc quản trị thu hồi, khôi phục.',
  documentChanged: 'Văn bản này vừa được người khác thay đổi. Anh/chị mở lại để xem.',
  needReason: 'Anh/chị ghi rõ lý do.',
  waitingForApproval: (title: string, by: string) =>
    `Tài liệu chờ duyệt: ${title} (người nạp: ${by}). Mở mục Nạp tài liệu trên trang quản trị để duyệt hoặc trả lại.`,
  /** In the place of a title where a notice may also go through Telegram. */
  unnamed: 'một tài liệu chỉ xem trên trang web',
  onWebOnly:
    'Tài liệu này chỉ xem trên trang web, không gửi qua Telegram. Anh/chị mở mục Nạp tài liệu trên trang quản trị.',
  approvedUnnamed: 'Người duyệt đã duyệt tài liệu chỉ xem trên trang web mà anh/chị nạp.',
  returned: (title: string, reason: string) => `Tài liệu “${title}” bị trả lại. Lý do: ${reason}`,
  approved: (sentence: string) => `Người duyệt đã duyệt tài liệu của anh/chị. ${sentence}`,
  sentForApproval: (reasons: string) =>
    `Đã chuyển người duyệt, vì: ${reasons}. Tài liệu chưa được dùng để trả lời.`,
  cancelled: 'Đã hủy, tệp và nội dung đã đọc được xóa.',
} as const;

/** "Đã nạp Quyết định …: 12 điều; thay thế 45/2020/QĐ-UBND." */
export function resultSentence({ outcome, title, articles, supersedes }: UploadResult): string {
  if (outcome === 'duplicate' || outcome === 'unchanged')
    return `Văn bản này đã có trong hệ thống (${title}), không nạp lần nữa.`;
  const what = articles > 0 ? `${articles.toLocaleString('vi-VN')} điều` : 'văn bản không chia điều';
  const acts = supersedes.map(({ kind, target }) => `${ACTS_WORDS[kind]} ${target}`);
  const version = outcome === 'updated' ? 'thay bản trước của chính văn bản này' : '';
  const more = [...(version === '' ? [] : [version]), ...acts].join('; ');
  return `Đã nạp ${title}: ${what}${more === '' ? '' : `; ${more}`}. Tài liệu đang được dùng để trả lời.`;
}

export function approvalSentence(reasons: readonly ApprovalReason[]): string {
  return reasons.map((reason) => APPROVAL_WORDS[reason]).join('; ');
}
