import type { CitationPath, DocumentHeader, LegalNode, Relation } from '../model.ts';
import { numberKey } from '../numbers/document-number.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { listRelations, noteRelations, readConsolidation } from './consolidation.ts';
import { readDetails } from './details.ts';
import { completed, emit, partsBefore } from './objects.ts';
import { lawNumbers, readPreamble, SOME } from './preamble.ts';
import type { Sentence, Sentences } from './sentences.ts';
import { readPaths, type Target } from './targets.ts';
import { type Add, namesText, type Verb } from './verbs.ts';

/**
 * What a document says of others, at document and article level, each with its literal sentence (white space aside).
 * Preamble: "Căn cứ …" refers. Subject: a decree "sửa đổi, bổ sung … Nghị định số …" amends, one "quy định chi tiết …"
 * implements. Body: thay thế, bãi bỏ, hết hiệu lực, sửa đổi, đính chính, ngưng hiệu lực; the items under a lead-in
 * ("Các văn bản sau hết hiệu lực:") take its verb, and parts of an amending text take the document it amends. A văn bản
 * hợp nhất consolidates, and reports by its head and notes what others did to its base; its closing articles speak for
 * other texts.
 */
export function findRelations(
  { text, tree, sentences }: { text: string; tree: LegalNode; sentences: Sentences },
  header: DocumentHeader,
): Relation[] {
  const own = header.number === undefined ? undefined : numberKey(header.number);
  const relations = new Map<string, Relation>();
  const add: Add = (kind, target, path, sentence, more) => {
    if (numberKey(target) === own) return;
    const key = JSON.stringify([kind, numberKey(target), path]);
    if (!relations.has(key))
      relations.set(key, {
        kind,
        target,
        ...(path !== undefined && { targetPath: path }),
        sentence,
        ...more,
      });
  };
  const { preamble, body } = sentences;
  const laws = lawNumbers(preamble);
  const amended = readPreamble(preamble, header, laws, add);
  if (header.type === 'Văn bản hợp nhất')
    return [...relations.values(), ...consolidated(text, tree, preamble)];
  readDetails(body, laws, add);
  let context: Context = { level: 0, targets: amended, parts: [] };
  for (const clause of body.flatMap(clausesOf)) context = readBody(clause, context, amended, add);
  const all = [...relations.values()];
  return all.filter((relation) => !isOnlyLeadIn(relation, all) && !isToldExactly(relation, all));
}

/** "Ngưng hiệu lực một số quy định của Nghị định số …" in a subject, where the articles below say which. */
function isToldExactly({ kind, target, targetPath, sentence }: Relation, all: readonly Relation[]): boolean {
  if (targetPath !== undefined || kind === 'amends' || !SOME.test(sentence)) return false;
  return all.some(
    (other) => other.target === target && other.kind === kind && other.targetPath !== undefined,
  );
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
  /** The one document that a lead-in names ("Bãi bỏ các quy định sau của Nghị định số …:"), whose parts its items are. */
  readonly listed?: Target;
  /** Documents an article sets out to amend ("Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số …"). */
  readonly targets: readonly Target[];
}

/** "… các văn bản sau đây:", alone or with the first of the list behind it. */
const LEADS_IN = /:\s*$|(?<!\p{L})(?:sau|sau đây|dưới đây|gồm)\s*:[^:]*;\s*$/u;

function readBody(clause: Clause, context: Context, subject: readonly Target[], add: Add): Context {
  const { text, folded, level, verb } = clause;
  const heading = level === 0;
  const own = heading ? subject : context.targets;
  const parts = context.parts.filter((part) => part.level < level);
  if (verb !== undefined) {
    const within = parts.at(-1)?.path;
    const objects = emit(verb, clause, own, add, within);
    const opened = openedPart(verb, clause, within);
    const [only, ...others] = objects;
    const single = only !== undefined && others.length === 0;
    const amends = single && verb.kind === 'amends' && partsBefore(verb, text, only, true).length === 0;
    const targets = amends ? [only] : own;
    const inside = opened === undefined ? parts : [...parts, opened];
    if (LEADS_IN.test(text)) return { verb, level, targets, ...(single && { listed: only }), parts: inside };
    return heading ? { level: 0, targets, parts: inside } : { ...context, parts: inside };
  }
  const next = clause.first && level === context.level && /^\s*\d{1,3}[a-z]?[.)]\s/.test(folded);
  const item = context.verb !== undefined && level >= context.level && !next && namesText(folded);
  // An item without a mark of its own follows its lead-in in the same part ("Thông tư này bãi bỏ:" / "Điều 7 …").
  if (item) emit({ ...context.verb!, at: 0, object: 'after' }, clause, listedFor(clause, context), add);
  if (item || level > context.level || !clause.first) return context;
  return { level, targets: own, parts };
}

/** The document whose parts the items below a lead-in are; "khoản 2 Điều 5 của Luật này" is none of them. */
function listedFor({ text, level }: Clause, { listed, level: lead }: Context): Target[] {
  const own = /(?:Luật|Nghị định|Nghị quyết|Quyết định|Thông tư(?: liên tịch)?) này/u.test(text);
  return listed === undefined || level <= lead || own ? [] : [listed];
}

/** "1. Sửa đổi, bổ sung một số khoản của Điều 3 như sau:": the one article that the items below speak of. */
function openedPart(verb: Verb, { text, level }: Clause, within?: CitationPath): OpenedPart | undefined {
  if (verb.kind !== 'amends' || verb.object !== 'after' || !/:\s*$/u.test(text)) return undefined;
  const paths = readPaths(text.slice(verb.at));
  const path = paths.length === 1 ? completed(paths[0]!, '', within) : undefined;
  return path?.dieu === undefined && path?.phuLuc === undefined ? undefined : { path, level };
}
