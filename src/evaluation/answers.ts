import type { Answer, AnswerStatus } from '../answer/model.ts';
import { type Gold, isRight } from './questions.ts';

/** One question with its answer, as the evaluation reads them. `facts`: literal strings a right answer contains. */
export interface AnsweredQuestion {
  readonly id: string;
  readonly kind: string;
  readonly style?: string;
  /** All units that answer it; empty for a question without an answer in the documents. */
  readonly gold: readonly Gold[];
  readonly answerable: boolean;
  readonly facts: readonly string[];
  readonly answer: Pick<Answer, 'status' | 'answer' | 'citations'>;
}

/** Longest answer with its quotes, in characters, that counts as an answer and not as a copy of the record. */
export const FACT_BUDGET = 3000;

const ANSWERED: ReadonlySet<AnswerStatus> = new Set(['answered', 'partial']);
const SAYS_SOMETHING: ReadonlySet<AnswerStatus> = new Set(['answered', 'partial', 'clarify']);

/** True when `text` contains `fact`, compared on letters and digits (case, white space and punctuation aside,
 * 50.000 = 50,000), never inside a longer number: "5 ngày" is not in "15 ngày". */
export function containsFact(text: string, fact: string): boolean {
  const wanted = comparable(fact).text;
  if (wanted === '') return false;
  const { text: hay, joined } = comparable(text);
  for (let at = hay.indexOf(wanted); at >= 0; at = hay.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const startsInside = /\p{N}/u.test(wanted[0]!) && joined[at] === 1;
    const endsInside = /\p{N}/u.test(wanted.at(-1)!) && joined[end] === 1;
    if (!startsInside && !endsInside) return true;
  }
  return false;
}

/** Letters and digits, small; `joined[i]` is 1 where character i goes on the number that character i-1 belongs to. */
function comparable(source: string): { text: string; joined: Uint8Array } {
  const nfc = source.normalize('NFC').toLowerCase();
  const flags: number[] = [];
  let text = '';
  let lastDigitAt = -1;
  for (let i = 0; i < nfc.length; i++) {
    const ch = nfc[i]!;
    if (!/[\p{L}\p{M}\p{N}]/u.test(ch)) continue;
    const digit = /\p{N}/u.test(ch);
    const between = lastDigitAt >= 0 ? nfc.slice(lastDigitAt + 1, i) : undefined;
    flags.push(digit && between !== undefined && /^[.,]?$/.test(between) ? 1 : 0);
    text += ch;
    lastDigitAt = digit ? i : -1;
  }
  flags.push(0);
  return { text, joined: Uint8Array.from(flags) };
}

/** What a person gets: the answer and the quotes under it. */
export function answerWithQuotes(answer: Pick<Answer, 'answer' | 'citations'>): string {
  return [answer.answer, ...answer.citations.map((c) => c.quote)].join('\n');
}

export interface FactScore {
  /** All facts of the question stand in the answer, its first cited unit is right, and it is short enough. */
  readonly ok: boolean;
  readonly firstRight: boolean;
  readonly withinBudget: boolean;
  readonly missing: readonly string[];
}

export function scoreFacts(row: AnsweredQuestion): FactScore {
  const text = answerWithQuotes(row.answer);
  const missing = row.facts.filter((fact) => !containsFact(text, fact));
  const first = row.answer.citations[0];
  const firstRight = first !== undefined && isRight(first, row.gold);
  const withinBudget = text.length <= FACT_BUDGET;
  const ok = ANSWERED.has(row.answer.status) && firstRight && withinBudget && missing.length === 0;
  return { ok, firstRight, withinBudget, missing };
}

/** Shares are 0..1; NaN-free: an empty denominator gives 0. */
export interface AnswerScores {
  readonly answerable: number;
  readonly unanswerable: number;
  /** Answerable questions by status. */
  readonly statuses: Readonly<Partial<Record<AnswerStatus, number>>>;
  /** Of the questions with facts: all facts in an answer of the right unit. */
  readonly facts: number;
  /** The same among the questions whose first cited unit is right. */
  readonly factsWhenFirstRight: number;
  /** Unanswerable questions neither answered, partial nor clarify. */
  readonly abstained: number;
  /** Answerable questions refused, out of scope, failed or not found. */
  readonly wronglyAbstained: number;
  /** Answerable questions met with a question back. */
  readonly clarified: number;
}

export function scoreAnswers(rows: readonly AnsweredQuestion[]): AnswerScores {
  const answerable = rows.filter((row) => row.answerable);
  const unanswerable = rows.filter((row) => !row.answerable);
  const withFacts = answerable.filter((row) => row.facts.length > 0).map(scoreFacts);
  const statuses: Partial<Record<AnswerStatus, number>> = {};
  for (const { answer } of answerable)
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1 / answerable.length;
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    statuses,
    facts: share(withFacts, (score) => score.ok),
    factsWhenFirstRight: share(
      withFacts.filter((score) => score.firstRight),
      (score) => score.ok,
    ),
    abstained: share(unanswerable, (row) => !SAYS_SOMETHING.has(row.answer.status)),
    wronglyAbstained: share(answerable, (row) => !SAYS_SOMETHING.has(row.answer.status)),
    clarified: share(answerable, (row) => row.answer.status === 'clarify'),
  };
}

function share<T>(rows: readonly T[], holds: (row: T) => boolean): number {
  return rows.length === 0 ? 0 : rows.filter(holds).length / rows.length;
}
