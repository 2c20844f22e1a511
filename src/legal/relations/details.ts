import { type LawNumbers, namedLaws } from './preamble.ts';
import type { Sentence } from './sentences.ts';
import { findTargets, mainTargets, readPaths } from './targets.ts';
import type { Add } from './verbs.ts';

/** "(1.) Nghị định này quy định chi tiết (và biện pháp thi hành) khoản 2 Điều 3 …". */
const DETAILS =
  /^(?:\d{1,2}\.\s*)?(?:nghi dinh|nghi quyet|quyet dinh|thong tu(?: lien tich)?|van ban)\s+nay\s+(?:quy dinh chi tiet|huong dan)(?:\s+(?:thi hanh|va|bien phap|huong dan))*\s+(?=(?:(?:mot so|cac)\s+)?(?:noi dung (?:tai|cua)\s+)?(?:diem|khoan|dieu|chuong)\s+[\da-zivxlc])/;

/** The parts of the one text that an article on scope says are detailed here ("khoản 2 Điều 3, Điều 5 của Luật Hộ tịch"). */
export function readDetails(sentences: readonly Sentence[], laws: LawNumbers, add: Add): void {
  for (const { text, folded } of sentences) {
    const from = DETAILS.exec(folded)?.[0].length;
    if (from === undefined) continue;
    const [target, ...others] = mainTargets(findTargets(text.slice(from)));
    const names = target === undefined ? namedLaws(folded.slice(from), laws) : [];
    const [detailed, ...more] = target === undefined ? names : [target.number.canonical];
    if (detailed === undefined || others.length > 0 || more.length > 0) continue;
    const paths = readPaths(target === undefined ? text.slice(from) : text.slice(from, from + target.start));
    for (const path of paths) add('implements', detailed, path, text);
  }
}
