/** Who does it: the doer of a statement stands before its verb in the source too, and is what the source says he is. */
import { fold, syllables } from '../../../legal/text.ts';
import { splitCells } from '../../facts/cells.ts';
import { factsOf } from '../../facts/extract.ts';
import type { FactKind } from '../../facts/model.ts';
import { CIRCUMSTANCE, DOER, VERB } from './lexicon.ts';
import { allContentOf, clausesOf } from './words.ts';

/** A verb after one of these is of the circumstance, not of the doer. */
const INNER =
  /(?<![\p{L}])(?:trong|kể từ|khi|sau|trước|để|theo|nếu|trường hợp|quyết định|giấy|văn bản|đơn|tờ)(?![\p{L}])/iu;
const MODAL =
  /(?<![\p{L}])(?:phải|được|sẽ|không|chỉ|cần|đã|có trách nhiệm|có quyền|có thể|thì|và)(?![\p{L}])/giu;

interface Act {
  /** Content syllables of who does it. */
  readonly who: readonly string[];
  readonly verb: string;
  /** The content syllable after the verb. */
  readonly what: string | undefined;
}

/**
 * @returns the doers of `clause` that do nothing of the kind in the passages, or not in the sentence that has the figures
 * and forms said with them
 */
export function otherDoers(clause: string, passages: readonly string[]): string[] {
  const sentences = passages.flatMap((passage) => clausesOf(joined(passage)));
  const bound = factsOf(clause).filter(({ kind }) => BOUND.has(kind));
  return actsOf(clause).flatMap((act) => {
    const told = sentencesOf(act, sentences);
    if (told === undefined) return FREELY_NAMED.has(act.verb) ? [] : [act.verb];
    const facts = told.map((sentence) => new Set(factsOf(sentence).map(({ key }) => key)));
    const together = facts.some((own) => bound.every(({ key }) => own.has(key)));
    return told.length > 0 && together ? [] : [act.who.join(' ')];
  });
}

const BOUND: ReadonlySet<FactKind> = new Set(['duration', 'amount', 'percent', 'form']);
/** What an office does by being the one in charge: its part of the record need not say the word. */
const FREELY_NAMED = new Set(['giải quyết', 'quyết định', 'tiếp nhận', 'thẩm định']);

/** Lines wrapped by a page are one sentence. */
const joined = (text: string) => text.replace(/(?<![.;:!?])\s*\n\s*(?=\p{Ll})/gu, ' ');

function actsOf(clause: string): Act[] {
  return splitCells(clause)
    .split(/,(?!\d)|\sthì\s/u)
    .filter((part) => !CIRCUMSTANCE.test(part))
    .flatMap((part) => {
      for (const m of part.toLowerCase().matchAll(VERB)) {
        const before = part.slice(0, m.index);
        // "Người nộp thuế", "cơ quan tiếp nhận": the verb only says who.
        if (/(?:^|\s)(?:người|bên|cơ quan|đơn vị|bộ phận|nơi|tổ|ban|hội đồng)\s*$/iu.test(before)) continue;
        // "Giấy phép do Chủ tịch cấp": who stands after "do".
        const subject = (/(?<![\p{L}])do\s+(.+)$/iu.exec(before)?.[1] ?? before)
          .replace(/\scủa\s.*$/iu, '')
          .replace(MODAL, ' ');
        if (!DOER.test(fold(subject)) || INNER.test(subject)) return [];
        const [what] = allContentOf(part.slice(m.index + m[0].length));
        return [{ who: allContentOf(subject), verb: m[0], what }];
      }
      return [];
    });
}

/** @returns sentences in which they do it; undefined when nobody does anything of the kind */
function sentencesOf({ who, verb, what }: Act, sentences: readonly string[]): string[] | undefined {
  const found = sentences.flatMap((sentence, i) => {
    const low = splitCells(sentence).toLowerCase();
    return [...low.matchAll(new RegExp(`(?<![\\p{L}])${verb}(?![\\p{L}])`, 'gu'))].map((m) => {
      const before = low.slice(0, m.index);
      const after = low.slice(m.index + m[0].length);
      return { sentence, i, before, after, same: allContentOf(after)[0] === what };
    });
  });
  if (found.length === 0) return undefined;
  const close = found.some((f) => f.same) ? found.filter((f) => f.same) : found;
  return close
    .filter(({ i, before, after }) => {
      if (contains(nearestDoer(before), who)) return true;
      // "Cơ quan giải quyết: Ủy ban nhân dân cấp xã".
      if (/^[^,;]{0,40}(?::|\slà\s)/u.test(after)) return contains(after, who);
      // Nobody is named with the verb: whoever was named before goes on.
      return !DOER.test(fold(before)) && contains(sentences.slice(0, i).join('\n'), who);
    })
    .map(({ sentence }) => sentence);
}

/** From the last part that names a doer on: "kể từ ngày nhận hồ sơ của phòng, Chủ tịch xem xét, …" is about Chủ tịch. */
function nearestDoer(before: string): string {
  const parts = before.split(/,(?!\d)|\sthì\s/u);
  const from = parts.findLastIndex((part) => DOER.test(fold(part)) && !CIRCUMSTANCE.test(part));
  return from < 0 ? before : parts.slice(from).join(',');
}

function contains(text: string, words: readonly string[]): boolean {
  const own = allContentOf(text);
  return words.every((w) => own.includes(w));
}

const IS = /^(.{4,120}?)\slà\s((?:cơ quan|người|đơn vị|bên|chủ thể)\s.{4,})$/iu;
/** Words that may stand between two names of one thing. */
const BETWEEN = 2;

/** "X là cơ quan có thẩm quyền …" where the source has both, but not of one another. */
export function otherwiseNamed(clause: string, passages: readonly string[], beside: string): string[] {
  const m = IS.exec(clause.trim());
  if (!m || !DOER.test(fold(m[1]!))) return [];
  const [who, what] = [allContentOf(m[1]!), allContentOf(m[2]!)];
  if (who.length === 0 || what.length === 0 || contains(beside, what)) return [];
  const told = passages.some((passage) =>
    clausesOf(joined(passage)).some((sentence) => standBeside(sentence, who, what)),
  );
  return told ? [] : [m[2]!.trim()];
}

function standBeside(sentence: string, who: readonly string[], what: readonly string[]): boolean {
  const own = syllables(splitCells(sentence).toLowerCase()).flatMap((s) => allContentOf(s));
  const last = (words: readonly string[]) => Math.max(...words.map((w) => own.lastIndexOf(w)));
  const first = (words: readonly string[]) => Math.min(...words.map((w) => own.indexOf(w)));
  if (first(who) < 0 || first(what) < 0) return false;
  const linked = /\slà\s|:|\(|[-–]/u.test(sentence);
  const gap = Math.min(
    ...[
      [last(who), first(what)],
      [last(what), first(who)],
    ].map(([a, b]) => (b! > a! ? b! - a! - 1 : Number.POSITIVE_INFINITY)),
  );
  return linked && gap <= BETWEEN;
}
