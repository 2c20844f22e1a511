import type { LawNumbers } from './preamble.ts';
import type { Sentence } from './sentences.ts';
import { findTargets, readPaths } from './targets.ts';
import type { Add } from './verbs.ts';

/** "(1.) Nghị định này quy định chi tiết (và biện pháp thi hành) khoản 2 Điều 3 …". */
const DETAILS =
  /^(?:(?:dieu\s+)?\d{1,3}[a-z]?\.\s*(?:[^.;:\d]{0,60}\s)?)?(?:nghi dinh|nghi quyet|quyet dinh|thong tu(?: lien tich)?|van ban)\s+nay\s+(?:quy dinh chi tiet|huong dan)(?:\s+(?:thi hanh|va|bien phap|huong dan))*\s+(?=(?:(?:mot so|cac)\s+)?(?:noi dung (?:tai|cua)\s+)?(?:diem|khoan|dieu|chuong)\s+[\da-zivxlc])/;

/**
 * The parts of other texts that an article on scope says are detailed here: "khoản 2 Điều 3, Điều 5 của Luật Hộ tịch", or
 * a list over several ("…; khoản 1 Điều 7 của Luật Giá số 16/2023/QH15 và Điều 4 của Luật Thú y"). The parts before each
 * text are its own; parts of a text that is not known by number among the grounds are left out.
 */
export function readDetails(sentences: readonly Sentence[], laws: LawNumbers, add: Add): void {
  for (const { text, folded } of sentences) {
    const from = DETAILS.exec(folded)?.[0].length;
    if (from === undefined) continue;
    let begin = from;
    for (const { target, start, end } of textsNamed(text, folded, from, laws)) {
      const paths = target === undefined ? [] : readPaths(text.slice(begin, start));
      for (const path of paths) add('implements', target!, path, text);
      begin = end;
    }
  }
}

interface Named {
  /** Absent for a law whose number is not known. */
  readonly target?: string;
  readonly start: number;
  readonly end: number;
}

/** "của Luật Thú y": where a law is told by its name. */
const LAW = /(?:cua|tai|thuoc)\s+(?=(?:bo luat|luat|phap lenh)\s(?!nay|so\s))/gu;
/** From a law's name to its number, which is what it is known by then. */
const UP_TO_NUMBER = /^(?:bo luat|luat|phap lenh)\s[\p{L}\s,]{2,110}\sso\s*$/u;

/** The texts that a sentence names from an offset on, in order. */
function textsNamed(text: string, folded: string, from: number, laws: LawNumbers): Named[] {
  const numbered = findTargets(text.slice(from)).map(
    ({ number, start }): Named => ({
      target: number.canonical,
      start: from + start,
      end: from + start + number.canonical.length,
    }),
  );
  const named = [...folded.slice(from).matchAll(LAW)].flatMap((m): Named[] => {
    const start = from + m.index;
    const at = start + m[0].length;
    const next = numbered.find((other) => other.start > at);
    if (next !== undefined && UP_TO_NUMBER.test(folded.slice(at, next.start))) return [];
    const [name] = [...laws.keys()]
      .filter((known) => folded.startsWith(known, at))
      .sort((a, b) => b.length - a.length);
    if (name === undefined) return [{ start, end: at }];
    return [{ target: laws.get(name)!, start, end: at + name.length }];
  });
  return [...numbered, ...named].sort((a, b) => a.start - b.start);
}
