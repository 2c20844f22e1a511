/** What kind of thing would answer the question: the shape that a sentence of the source must have. */
export type Shape =
  | 'duration'
  | 'validity'
  | 'money'
  | 'form'
  | 'papers'
  | 'signer'
  | 'actor'
  | 'applicant'
  | 'place'
  | 'channel'
  | 'legal'
  | 'result'
  | 'condition'
  | 'quantity'
  | 'steps';

// Folded question → shape; each alternative stands for whole words. Phone spellings ("bn ngay", "j", "k")
// stand beside the full ones.
const HOW_MANY = '(?:may|bao nhieu|bn|bnh?ieu)';
const WHAT = '(?:gi|j|chi|nao|nhung gi|nhung j|nhung chi)';
const NO = '(?:khong|ko|k|hong|hok|kg)';
/** "Bao nhiêu tuổi", "đủ tuổi chưa"; "trẻ 3 tuổi" tells whom it is about. */
const AGE = `(?:${HOW_MANY}|do|du|tren|duoi|qua) tuoi(?= |$)|tuoi (?:nao|${HOW_MANY}|toi (?:da|thieu))`;
/** "Viện phí", "học phí", "mai táng phí" are what a case is about, not the fee that is asked for. */
const FEE = '(?<!(?:vien|hoc|kinh|chi|tro|buu|bao|dang|an|tang) )phi(?! (?:nuoc|bao ve|nong|vat|chinh|loi))';
/** "Làm ở phường được không": yes or no, but about the office, not about a condition. */
const HERE =
  '(?:o|tai|len|ra|qua) (?:ubnd |uy ban nhan dan |uy ban |uy ban nhan dan cap |ubnd cap |cap )?(?:xa|phuong|xp)(?: minh| em| nay| ta)?';
const WHETHER_HERE = `(?<!(?:o|tai|len|ra|qua|cap|cua) )(?:xa|phuong)(?: minh| em| ta)? (?:co )?(?:lam|giai quyet|nhan|chung thuc|chung|ky) (?:duoc|dc) (?:hay )?(?:${NO}|chua)|${HERE} (?:co )?(?:lam |giai quyet |nop |nhan )?(?:duoc|dc|co) (?:hay )?(?:${NO}|chua)|co (?:duoc|dc) .{0,40}${HERE} (?:hay )?${NO}`;
/** How long the paper holds once it is there, not how long it takes to get it. */
const VALID_WORDS =
  '(?:co )?(?:gia tri|hieu luc|thoi han su dung)(?: su dung)?(?: \\S+){0,2} (?:bao lau|may (?:thang|nam|ngay)|bao nhieu (?:thang|nam|ngay)|den (?:khi|luc|ngay) nao|may nam)|(?:dung|xai|su dung) (?:duoc |dc )(?:trong )?(?:bao lau|may (?:thang|nam)|bao nhieu (?:thang|nam))';
const ONLINE_WORDS = '(?:online|onl|qua mang|tren mang|truc tuyen|dich vu cong|dvc)';
export const CUES: readonly (readonly [Shape, RegExp])[] = [
  [
    'duration',
    words(
      `${HOW_MANY} (?:ngay|gio|thang|nam|tuan|hom|buoi|quy)`,
      `trong (?:vong |thoi han )?${HOW_MANY}`,
      'bao lau|mat bao|thoi han|(?:thoi gian|tg)(?: (?:la|giai|xu|bao|bn|nao|toi|va)|$)|han (?:nop|chot|giai|cuoi)|cham nhat',
      `khi nao|chung nao|luc nao|(?:truoc |den |tu )?(?:ngay|moc|thang|nam) nao|lau ${NO}|(?:truoc|toi da|sau) ${HOW_MANY}`,
      'theo (?:thang|quy|nam) hay',
    ),
  ],
  ['validity', words(VALID_WORDS)],
  [
    'money',
    words(
      `le phi|muc phi|muc thu|mien phi|${FEE}|ton (?:tien|bao|bn|kem)`,
      `(?:mat|ton|dong|thu|het|nop) (?:\\p{L}+ )?tien ${NO}|(?:mat|dong|thu|het|nop) ${HOW_MANY}(?! (?:ngay|gio|thang|nam|tuan|hom|buoi|ban|bo|nguoi|ng|loai|to|lan))|(?:${HOW_MANY}) (?:tien|dong|mot|1)|tien ${HOW_MANY}|gia ${HOW_MANY}`,
    ),
  ],
  [
    'form',
    words(
      `mau (?:so )?(?:may|${WHAT}|bn)|(?:theo|dung|dien|khai|lam|ghi) mau|mau (?:don|to|bieu|so|phieu|van ban)|(?:to khai|tk|don|phieu) ${WHAT}|bieu mau`,
    ),
  ],
  [
    'papers',
    words(
      `(?:giay|can|nop|kem|kem theo|mang|dem|gom|bang|them|chung tu|bang ke|bao cao|van ban|gui|to) (?:theo |them |nhung )?${WHAT}`,
      `giay to|(?:y kien|bien ban|ban sao|ban|xac nhan|danh sach|don) ${WHAT}|gom|kem|don va|giay uy quyen|chung minh|bo sung gi|(?:ho so|hs) (?:gom|can|${WHAT}|bao gom|nhu)`,
    ),
  ],
  [
    'signer',
    words(
      `(?:ai|ng nao|nguoi nao|cap nao|chuc danh nao|co quan nao) (?:la nguoi |se |duoc |dc |co quyen |co tham quyen )?(?:ky|duyet|phe duyet|quyet|qd|cap|cong nhan|xac nhan|ban hanh|chap thuan|cho phep)`,
      // "Giấy ủy quyền" is a paper.
      'tham quyen|nguoi ky|ky giay|ky duyet|(?:do|thuoc) (?:ai|cap nao)|(?<!(?:giay|hop dong|van ban) )uy quyen|chu tich ky|cong chuc ky',
    ),
  ],
  [
    'actor',
    words(
      'ai|nguoi nao|(?:co quan|bo phan|don vi|cap|ben|to chuc|phong|hoi dong) nao|tham quyen|noi nao|cua noi nao|chu tri|ng nao',
    ),
  ],
  [
    'applicant',
    words(
      `(?:ai|ng nao|nguoi nao|nhung ai) (?:se |la nguoi |co the |co |duoc |dc |phai |thi )*(?:quyen yeu cau|quyen nop|trach nhiem|nghia vu|di|lam|nop|xin|yeu cau|dung don|khai|dang ky|dk|huong|nhan|lap)(?! (?:ho so|giai|lai))`,
      `ai (?:thi )?(?:duoc|dc|phai) (?!ky|cap|duyet|quyet|xac|cong|ban|chap|cho|phe|uy)`,
    ),
  ],
  [
    'place',
    words(
      WHETHER_HERE,
      'o dau|dau|cho nao|noi nao|nop (?:cho|dau|o)|den dau|(?:co quan|bo phan|cong an|xa|phuong) nao|(?:xa|phuong|noi|tinh) khac|dung (?:phuong|xa|cong an|noi)|gui cho',
    ),
  ],
  [
    'channel',
    words(
      `${ONLINE_WORDS}.{0,24} (?:duoc|dc|co) (?:hay )?${NO}|co .{0,24}${ONLINE_WORDS}.{0,12} ${NO}`,
      `(?:qua|gui) (?:duong )?(?:buu dien|buu chinh) (?:duoc|dc|co) (?:hay )?${NO}|(?:nop|gui) (?:bang )?(?:cach|hinh thuc|kieu) nao|cach nop|hinh thuc nop`,
    ),
  ],
  [
    'legal',
    words(
      '(?:nghi dinh|nd|thong tu|tt|luat|quyet dinh|qd|nghi quyet|nq|van ban) (?:nao|so may|may|gi|bn)|can cu|co so phap ly|dieu (?:nao|may)|theo (?:nd|tt|luat|nghi dinh|thong tu)',
    ),
  ],
  [
    'result',
    words(
      `ket qua|kq|(?:duoc|dc) (?:cap|tra|nhan)|(?:duoc|dc) .{0,24}(?:cap|tra|nhan) .{0,16}${WHAT}|cap (?:lai )?(?:giay )?${WHAT}|ra (?:qd|quyet dinh|tb|thong bao|van ban) ${WHAT}|so nao|(?:nhan|lay) (?:duoc )?(?:giay )?${WHAT}|tb ${WHAT}|bb|bien ban`,
    ),
  ],
  [
    'condition',
    words(
      `dieu kien|dk|co (?:duoc|dc)|(?:duoc|dc) (?:${NO}|chua)|(?:can|phai) (?:\\S+ ){1,6}${NO}$|co (?:phai|can|bat buoc|bi)|bat buoc|co .{2,80} ${NO}|${AGE}|the nao moi|moi (?:duoc|dc)|truong hop nao|tieu chuan|doi tuong|cam ket|dap ung|yeu cau gi`,
    ),
  ],
  [
    'quantity',
    words(
      `${HOW_MANY} (?:nguoi|ng|ban|bo|m2|met|phan tram|%|lan|suat|ho|tai khoan|loai|cai|to)|duoi bao nhieu|dien tich|bao nhieu|toi (?:da|thieu)|it nhat|nhieu nhat`,
    ),
  ],
  [
    'steps',
    words(
      `trinh tu|quy trinh|cac buoc|(?:lam|tinh|xu ly|giai quyet) sao|the nao|ra sao|nhu nao|lam ${WHAT}|cach (?:nao|lam)|bang cach`,
    ),
  ],
];

export const OVERALL = words(
  `giai quyet|xong|co ket qua|(?:tra|nhan|lay) ket qua|mat (?:${HOW_MANY} )?(?:ngay|lau|bao)|bao lau (?:thi )?(?:co|xong|duoc|dc)|${HOW_MANY} ngay (?:co|xong|duoc|dc|thi)|(?:lam|giai quyet) (?:xong )?(?:trong )?${HOW_MANY} ngay|${HOW_MANY} ngay(?: (?:moi )?(?:lay|nhan|tra)(?: (?:duoc|dc|ket qua|kq))?)?$|(?:mat|ton|dong|thu|het) (?:\\p{L}+ )?tien|le phi|${FEE}|mien phi`,
);
export const CONDITION = words(
  `dieu kien|dk|bat buoc|${AGE}|the nao moi|truong hop nao|tieu chuan|doi tuong|cam ket|dap ung`,
);
export const ASKS_OFFICE = words(WHETHER_HERE);
export const DOSSIER = words('ho so|hs|to khai|tk');
export const BRINGS = words('can|nop|kem|gom|mang|dem|ho so|hs|them|bo sung|giay to');
export const ONLINE = words(ONLINE_WORDS);
/** Until when somebody must act, not how long the office takes. */
export const DEADLINE = words(
  `truoc ${HOW_MANY} (?:ngay|gio|thang)|cham nhat|(?:bao lau|${HOW_MANY} (?:ngay|gio|thang)) (?:thi |la )?(?:phai|can) (?:di |lam |ra )?(?:dang ky|dk|khai|bao|nop|trinh bao|lam)|han (?:nop|chot|cuoi)|(?<!(?:xa|phuong|ubnd|so|huyen|tinh|cong an|co quan|mot cua) )phai (?:nop|di|khai|bao|gui|dang ky|lam)(?: \\S+){0,5} (?:trong |truoc )?(?:vong )?${HOW_MANY} (?:ngay|gio|thang)`,
);
/** Asks where to hand the dossier in. */
export const SUBMITS = words(
  '(?:lam|dang ky|dk|xin|khai|cap|giai quyet|thuc hien|den|ra|len)(?: \\S+){0,3} (?:o dau|o cho nao|dau)',
  '(?:nop|gui) (?:o |tai |cho |len |ra )?(?:\\S+ ){1,4}hay (?!khong|ko|k )',
  `(?:nop|gui)(?: \\S+){0,4} (?:o dau|dau|cho nao|noi nao|cho ai|cho (?:co quan|don vi|bo phan|phong) nao|tai dau|ve dau)|(?:den|ra|len) (?:dau|cho nao|noi nao) (?:de )?nop`,
);

function words(...alternatives: string[]): RegExp {
  return new RegExp(`(?:^| )(?:${alternatives.join('|')})(?= |$)`, 'u');
}
