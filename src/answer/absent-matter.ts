import { plainWords } from '../legal/text.ts';
import type { Evidence } from './model.ts';
import { WORDS } from './words.ts';

/** Matters that a procedure's or guide's words lead past: the nearest text is about the permit, the question about the fine. */
const MATTERS: readonly { readonly asked: RegExp; readonly told: RegExp; readonly words: string }[] = [
  {
    // "Mức phạt", "xử phạt thế nào", "phạt bao nhiêu"; folded.
    asked:
      /(?:^| )(?:(?:muc|tien|khung) (?:xu )?phat|(?<!cap )phat (?!sinh|trien|hanh (?!chinh)|hien|thanh)(?:\S+ ){0,7}?(?:bao nhieu|bn|may (?:trieu|tien|dong)|the nao|ra sao|sao|gi))(?= |$)/u,
    told: /phạt/iu,
    words: WORDS.noPenalty,
  },
  {
    asked:
      /(?:^| )(?:phan mem|he thong|cong dich vu cong|trang dich vu cong|dvc|vneid|may chu|duong truyen|mang)(?: (?!khong|ko|k )\S+){0,8} (?:(?:bao|bi|dang|hay) (?:loi|treo|sap|cham)|loi|khong (?:vao|dang nhap|gui|luu|in) (?:duoc|dc)|ko (?:vao|dang nhap|gui|luu|in) (?:duoc|dc))(?= |$)/u,
    told: /lỗi|sự cố|gián đoạn/iu,
    words: WORDS.softwareFault,
  },
];

/** What to say when the question is about a fine or a fault of software and the first unit found speaks of neither. */
export function absentMatter(question: string, { units: [first] }: Evidence): string | undefined {
  if (!first) return undefined;
  const asked = plainWords(question);
  return MATTERS.find(
    (matter) => matter.asked.test(asked) && !first.chunks.some(({ text }) => matter.told.test(text)),
  )?.words;
}
