/** Whether the words of a statement come from its source, and whether it says yes where the source says no. */
import { fold, syllables } from '../../legal/text.ts';
import { splitCells } from './facts/cells.ts';

const FUNCTION_WORDS = new Set(
  'la va cua cho cac nhung duoc thi ma nay do tai trong khi neu anh chi hay hoac theo voi den tu co can phai o ve de mot hai nhu se da dang bi ra vao len xuong cung con chi rang boi vi nen ong ba toi ban minh thuoc gom bao sau truoc nguoi vay nhe a day kia moi tung cu the noi lam khong chua dung'.split(
    ' ',
  ),
);

/** Content syllables, folded; numbers are checked elsewhere. */
function content(text: string): string[] {
  return syllables(fold(text)).filter((s) => !FUNCTION_WORDS.has(s) && !/^\d+$/.test(s));
}

/** @returns share (0..1) of the statement's content syllables that the source has; 1 for a statement without any */
export function wordCoverage(statement: string, source: string): number {
  const wanted = new Set(content(statement));
  if (wanted.size === 0) return 1;
  const have = new Set(content(source));
  return [...wanted].filter((w) => have.has(w)).length / wanted.size;
}

/** "không quá", "không kể" and "không chỉ" deny nothing. */
const NOT_A_DENIAL =
  /khong (?:qua|vuot|ke|chi|nhung|ngung|it hon|duoi|cham|muon|thap hon|hon|gian)|(?:hay|co) (?:khong|chua)(?![\p{L}])|neu khong|khong co thong tin/gu;
const DENIAL = /(?<![\p{L}])(?:khong|chua|cam|nghiem cam|mien|bai bo|huy bo|tu choi)(?![\p{L}])/u;
/** What a person may, must or need not do. */
const MODAL_DENIAL =
  /khong (?:duoc|phai|can|bat buoc|yeu cau|thu|cho phep|ap dung|thuc hien|giai quyet|tiep nhan|cap)(?! (?:dang ky |cap |huong )?(?:la|neu))/u;

/** From this share of its words on, a clause is taken to be the one a statement restates. */
const RESTATED = 0.6;

/**
 * @returns true when the statement denies something and none of its passages does, or when the clause it restates
 * forbids or exempts and the statement does not
 */
export function polarityDiffers(statement: string, passages: readonly string[]): boolean {
  const clean = (text: string) => fold(splitCells(text)).replace(NOT_A_DENIAL, ' ');
  const said = clean(statement);
  if (DENIAL.test(said)) return !passages.some((p) => DENIAL.test(clean(p)));
  const clauses = passages
    .flatMap((p) => p.split(/[.;\n](?=\s|$)|\n/u))
    .map((c) => ({ c, share: wordCoverage(statement, c) }));
  const best = Math.max(0, ...clauses.map((c) => c.share));
  if (best < RESTATED) return false;
  return clauses.filter((c) => c.share > best - 0.1).every((c) => MODAL_DENIAL.test(clean(c.c)));
}
