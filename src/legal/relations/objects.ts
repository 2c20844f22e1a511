import type { CitationPath, RelationKind } from '../model.ts';
import { foldKeepingLength } from '../text.ts';
import { termOf } from './act-terms.ts';
import type { Clause } from './clauses.ts';
import { findNamedLaws, namedTarget } from './named-law.ts';
import { findTargets, mainTargets, readPaths, type Target } from './targets.ts';
import { withoutToldAmendments } from './told-amendments.ts';
import type { Add, Verb } from './verbs.ts';

/** The words that say so, with the days and the place of the act. */
interface Said {
  readonly text: string;
  readonly more: NonNullable<Parameters<Add>[4]>;
}

/** What the verb of a sentence acts on: the documents it names, their parts, or only words of them. */

/** A part named without its article: the article named behind it ("khoản 3 vào sau khoản 2 Điều 4"), or the one opened above. */
export function completed(
  path: CitationPath,
  behind: string,
  within: CitationPath | undefined,
): CitationPath {
  if (path.dieu !== undefined || path.phuLuc !== undefined) return path;
  if (path.khoan === undefined && path.diem === undefined) return path;
  const [named] = readPaths(behind);
  const { khoan, dieu, phuLuc } = { ...within, ...named };
  return {
    ...(phuLuc !== undefined && { phuLuc }),
    ...(dieu !== undefined && { dieu }),
    // "thêm điểm c vào sau điểm b khoản 1": the point stands in that khoản.
    ...(path.khoan === undefined && khoan !== undefined && { khoan }),
    ...path,
  };
}

/** Adds what a verb does to its objects and returns them. Without a named document the parts belong to `own`. */
export function emit(
  verb: Verb,
  { text: told, sentence: said, place }: Pick<Clause, 'text' | 'sentence' | 'place'>,
  own: readonly Target[],
  add: Add,
  within?: CitationPath,
): Target[] {
  const text = withoutToldAmendments(told);
  const term = termOf(verb, text);
  // An extension without a day says nothing.
  if (verb.extends && term.until === undefined) return [];
  const sentence: Said = { text: said, more: { ...term, ...(place !== undefined && { place }) } };
  const exception = text.search(/(?<!\p{L})trừ(?!\p{L})/u);
  const end = exception > verb.at ? exception : text.length;
  const inReach = findTargets(text).filter((t) =>
    verb.object === 'after' ? t.start > verb.at && t.start < end : t.start < verb.at,
  );
  const objects = mainTargets(inReach);
  const object = verb.object === 'after' ? text.slice(verb.at, end) : withoutMark(text.slice(0, verb.at));
  const [law, ...more] = inReach.length === 0 ? findNamedLaws(object) : [];
  if (law !== undefined && more.length === 0 && isNamedAlone(object)) {
    add(verb.kind, namedTarget(law), undefined, said, sentence.more);
  } else if (objects.length === 0 && own.length === 1) {
    const [words = '', ...behind] = object.split(/như sau|vào sau|vào trước|thành/u);
    const target = own[0]!.number.canonical;
    for (const path of readPaths(words))
      act(verb.kind, target, completed(path, behind.join(' '), within), words, sentence, add);
  }
  objects.forEach((target, i) => {
    const words = wordsBefore(verb, text, target, i === 0);
    const paths = readPaths(words);
    const canonical = target.number.canonical;
    if (paths.length === 0) act(verb.kind, canonical, undefined, words, sentence, add);
    for (const path of paths) act(verb.kind, canonical, path, words, sentence, add);
  });
  return objects;
}

/** "Luật Báo chí ngày 28 tháng 12 năm 1989": the law itself, not a part of it, nor a text that guides it. */
function isNamedAlone(object: string): boolean {
  return /^\s*(?:Bộ luật|Luật|Pháp lệnh)\s/u.test(object);
}

export function partsBefore(verb: Verb, text: string, target: Target, first: boolean): CitationPath[] {
  return readPaths(wordsBefore(verb, withoutToldAmendments(text), target, first));
}

/** The words between the verb (or the number before) and a number: its parts and its type. */
function wordsBefore(verb: Verb, text: string, target: Target, first: boolean): string {
  if (!first) return ownWords(target.before);
  return verb.object === 'after'
    ? text.slice(verb.at, target.start)
    : withoutMark(text.slice(0, target.start));
}

/** Of the words between two numbers those that belong to the second: "… của Bộ Tài chính và Điều 2 Nghị định số". */
function ownWords(between: string): string {
  const joints = [...between.matchAll(/[;,]|(?<!\p{L})và(?!\p{L})/gu)].map((m) =>
    between.slice(m.index + m[0].length),
  );
  return joints.find((rest) => !touchesWords(rest)) ?? joints.at(-1) ?? between;
}

function withoutMark(text: string): string {
  return text
    .replace(/^\s*(?:Điều\s+\d+[a-zđ]?\s*[.:]|\d{1,3}[a-zđ]?[.)]|[a-zđ]\)|[-+–])\s*/u, '')
    .replace(/^Kể từ ngày\s[^,]{0,80}?(?:này|\d{4}|hiệu lực)[^,]{0,40}?(?:,|\sthì)\s+/u, '');
}

const PART_WORDS =
  /(?:diem|khoan|dieu|chuong|phan|phu luc|muc|so)\s+(?:(?:,|va|;|\s)*(?:\d{1,4}[a-z]?|[ivxlc]{1,6}|[a-z]\d?)(?![\p{L}\d]))*/gu;
const PLAIN_WORDS =
  /(?<!\p{L})(?:cac|nhung|toan bo|mot phan|mot so|noi dung|ban hanh|kem|theo|quy dinh|van ban|sau|sau day|day|tai|cua|cho|o|thuoc|va|hoac|hieu luc|thi hanh|ke tu|tu|ngay|gom|bao gom|bo luat|luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu|lien tich|chi thi|cong van|ke hoach|thong bao|huong dan|chuong trinh|de an|lenh|so|dieu|khoan|diem|bo sung|doi)(?!\p{L})/gu;

/**
 * A regulation issued with a decision ("Quy chế … ban hành kèm theo Quyết định số …") is the decision's own content: it is
 * the whole. A verb on a named part touches that part alone; where it touches only words of it ("bãi bỏ số thứ tự 15 tại … khoản 1
 * Điều 1", "bãi bỏ Danh mục ban hành kèm theo …"), the part is changed, not ended.
 */
function act(
  kind: RelationKind,
  target: string,
  path: CitationPath | undefined,
  words: string,
  { text, more }: Said,
  add: Add,
): void {
  const inWords = touchesWords(words);
  const partly = path !== undefined || inWords || FORMS.test(words) || /(?:một phần|một số)/u.test(words);
  add(partly ? partialKind(kind, inWords && path !== undefined) : kind, target, path, text, more);
}

/** What is issued with a document beside its own articles. */
const FORMS = /(?<!\p{L})(?:mẫu|biểu mẫu|phụ lục|danh mục|tiêu chuẩn|biểu)(?!\p{L})/iu;

/** What ending a part of a document is to the document. */
function partialKind(kind: RelationKind, onlyWords: boolean): RelationKind {
  if (kind === 'repeals') return onlyWords ? 'amends' : 'partly_repeals';
  return kind === 'replaces' ? 'amends' : kind;
}

/** "các Nghị định sau của Chính phủ: Nghị định số …": whose they are says nothing of what is done to them. */
const LEAD =
  /^\s*(?:cho\s+)?(?:(?:hieu luc|toan bo|cac|nhung|cua)\s+)*(?:van ban|bo luat|luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu|chi thi)[^:\d]{0,120}:/u;

function touchesWords(words: string): boolean {
  const folded = foldKeepingLength(words)
    .replace(LEAD, ' ')
    // "Phụ lục I về thực hành tốt ban hành kèm theo …", "Mẫu số 3 …": the annex or the form with its title.
    .replace(
      /(?<!\p{L})(?:phu luc|bieu mau|mau|danh muc)(?:\s+so)?(?:\s+[\d./a-z-]{1,12})?\s[^;]{0,200}?(?=ban hanh\s+(?:kem\s+)?theo\s)/gu,
      ' ',
    )
    .replace(/\sdo\s[^;]{2,80}?\sban hanh(?!\p{L})/gu, ' ')
    .replace(/cua\s+(?:chinh phu|quoc hoi|thu tuong chinh phu|uy ban thuong vu quoc hoi)(?!\p{L})/gu, ' ')
    .replace(/(?:bo luat|luat|phap lenh)\s(?!so\s)[^;]{2,110}?\s(?=so\s)/g, ' ')
    .replace(
      /(?:quy che|quy dinh|dieu le|noi quy|quy trinh)\s[^;]{2,240}?(?=ban hanh\s+(?:kem\s+)?theo\s)/g,
      ' ',
    )
    .replace(PART_WORDS, ' ')
    .replace(PLAIN_WORDS, ' ');
  return /\p{L}{2}/u.test(folded);
}
