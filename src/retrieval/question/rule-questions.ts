import { plainWords } from '../../legal/text.ts';

/** Ways of asking what laws say and records of procedures do not: rights, duties, standards, cases, prohibitions, ages, the
 * article itself (folded). Times, papers, fees and offices are asked of procedures. */
const ASKS_RULE =
  /(?:^| )(?:quyen (?:va nghia vu )?gi|co quyen(?! su dung| so huu)|nghia vu gi|trach nhiem (?:gi|nao|cua|the nao)|nhiem vu gi|tieu chuan (?:gi|nao|the nao|nhu)|nhung ai|ai (?:duoc|dc|co quyen|co trach nhiem|phai)|truong hop nao|khi nao (?:thi )?(?:duoc|dc|phai|bi|khong|ko)|bi cam|nghiem cam|dieu (?:may|nao)|theo (?:bo )?luat|luat .{2,40} quy dinh|do tuoi|may tuoi|bao nhieu tuoi|may nguoi|he qua|hau qua|muc huong|bao nhieu phan tram|nguyen tac|thoi hieu|gia tri the nao|uu tien|giam gia)(?= |$)/u;

/** Does the question ask for a rule rather than for how something is done at the office? */
export function asksForRule(question: string): boolean {
  return ASKS_RULE.test(plainWords(question));
}
