/** Who acts, what is done, and when: the words of offices and of those who come to them. */
/** Words that name somebody who acts, folded. */
export const DOER =
  /(?<![\p{L}])(?:ubnd|uy ban|hdnd|hoi dong|chu tich|cong chuc|can bo|co quan|bo phan|don vi|to (?:truong|tham dinh|hoa giai)|hoa giai vien|so [a-z]|bo truong|bo [a-z]|phong|cuc|toa an|cong an|thi hanh an|kho bac|kbnn|ngan hang|trung tam|van phong|nguoi|ca nhan|to chuc|cong dan|chu (?:ho|ben|dau tu|so huu|co so)|ho gia dinh|cha|me|cong dong|doanh nghiep|hop tac xa|truong (?:phong|thon|ban)|giam doc|cac ben|ban [a-z])(?![\p{L}])/u;

/** What is done at an office, with diacritics; "cấp" of a level is none. */
export const VERB =
  /(?<![\p{L}])(?:nộp|(?<!thành |độc )lập|gửi|(?<!đăng )ký|(?<!cung |trợ |khẩn |sơ |phụ |trung |thứ |đẳng )cấp(?! (?:xã|phường|tỉnh|huyện|trung ương|trên|dưới|có|nào))|phê duyệt|ban hành|thông báo|(?<!quá |chương |công |quy |lộ )trình(?! tự)|thẩm định|kiểm tra|xem xét|tiếp nhận|xác nhận|(?<!công |chứng |ghi |thừa )nhận|chuyển|xác minh|niêm yết|thành lập|công bố|thu hồi|xuất trình|ra|thụ lý|thanh toán|giải quyết|hướng dẫn|lấy ý kiến|chứng thực|quyết định)(?![\p{L}])/gu;
/** A part that says when, where or on which condition has its own verbs. */
export const CIRCUMSTANCE =
  /^\s*(?:trong|trường hợp|nếu|khi|sau|trước|kể từ|tại|theo|đối với|căn cứ|để|ở|từ|với|trên cơ sở)(?![\p{L}])/iu;
