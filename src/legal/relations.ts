import { listRelations, noteRelations, readConsolidation } from './consolidation.ts';
import { numberKey } from './document-number.ts';
import type { CitationPath, DocumentHeader, LegalNode, Relation, RelationKind } from './model.ts';
import { readPreamble } from './relation-preamble.ts';
import { type Add, findVerb, namesText, type Verb } from './relation-verbs.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { findTargets, mainTargets, readPaths, type Target } from './targets.ts';
import { foldKeepingLength } from './text.ts';

/**
 * What a document says of others, at document and article level, each with its literal sentence (white space aside).
 * Preamble: "Căn cứ …" refers. Subject: a decree "sửa đổi, bổ sung … Nghị định số …" amends, one "quy định chi tiết …"
 * implements. Body: thay thế, bãi bỏ, hết hiệu lực, sửa đổi, đính chính, ngưng hiệu lực; the items under a lead-in
 * ("Các văn bản sau hết hiệu lực:") take its verb, and parts of an amending text take the document it amends. A văn bản
 * hợp nhất consolidates, and reports by its head and notes what others did to its base; its closing articles speak for
 * other texts.
 */
export function findRelations(text: string, tree: LegalNode, header: DocumentHeader): Relation[] {
  const own = header.number === undefined ? undefined : numberKey(header.number);
  const relations = new Map<string, Relation>();
  const add: Add = (kind, target, path, sentence) => {
    if (numberKey(target) === own) return;
    const key = JSON.stringify([kind, numberKey(target), path]);
    if (!relations.has(key))
      relations.set(key, { kind, target, ...(path !== undefined && { targetPath: path }), sentence });
  };
  const { preamble, body } = sentencesOf(text, tree);
  const amended = readPreamble(preamble, header, add);
  if (header.type === 'Văn bản hợp nhất')
    return [...relations.values(), ...consolidated(text, tree, preamble)];
  let context: Context = { level: 0, targets: amended, parts: [] };
  for (const sentence of body) context = readBody(sentence, context, amended, add);
  const all = [...relations.values()];
  return all.filter((relation) => !isOnlyLeadIn(relation, all));
}

function consolidated(text: string, tree: LegalNode, preamble: readonly Sentence[]): Relation[] {
  const made = readConsolidation(preamble.map((sentence) => sentence.text));
  if (made === undefined) return [];
  const { base, amending } = made;
  const texts = [base, ...amending].map(
    ({ number, sentence }): Relation => ({ kind: 'consolidates', target: number, sentence }),
  );
  return [...texts, ...listRelations(made), ...noteRelations(text, tree, made)];
}

/** "Sửa đổi, bổ sung một số khoản của Điều 3 như sau:" changes no more of the article than what the items below it name. */
function isOnlyLeadIn({ kind, target, targetPath, sentence }: Relation, all: readonly Relation[]): boolean {
  if (kind !== 'amends' || targetPath?.dieu === undefined || !/:\s*$/u.test(sentence)) return false;
  if (!/(?<!\p{L})(?:một số|các)\s+(?:điểm|khoản|nội dung|quy định)/iu.test(sentence)) return false;
  const { dieu, khoan } = targetPath;
  return all.some(
    (other) =>
      other.target === target &&
      other.sentence !== sentence &&
      other.targetPath?.dieu === dieu &&
      (khoan === undefined
        ? other.targetPath?.khoan !== undefined
        : other.targetPath?.khoan === khoan && other.targetPath.diem !== undefined),
  );
}

/** A part of another document that the deeper items below speak of. */
interface OpenedPart {
  readonly path: CitationPath;
  readonly level: number;
}

/** What a sentence inherits from those above it. */
interface Context {
  /** The verb of a lead-in ("Bãi bỏ các văn bản sau:") for the deeper items below it. */
  readonly verb?: Verb;
  /** Depth of the lead-in. */
  readonly level: number;
  /** The parts that lead-ins above opened ("1. Sửa đổi, bổ sung một số khoản của Điều 3 như sau:"), the nearest last. */
  readonly parts: readonly OpenedPart[];
  /** Documents an article sets out to amend ("Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số …"). */
  readonly targets: readonly Target[];
}

/** "… các văn bản sau đây:", alone or with the first of the list behind it. */
const LEADS_IN = /:\s*$|(?<!\p{L})(?:sau|sau đây|dưới đây|gồm)\s*:[^:]*;\s*$/u;

function readBody(sentence: Sentence, context: Context, subject: readonly Target[], add: Add): Context {
  const folded = foldKeepingLength(sentence.text);
  const heading = sentence.level === 0;
  const verb = findVerb(folded);
  const own = heading ? subject : context.targets;
  const parts = context.parts.filter(({ level }) => level < sentence.level);
  if (verb !== undefined) {
    const within = parts.at(-1)?.path;
    const objects = emit(verb, sentence, own, add, within);
    const opened = openedPart(verb, sentence, within);
    const [only, ...others] = objects;
    const amends =
      verb.kind === 'amends' &&
      only !== undefined &&
      others.length === 0 &&
      partsBefore(verb, sentence.text, only, true).length === 0;
    const targets = amends ? [only] : own;
    const inside = opened === undefined ? parts : [...parts, opened];
    if (LEADS_IN.test(sentence.text)) return { verb, level: sentence.level, targets, parts: inside };
    return heading ? { level: 0, targets, parts: inside } : { ...context, parts: inside };
  }
  const next = sentence.level === context.level && /^\s*\d{1,3}[a-z]?[.)]\s/.test(folded);
  const item = context.verb !== undefined && sentence.level >= context.level && !next && namesText(folded);
  // An item without a mark of its own follows its lead-in in the same part ("Thông tư này bãi bỏ:" / "Điều 7 …").
  if (item) emit({ ...context.verb!, at: 0, object: 'after' }, sentence, [], add);
  if (item || sentence.level > context.level) return context;
  return { level: sentence.level, targets: own, parts };
}

/** "1. Sửa đổi, bổ sung một số khoản của Điều 3 như sau:": the one article that the items below speak of. */
function openedPart(verb: Verb, { text, level }: Sentence, within?: CitationPath): OpenedPart | undefined {
  if (verb.kind !== 'amends' || verb.object !== 'after' || !/:\s*$/u.test(text)) return undefined;
  const paths = readPaths(text.slice(verb.at));
  const path = paths.length === 1 ? completed(paths[0]!, '', within) : undefined;
  return path?.dieu === undefined && path?.phuLuc === undefined ? undefined : { path, level };
}

/** A part named without its article: the article named behind it ("khoản 3 vào sau khoản 2 Điều 4"), or the one opened above. */
function completed(path: CitationPath, behind: string, within: CitationPath | undefined): CitationPath {
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
function emit(
  verb: Verb,
  sentence: Sentence,
  own: readonly Target[],
  add: Add,
  within?: CitationPath,
): Target[] {
  const exception = sentence.text.search(/(?<!\p{L})trừ(?!\p{L})/u);
  const end = exception > verb.at ? exception : sentence.text.length;
  const inReach = findTargets(sentence.text).filter((t) =>
    verb.object === 'after' ? t.start > verb.at && t.start < end : t.start < verb.at,
  );
  const objects = mainTargets(inReach);
  if (objects.length === 0 && inReach.length === 0 && own.length === 1) {
    const [words = '', ...behind] = (
      verb.object === 'after' ? sentence.text.slice(verb.at) : withoutMark(sentence.text.slice(0, verb.at))
    ).split(/như sau|vào sau|vào trước|thành/u);
    for (const path of readPaths(words))
      act(
        verb.kind,
        own[0]!.number.canonical,
        completed(path, behind.join(' '), within),
        words,
        sentence.text,
        add,
      );
  }
  objects.forEach((target, i) => {
    const words = wordsBefore(verb, sentence.text, target, i === 0);
    const paths = readPaths(words);
    const canonical = target.number.canonical;
    if (paths.length === 0) act(verb.kind, canonical, undefined, words, sentence.text, add);
    for (const path of paths) act(verb.kind, canonical, path, words, sentence.text, add);
  });
  return objects;
}

function partsBefore(verb: Verb, text: string, target: Target, first: boolean): CitationPath[] {
  return readPaths(wordsBefore(verb, text, target, first));
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
  /(?<!\p{L})(?:cac|nhung|toan bo|mot phan|mot so|noi dung|ban hanh|kem|theo|quy dinh|van ban|sau|sau day|day|tai|cua|cho|o|thuoc|va|hoac|hieu luc|thi hanh|ke tu|tu|ngay|gom|bao gom|bo luat|luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu|lien tich|chi thi|cong van|ke hoach|lenh|dieu|khoan|diem|bo sung|doi)(?!\p{L})/gu;

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
  sentence: string,
  add: Add,
): void {
  const inWords = touchesWords(words);
  const partly = path !== undefined || inWords || /(?:một phần|một số)/u.test(words);
  add(partly ? partialKind(kind, inWords && path !== undefined) : kind, target, path, sentence);
}

/** What ending a part of a document is to the document. */
function partialKind(kind: RelationKind, onlyWords: boolean): RelationKind {
  if (kind === 'repeals') return onlyWords ? 'amends' : 'partly_repeals';
  return kind === 'replaces' ? 'amends' : kind;
}

function touchesWords(words: string): boolean {
  const folded = foldKeepingLength(words)
    .replace(/(?:bo luat|luat|phap lenh)\s(?!so\s)[^;]{2,110}?\s(?=so\s)/g, ' ')
    .replace(
      /(?:quy che|quy dinh|dieu le|noi quy|quy trinh)\s[^;]{2,240}?(?=ban hanh\s+(?:kem\s+)?theo\s)/g,
      ' ',
    )
    .replace(PART_WORDS, ' ')
    .replace(PLAIN_WORDS, ' ');
  return /\p{L}{2}/u.test(folded);
}
