/** Words around names of private persons: family names, forms of address, relations, and capitals that are no one's name. */

/** Frequent family names, folded; together they cover about nine in ten people. */
export const SURNAMES = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh truong doan mai dao lam luong luu cao phung ta thai quach ton chu trieu la kieu vuong tong thach than hua nghiem to bach phi diep'.split(
    ' ',
  ),
);
/** Safe without capitals and diacritics. "le phi", "em dang thi", "chi do" are words. */
export const SURNAMES_TYPED = new Set('nguyen huynh'.split(' '));
export const SURNAMES_WITH_MIDDLE = new Set(
  'nguyen huynh tran le pham hoang phan vo bui ngo duong truong doan luong'.split(' '),
);

export const CUES = new Set('ông bà anh chị cháu em cụ cô chú bác bé dì cậu thầy mợ'.split(' '));
/** Words that are a form of address only when a name follows ("bác đơn", "ghi chú", "trẻ em", "cô Tô"). */
export const WEAK_CUES = new Set('cô chú bác bé dì cậu thầy mợ'.split(' '));
export const TYPED_CUES = new Set('ong ba anh chi chau em cu co chu bac be'.split(' '));
export const LABELS =
  /(?:h[oọ] (?:v[aà] )?t[eê]n|h[oọ] t[eê]n|(?<![\p{L}])t[eê]n (?:l[aà]|ng[uư][oờ]i|t[oô]i)|t[oô]i t[eê]n(?: l[aà])?|t[eê]n t[oô]i(?: l[aà])?|ng[uư][oờ]i (?:y[eê]u c[aầ]u|khai|n[oộ]p(?: h[oồ] s[oơ])?|[dđ][eề] ngh[iị]|l[aà]m ch[uứ]ng)\s*:|ch[uủ] h[oộ]\s*:?)[^\p{L}\n]{0,3}\s*(?:[^\p{L}\n]{0,2})$/iu;

/** First syllables of titles, bodies and papers that are capitalised but are no one's name, with what must follow. */
export const NOT_A_NAME =
  /^(?:chu (?:tich|nhiem|ho|dau tu|so huu|the)|pho(?: |$)|bi thu|truong (?:phong|ban|thon|xom|ap|khu|cong an|to|ban|doan|bo phan|tram)|to truong|giam doc|tong|thu (?:tuong|truong|ky|quy)|bo truong|cong (?:an|chung|chuc|dan|ty|van)|can bo|ke toan|hoi|uy (?:ban|vien)|hdnd|ubnd|so (?!n)|phong |ban |dai (?:bieu|dien|uy|ta)|tham phan|hieu truong|vien (?:truong|chuc)|chanh|dang (?:vien|uy)|dong (?:chi|bao)|nguyen (?:don|chu|bo|pho|la)|don |mau |to (?:khai|trinh)|giay |phieu |ban (?:sao|chinh|ke)|dieu |khoan |luat |nghi (?:dinh|quyet)|quyet dinh|thong tu|viet nam|phu (?:nu|huynh)|hoc sinh|sinh vien|me |hung|em|chi cuc|cuc |trung (?:tam|uong|ta|uy)|thuong (?:ta|uy)|thieu (?:ta|uy)|nha (?:nuoc|may)|co quan|luat su|nong dan|thanh nien|cuu chien|nguoi|bac si|ky su|quoc)/u;
/** "vợ là", "con gái tôi tên", "mẹ tên là": a full name may follow, or what somebody is. */
export const RELATION =
  /(?<!\p{L})(?:vợ|chồng|con|cháu|cha|bố|mẹ|ông|bà|cô|dì|chú|bác|cậu|anh|chị|em|người (?:đại diện|giám hộ|được ủy quyền|ủy quyền|làm chứng|để lại di sản|thừa kế|mất|chết))(?: (?:tôi|em|anh|chị|ông|bà|nội|ngoại|trai|gái|đẻ|ruột|nuôi|dâu|rể|đầu|chồng|vợ|hợp pháp)){0,2} (?:tên(?: là)?|là) ?$/iu;
/** The same typed without diacritics. */
export const RELATION_TYPED =
  /(?<![a-z])(?:vo|chong|con|chau|cha|bo|me|di|chu|bac|cau|anh|chi|em|nguoi (?:dai dien|giam ho|duoc uy quyen|lam chung))(?: (?:toi|em|anh|chi|ong|ba|noi|ngoai|trai|gai|de|ruot|nuoi|dau|re|chong|vo|hop phap)){0,2} (?:ten(?: la)?|la) ?$/u;
/** "bác sĩ Trần Quốc Tuấn", "sinh viên Đặng Thu Hà": what somebody is, before a full name. */
export const CALLING =
  /(?<!\p{L})(?:bác sĩ|bác sỹ|y sĩ|y tá|giáo viên|kỹ sư|luật sư|sinh viên|học sinh|công dân|em bé|thương binh|bệnh binh|liệt sĩ|nạn nhân|bệnh nhân|đương sự|bị can|gia đình|hộ|đảng viên|đoàn viên|đồng chí) $/iu;
/** After these a given name alone is a name too. */
export const TEACHER = /(?<!\p{L})(?:thầy giáo|cô giáo) $/iu;
/** What somebody is, in capitals, where only full names are looked for: folded, from its first syllable on. */
export const NO_ONE =
  /^(?:ba me|liet si|thuong binh|benh binh|bo doi|quan nhan|giao (?:vien|dan)|cong nhan|y (?:si|ta)|viet kieu|dan toc|ta oi|co tu|pa ko|van kieu|(?:han|trung|anh) quoc|thai lan|nhat ban|dai loan|hoa ky|an do|hong kong|cam pu) /u;
export const BETWEEN_TWO = /^\s*(?:[-–—,;&/]|và)\s*$/iu;
export const PLACE_BEFORE =
  /^(?:đường|phố|phường|xã|huyện|quận|tỉnh|thành|thị|trấn|chợ|cầu|đảo|núi|trường|thôn|ấp|làng|tổ|khu|số|nước|tiếng|trẻ|ghi|con|vùng|hồ|sông|đèo|viện|bản)$/iu;
export const TITLE_BEFORE =
  /(?:chủ tịch|bí thư|giám đốc|bộ trưởng|thủ tướng|trưởng (?:phòng|ban|thôn)|thứ trưởng|phó [\p{L}]+|chánh [\p{L}]+|đại biểu)\s*$/iu;
export const TYPED_STOP = new Set(
  'muon xin o tai co la sinh can den di lam dang nop hoi khai thuong tru thuong bi duoc dc da chua khong ko k va voi thi xa phuong cccd cmnd sdt sn nam tuoi de cho ve tu nay vua moi ket hon mat'.split(
    ' ',
  ),
);
