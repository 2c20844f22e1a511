import { fold, plainWords, typedWithDiacritics } from '../legal/text.ts';
import { named } from '../retrieval/lookup/lookup.ts';
import { tellsSubject } from './naming.ts';
import { readQuestion } from './question.ts';
import { OFFICE_WORDS, ROUTE_PATTERNS, type Route, type RoutePatterns } from './route-patterns.ts';

export type { Route };

interface Rule {
  readonly route: Exclude<Route, 'unclear' | 'procedural'>;
  readonly exact: readonly RegExp[];
  readonly folded: readonly RegExp[];
  /** Ways of asking so general that a word of the office in the question ("hồ sơ", "giấy phép") outweighs them. */
  readonly weak: boolean;
}

const RULES: readonly Rule[] = ROUTE_PATTERNS.map(({ route, patterns, weak }: RoutePatterns) => ({
  route,
  weak,
  exact: patterns.map((source) => compile(source)),
  folded: patterns.map((source) => compile(fold(source))),
}));
/** A thumb, a smile. */
const ONLY_PICTURES =
  /^\s*\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200d\ufe0f\s])*$/u;
/** "Nó", "gì": no subject has so short a name. */
const TOO_SHORT = /^\p{L}{2,3}$/u;
const OFFICE = { exact: compile(OFFICE_WORDS), folded: compile(fold(OFFICE_WORDS)) };

/** The first kind, in the order of `ROUTE_PATTERNS`, that the question is. A typed diacritic is information: a
 * question typed with them is read with them; a stray one does not count. */
export function routeOf(question: string): Route {
  const marked = typedWithDiacritics(question);
  const plain = plainWords(question, marked ? 'kept' : 'folded');
  if (ONLY_PICTURES.test(question)) return 'thanks';
  if (!/\p{L}{2}/u.test(plain)) return namesSomething(question) ? 'procedural' : 'unclear';
  const text = ` ${plain} `;
  const office = (marked ? OFFICE.exact : OFFICE.folded).test(text);
  const rule = RULES.find(
    ({ weak, exact, folded }) =>
      !(weak && office) && (marked ? exact : folded).some((pattern) => pattern.test(text)),
  );
  return (
    rule?.route ??
    (TOO_SHORT.test(plain) || asksOfNothing(question) || onlyPoints(question) ? 'unclear' : 'procedural')
  );
}

/** Words of a question that can be of nothing; a longer one tells a case, in whatever words. */
const FEW_WORDS = 4;

/** "Cho tôi mẫu đơn", "phí bao nhiêu": a kind of fact, and of nothing. */
function asksOfNothing(question: string): boolean {
  if (plainWords(question).split(' ').length > FEW_WORDS) return false;
  const read = readQuestion(question);
  return read.shapes.length > 0 && !tellsSubject(read) && !namesSomething(question);
}

/** "Cái ni", "việc đó": points to what was said or seen elsewhere. */
const POINTING =
  /(?<!\p{L})(?:cai|viec|thu tuc|chuyen|giay|ho so|khoan|vu)(?: giay)? (?:ni|nay|do|no|kia|ay)(?!\p{L})/u;
/** "Còn lệ phí thì sao": goes on from what was asked before. */
const GOES_ON = /^(?:the |vay |rua )?con (?=.{1,40} (?:sao|the nao)$)/u;
/** Bodies and times that say who and when, not what (folded). */
const WHO_AND_WHEN =
  /(?<!\p{L})(?:ubnd|uy ban nhan dan|uy ban|cap|huyen|quan|xa|phuong|tinh|so|phong|truoc day|truoc kia|hoi truoc|hien nay|bay gio|chu|gio|nay|ni|cu)(?!\p{L})/gu;

/** "UBND huyện trước đây làm cái ni, chừ ai làm": what it is about is only pointed to. Asked within a conversation it has
 * been completed before it comes here. */
function onlyPoints(question: string): boolean {
  const folded = plainWords(question);
  if (!(POINTING.test(folded) || GOES_ON.test(folded)) || namesSomething(question)) return false;
  return !tellsSubject(
    readQuestion(folded.replace(GOES_ON, '').replace(POINTING, ' ').replace(WHO_AND_WHEN, ' ')),
  );
}

/** A procedure's code or a document's number is a question without a word: what is it? */
function namesSomething(question: string): boolean {
  const { codes, numbers } = named(question);
  return codes.length > 0 || numbers.length > 0;
}

/** Patterns name whole words: a space is required on both sides unless anchored. */
function compile(source: string): RegExp {
  return new RegExp(source.startsWith('^') ? source : ` (?:${source})(?= )`, 'u');
}
