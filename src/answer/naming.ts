import { plainWords } from '../legal/text.ts';
import { tokenise } from '../retrieval/lexical/terms.ts';
import type { ReadQuestion } from './question.ts';

// Words that ask for a kind of fact, whatever the procedure is about (folded).
const ASKING = new Set(
  `tham quyen thoi han gian le phi muc ho so hs giay to mau so don khai can cu phap ly ket qua dieu kien trinh tu quy
   buoc cach hien nop ky cap tra nhan xong ngay thang tien ton mat dong thu giai quyet co quan don vi phuong xa
   cong dan yeu cau gom bao nhung nhieu lau dau may ai nao the lam ma tt nd hoi biet trang lan vb bn`.split(
    /\s+/,
  ),
);

/** Content terms of a question that the name does not have. */
export function unnamedTerms(question: ReadQuestion, name: string): string[] {
  const named = new Set(tokenise(name).map(({ folded }) => folded));
  return contentTerms(question).filter((term) => !named.has(term));
}

/** Share (0..1) of the question's content terms that the name has; 0 when there are fewer than two. */
export function nameCover(question: ReadQuestion, name: string): number {
  const all = contentTerms(question).length;
  return all < 2 ? 0 : 1 - unnamedTerms(question, name).length / all;
}

/** Terms of a question that tell what it is about, not what kind of fact it asks for. */
export function contentTerms(question: ReadQuestion): string[] {
  return [...new Set(question.terms)].filter((term) => !ASKING.has(term));
}

// Acts of procedures, the longer before what they contain (folded).
const ACTS =
  /(?:^| )(cap lai|cap doi|cap|gia han|thu hoi|trinh bao|khai bao|thong bao|dang ky|cham dut|tam ngung|xac nhan|chung thuc|hoa giai|cong nhan|xoa|huy|giai quyet|thay doi|dieu chinh)(?= )/;

/** Does a question say what it is about: a thing, or an act of procedures ("được cấp lại mấy lần")? */
export function tellsSubject(question: ReadQuestion): boolean {
  return contentTerms(question).length > 0 || ACTS.test(` ${plainWords(question.text)} `);
}

/** Does the question name a procedure by its act ("thủ tục cấp hộ chiếu") that none of these names has ("Trình báo mất
 * hộ chiếu")? Then the words they share are the thing's, not the procedure's. */
export function namesOtherAct(question: string, names: readonly string[]): boolean {
  const asked = /^(?:thu tuc|tt) (.{0,40})/.exec(plainWords(question))?.[1];
  const act = asked === undefined ? undefined : ACTS.exec(` ${asked} `);
  if (!act || act.index > 0) return false;
  const wanted = act[1]!.split(' ')[0]!;
  const [title = '', ...everyday] = names.map((name) => plainWords(name));
  const has = ACTS.test(` ${title} `) && !title.split(' ').includes(wanted);
  return has && !everyday.some((name) => name.startsWith(`${wanted} `));
}
