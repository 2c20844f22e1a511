import { DIALOGUE_LIMITS } from './limits.ts';

/** Sentences and labels that only Telegram needs; what the web says too is in src/dialogue/words.ts. */

export const BOT_WORDS = {
  searching: 'Đang tra cứu căn cứ và soạn câu trả lời…',
  beingWritten: 'Đang viết tiếp…',
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
  formerCommune: (typed: string) => `“${typed}” là tên trước sắp xếp. Anh/chị chọn xã, phường hiện nay:`,
  unknownCommune: 'Chưa tìm thấy xã, phường này. Vui lòng gõ lại tên hiện nay hoặc tên trước sắp xếp.',
  askPosition: 'Chức danh, vị trí công tác của anh/chị? Ví dụ: công chức Trung tâm Phục vụ hành chính công.',
  requested: 'Đã gửi yêu cầu cấp quyền tới quản trị. Khi được duyệt, trợ lý sẽ báo ngay tại đây.',

  help: 'Cách dùng:\n• Gõ câu hỏi bằng lời của anh/chị, có dấu hay không dấu đều được.\n• Hỏi tiếp được ngay: “còn lệ phí?”, “thế ở biên giới thì sao?”.\n• Bấm [1], [2] dưới câu trả lời để xem nguyên văn căn cứ.\n• Bấm “Hỏi chuyên viên” khi câu trả lời chưa đủ.\n\nXin không nhập họ tên, số định danh, số điện thoại của người dân.',
  unknownCommand: 'Không có lệnh này, hoặc anh/chị không có quyền dùng. Gõ /help để xem cách dùng.',
  voice: 'Trợ lý chưa nghe được tin nhắn thoại. Vui lòng gõ câu hỏi bằng chữ.',
  file: 'Trợ lý chưa đọc được ảnh và tệp ở đây. Vui lòng gõ câu hỏi bằng chữ.',
  otherKind: 'Trợ lý chỉ đọc được tin nhắn chữ. Vui lòng gõ câu hỏi.',
  failed: (code: string) =>
    `Hệ thống gặp lỗi khi xử lý tin nhắn này. Vui lòng gửi lại; nếu vẫn lỗi, báo quản trị mã ${code}.`,
  expired: 'Nút này không còn dùng được.',
  noChecklist: 'Câu trả lời này không gắn với một thủ tục nên chưa lập được phiếu.',
  paperBlanks:
    'Chỗ “……” do anh/chị điền; căn cứ lấy từ câu trả lời, vui lòng đối chiếu bản gốc trước khi ký.',
  sourceGone: 'Không xem được căn cứ này nữa.',
  pageCaption: (n: number, label: string, page: number, marked: boolean) =>
    `[${n}] ${label}\nTrang ${page} của bản gốc${marked ? '; phần được trích dẫn tô vàng.' : '. Chưa xác định được vị trí đoạn trích trên trang; vui lòng đối chiếu nguyên văn ở tin trên.'}`,
  pictureBusy: 'Nhiều người đang xem trang gốc. Anh/chị bấm lại sau ít giây.',
  noPicture: 'Không vẽ được trang này của bản gốc. Anh/chị bấm “Tải bản gốc” để xem tệp.',
  noOriginal: 'Bản gốc của văn bản này không còn lưu ở đây, hoặc anh/chị không có quyền xem.',
  originalTooLarge: 'Tệp bản gốc lớn hơn 50 MB nên không gửi được qua Telegram. Anh/chị xem trên trang web.',
  originalCaption: 'Bản gốc đã nạp. Khi có khác biệt, văn bản gốc có giá trị áp dụng.',
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

/** Moving, leaving, standing in, routing. */
export const MEMBER_CHAT = {
  whichCommune: 'Anh/chị chuyển sang xã, phường nào? Gõ tên hiện nay, ví dụ: Mỹ Thượng. (Gõ /huy để thôi.)',
  whereTo: (name: string) => `Chuyển ${name} sang xã, phường nào? Gõ tên hiện nay. (Gõ /huy để thôi.)`,
  transferSent: 'Đã gửi yêu cầu chuyển đơn vị tới quản trị. Khi được duyệt, trợ lý sẽ báo tại đây.',
  moved: (name: string, commune: string) => `Đã chuyển ${name} sang ${commune}.`,
  nobody: 'Không tìm thấy ai. Anh/chị gõ một phần họ tên, ví dụ: /nguoi Lan.',
  more: (count: number) => `Còn ${count} người nữa; anh/chị gõ rõ tên hơn.`,
  card: (name: string, status: string, roles: string, where: string) =>
    `${name}\n${roles}${where === '' ? '' : `, ${where}`}\n${status}`,
  changed: (name: string, status: string) => `${name}: ${status}.`,
  whoStandsIn: 'Trong thời gian anh/chị nghỉ, câu hỏi mới gửi cho ai?',
  alreadyAway: (name: string) => `Câu hỏi mới đang được gửi cho ${name}.`,
  noStandIn: 'Chưa có chuyên viên nào khác để trả lời thay. Vui lòng báo quản trị.',
  away: (name: string) =>
    `Từ bây giờ câu hỏi mới được gửi cho ${name}. Khi đi làm lại, gõ /nghi rồi bấm “Tôi đã đi làm lại”.`,
  back: 'Anh/chị nhận lại câu hỏi mới từ bây giờ.',
  noRoutes: 'Chưa phân công lĩnh vực nào.',
  route: (field: string, department: string, people: string) =>
    `• ${field}: ${department}${people === '' ? '' : ` (${people})`}`,
  howToRoute:
    'Để phân công, gõ: /phancong Lĩnh vực = Cơ quan chủ trì: Họ tên, Họ tên\nVí dụ: /phancong Hộ tịch = Sở Tư pháp: Lê Văn Cường',
  routed: (field: string) => `Đã phân công lĩnh vực ${field}.`,
  unclearNames: (names: string) =>
    `Chưa phân công. Không xác định được đúng một chuyên viên đang sử dụng với tên: ${names}. Kiểm tra họ tên bằng lệnh /nguoi.`,
} as const;

export const MEMBER_BUTTONS = {
  block: 'Khóa',
  unblock: 'Mở khóa',
  left: 'Đã thôi việc',
  move: 'Chuyển xã',
  focal: 'Đặt làm đầu mối',
  notFocal: 'Thôi làm đầu mối',
  back: 'Tôi đã đi làm lại',
} as const;

export const BUTTONS = {
  helpful: 'Hữu ích',
  wrong: 'Chưa đúng',
  rated: (label: string) => `✓ ${label}`,
  escalate: 'Hỏi chuyên viên',
  escalated: '✓ Đã gửi chuyên viên',
  page: 'Xem trang gốc',
  original: 'Tải bản gốc',
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
  addDelegation: 'Thêm ủy quyền',
  withdraw: 'Thu hồi',
  proposeGuidance: 'Đề xuất thành hướng dẫn',
  approve: 'Duyệt',
  sendBack: 'Trả lại',
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
  uyquyen: 'Ai được ủy quyền ký ở xã, phường mình',
  theodoi: 'Theo dõi lĩnh vực, ví dụ /theodoi hộ tịch',
  botheodoi: 'Thôi theo dõi lĩnh vực',
  nap: 'Cách nạp tài liệu hướng dẫn',
  chuyenxa: 'Xin chuyển sang xã, phường khác',
  nghi: 'Nghỉ phép: chọn người trả lời thay, hoặc báo đã đi làm lại',
  moinguoi: 'Mời cán bộ của xã',
  nguoi: 'Tìm người dùng để cập nhật, ví dụ /nguoi Lan',
  phancong: 'Lĩnh vực do cơ quan nào, ai trả lời',
  quantri: 'Quản trị hệ thống',
} as const;
export type CommandName = keyof typeof COMMANDS;

/** Excerpts are cut to what fits beside the buttons; the page of the web chat has the whole. */
export const EXCERPT_CUT = `… (còn tiếp; chỉ hiện ${DIALOGUE_LIMITS.excerpt.toLocaleString('vi-VN')} ký tự)`;

/** Sentences about uploads that only Telegram needs; the others are in src/dialogue/uploads/words.ts. */
export const UPLOAD_CHAT = {
  howTo: (large: boolean) =>
    `Để nạp tài liệu hướng dẫn, anh/chị gửi tệp (PDF, Word, Excel, RTF, HTML, TXT) hoặc ảnh chụp văn bản ngay tại đây, tối đa ${large ? 100 : 20} MB. Trợ lý đọc tệp, cho anh/chị xem lại, sửa và xác nhận rồi mới dùng để trả lời.`,
  privately: 'Vui lòng gửi tài liệu trong cuộc trò chuyện riêng với trợ lý, không gửi trong nhóm.',
  tooLarge: (large: boolean) =>
    large
      ? 'Tệp lớn hơn 100 MB. Anh/chị tách hoặc giảm dung lượng tệp rồi gửi lại.'
      : 'Telegram chỉ cho trợ lý nhận tệp đến 20 MB. Anh/chị nạp tệp này qua trang web (mục Nạp tài liệu), hoặc giảm dung lượng rồi gửi lại. Quản trị có thể bỏ giới hạn này bằng máy chủ Bot API riêng (biến TELEGRAM_API_ROOT).',
  gone: 'Không tải được tệp này từ Telegram. Anh/chị gửi lại tệp.',
  reading: 'Đã nhận tệp, đang đọc. Bản quét mất khoảng vài giây mỗi trang.',
  readingPage: (done: number, total: number) => `Đã nhận tệp, đang đọc trang ${done}/${total}.`,
  deleted: 'Tin nhắn chứa tệp đã được xóa khỏi cuộc trò chuyện này. Anh/chị xóa cả các bản sao khác, nếu có.',
  deleteYourself: 'Trợ lý không xóa được tin nhắn chứa tệp. Anh/chị xóa ngay tin nhắn đó ở cả hai phía.',
  relations: 'Tác động đến văn bản khác',
  notAllowedByRank: ' (thứ bậc không cho phép)',
  struckOut: ' (đã bỏ)',
  whichRelation:
    'Mục nào máy đọc nhầm, anh/chị bấm để bỏ; mục đã bỏ, bấm để lấy lại. Mục bị bỏ không có tác động đến văn bản khác.',
  moreRelations: (count: number) => `Còn ${count} mục nữa: anh/chị sửa trên trang web, mục Nạp tài liệu.`,
  firstArticles: 'Các điều đầu tiên',
  firstPage: (pages: number, fileName: string) =>
    `${pages > 1 ? `Trang 1/${pages}` : 'Ảnh'} của ${fileName}. Chữ nhận dạng từ ảnh có thể sai; anh/chị đối chiếu số, ngày, trích yếu, người ký bên dưới.`,
  noPicture: 'Chưa vẽ được trang đầu của tệp. Anh/chị đối chiếu thông tin bên dưới với tệp đã gửi.',
  personalMasked: 'Dữ liệu cá nhân sẽ được che',
  personalKept: 'Dữ liệu cá nhân được giữ nguyên',
  warnings: 'Cảnh báo khi đọc',
  ocr: (pages: number) => `${pages} trang nhận dạng từ ảnh`,
  more: (count: number) => `… và ${count} mục khác`,
  corrected: ' (đã sửa)',
  doubtful: ' ⚠ cần kiểm tra',
  returnedFor: (reason: string) => `Lý do trả lại: ${reason}`,
  scopes: {
    public: 'Công khai',
    internal: 'Mọi cán bộ, công chức',
    departments: 'Chỉ cơ quan của tôi',
  },
  scopeIs: (scope: string, webOnly: boolean) =>
    `Phạm vi đọc: ${scope}${webOnly ? ', chỉ xem trên trang web' : ''}.`,
  newVersion: 'Bản mới của văn bản đã có',
  repeats: 'Trùng với',
  duplicate: 'Văn bản này đã có trong hệ thống; xác nhận sẽ không nạp lần nữa.',
  servesAtOnce: 'Khi xác nhận, tài liệu được dùng để trả lời ngay.',
  needsApproval: (reasons: string) => `Khi xác nhận, tài liệu chuyển người duyệt, vì: ${reasons}.`,
  waits: (reasons: string) =>
    `Tài liệu chờ duyệt, vì: ${reasons}. Khi được duyệt, tài liệu được dùng để trả lời.`,
  whichField: 'Anh/chị chọn mục cần sửa:',
  whichScope: 'Ai được đọc tài liệu này?',
  emptyMark: '-',
  typeValue: (field: string) =>
    `Gõ “${field}” đúng như trên văn bản (ngày theo dạng ngày/tháng/năm). Gõ dấu - để lấy lại nội dung đã đọc; gõ /huy để thôi.`,
  typeReason: 'Gõ lý do trả lại rồi gửi (gõ /huy để thôi).',
  sentBack: 'Đã trả lại người nạp kèm lý do.',
} as const;

/** About a photograph or file that somebody shows and asks about. */
export const PAPER_CHAT = {
  is: (title: string) => `Giấy tờ anh/chị gửi: ${title}`,
  unknown:
    'Trợ lý đọc được ảnh nhưng chưa nhận ra đây là giấy tờ gì. Anh/chị gõ câu hỏi kèm tên giấy tờ, hoặc chụp lại thẳng, đủ sáng, lấy cả phần tiêu đề.',
  reads: 'Nội dung đọc được (dữ liệu cá nhân đã che)',
  recognised: 'Chữ nhận dạng từ ảnh có thể sai, nhất là số, ký hiệu và ngày; anh/chị đối chiếu với bản gốc.',
  notKept: 'Ảnh, tệp và nội dung không được lưu lại. Anh/chị hỏi tiếp được, ví dụ: “giấy này nộp ở đâu”.',
  tooLarge: 'Tệp lớn hơn 20 MB nên trợ lý không nhận được qua Telegram. Anh/chị gửi ảnh chụp trang cần hỏi.',
  tooLong: 'Tệp dài quá nên chưa đọc xong. Anh/chị gửi ảnh chụp riêng trang cần hỏi.',
} as const;

export const UPLOAD_BUTTONS = {
  confirm: 'Xác nhận',
  edit: 'Sửa…',
  scope: 'Phạm vi',
  cancel: 'Hủy',
  keep: 'Giữ nguyên dữ liệu cá nhân',
  mask: 'Che dữ liệu cá nhân',
  relations: 'Bỏ tác động đọc nhầm…',
  strike: (relation: string) => `Bỏ: ${relation}`,
  unstrike: (relation: string) => `Lấy lại: ${relation}`,
  view: 'Xem tài liệu',
  approve: 'Duyệt',
  sendBack: 'Trả lại',
  webOnly: 'Bật/tắt: chỉ xem trên web',
} as const;

/** What the focal person is asked for, one message each. */
export const DELEGATION_STEPS = {
  matter:
    'Nội dung được ủy quyền ký, ghi theo quyết định. Ví dụ: chứng thực bản sao từ bản chính. (Gõ /huy để thôi.)',
  delegate: 'Ủy quyền cho ai? Ghi họ tên, chức danh.',
  decision: 'Số và ngày quyết định ủy quyền. Ví dụ: 15/QĐ-UBND ngày 03/11/2025.',
  term: 'Thời hạn ủy quyền. Ví dụ: 05/11/2025 đến 04/11/2026. Nếu quyết định không ghi ngày hết hạn, chỉ ghi ngày bắt đầu.',
} as const;

/** From an answered escalation to guidance for everybody. */
export const GUIDANCE_STEPS = {
  basis:
    'Căn cứ của ý kiến nghiệp vụ: ghi điều, khoản, số văn bản. Ví dụ: khoản 1 Điều 5 Nghị định số 23/2015/NĐ-CP. (Gõ /huy để thôi.)',
  review: 'Ngày rà soát lại hướng dẫn này, phải sau hôm nay. Ví dụ: 31/12/2027.',
  proposed: 'Đã trình người duyệt. Khi được duyệt, hướng dẫn này được dùng để trả lời mọi người.',
  approved: 'Đã duyệt. Từ nay trợ lý dùng hướng dẫn này để trả lời.',
  why: 'Vui lòng gõ lý do trả lại (gõ /huy để thôi).',
  returned: 'Đã trả lại người đề xuất.',
} as const;
