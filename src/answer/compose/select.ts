import { lettersAndDigits } from '../../legal/text.ts';
import type { ReadQuestion, Shape } from '../question.ts';
import { joinQuotes, type QuoteSpan, quoteOf, quoteText } from '../quote.ts';
import type { Candidate } from './candidates.ts';
import { isApplication, isPaper, type Scored } from './score.ts';
import { saysWhoDecides } from './shapes.ts';

/** Characters all quotes of an answer may take together; the answer's own text takes the rest of 3,000. */
export const QUOTE_BUDGET = 1650;
/** A candidate this far below the best one says nothing about the question. */
const FLOOR = 0.45;
const MAX_PICKS = 7;
/** A dossier is a list: leaving a paper out sends a citizen home. */
const MAX_PAPERS = 12;
const PAPER_FLOOR = 0.2;
const RESULTS = 4;
const FORMS = 3;

/** A statement of the answer and the quote that bears it. */
export interface Pick {
  readonly scored: Scored;
  readonly quote: QuoteSpan;
}

/** The best candidates of one unit within the budget, best first, each asked shape served, repeats left out. */
export function selectPicks(
  ranked: readonly Scored[],
  all: readonly Candidate[],
  question: ReadQuestion,
  budget: number = QUOTE_BUDGET,
): Pick[] {
  const best = ranked[0]?.score ?? 0;
  const picks: Pick[] = [];
  const seen: string[] = [];
  let used = 0;
  const most = question.shapes.includes('papers') ? MAX_PAPERS : MAX_PICKS;
  const take = (scored: Scored): void => {
    const key = sameness(scored.candidate);
    // A bare heading says nothing by itself; what stands under it is shown with it.
    if (picks.length > 0 && isBareHeading(scored.candidate)) return;
    if (picks.length >= most || isSaid(scored.candidate, key, seen)) return;
    const quote = quoteOf(scored.candidate, all);
    if (!quote) return;
    const length = quoteText(quote).length;
    if (picks.length > 0 && used + length > budget) return;
    picks.push({ scored, quote });
    seen.push(key);
    used += length;
  };
  for (const scored of [...leading(ranked, question), ...ranked.filter(worthSaying(best, question))])
    take(scored);
  return picks;
}

/** "Hồ sơ gồm:", "Trường hợp cấp Giấy xác nhận": announces, states nothing. */
function isBareHeading({ text, kind }: Candidate): boolean {
  if (text.endsWith(':')) return text.length < 90 || (text.length < 200 && !/\d/.test(text));
  return (
    kind !== 'result' &&
    /^[-+*•\s]*(?:\(?[a-zđ\d]{1,2}[).]\s*)?(?:Trường hợp|Đối với)[^,.;:]{0,140}$/u.test(text)
  );
}

/** Are there papers of the dossier that no pick names? */
export function leavesPapersOut(picks: readonly Pick[], all: readonly Candidate[]): boolean {
  const said = picks.map(({ scored }) => sameness(scored.candidate));
  return all.some(
    (candidate) => isPaper(candidate) && !said.some((known) => known.includes(sameness(candidate))),
  );
}

/** A result is often a paper's name that longer sentences contain; it is said all the same. */
function isSaid({ kind }: Candidate, key: string, seen: readonly string[]): boolean {
  return seen.some((known) => known === key || (kind !== 'result' && known.includes(key)));
}

/** What is taken before all else: the best of all; the table row when days or money are asked; every result; the best
 * of each shape; who decides, where the best of that shape only names an office; the whole dossier. */
function leading(ranked: readonly Scored[], question: ReadQuestion): Scored[] {
  const asks = (shape: Shape): boolean => question.shapes.includes(shape);
  const best = ranked[0];
  if (!best) return [];
  const table = ranked.find(
    ({ candidate, shapes }) =>
      candidate.kind === 'channel' &&
      ((asks('duration') && shapes.includes('duration')) || (asks('money') && shapes.includes('money'))),
  );
  const results = asks('result')
    ? ranked.filter(({ candidate }) => candidate.kind === 'result').slice(0, RESULTS)
    : [];
  const listed = asks('papers') ? ranked.filter(({ candidate }) => isPaper(candidate)) : [];
  const opening = listed
    .filter((paper) => paper.general === true && isApplication(paper.candidate))
    .slice(0, 1);
  const papers = [...opening, ...listed];
  const forms = asks('form')
    ? ranked
        .filter(({ candidate, shapes }) => candidate.kind === 'paper' && shapes.includes('form'))
        .slice(0, FORMS)
    : [];
  const served = question.shapes.flatMap((shape) => {
    const first =
      shape === 'papers' && papers[0] ? papers[0] : ranked.find(({ shapes }) => shapes.includes(shape));
    return first && first.score >= FLOOR * best.score ? [first] : [];
  });
  const decides = asks('signer')
    ? ranked.filter(({ candidate }) => saysWhoDecides(candidate)).slice(0, 1)
    : [];
  return [best, ...(table ? [table] : []), ...served, ...decides, ...results, ...forms, ...papers];
}

function worthSaying(best: number, question: ReadQuestion): (scored: Scored) => boolean {
  return ({ candidate, score }) =>
    score >= (question.shapes.includes('papers') && candidate.kind === 'paper' ? PAPER_FLOOR : FLOOR) * best;
}

/** Rows of several channels, and papers asked in several cases, repeat the same words. */
function sameness(candidate: Candidate): string {
  const text =
    candidate.kind === 'channel'
      ? candidate.text.replace(/^(?:Trực tuyến|Trực tiếp|Dịch vụ bưu chính)/u, '')
      : candidate.text;
  return lettersAndDigits(text.replace(/^[-+*•\s]+|^\(?[a-zđ\d]{1,2}[).]\s/u, ''));
}

/** Quotes for citations: neighbours joined, in order of the picks; `of[i]` is the quote of pick i. */
export function citedQuotes(picks: readonly Pick[]): { quotes: QuoteSpan[]; of: number[] } {
  const quotes: QuoteSpan[] = [];
  const of: number[] = [];
  for (const { quote } of picks) {
    const at = quotes.findIndex((known) => joinQuotes(known, quote) !== undefined);
    if (at >= 0) quotes[at] = joinQuotes(quotes[at]!, quote)!;
    else quotes.push(quote);
    of.push(at >= 0 ? at : quotes.length - 1);
  }
  return { quotes, of };
}
