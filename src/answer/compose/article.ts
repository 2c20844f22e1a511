import type { Chunk } from '../../retrieval/model.ts';
import { cautionSection, cautionsOf } from '../cautions.ts';
import { toCitation } from '../citations.ts';
import type { Citation, Draft, Evidence, EvidenceUnit } from '../model.ts';
import { notFound } from '../not-found.ts';
import type { ReadQuestion } from '../question.ts';
import { type QuoteSpan, quoteText } from '../quote.ts';
import { WORDS } from '../words.ts';
import type { Candidate } from './candidates.ts';
import { candidatesOf } from './candidates.ts';
import { excerpt } from './excerpt.ts';
import { answeringSections, guideLines, isSpokenOf, tellsNoFigure } from './guide.ts';
import { type Scored, scoreCandidates } from './score.ts';
import { citedQuotes, selectPicks } from './select.ts';

const QUOTE_BUDGET = 1150;
const STATEMENT_CHARS = 420;
const MAX_STATEMENTS = 4;
/** Up to this many characters an article, or a chunk of one, is quoted whole. */
const WHOLE_ARTICLE = 700;
/** A second article joins only when retrieval finds it nearly as good. */
const SECOND_UNIT = 0.93;

/** The khoản that answers, quoted with its article; of a guide, the passage that answers. */
export function composeArticle(evidence: Evidence, question: ReadQuestion): Draft {
  const { units, retrieval } = evidence;
  const used = unitsUsed(evidence, question);
  const [first] = used;
  if (!isSpokenOf(first!, units, question) || tellsNoFigure(used, question))
    return notFound(retrieval, WORDS.notFound);
  const lines: string[] = [];
  const citations: Citation[] = [];
  let budget = QUOTE_BUDGET;
  for (const unit of used) {
    for (const quote of quotesOf(unit, question, budget)) {
      if (citations.length === MAX_STATEMENTS + (unit.rewritten?.size ?? 0)) break;
      const citation = toCitation(citations.length + 1, unit, quote);
      citations.push(citation);
      budget -= citation.quote.length;
      if (unit.facts.ownWords) lines.push(...guideLines(quote, { guide: unit, question, n: citation.n }));
      else {
        const said = excerpt(withoutTitle(quote), question.terms, STATEMENT_CHARS);
        lines.push(`${capital(citation.label)}: ${said} [${citation.n}]`);
      }
    }
  }
  const [conclusion, ...details] = lines;
  return {
    status: conclusion ? 'answered' : 'not_found',
    sections: [
      { role: 'conclusion', lines: conclusion ? [conclusion, headingOf(first!)] : [headingOf(first!)] },
      ...(details.length > 0 ? [{ role: 'detail' as const, heading: 'Chi tiết', lines: details }] : []),
      ...cautionSection(used.flatMap((unit) => cautionsOf(unit, question.shapes))),
    ],
    citations,
    composer: 'embedded',
  };
}

/** Of a guide, its sections that answer; of other documents the first unit; and a second that is nearly as good. */
function unitsUsed({ units, retrieval }: Evidence, question: ReadQuestion): readonly EvidenceUnit[] {
  const [first, second] = units;
  const used = first!.facts.ownWords ? answeringSections(units, question) : [first!];
  const joins =
    used.length === 1 &&
    used[0] === first &&
    second !== undefined &&
    retrieval.lookup.kind === 'none' &&
    second.hit.score >= SECOND_UNIT * first!.hit.score &&
    second.facts.kind !== 'procedure';
  return joins ? [first!, second] : used;
}

const TITLE_ONLY = /^Điều \d+[a-zđ]?\.[^.;:]*$/u;

/** Whole chunks (a khoản each) where they are short, their best sentences where they are long; best first. */
function quotesOf(unit: EvidenceUnit, question: ReadQuestion, budget: number): QuoteSpan[] {
  const candidates = candidatesOf(unit.chunks).filter(({ text }) => !TITLE_ONLY.test(text));
  const whole = unit.chunks
    .filter((chunk) => chunk.text.length <= WHOLE_ARTICLE)
    .map(
      (chunk): Candidate => ({
        chunk,
        span: { start: 0, end: chunk.text.length },
        text: chunk.text,
        part: undefined,
        order: candidates.findIndex((c) => c.chunk.id === chunk.id),
        seams: [],
        kind: 'prose',
      }),
    );
  const long = candidates.filter((c) => c.chunk.text.length > WHOLE_ARTICLE);
  const ranked: Scored[] = scoreCandidates([...whole, ...long], question);
  const picks = selectPicks(ranked, candidates, question, budget);
  if (unit.rewritten !== undefined) return withNeighbours(unit, citedQuotes(picks).quotes, budget);
  return citedQuotes(picks).quotes.filter((quote) => quoteText(quote).length <= Math.max(budget, 300));
}

/** A changed article is cut where it was changed: a short one is quoted whole, as an unchanged one is, the
 * khoản that answers first; of a longer one the parts of one khoản belong together, in order. */
function withNeighbours(
  { chunks, rewritten }: EvidenceUnit,
  picked: readonly QuoteSpan[],
  budget: number,
): QuoteSpan[] {
  const clauseOf = (chunk: Chunk) => (rewritten?.get(chunk.id)?.place ?? chunk.path).khoan;
  const [best] = picked;
  if (best === undefined) return [];
  const all = chunks
    .filter(({ text }) => !TITLE_ONLY.test(text))
    .map((chunk): QuoteSpan => ({ chunk, start: 0, end: chunk.text.length, seams: [] }));
  const khoan = clauseOf(best.chunk);
  const clause = chunks
    .filter((chunk) => khoan !== undefined && clauseOf(chunk) === khoan)
    .map((chunk): QuoteSpan => ({ chunk, start: 0, end: chunk.text.length, seams: [] }));
  const size = clause.reduce((sum, { end }) => sum + end, 0);
  const whole = clause.length > 1 && size <= budget ? clause : [best];
  const isShort = all.reduce((sum, { end }) => sum + end, 0) <= Math.min(WHOLE_ARTICLE, budget);
  const others = isShort ? all : picked;
  const rest = others.filter(({ chunk }) => whole.every((quote) => quote.chunk.id !== chunk.id));
  return [...whole, ...rest];
}

/** The label names the article already; its title, printed on a line of its own, is not part of what it says. */
function withoutTitle(quote: QuoteSpan): string {
  const title = /^Điều \d+[a-zđ]?\.[^\n]*\n/u.exec(quote.chunk.text.slice(quote.start, quote.end))?.[0] ?? '';
  return quoteText({ ...quote, start: quote.start + title.length });
}

function headingOf({ facts, hit }: EvidenceUnit): string {
  const name = facts.number ? `${facts.type} số ${facts.number}` : facts.title;
  const about = facts.number && facts.title !== name ? ` – ${facts.title}` : '';
  return `${facts.ownWords ? `${hit.documentTitle} (tài liệu tổng hợp)` : `${name}${about}`.slice(0, 220)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
