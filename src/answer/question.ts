import { fold, hasDiacritics } from '../legal/text.ts';
import { type Token, tokenise } from '../retrieval/terms.ts';

/** What kind of thing would answer the question: the shape that a sentence of the source must have. */
export type Shape =
  | 'duration'
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

export interface ReadQuestion {
  /** As typed, abbreviations written out. */
  readonly text: string;
  /** Typed with diacritics, so that they count. */
  readonly marked: boolean;
  /** In the order of `CUES`; empty when the question does not say what it wants. */
  readonly shapes: readonly Shape[];
  /** Names a procedure and asks nothing of it: wants to know what it takes. */
  readonly overview: boolean;
  /** Asks for the whole procedure's time or fee ("mấy ngày xong", "phí bao nhiêu"), not for that of one step. */
  readonly overall: boolean;
  /** Asks whether this is done at the commune ("làm ở phường được không"). */
  readonly office: boolean;
  /** Asks until when somebody must act ("phải báo trước mấy ngày"), not how long the office takes. */
  readonly deadline: boolean;
  /** Folded content syllables of the question, without words of asking; in order, repeats kept. */
  readonly terms: readonly string[];
  /** Neighbouring syllables as asked ("lam chung", "con nuoi"), at least one of them a content syllable. */
  readonly pairs: readonly string[];
}

// Folded question → shape; each alternative stands for whole words. Phone spellings ("bn ngay", "j", "k")
// stand beside the full ones.
const HOW_MANY = '(?:may|bao nhieu|bn|bnh?ieu)';
const WHAT = '(?:gi|j|chi|nao|nhung gi|nhung j|nhung chi)';
const NO = '(?:khong|ko|k|hong|hok|kg)';
/** "Viện phí", "học phí", "kinh phí" are what a case is about, not the fee that is asked for. */
const FEE = '(?<!(?:vien|hoc|kinh|chi|tro|buu|bao|dang|an) )phi(?! (?:nuoc|bao ve|nong|vat|chinh|loi))';
/** "Làm ở phường được không": yes or no, but about the office, not about a condition. */
const HERE =
  '(?:o|tai|len|ra|qua) (?:ubnd |uy ban nhan dan |uy ban |uy ban nhan dan cap |ubnd cap |cap )?(?:xa|phuong|xp)(?: minh| em| nay| ta)?';
const WHETHER_HERE = `${HERE} (?:co )?(?:lam |giai quyet |nop |nhan )?(?:duoc|dc|co) (?:hay )?(?:${NO}|chua)|co (?:duoc|dc) .{0,40}${HERE} (?:hay )?${NO}`;
const ONLINE_WORDS = '(?:online|onl|qua mang|tren mang|truc tuyen|dich vu cong|dvc)';
const CUES: readonly (readonly [Shape, RegExp])[] = [
  [
    'duration',
    words(
      `${HOW_MANY} (?:ngay|gio|thang|nam|tuan|hom|buoi|quy)`,
      `trong (?:vong |thoi han )?${HOW_MANY}`,
      'bao lau|mat bao|thoi han|(?:thoi gian|tg) (?:la|giai|xu|bao|bn|nao|toi)|han (?:nop|chot|giai|cuoi)|cham nhat',
      `khi nao|chung nao|luc nao|(?:truoc |den |tu )?(?:ngay|moc|thang|nam) nao|lau ${NO}|(?:truoc|toi da|sau) ${HOW_MANY}`,
      'theo (?:thang|quy|nam) hay',
    ),
  ],
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
      'tham quyen|nguoi ky|ky giay|ky duyet|(?:do|thuoc) (?:ai|cap nao)|uy quyen|chu tich ky|cong chuc ky',
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
      `dieu kien|dk|co (?:duoc|dc)|(?:duoc|dc) ${NO}|co (?:phai|can|bat buoc|bi)|bat buoc|co .{2,80} ${NO}|tuoi|the nao moi|moi (?:duoc|dc)|truong hop nao|tieu chuan|doi tuong|cam ket|dap ung|yeu cau gi`,
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

const OVERALL = words(
  `giai quyet|xong|co ket qua|(?:tra|nhan|lay) ket qua|mat (?:${HOW_MANY} )?(?:ngay|lau|bao)|bao lau (?:thi )?(?:co|xong|duoc|dc)|${HOW_MANY} ngay (?:co|xong|duoc|dc|thi)|lam (?:trong )?${HOW_MANY} ngay|${HOW_MANY} ngay$|(?:mat|ton|dong|thu|het) (?:\\p{L}+ )?tien|le phi|${FEE}|mien phi`,
);
const CONDITION = words(
  'dieu kien|dk|bat buoc|tuoi|the nao moi|truong hop nao|tieu chuan|doi tuong|cam ket|dap ung',
);
const ASKS_OFFICE = words(WHETHER_HERE);
const DOSSIER = words('ho so|hs|to khai|tk');
const BRINGS = words('can|nop|kem|gom|mang|dem|ho so|hs|them|bo sung|giay to');
const ONLINE = words(ONLINE_WORDS);
/** Until when somebody must act, not how long the office takes. */
const DEADLINE = words(
  `truoc ${HOW_MANY} (?:ngay|gio|thang)|cham nhat|han (?:nop|chot|cuoi)|phai (?:nop|di|khai|bao|gui|dang ky|lam)(?: \\S+){0,5} (?:trong |truoc )?(?:vong )?${HOW_MANY} (?:ngay|gio|thang)`,
);

/** A code names the procedure; its figures must not be looked for in what the procedure says. */
function withoutCodes(tokens: readonly Token[], question: string): Token[] {
  const codes = [...question.matchAll(/(?<![\d.])\d{1,2}\.\d{6}(?![\d.])/g)].map((m) =>
    tokenise(m[0]).map(({ folded }) => folded),
  );
  const isCode = (i: number): boolean =>
    codes.some(([first, second]) => tokens[i]?.folded === first && tokens[i + 1]?.folded === second);
  return tokens.filter((_, i) => !isCode(i) && !isCode(i - 1));
}

function drop(shapes: Shape[], shape: Shape): void {
  if (shapes.includes(shape)) shapes.splice(shapes.indexOf(shape), 1);
}

function words(...alternatives: string[]): RegExp {
  return new RegExp(`(?:^| )(?:${alternatives.join('|')})(?= |$)`, 'u');
}

// Words of asking, politeness, and those too common in records to tell one sentence from another.
const STOP_EXACT = new Set(
  `là thì mà và của cho với các những một này đó kia ấy ở tại trong ngoài trên từ đến ra vào bị được phải cần có
   không nào gì chi sao bao nhiêu mấy lâu ai đâu khi nếu như thế nên hay hoặc cũng đã đang sẽ rồi mới chưa còn lại
   thì đi đem nữa luôn xong à nhé nhỉ hả vậy với giúp giùm tôi em mình anh chị bà con ông cô chú bác người dân hỏi
   muốn xin làm để theo về cái chiếc việc qua bên xem trước sau thủ tục giờ nay vừa đứng rằng do bạn ạ`.split(
    /\s+/,
  ),
);
const STOP_FOLDED = new Set(
  `${[...STOP_EXACT].map(fold).join(' ')} dc ko k hong hok kg j bn z mk ng vs lm hs bnhieu`.split(' ').filter(
    // These carry a subject as often as not once their diacritics are gone: báo, bảo; chi, chí; …
    (word) =>
      !['ba', 'con', 'bao', 'may', 'bac', 'dan', 'chu', 'cai', 'kia', 'nam', 'vua', 'dung'].includes(word),
  ),
);

/** Reads what the question asks for. `expanded` is the retriever's normalised form (abbreviations written out). */
export function readQuestion(question: string, expanded: string = question): ReadQuestion {
  const folded = [question, expanded].map((text) =>
    fold(text)
      .replace(/[^\p{L}\p{N}%]+/gu, ' ')
      .trim(),
  );
  const found = CUES.filter(([, cue]) => folded.some((text) => cue.test(text))).map(([shape]) => shape);
  // "được cấp giấy gì" asks for the result, not for papers to bring.
  if (found.includes('result') && !folded.some((text) => BRINGS.test(text))) drop(found, 'papers');
  // "hồ sơ" alone names the subject more often than the wish; "giấy khai sinh" always does.
  if (found.length === 0 && folded.some((text) => DOSSIER.test(text))) found.push('papers');
  // Who decides is more than who acts.
  if (found.includes('signer')) drop(found, 'actor');
  // Who applies does not decide.
  if (found.includes('applicant')) drop(found, 'actor');
  // "Làm ở phường được không" asks which office it is.
  const office = folded.some((text) => ASKS_OFFICE.test(text));
  if (office || found.includes('channel')) drop(found, 'condition');
  // "Có mất tiền không" asks for the fee, not for a condition.
  if (found.includes('money') && !folded.some((text) => CONDITION.test(text))) drop(found, 'condition');
  // "bao nhiêu" of days or money is no other number.
  const counted = found.includes('duration') || found.includes('money');
  const shapes = found.filter((shape) => shape !== 'quantity' || !counted);
  const deadline = shapes.includes('duration') && folded.some((text) => DEADLINE.test(text));
  const stop = hasDiacritics(question) ? STOP_EXACT : STOP_FOLDED;
  const tokens = withoutCodes(tokenise(expanded), question);
  const content = tokens.map(
    ({ exact, folded: term }) => !stop.has(exact) && (term.length > 1 || /\d/.test(term)),
  );
  const terms = tokens.filter((_, i) => content[i]).map((token) => token.folded);
  const pairs = tokens
    .slice(1)
    .flatMap((token, i) => (content[i] || content[i + 1] ? [`${tokens[i]!.folded} ${token.folded}`] : []));
  const online = folded.some((text) => ONLINE.test(text)) ? ['truc', 'tuyen'] : [];
  return {
    overview: shapes.length === 0,
    text: expanded,
    marked: hasDiacritics(question),
    shapes,
    overall: !deadline && folded.some((text) => OVERALL.test(text)),
    office,
    deadline,
    terms: [...terms, ...online],
    pairs,
  };
}
