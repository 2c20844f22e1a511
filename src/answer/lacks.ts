import { fold } from '../legal/text.ts';

/** Papers, as a folded question names them: the object of "thiếu", "mất", "không có". */
const PAPER =
  '(?:ban (?:chinh|goc|sao) )?(?:giay|so|the|can cuoc|cccd|cmnd|cmt|ho chieu|trich luc|to khai|hop dong|bang|chung|van ban|bien ban|don|hoa don)';
const LACKS = new RegExp(
  `(?:^| )(?:thieu|(?:khong|ko|k|chua|hong)(?: con| con giu| giu)? co|khong con|(?:bi |lam |danh )?mat|quen|that lac) (${PAPER}(?: (?!(?:thi|co|can|phai|lam|xin|gio|nay|ma|nhung|nen|muon|di|khi|de|nop|cap|bi|voi|va)(?: |$))\\S+){0,4})`,
  'u',
);
/** "Bản chính" and the like say which copy, not which paper. */
const COPY = /^ban (?:chinh|goc|sao) /u;

/** The words (folded) of the paper that the citizen does not have; empty when the question speaks of none. */
export function lackedPaper(folded: string): readonly string[] {
  const object = LACKS.exec(folded)?.[1];
  const words = object?.replace(COPY, '').split(' ') ?? [];
  // "Mất thẻ" alone fits any card.
  return words.length > 1 ? words : [];
}

const WITHOUT =
  /(?:khong|chua) (?:con )?(?:co|nop|xuat trinh|luu giu)|khong con|(?:bi )?mat|thieu|that lac/gu;
/** Folded characters after the denial within which the paper is named. */
const REACH = 80;

/** Does a text tell what holds for who lacks this paper ("trường hợp không có Giấy chứng sinh thì …")? */
export function tellsOfLacking(text: string, paper: readonly string[]): boolean {
  if (paper.length === 0) return false;
  const folded = fold(text);
  const name = paper.join(' ');
  return [...folded.matchAll(WITHOUT)].some(({ 0: denial, index }) => {
    const from = index + denial.length;
    return ` ${folded.slice(from, from + REACH)} `.includes(` ${name} `);
  });
}
