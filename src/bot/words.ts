import { DIALOGUE_LIMITS } from './limits.ts';

/** Sentences and labels that only Telegram needs; what the web says too is in src/dialogue/words.ts. */

export const BOT_WORDS = {
  sources: 'Căn cứ',
  nearest: 'Nội dung gần nhất tìm được',
  caution: '⚠ ',
  basis: 'Căn cứ',
  lookedUp: 'tra cứu ngày',

  welcome: (name: string) =>
    `Chào anh/chị ${name}. Tôi là Trợ lý cấp xã, tra cứu thủ tục và văn bản đang có hiệu lực, kèm căn cứ của từng câu trả lời.\n\nAnh/chị cứ gõ câu hỏi như khi nhắn tin, ví dụ: “hồ sơ đăng ký khai sinh gồm những gì”.`,
  closed:
    'Trợ lý này chỉ phục vụ cán bộ, công chức đã được cấp quyền. Anh/chị có thể gửi yêu cầu cấp quyền bằng nút bên dưới, hoặc mở đường dẫn mời do đầu mối của xã gửi.',
  closedInGroup: 'Anh/chị chưa được cấp quyền. Vui lòng nhắn riêng cho trợ lý để gửi yêu cầu cấp quyền.',
  pending: 'Yêu cầu của anh/chị đang chờ quản trị duyệt. Khi được duyệt, trợ lý sẽ báo ngay tại đây.',
  blocked: 'Tài khoản của anh/chị đã bị khóa. Vui lòng liên hệ quản trị hệ thống.',
  redeemed: (roles: string) => `Đã cấp quyền cho anh/chị với vai trò: ${roles}.`,

  askName: 'Xin cho biết họ và tên của anh/chị.',
  askCommune:
    'Anh/chị công tác tại xã, phường nào? Gõ tên xã, phường hiện nay (sau ngày 01/7/2025), ví dụ: Mỹ Thượng.',
  whichCommune: 'Anh/chị chọn xã, phường:',
  unknownCommune: 'Chưa tìm thấy xã, phường này. Vui lòng gõ lại tên hiện nay.',
  askPosition: 'Chức danh, vị trí công tác của anh/chị? Ví dụ: công chức Trung tâm Phục vụ hành chính công.',
  requested: 'Đã gửi yêu cầu cấp quyền tới quản trị. Khi được duyệt, trợ lý sẽ báo ngay tại đây.',

  help: 'Cách dùng:\n• Gõ câu hỏi bằng lời của anh/chị, có dấu hay không dấu đều được.\n• Hỏi tiếp được ngay: “còn lệ phí?”, “thế ở biên giới thì sao?”.\n• Bấm [1], [2] dưới câu trả lời để xem nguyên văn căn cứ.\n• Bấm “Hỏi chuyên viên” khi câu trả lời chưa đủ.\n\nXin không nhập họ tên, số định danh, số điện thoại của người dân.',
  unknownCommand: 'Không có lệnh này, hoặc anh/chị không có quyền dùng. Gõ /help để xem cách dùng.',
  voice: 'Trợ lý chưa nghe được tin nhắn thoại. Vui lòng gõ câu hỏi bằng chữ.',
  file: 'Trợ lý chưa đọc được ảnh và tệp gửi qua Telegram. Vui lòng gõ câu hỏi bằng chữ, hoặc tải văn bản lên qua trang quản trị.',
  otherKind: 'Trợ lý chỉ đọc được tin nhắn chữ. Vui lòng gõ câu hỏi.',
  failed: (code: string) =>
    `Hệ thống gặp lỗi khi xử lý tin nhắn này. Vui lòng gửi lại; nếu vẫn lỗi, báo quản trị mã ${code}.`,
  expired: 'Nút này không còn dùng được.',
  noChecklist: 'Câu trả lời này không gắn với một thủ tục nên chưa lập được phiếu.',
  sourceGone: 'Không xem được căn cứ này nữa.',
  noText: (command: string, example: string) => `Vui lòng gõ kèm nội dung, ví dụ: /${command} ${example}`,

  typeReply:
    'Anh/chị đã tiếp nhận câu hỏi. Vui lòng gõ ý kiến nghiệp vụ và gửi ngay tại đây (gõ /huy để thôi).',
  nothingEscalated: 'Chưa có câu hỏi nào gửi chuyên viên.',
  escalated: (question: string, state: string, due: string) =>
    `• ${question}\n   ${state}, hạn trả lời ${due}`,
  replied: 'Đã gửi ý kiến nghiệp vụ tới người hỏi.',
  cancelled: 'Đã thôi.',
  accepted: (name: string) => `Đã cấp quyền cho ${name}.`,
  rejected: (name: string) => `Đã từ chối yêu cầu của ${name}.`,

  adminMenu: (waiting: number) => `Quản trị hệ thống. Số người chờ duyệt: ${waiting}.`,
  nobodyWaits: 'Không có ai chờ duyệt.',
  invitation: (link: string, days: number, uses: number) =>
    `Đường dẫn mời (dùng được ${uses} lần, trong ${days} ngày):\n${link}`,
  signin: (link: string) => `Đường dẫn đăng nhập trang web, dùng một lần, trong 15 phút:\n${link}`,
  noPublicUrl:
    'Chưa cấu hình địa chỉ trang web (PUBLIC_URL). Trên máy chủ, chạy lệnh signin-link để lấy đường dẫn đăng nhập.',
} as const;

export const BUTTONS = {
  helpful: 'Hữu ích',
  wrong: 'Chưa đúng',
  rated: (label: string) => `✓ ${label}`,
  escalate: 'Hỏi chuyên viên',
  escalated: '✓ Đã gửi chuyên viên',
  copy: 'Chép căn cứ',
  checklist: 'Phiếu cho người dân',
  askAccess: 'Gửi yêu cầu cấp quyền',
  accept: 'Duyệt',
  reject: 'Từ chối',
  take: 'Tiếp nhận',
  waiting: 'Người chờ duyệt',
  inviteOfficial: 'Tạo đường dẫn mời cán bộ',
  inviteStaff: 'Tạo đường dẫn mời chuyên viên',
  signin: 'Đăng nhập trang web',
} as const;

export const COMMANDS = {
  start: 'Bắt đầu',
  help: 'Cách dùng',
  moi: 'Bắt đầu câu chuyện mới',
  vanban: 'Tra văn bản theo số, ví dụ /vanban 120/2025',
  thutuc: 'Tra thủ tục theo mã, ví dụ /thutuc 1.001193',
  donvi: 'Xã cũ nay thuộc xã, phường nào',
  han: 'Tính hạn trả kết quả',
  cauhoi: 'Câu hỏi đã gửi chuyên viên, câu hỏi chờ tôi trả lời',
  moinguoi: 'Mời cán bộ của xã',
  quantri: 'Quản trị hệ thống',
} as const;
export type CommandName = keyof typeof COMMANDS;

/** Excerpts are cut to what fits beside the buttons; the page of the web chat has the whole. */
export const EXCERPT_CUT = `… (còn tiếp; chỉ hiện ${DIALOGUE_LIMITS.excerpt.toLocaleString('vi-VN')} ký tự)`;
