/** What a question is, found without a model. `procedural` goes on to retrieval, and so does `personnel`,
 * which is answered only on strong evidence. */
export type Route =
  | 'greeting'
  | 'thanks'
  | 'small_talk'
  | 'complaint'
  | 'foreign'
  | 'outside'
  | 'drafting'
  | 'override'
  | 'privacy'
  | 'unclear'
  | 'personnel'
  | 'procedural';

export interface RoutePatterns {
  readonly route: Exclude<Route, 'unclear' | 'procedural'>;
  /** Regular expressions over the question in small letters with single spaces, written with diacritics; they are
   * also used with every diacritic taken out, for what is typed on a phone. */
  readonly patterns: readonly string[];
  readonly weak: boolean;
}

/** Words of an office's daily work: with one of these, a vague sign of small talk or of another subject is not enough. */
export const OFFICE_WORDS =
  'hồ sơ|hs|thủ tục|giấy phép|giấy chứng nhận|gcn|đăng ký|đk|dky|chứng thực|công chứng|xác nhận|cấp (?:lại|đổi|mới|giấy|phép|thẻ)|mẫu (?:số|đơn|nào)|tờ khai|lệ phí|thời hạn|thẩm quyền|nghị định|thông tư|điều \\d+|theo quy định|đúng hay sai|gia hạn|thu hồi|phê duyệt|trợ cấp|hỗ trợ|khai báo|ubnd|ủy ban|nộp ở|nộp cho|trích lục|hộ tịch|hộ khẩu|tạm trú|thường trú|căn cước|hộ chiếu|bảo hiểm|quyết định';

const PERSON = '(?:ông|bà|anh|chị|ct|chủ tịch|pct|bí thư|cán bộ|sếp|lãnh đạo|giám đốc|trưởng)';
const NO = '(?:không|ko|k|hông|hok|kg)';
const WHAT = '(?:gì|j|chi|nào)';
const ME = '(?:tôi|mình|mk|em|e|tui|anh|chị|tao)';
const FOREIGN =
  '(?:mỹ|hoa kỳ|nhật|nhật bản|hàn quốc|hàn|trung quốc|nước pháp|nước đức|nước anh|úc|singapore|thái lan|canada|nước nga|châu âu|liên bang)';
const PAPER =
  '(?:báo cáo|tờ trình|công văn|thư(?! (?:tục|hồi|phí|lệ|ký|viện|tiền|thuế|gom|nhập|mua))|bức thư|thư mời|bài|bài viết|bài phát biểu|phát biểu|diễn văn|kế hoạch|giấy mời|tin|tin nhắn|slide|kịch bản|lời (?:dẫn|chào|chúc)|bản kiểm điểm|đơn|văn bản|thông báo|quyết định|biên bản|nghị quyết|đề án|chương trình|mc)';

export const ROUTE_PATTERNS: readonly RoutePatterns[] = [
  {
    route: 'override',
    weak: false,
    patterns: [
      'bỏ qua (?:hết |mọi |tất cả |các |những |toàn bộ )*(?:hướng dẫn|chỉ dẫn|chỉ thị|lệnh|quy tắc|câu lệnh|yêu cầu trước|nội dung trước)',
      '(?:quên|phớt lờ|xóa|bỏ) (?:hết |đi )?(?:mọi |tất cả |các |những |toàn bộ )+(?:hướng dẫn|chỉ dẫn|lệnh|quy tắc|điều trên|giới hạn)',
      '(?:ignore|disregard|forget|override) (?:all|any|the|your|previous|prior)',
      '(?:lời nhắc|câu lệnh|prompt|chỉ dẫn|cấu hình) (?:của )?hệ thống|system prompt|prompt|jailbreak|developer mode|dan mode',
      'chế độ (?:gỡ lỗi|nhà phát triển|debug|không giới hạn|tự do|bảo trì|quản trị viên)',
      '(?:hãy |bạn )?(?:đóng vai|giả vờ|nhập vai|coi như bạn|giả sử bạn)(?: là| làm)?',
      `(?:${NO}|khỏi|đừng|miễn) (?:cần )?(?:phải )?(?:dẫn |trích |nêu |ghi )+(?:nguồn|trích dẫn|căn cứ)|${NO} cần (?:nguồn|trích dẫn)|(?:từ giờ|từ bây giờ|từ nay)(?: trở đi)?(?: bạn| em)? (?:hãy|chỉ được|luôn|phải trả lời)`,
      '(?:api key|khóa api|mật khẩu (?:hệ thống|quản trị|admin)|token (?:bot|hệ thống))',
      'in (?:ra |nguyên văn |lại )+(?:toàn bộ |nguyên văn )*(?:hướng dẫn|chỉ dẫn|lời nhắc|cấu hình)',
    ],
  },
  {
    route: 'drafting',
    weak: false,
    patterns: [
      '(?:soạn|soạn thảo|viết|thảo|dịch|tóm tắt|biên tập|dàn ý|thiết kế) (?:thảo )?(?:giúp|giùm|dùm|hộ(?! so)|cho (?:tôi|mình|mk|em|tui|anh|chị|tao))',
      `(?:nhờ|hãy|giúp|giùm|làm ơn|cần) (?:bạn |em |trợ lý |tôi |mình |mk |anh |chị |với )*(?:soạn|soạn thảo|viết|dự thảo|lập dự thảo|thảo|dịch|tóm tắt|làm) (?:giúp |hộ |giùm |cho )?(?:${ME} )?(?:một |1 |bản |cái |bài |mẫu )*${PAPER}`,
      `^ (?:soạn|soạn thảo|viết|dự thảo|lập dự thảo|làm|dịch|tóm tắt) (?:giúp |hộ |giùm |cho )?(?:${ME} )?(?:một |1 |bản |cái |bài |mẫu )*${PAPER} `,
      '(?<!tự |người )(?:dịch|chuyển) .{0,60}(?:sang|qua|ra) tiếng (?:anh|pháp|trung|nhật|hàn|lào|nga|đức|việt)',
    ],
  },
  {
    route: 'privacy',
    weak: false,
    patterns: [
      `(?:sđt|sdt|số điện thoại|số đt|zalo|facebook|fb|địa chỉ nhà|nhà riêng) .{0,30}(?:của |riêng |di động |cá nhân )?.{0,12}${PERSON} .{0,40}(?:số mấy|là gì|là số|bao nhiêu|bn|ở đâu|đâu)`,
      `(?:cho|xin|gửi|tìm) (?:${ME} )?(?:xin )?(?:sđt|sdt|số điện thoại|số đt|zalo|facebook|địa chỉ nhà) (?:riêng |di động |cá nhân )?(?:của )?${PERSON}`,
    ],
  },
  {
    route: 'outside',
    weak: true,
    patterns: [
      '(?:thời tiết|dự báo thời tiết|nhiệt độ|trời (?:có )?(?:mưa|nắng|lạnh|nóng|đẹp))',
      `(?:hôm nay|hôm qua|ngày mai|mai|chiều nay|tối nay|sáng mai|sáng nay|chiều|cuối tuần) .{0,24}(?:mưa|nắng|lạnh|nóng|bão) .{0,12}(?:${NO}|to|lớn)|có (?:mưa|nắng|bão) (?:to |lớn |nhiều )?${NO}`,
      '(?:xổ số|số đề|lô đề|giá vàng|giá xăng|giá bitcoin|tỷ giá|lịch thi đấu|bóng đá|đá banh|world cup|trận (?:đấu|chung kết|bán kết)|đội tuyển|v league|ca sĩ|bài hát|âm nhạc|phim hay|phim gì)',
      `theo (?:luật|pháp luật) (?:của )?${FOREIGN}|luật (?:của )?(?:mỹ|hoa kỳ|nhật bản|nhật|hàn quốc|trung quốc|singapore|thái lan|canada|úc)|luật bang|(?:ở|bên|tại) ${FOREIGN} .{0,40}luật`,
      '(?:máy in|máy tính|máy scan|máy photo|laptop|wifi|mạng lan|modem|file excel|file word|excel|powerpoint|máy chiếu|điện thoại) .{0,80}(?:sửa|lỗi|hỏng|kẹt|treo|chậm|nhấp nháy|không lên|cài đặt|cài lại|reset|khắc phục).*',
      '(?:sửa|cài|khắc phục|reset) .{0,24}(?:máy in|máy tính|laptop|wifi|win|driver|máy scan|máy photo)',
      `(?:nấu|cách làm|công thức) .{0,24}(?:món|canh|bánh|lẩu|bún)|ăn ${WHAT} (?:ngon|bây giờ|đó|đây)|quán (?:ăn|nhậu|cafe|cà phê) (?:${WHAT} |ở đâu )?(?:ngon|rẻ|nào|đông)|quán (?:nào |ở đâu )?(?:ngon|rẻ|đông)`,
      '(?:đau đầu|đau bụng|đau lưng|bị sốt|cảm cúm|mất ngủ|đau răng) .{0,40}(?:uống|thuốc|làm sao|bác sĩ|bị gì)',
      '(?:tư vấn|gợi ý|nên) .{0,80}(?:trường nào|ngành nào|đại học nào|mua xe gì|điện thoại nào|du lịch|đi chơi|đầu tư gì|khách sạn)',
      `nên (?:đi|ăn|uống|chơi|xem|mua|thuê|chọn) .{1,60} (?:hay|${WHAT}|đâu|${NO}) |(?:đi đâu|chỗ ${WHAT}|chơi ${WHAT}) chơi|(?:cuối tuần|nghỉ lễ|nghỉ tết|hè này) .{0,40}(?:đi chơi|đi biển|đi tắm|du lịch|đi phượt|cắm trại)`,
      '(?:xem bói|bói (?:toán|bài)|thầy bói|tử vi|phong thủy|xem ngày|hợp tuổi|cung hoàng đạo)',
      '(?:lập trình|viết code|code python|giải (?:bài )?(?:toán|phương trình)|bài tập (?:về nhà|toán))',
      `(?:thủ đô|tổng thống|dân số|diện tích) (?:của )?(?:nước )?${FOREIGN}|tổng thống`,
    ],
  },
  {
    route: 'outside',
    weak: false,
    patterns: [
      `(?:tư vấn|gợi ý|nên) .{0,60}(?:trường|ngành|lớp|khoa) (?:${WHAT}|đại học ${WHAT})|điểm chuẩn|thi (?:vào )?(?:lớp 10|lớp 6|đại học) .{0,60}(?:trường ${WHAT}|nên)`,
      '(?:quên|mất|đổi|reset) (?:mật khẩu|pass|password) .{0,24}(?:máy tính|laptop|wifi|email|gmail|zalo|facebook)|màn hình (?:xanh|đen)|(?:máy tính|laptop|máy cơ quan) .{0,24}(?:virus|chậm|treo|đơ)',
    ],
  },
  {
    route: 'small_talk',
    weak: true,
    patterns: [
      `(?:nói chuyện|tâm sự|trò chuyện|tán gẫu) (?:với |vs |cùng )?(?:mình|mk|tôi|em|tui|anh|cho|chơi|vui|tí|chút)`,
      '(?:chán|buồn|mệt|cô đơn|stress|nản|vui) (?:quá|ghê|wa|vl|thế|thật)',
      '(?:vợ|chồng|vk|ck|người yêu|ny|gấu|crush) .{0,30}(?:giận (?:nhau|dỗi|mình|mk|tôi|em|rồi|quá|\\d)|cãi nhau|làm lành|ghen|nói chuyện|nhắn tin)|làm lành|tán tỉnh|tỏ tình|cua gái|có ny|ny chưa',
      `(?:e|em|bạn|mày|bot|trợ lý|mi) (?:tên|là) ${WHAT}|(?:bạn|em|e|bot) (?:bn|bao nhiêu|mấy) tuổi|(?:bạn|em|bot) là (?:người|máy|ai|robot)`,
      `(?:trưa|tối|sáng|chiều) nay (?:ăn|nhậu|đi đâu|làm gì|làm j)`,
      '(?:kể|nói) (?:một |1 )?(?:cho .{0,10})?(?:chuyện|truyện) (?:cười|vui|ma|nghe)|hát (?:một |1 )?bài|làm (?:một |1 )?bài thơ|đọc thơ',
      '(?:chúc|ngủ) (?:ngon|mừng|may mắn)|i love you|yêu (?:em|bạn|anh) (?:không|k|nhiều)',
    ],
  },
  {
    route: 'complaint',
    weak: true,
    patterns: [
      `trả lời (?:gì |chi |kiểu gì |kiểu |mà |cái |toàn |hơi |quá )*(?:sai|ngu|dốt|lung tung|linh tinh|vớ vẩn|lạc đề|tào lao|nhảm|tệ|dở|kỳ vậy)(?! thì)|(?:bot|máy|app|trợ lý|hệ thống) (?:này |gì |mà |quá |hơi |như )*(?:ngu|dốt|tệ|dở|vô dụng|chán)`,
      '^ (?:sai|nhầm|lạc đề|vớ vẩn|tào lao|(?:không|ko|k|chưa|hông) (?:đúng|phải|trúng))(?: (?:rồi|bét|hết|cả|bạn|em|ơi|à|ạ|thế|vậy|nha|mà|câu hỏi|ý tôi|ý|đâu))* $',
      '(?:đmm|đcm|vcl|vkl|địt mẹ|đm (?:.{0,20} )?(?:ngu|trả lời|bot|máy|gì)|đồ ngu|ngu (?:thế|vậy|quá|như)|mất dạy|khốn nạn)',
    ],
  },
  {
    route: 'foreign',
    weak: false,
    patterns: [
      '(?:how|what|where|when|which|who) (?:do|does|did|is|are|am|can|could|must|should|would|will|to|much|many|long|documents|papers)',
      '(?:please|could you|would you|i (?:want|need|would like)|can you) (?:tell|help|give|to|me|a|the|explain|show|register|apply)',
    ],
  },
  {
    route: 'thanks',
    weak: true,
    patterns: [
      '^ (?:ok|oke|okay|okie|oki|dạ|vâng|ừ|uh|ừm|được rồi|rõ rồi|rõ|hiểu rồi|biết rồi|xong rồi|tốt|hay|good|được|đã rõ|đã hiểu|đã nhận)(?: (?:ok|dạ|vâng|ạ|em|bạn|anh|chị|nhé|nha|rồi|nhen|luôn|thôi|trợ lý|nhiều|lắm|quá))* $',
      '^ (?:dạ |ok |oke |uh |vâng |ừ )*(?:cảm ơn|cám ơn|thank|thanks|thank you|tks|c on|tốt quá|hay quá)(?: (?:bạn|em|anh|chị|nhiều|nhé|nha|ạ|you|trợ lý|ad|rất|lắm))* $',
    ],
  },
  {
    route: 'greeting',
    weak: true,
    patterns: [
      '^ (?:xin chào|chào|hello|hi|helo|alo|hey|good morning|/start)(?: (?:bạn|em|anh|chị|ad|bot|trợ lý|nhé|nha|ạ|buổi|sáng|chiều|tối|mọi người))* $',
      '^ (?:bạn|em|trợ lý|bot|đây) (?:là (?:ai|gì)|có thể (?:làm|giúp) (?:gì|được gì|j)(?: cho (?:tôi|mình|em))?|biết làm gì|giúp được gì) $',
    ],
  },
  {
    route: 'personnel',
    weak: false,
    patterns: [
      'làm thêm (?:giờ|ngày|thứ|ngoài giờ).{0,40}(?:lương|tiền|trả|hưởng)|(?:lương|tiền) làm thêm|trực (?:tết|lễ|đêm|cơ quan).{0,24}(?:lương|tiền|hưởng)',
      'lương cơ sở|hệ số lương|bảng lương|ngạch lương|bậc lương|nâng lương (?:thường xuyên|trước)|lương .{0,24}(?:cán bộ|công chức|chủ tịch|bí thư|cb|trưởng thôn)',
      'phụ cấp .{0,16}(?:công vụ|chức vụ|kiêm nhiệm|khu vực|thâm niên|trách nhiệm|thu hút|ưu đãi|lãnh đạo)|phụ cấp .{0,30}(?:cán bộ|cb|công chức|chủ tịch|ct|bí thư|hđnd|hdnd|trưởng thôn)|(?:cán bộ|cb|công chức|chủ tịch|ct|bí thư|hđnd|hdnd|trưởng thôn) .{0,40}phụ cấp',
      '(?:cán bộ|cb|công chức|cc|không chuyên trách|bán chuyên trách|cán bộ xã|người hoạt động) .{0,80}(?:nghỉ hưu trước|nghỉ việc|tinh giản|dôi dư|trợ cấp (?:thôi việc|một lần|1 lần)|chế độ (?:gì|j|nào|nghỉ)|hỗ trợ thêm|phụ cấp|nghỉ phép|bổ nhiệm|điều động|luân chuyển|nâng ngạch|kỷ luật|xếp loại|thi đua|khen thưởng cuối năm)',
      'nghỉ hưu trước tuổi|tinh giản biên chế|nghị định (?:số )?178|thi (?:tuyển |nâng ngạch )?(?:công chức|chuyên viên)|tuyển dụng công chức|nghỉ phép năm|chỉ tiêu biên chế|khoán biên chế',
      'công tác phí|chế độ công tác|(?:xin |được )?(?:chuyển công tác|thuyên chuyển|biệt phái|luân chuyển) (?:từ|về|sang|đến|lên|qua|cán bộ|công chức)|xếp loại (?:hoàn thành|chất lượng|cán bộ|công chức|cuối năm|đảng viên)|thưởng (?:tết|cuối năm|lễ)|tiền thưởng .{0,24}(?:cán bộ|công chức|cb|cc)|lương hưu .{0,16}(?:cán bộ|công chức) xã',
    ],
  },
];
