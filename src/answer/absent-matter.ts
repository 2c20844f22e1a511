import { plainWords } from '../legal/text.ts';
import type { Evidence } from './model.ts';
import { WORDS } from './words.ts';

interface Matter {
  /** Asks for it: of a question in folded words. */
  readonly asked: RegExp;
  /** Tells of it: of a literal text. */
  readonly told: RegExp;
  readonly words: string;
  /** A procedure's fee may well be "theo quy định của Hội đồng nhân dân": it answers without a sum. */
  readonly notOfProcedures?: true;
}

/** Matters that a question's other words lead past: the nearest text is about the permit, the question about the fine. */
const MATTERS: readonly Matter[] = [
  {
    // "Mức trợ cấp … bao nhiêu", "muc phat tien toi da … may trieu".
    asked:
      /(?:^| )muc (?:\p{L}+ ){0,4}?(?:tro cap|ho tro|phu cap|huong|phat|luong|chuan|phi|thu|chi|thuong|boi thuong|dong|tien)(?= ).* (?:bao nhieu|bn|bnh?ieu|may (?:tien|dong|trieu|nghin|ngan|phan))(?= |$)/u,
    told: /\d[\d.,]*\s*(?:đồng|đ(?!\p{L})|nghìn|ngàn|triệu|tỷ|%|phần trăm|USD|lần)|\d{1,3}(?:\.\d{3})+/iu,
    words: WORDS.noAmount,
    notOfProcedures: true,
  },
  {
    // "Mức phạt", "xử phạt thế nào", "phạt bao nhiêu".
    asked:
      /(?:^| )(?:(?:muc|tien|khung) (?:xu )?phat|(?<!cap )phat (?!sinh|trien|hanh (?!chinh)|hien|thanh)(?:\S+ ){0,7}?(?:bao nhieu|bn|may (?:trieu|tien|dong)|the nao|ra sao|sao|gi))(?= |$)/u,
    told: /phạt/iu,
    words: WORDS.noPenalty,
  },
  {
    // "Phường có bao nhiêu hộ nghèo", "dân số xã mấy người": a count of the place, which no rule tells.
    asked:
      /(?:^| )(?:xa|phuong|thon|to dan pho|thanh pho|tinh)(?: (?!nao |khac )\S+){0,4} (?:hien |dang |nay )*co (?:tat ca |tong cong )?(?:bao nhieu|may) (?:ho|nguoi|dan|khau|nhan khau|thon|to dan pho|tre em|cu|doanh nghiep|cong chuc|can bo|dai bieu)(?= |$)/u,
    told: /\d[\d.]* (?:hộ|người|nhân khẩu|thôn|tổ dân phố|trẻ em|doanh nghiệp|công chức|cán bộ|đại biểu)(?!\p{L})/u,
    words: WORDS.noCount,
  },
  {
    asked:
      /(?:^| )(?:phan mem|he thong|cong dich vu cong|trang dich vu cong|dvc|vneid|may chu|duong truyen|mang)(?: (?!khong|ko|k )\S+){0,8} (?:(?:bao|bi|dang|hay) (?:loi|treo|sap|cham)|loi|khong (?:vao|dang nhap|gui|luu|in) (?:duoc|dc)|ko (?:vao|dang nhap|gui|luu|in) (?:duoc|dc))(?= |$)/u,
    told: /lỗi|sự cố|gián đoạn/iu,
    words: WORDS.softwareFault,
  },
];

/** What to say when a question asks for a sum, a fine or help with software, and the first unit found speaks of no such
 * thing: whatever else it says is no answer. */
export function absentMatter(question: string, { units: [first] }: Evidence): string | undefined {
  if (!first) return undefined;
  const asked = plainWords(question);
  const isProcedure = first.facts.procedureCode !== undefined;
  return MATTERS.find(
    (matter) =>
      !(isProcedure && matter.notOfProcedures) &&
      matter.asked.test(asked) &&
      !first.chunks.some(({ text }) => matter.told.test(text)),
  )?.words;
}
