import { type Token, tokenise } from '../../retrieval/lexical/terms.ts';
import type { EvidenceUnit } from '../model.ts';
import { unnamedTerms } from '../naming.ts';
import type { ReadQuestion } from '../question.ts';
import type { Candidate } from './candidates.ts';
import type { Pick } from './select.ts';

/** "Có bị phạt không", "có được trừ lương ko": what a yes-or-no question asks about (folded). */
const WHETHER =
  /(?:^| )(?:co )?(?:bi|duoc|dc|phai|can|bat buoc) ((?:(?!(?:khong|ko|k|hong|hok|kg|co|thi|gi|nao) )\S+ ){1,6})(?:hay )?(?:khong|ko|k|hong|hok|kg)$/u;

/**
 * The words of a yes-or-no question that the whole unit never uses: a sentence picked for its other words would read as
 * a yes or a no that the source does not give. Undefined when some word of it is there, or the question is none.
 */
export function wordsUnsaid(
  question: ReadQuestion,
  { facts }: EvidenceUnit,
  candidates: readonly Candidate[],
): string | undefined {
  const { shapes, marked: typed } = question;
  const phrase = shapes.every((shape) => shape === 'condition') ? whether(question) : [];
  const asked = phrase.filter(({ folded }) => question.terms.includes(folded));
  if (asked.length === 0) return undefined;
  const key = ({ exact, folded }: Token): string => (typed ? exact : folded);
  const texts = [facts.title, ...candidates.flatMap(({ text, context = '' }) => [text, context])];
  const words = texts.map((text) => tokenise(text).map(key));
  const said = new Set(words.flat());
  const missing =
    asked.every((token) => !said.has(key(token))) ||
    (!typed && phrase.length > 1 && !words.some(hasPairOf(phrase.map(key))));
  return missing ? phrase.map(({ exact }) => exact).join(' ') : undefined;
}

/** "Có phải xin phép không", "cần đăng ký không" (folded), and how a source says that something must or need not be. */
const WHETHER_NEEDED =
  /(?:^| )(?:can|phai|bat buoc|mien)(?: (?:phai|xin|dang|lam|nop|co|giay|phep|khai|bao))+ /;
const NEEDED =
  /không (?:phải|cần|bắt buộc|yêu cầu)|miễn|trừ |bắt buộc|phải (?:có|xin|đăng ký|nộp|làm|khai|báo)/u;

const YES_OR_NO = / (?:khong|ko|k|hong|hok|kg|chua)$/u;
/** Share of what sets the question apart that one shown sentence must have to speak of it. */
const SPEAKS_OF = 0.5;
const SHOWN = 3;
/** Beyond so many words a case is told, of which one sentence says only a part. */
const FEW = 3;

/** A yes-or-no question none of whose leading sentences speaks of what it asks beyond the procedure's name: shown as an
 * answer they would read as a yes or a no. */
export function isUnclear(question: ReadQuestion, { facts }: EvidenceUnit, picks: readonly Pick[]): boolean {
  const { shapes } = question;
  const asks = shapes.length > 0 && shapes.every((shape) => shape === 'condition');
  const words = tokenise(question.text).map(({ folded }) => folded);
  if (!asks || !YES_OR_NO.test(words.join(' '))) return false;
  const telling = unnamedTerms(question, facts.title);
  const shown = picks.slice(0, SHOWN).map(({ scored: { candidate } }) => candidate);
  if (WHETHER_NEEDED.test(words.join(' ')) && !shown.some(({ text }) => NEEDED.test(text))) return true;
  if (telling.length === 0 || telling.length > FEW) return false;
  const units = countedBy(words);
  return shown.every(({ text, context = '' }) => {
    const said = [text, context].flatMap((part) => tokenise(part).map(({ folded }) => folded));
    // "19 tuổi" is spoken of by "từ đủ 20 tuổi".
    const measured = countedBy(said).some((unit) => units.includes(unit));
    const met = telling.filter((term) => said.includes(term) || (measured && isFigure(term)));
    return met.length < SPEAKS_OF * telling.length;
  });
}

/** The words that follow figures: "tuổi" of "19 tuổi". */
function countedBy(words: readonly string[]): string[] {
  return words.filter((_, i) => i > 0 && isFigure(words[i - 1]!));
}

function isFigure(term: string): boolean {
  return /^\d+$/u.test(term);
}

/** Without diacritics one word says little ("phat": phạt, phát); two that stand together do. */
function hasPairOf(wanted: readonly string[]): (words: readonly string[]) => boolean {
  const pairs = new Set(wanted.slice(1).map((word, i) => `${wanted[i]!} ${word}`));
  return (words) => words.some((word, i) => pairs.has(`${words[i - 1] ?? ''} ${word}`));
}

/** The tokens of what is asked about; empty when the question is no yes-or-no question. */
function whether({ text }: ReadQuestion): readonly Token[] {
  const tokens = tokenise(text);
  const object = WHETHER.exec(tokens.map(({ folded }) => folded).join(' '))?.[1]?.trim();
  if (object === undefined) return [];
  const words = object.split(' ');
  const at = tokens.findLastIndex((_, i) => words.every((word, j) => tokens[i + j]?.folded === word));
  return at < 0 ? [] : tokens.slice(at, at + words.length);
}
