import { foldKeepingLength } from '../text.ts';

/** What a date in a question belongs to. */
export type DateRole =
  /** A dossier, or the rules: the day asked about. */
  | 'asked'
  /** Something that happened then (a birth, a wedding, a paper that was issued). */
  | 'event'
  /** A document that is described by it. */
  | 'document';

const PREPOSITIONS =
  /(?:(?<!\p{L})(?:vao|trong|hoi|(?<!hieu )luc|tu|tai|o|khoang|ngay|thoi diem|truoc|sau|mung|dau|cuoi|giua|thang|nam|la|co)\s*)+$/u;
/** Verbs of what happened; "đăng ký khai sinh", "đăng ký kết hôn" are procedures, whose rules are asked for. */
const EVENT =
  /(?<!\p{L})(?:(?<!khai )sinh|sanh|mat|chet|qua doi|khuat|cuoi|(?<!dang ky )ket hon|lay (?:vo|chong)|ly hon|cap|cap lai|ky|ky ket|ban hanh|ra doi|thong qua|hieu luc|het han|thanh lap|xay|xay dung|lam nha|mua|ban|tang|cho|nhan nuoi|chuyen ve|chuyen den|nhap ngu|xuat ngu|nghi huu|sap nhap|chung thuc|cong chung|lap|sang ten|boi thuong|hy sinh)\s*$/u;
/** What was registered then and is asked about now: "đăng ký khai sinh vào năm 1990 giờ xin lại bản chính". */
const NOW =
  /(?<!\p{L})(?:gio|bay gio|bay h|hien nay|hien tai|hien gio|nay|hom nay|den nay|toi nay|lam lai|xin lai|cap lai|cap doi|con (?:gia tri|dung|hieu luc|hl|su dung))(?!\p{L})/u;
const DOSSIER =
  /(?<!\p{L})(?:ho so|hs|nop|nhan|tiep nhan|thu ly|giai quyet|ap dung|thoi diem|tinh den)(?!\p{L})/u;
const TEXT =
  /(?<!\p{L})(?:van ban|vb|nghi dinh|nd|thong tu|tt|quyet dinh|qd|nghi quyet|nq|cong van|cv|chi thi|luat|bo luat|phap lenh|huong dan|quy dinh|ke hoach)(?!\p{L})/gu;
/** Words of a text that stand for the rules of a time as well: "theo quy định hồi tháng 5/2025". */
const RULES = /^(?:quy dinh|huong dan|luat|bo luat|phap lenh)$/;
/** The question is about the texts themselves. */
const OF_TEXTS =
  /(?:con|het|mat) (?:dung|hieu luc|hl|ap dung|gia tri)|(?:bi|duoc|da) (?:thay|bai bo|sua)|dung den (?:khi|bao)|den (?:khi|bao) (?:nao|gio)|la (?:nhung )?(?:van ban|nghi dinh|thong tu) nao/;

/**
 * Whether a date, or a month or year, says which day's rules are asked for, or only describes a document or something
 * that happened. `before`, `after`: the words of the question on both sides of it.
 */
export function dateRole(before: string, after: string): DateRole {
  // Folded, "cưới" (wedding) reads like "cuối" (end of): it is an event as a birth is.
  const lead = foldKeepingLength(before.replace(/cưới/giu, 'sinh')).replace(PREPOSITIONS, '').trimEnd();
  if (EVENT.test(lead)) return 'event';
  const later = foldKeepingLength(after);
  const clause = lead.split(/[,;?]|(?<!\p{L})thi(?!\p{L})/u).at(-1)!;
  const named = [...clause.matchAll(TEXT)].at(-1);
  if (named !== undefined) {
    const between = clause.slice(named.index + named[0].length);
    const numbered = /\d/.test(between);
    if (!numbered && !DOSSIER.test(between) && (!RULES.test(named[0]) || OF_TEXTS.test(later)))
      return 'document';
  }
  return NOW.test(later) && clause.trim() !== '' && !DOSSIER.test(clause) && named === undefined
    ? 'event'
    : 'asked';
}
