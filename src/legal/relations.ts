import { numberKey } from './document-number.ts';
import type { CitationPath, DocumentHeader, LegalNode, Relation, RelationKind } from './model.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { findTargets, readPaths, type Target } from './targets.ts';
import { foldKeepingLength } from './text.ts';

/** What the verb of a sentence does, and to what: the words after it, or before it ("… hết hiệu lực", "… được bãi bỏ"). */
interface Verb {
  readonly kind: RelationKind;
  readonly at: number;
  readonly object: 'after' | 'before';
}

const OWN =
  '(?:luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu(?: lien tich)?|van ban|chi thi|ke hoach|quy dinh|cong van|huong dan|quy che)\\s+nay';
const START = '(?:^|[;:]\\s*|(?:^|\\s)va\\s+)(?:(?:\\d{1,3}[a-z]?[.)]|[a-z]\\)|[-+])\\s*)?';
/** Order matters: the first that matches names the relation. "được", "đã", "việc" before a verb tell of other texts. */
const RULES: readonly {
  readonly kind: RelationKind;
  readonly object: 'after' | 'before';
  readonly pattern: RegExp;
}[] = [
  {
    kind: 'suspends',
    object: 'after',
    pattern: new RegExp(`(?:${START}|${OWN}\\s+)(?:tam\\s+)?(?:ngung hieu luc|dinh chi(?: viec)? thi hanh)`),
  },
  {
    kind: 'suspends',
    object: 'before',
    pattern: /(?:tam )?ngung hieu luc (?:thi hanh )?(?:ke tu|tu ngay|den)/,
  },
  { kind: 'corrects', object: 'after', pattern: new RegExp(`(?:${START}|${OWN}\\s+)dinh chinh`) },
  {
    kind: 'replaces',
    object: 'after',
    pattern: new RegExp(
      `${OWN}[^.;]{0,140}?\\s(?:va\\s+)?thay the(?:\\s+cho)?(?!\\s+(?:cum tu|tu|mau|bieu mau|cac mau))`,
    ),
  },
  {
    kind: 'replaces',
    object: 'after',
    pattern: new RegExp(
      `${START}thay the(?:\\s+cho)?\\s+(?=(?:cac\\s+)?(?:luat|nghi dinh|thong tu|quyet dinh|nghi quyet|phap lenh|chi thi|cong van|ke hoach|huong dan)\\s)`,
    ),
  },
  { kind: 'repeals', object: 'after', pattern: new RegExp(`(?:${START}|${OWN}[^.;]{0,100}?\\s)bai bo`) },
  {
    kind: 'repeals',
    object: 'before',
    pattern:
      /(?:duoc|bi) bai bo(?! boi)|het hieu luc(?: thi hanh)?\s*(?:toan bo\s*)?(?:,\s*)?(?:ke tu|tu|khi|vao|sau|gom|:|$|\.)/,
  },
  {
    kind: 'amends',
    object: 'after',
    pattern: new RegExp(`${START}(?:sua doi(?:\\s*,\\s*bo sung)?|bo sung)`),
  },
  {
    kind: 'amends',
    object: 'before',
    pattern: /duoc (?:sua doi(?:\s*,\s*bo sung)?|bo sung)(?: nhu sau| thanh)/,
  },
];
const PAST = /(?:da duoc|duoc|da|bi|viec|hoac|van ban)\s+$/;

/**
 * What a document says of others, at document and article level, each with its literal sentence (white space aside).
 * Preamble: "Căn cứ …" refers. Subject: a decree "sửa đổi, bổ sung … Nghị định số …" amends, one "quy định chi tiết …"
 * implements. Body: thay thế, bãi bỏ, hết hiệu lực, sửa đổi, đính chính, ngưng hiệu lực; the items under a lead-in
 * ("Các văn bản sau hết hiệu lực:") take its verb, and articles amending one document take that document.
 */
export function findRelations(text: string, tree: LegalNode, header: DocumentHeader): Relation[] {
  const own = header.number === undefined ? undefined : numberKey(header.number);
  const relations = new Map<string, Relation>();
  const add = (kind: RelationKind, target: string, path: CitationPath | undefined, sentence: string) => {
    if (numberKey(target) === own) return;
    const key = JSON.stringify([kind, numberKey(target), path]);
    if (!relations.has(key))
      relations.set(key, { kind, target, ...(path !== undefined && { targetPath: path }), sentence });
  };
  const { preamble, body } = sentencesOf(text, tree);
  for (const sentence of preamble) readPreamble(sentence, header, add);
  let context: Context = { verb: undefined, level: 0, targets: [] };
  for (const sentence of body) context = readBody(sentence, context, add);
  return [...relations.values()];
}

type Add = (kind: RelationKind, target: string, path: CitationPath | undefined, sentence: string) => void;

function readPreamble(sentence: Sentence, header: DocumentHeader, add: Add): void {
  const folded = foldKeepingLength(sentence.text);
  const targets = findTargets(sentence.text);
  if (/^can cu\s/.test(folded)) {
    // "đã được sửa đổi, bổ sung bởi Luật số …": the later text is part of the ground, so it is referred to as well.
    for (const target of targets) add('refers', target.number.canonical, undefined, sentence.text);
    return;
  }
  const kind = subjectKind(folded);
  if (header.type === 'Văn bản hợp nhất' && targets[0] !== undefined && kind === undefined) {
    for (const target of targets) add('consolidates', target.number.canonical, undefined, sentence.text);
  } else if (kind !== undefined) {
    const object = targets.filter(
      (target) =>
        !/(?:duoc sua doi|sua doi, bo sung (?:boi|theo|tai))[^;]*$/.test(folded.slice(0, target.start)),
    );
    for (const target of object) add(kind, target.number.canonical, undefined, sentence.text);
  }
}

function subjectKind(folded: string): RelationKind | undefined {
  if (/^(?:ve viec |ve )?(?:sua doi|bo sung)/.test(folded)) return 'amends';
  if (/^(?:ve viec |ve )?(?:bai bo)/.test(folded)) return 'repeals';
  if (/^(?:ve viec |ve )?dinh chinh/.test(folded)) return 'corrects';
  if (/^(?:ve viec |ve )?(?:tam )?ngung hieu luc/.test(folded)) return 'suspends';
  return /(?:quy dinh chi tiet|huong dan (?:thi hanh|thuc hien|mot so)|bien phap (?:thi hanh|de to chuc))/.test(
    folded,
  )
    ? 'implements'
    : undefined;
}

/** What the items below a lead-in inherit. */
interface Context {
  readonly verb: Pick<Verb, 'kind'> | undefined;
  /** Depth of the lead-in; deeper sentences are its items. */
  readonly level: number;
  /** Documents an article sets out to amend ("Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số …"). */
  readonly targets: readonly Target[];
}

function readBody(sentence: Sentence, context: Context, add: Add): Context {
  const folded = foldKeepingLength(sentence.text);
  const article = sentence.level === 0;
  const inherited =
    !article && context.verb !== undefined && sentence.level > context.level ? context.verb : undefined;
  const verb = findVerb(folded);
  const targets = findTargets(sentence.text);
  const amended = article ? [] : context.targets;
  if (verb !== undefined) {
    const object =
      verb.object === 'after'
        ? targets.filter((t) => t.start > verb.at)
        : targets.filter((t) => t.start < verb.at);
    emit(verb.kind, object, sentence, verb, amended, add);
    const leads = /:\s*$/.test(sentence.text);
    const heads =
      (verb.kind === 'amends' || verb.kind === 'repeals') &&
      object.length === 1 &&
      object[0]!.paths.length === 0;
    return {
      verb: leads || article ? verb : context.verb,
      level: leads || article ? sentence.level : context.level,
      targets: article || heads ? (heads ? object : []) : context.targets,
    };
  }
  if (inherited !== undefined && /^(?:\d{1,3}[a-z]?[.)]|[a-z]\)|[-+–])/.test(folded)) {
    for (const target of targets.slice(0, 1)) emit(inherited.kind, [target], sentence, undefined, [], add);
    return context;
  }
  return article || sentence.level <= context.level
    ? { verb: undefined, level: sentence.level, targets: article ? [] : context.targets }
    : context;
}

function findVerb(folded: string): Verb | undefined {
  for (const { kind, object, pattern } of RULES) {
    const m = pattern.exec(folded);
    if (m === null) continue;
    const at = m.index + m[0].length;
    if (
      object === 'after' &&
      PAST.test(
        folded.slice(
          0,
          m.index + Math.max(0, m[0].search(/(?:sua doi|bo sung|bai bo|thay the|dinh chinh|ngung|dinh chi)/)),
        ),
      )
    )
      continue;
    return { kind, at: object === 'after' ? at : m.index, object };
  }
  return undefined;
}

function emit(
  kind: RelationKind,
  targets: readonly Target[],
  sentence: Sentence,
  verb: Verb | undefined,
  amended: readonly Target[],
  add: Add,
): void {
  if (targets.length === 0) {
    const one = amended.length === 1 ? amended[0] : undefined;
    if (one === undefined || verb === undefined) return;
    const words = verb.object === 'after' ? sentence.text.slice(verb.at) : sentence.text.slice(0, verb.at);
    for (const path of readPaths(words.split(/như sau|vào sau|vào trước/u)[0]!))
      addPart(kind, one.number.canonical, path, sentence.text, add);
    return;
  }
  for (const [i, target] of targets.entries()) {
    if (i > 0 && isHistory(sentence.text, targets[i - 1]!, target)) continue;
    const partly = /một phần/u.test(sentence.text.slice(0, target.start)) || target.paths.length > 0;
    if (target.paths.length === 0)
      add(
        partly && kind === 'repeals' ? 'partly_repeals' : kind,
        target.number.canonical,
        undefined,
        sentence.text,
      );
    for (const path of target.paths) addPart(kind, target.number.canonical, path, sentence.text, add);
  }
}

/** "Nghị định số A được sửa đổi, bổ sung theo Nghị định số B": B is told of, not acted on. */
function isHistory(text: string, before: Target, target: Target): boolean {
  return /(?:duoc\s+)?(?:sua doi|bo sung|thay the|dinh chinh)[^;]*?(?:boi|theo|tai)(?:\s|$)/.test(
    foldKeepingLength(text.slice(before.start, target.start)),
  );
}

function addPart(kind: RelationKind, target: string, path: CitationPath, sentence: string, add: Add): void {
  add(kind === 'repeals' ? 'partly_repeals' : kind, target, path, sentence);
}
