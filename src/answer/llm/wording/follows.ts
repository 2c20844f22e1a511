/**
 * Is a statement told in its source's own words and order?
 *
 * A sentence of the source is cut at commas, colons, semicolons and "thì" into parts. A statement follows it when it is whole
 * parts of one sentence, one after the other, word by word with diacritics; only words that carry nothing may come or go.
 * Parts at either end may be left out where what stays can stand alone: never a condition, an exception or a denial, never
 * half a list. When and on which condition may be said last instead of first. What is not told so is not shown as the
 * model put it (verify.ts): who does it, whether he must or may, and in which case, can only be the source's.
 */
import { fold } from '../../../legal/text.ts';
import { splitCells } from '../../facts/cells.ts';
import { CIRCUMSTANCE, DOER, VERB } from './lexicon.ts';
import { clausesOf, contentOf, sentencesOf, type Word, wordsOf } from './words.ts';

/** A line of the source, as printed, and the line that opens the list it stands in. */
export interface SourceLine {
  readonly text: string;
  readonly lead?: string | undefined;
}

/**
 * @param text the statement
 * @param lines of the passages it quotes
 * @param beside title and labels, which a statement may open with ("Thủ tục X: …")
 */
export function follows(text: string, lines: readonly SourceLine[], beside: string): boolean {
  const sentences = lines.flatMap(partsOfLine);
  const clauses = clausesOf(text).map((clause) => wordsOf(withoutLabel(clause, beside)));
  return clauses.length > 0 && clauses.every((said) => sentences.some((parts) => toldBy(said, parts)));
}

interface Part {
  readonly text: string;
  readonly words: readonly Word[];
  /** The first one after a semicolon. */
  readonly opens: boolean;
}

/** "Trường hợp … thì": one way of saying "nếu", whichever the source uses. */
const oneIf = (text: string) => text.replace(/(?<![\p{L}])trường hợp(?![\p{L}])/giu, 'nếu');

/** Numbering and marks of lists, at the start of a sentence. */
const MARK = /^\s*(?:(?:[-+*•–]+|\(?(?:[ivx]{1,4}|\d{1,2}|[a-zđ])[).]|điều\s+\d+[a-zđ]?\.)\s*)+/iu;
/** "Bước 2:", which may be left out but not be another step's. */
const STEP = /^\s*bước\s+\d+[a-zđ]?\s*\.?\s*$/iu;
const CUT = /,(?!\d)|:(?!\d)|\sthì\s|(?=\()/iu;

function partsOf(sentence: string): Part[] {
  const text = oneIf(splitCells(sentence.replace(MARK, '')));
  return text.split(';').flatMap((between, nth) =>
    between
      .split(CUT)
      .map((part) => ({ text: part.trim(), words: wordsOf(part) }))
      .filter(({ words }) => words.length > 0)
      .map((part, i) => ({ ...part, opens: nth > 0 && i === 0 })),
  );
}

/** The first sentence of a line goes on from its lead; where the lead binds, it cannot be told without. */
function partsOfLine({ text, lead }: SourceLine): Part[][] {
  const [first, ...more] = sentencesOf(text).map(partsOf);
  if (first === undefined) return [];
  if (lead === undefined) return [first, ...more];
  const led = [...partsOf(lead), ...first];
  return BINDING.test(oneIf(lead)) || TURNS.test(lead) ? [led, ...more] : [led, first, ...more];
}

/** "Thời hạn giải quyết: …", "Thủ tục đăng ký khai tử: …": a label of the procedure's own is no part of what is told. */
function withoutLabel(clause: string, beside: string): string {
  const label = /^[^:]{3,80}:\s+/u.exec(clause)?.[0];
  const known = new Set(contentOf(beside));
  const own = label !== undefined && !BINDING.test(label) && contentOf(label).every((w) => known.has(w));
  return oneIf(own ? clause.slice(label.length) : clause).replace(MARK, '');
}

/** Without one of these a sentence says more than it did. */
const BINDING =
  /(?<![\p{L}])(?:nếu|khi|trừ|ngoại|đối với|chỉ|hoặc|hay|một trong|riêng|với điều kiện|không|chưa|cấm)(?![\p{L}])/iu;
/** What a lead does to all that stands below it. */
const TURNS = /(?<![\p{L}])(?:bị|từ chối|thu hồi|hủy|xóa|miễn)(?![\p{L}])/iu;
/** Days and grounds: what is done within them is done all the same. */
const WHEN = /^\s*(?:trong|kể từ|chậm nhất|căn cứ|theo)(?![\p{L}])/iu;
const OWN_CONDITION = /^\s*nếu(?![\p{L}])/iu;
const CASE = /(?<![\p{L}])(?:nếu|đối với)(?![\p{L}])/iu;
const LIST = /(?<![\p{L}])(?:gồm|sau đây|sau)\s*$/iu;
const MODAL =
  /^\s*(?:(?:và|phải|được|sẽ|có trách nhiệm|có quyền|có nghĩa vụ|không được|không phải)(?![\p{L}])\s*)+/iu;

const opensWithDoer = (text: string) => DOER.exec(fold(text))?.index === 0;
const opensWithVerb = (text: string) => [...text.toLowerCase().matchAll(VERB)].some((m) => m.index === 0);
const doesSomething = ({ text }: Part) => opensWithDoer(text) || MODAL.test(text) || opensWithVerb(text);
const isSetting = ({ text }: Part) => CIRCUMSTANCE.test(text) || WHEN.test(text);

function toldBy(said: readonly Word[], parts: readonly Part[]): boolean {
  for (let from = 0; from < parts.length; from++) {
    if (!mayOpen(parts, from)) continue;
    for (let to = from + 1; to <= parts.length; to++) {
      const window = parts.slice(from, to);
      if (!mayEnd(window, parts.slice(to))) continue;
      if (
        ordersOf(window).some((order) =>
          sameWords(
            said,
            order.flatMap(({ words }) => words),
          ),
        )
      )
        return true;
    }
  }
  return false;
}

/** What is left out before: days and grounds, or what others do, under no condition; or another case altogether. */
function mayOpen(parts: readonly Part[], from: number): boolean {
  const before = parts.slice(0, from).filter(({ text }) => !STEP.test(text));
  const first = parts[from]!;
  if (first.opens && OWN_CONDITION.test(first.text)) return true;
  if (before.some(({ text }) => BINDING.test(text))) return false;
  if (before.every((part) => WHEN.test(part.text))) return true;
  return opensWithDoer(first.text) && before.every((part) => isSetting(part) || doesSomething(part));
}

/** What is left out after: what is done besides, from the next one that does something on; or another case. */
function mayEnd(window: readonly Part[], after: readonly Part[]): boolean {
  const [next, ...rest] = after;
  if (next === undefined) return true;
  if (window.every(isSetting) || window.some(({ text }) => LIST.test(text))) return false;
  if (next.opens && OWN_CONDITION.test(next.text)) return true;
  // "6.000 đồng đối với …; miễn phí đối với …": to each case its own.
  if (next.opens && CASE.test(next.text) && window.some(({ text }) => CASE.test(text))) return true;
  const besides = next.text.replace(/^\s*không (?:được|phải)/iu, '');
  return doesSomething(next) && ![besides, ...rest.map(({ text }) => text)].some((t) => BINDING.test(t));
}

/** As printed; and the setting last instead of first, where all the rest hangs on it. */
function ordersOf(window: readonly Part[]): (readonly Part[])[] {
  const main = window.findIndex((part) => !isSetting(part));
  if (main <= 0 || window.slice(main).some(isSetting)) return [window];
  return [window, [...window.slice(main), ...window.slice(0, main)]];
}

/** Words that carry nothing: they may be put in or left out. */
const EMPTY = new Set(
  wordsOf('là thì mà các những của này đó việc đều cũng ạ nhé').map(({ spelt }) => spelt),
);
const isEmpty = (word: Word) => word.spelt !== undefined && EMPTY.has(word.spelt);

function sameWords(said: readonly Word[], told: readonly Word[]): boolean {
  let at = 0;
  for (const word of said) {
    while (at < told.length && !same(word, told[at]!) && isEmpty(told[at]!)) at++;
    if (at < told.length && same(word, told[at]!)) at++;
    else if (!isEmpty(word)) return false;
  }
  return told.slice(at).every(isEmpty);
}

const same = (a: Word, b: Word) =>
  a.key === b.key && (a.spelt === b.spelt || a.spelt === undefined || b.spelt === undefined);
