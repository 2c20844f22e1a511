import type { Chunk } from '../../retrieval/model.ts';
import { tokenise } from '../../retrieval/terms.ts';
import type { EvidenceUnit } from '../model.ts';
import { contentTerms } from '../naming.ts';
import type { ReadQuestion, Shape } from '../question.ts';
import { type QuoteSpan, quoteText } from '../quote.ts';
import type { Candidate } from './candidates.ts';
import { excerpt } from './excerpt.ts';
import { scoreCandidates } from './score.ts';

const STATEMENT_CHARS = 420;
const GUIDE_CHARS = 600;
const SUBJECT_CHARS = 60;
/** A title that asks, or holds a figure that the quoted sentence lacks. */
const NO_SUBJECT = /\d|(?:^|\s)(?:ai|nào|gì|sao)(?!\p{L})/iu;
/** Kinds of fact that a sentence either has or has not; most sentences speak of papers and conditions. */
const TELLING: readonly Shape[] = [
  'duration',
  'validity',
  'money',
  'form',
  'quantity',
  'signer',
  'applicant',
];

// What the citation's label or the caution says already.
const SAID_ELSEWHERE = /^(?:Căn cứ: |Bản gốc văn bản có giá trị quyết định)/u;

/** What a section counts beside its share of the first one's score: a heading that the question says, the sentence of the
 * guide that shares most of it, a sentence with the kind of fact asked for. Measured on the guides' questions of the
 * project's own set (docs/evaluation.md). */
const SECTION = { heading: 0.5, sentence: 0.25, told: 0.9 } as const;
/** Share of a heading's words that the question must say to name the section. */
const HEADING_SAID = 0.75;

/** The section of a guide that answers, and another whose heading the question says ("nộp ở đâu, ai quyết định").
 * Retrieval finds the guide by what the question tells; which of its short sections speaks of what is asked is seen by its
 * heading and sentence by sentence. @param units the guide's section found first, and others */
export function answeringSections(units: readonly EvidenceUnit[], question: ReadQuestion): EvidenceUnit[] {
  const [first] = units;
  const sections = units.filter(({ facts }) => facts.id === first!.facts.id);
  const sentences = sections.flatMap(({ chunks }, section) =>
    chunks.flatMap((chunk) =>
      saidBy({ chunk, start: 0, end: chunk.text.length, seams: [] }).map((sentence) => ({
        sentence: { ...sentence, context: titleOf(chunk, first!) },
        section,
      })),
    ),
  );
  const ranked = scoreCandidates(
    sentences.map(({ sentence }, order) => ({ ...sentence, order })),
    question,
  );
  const most = ranked[0]?.score || 1;
  const fits = sections.map((unit, section) => {
    const own = ranked.filter(({ candidate }) => sentences[candidate.order]!.section === section);
    const best = own[0];
    // A section with nothing to say besides the basis and the caution answers nothing.
    if (!best) return { unit, fit: 0, named: false };
    const heading = Math.max(...unit.chunks.map((chunk) => headingSaid(titleOf(chunk, first!), question)));
    const fit =
      unit.hit.score / first!.hit.score +
      SECTION.heading * heading +
      SECTION.sentence * (best.score / most) +
      (own.some(tells) ? SECTION.told : 0);
    return { unit, fit, named: heading > 0 };
  });
  const [answer, next] = fits.sort((a, b) => b.fit - a.fit);
  return [answer!, ...(next?.named ? [next] : [])].map(({ unit }) => unit);
}

/** Share of what a question tells below which a section of a guide speaks of something else. */
const SPOKEN_OF = 0.1;

/** Does a guide's section speak of what the question is about? Its guide may be the nearest text and yet only share the
 * names of bodies and papers. True of every other document. */
export function isSpokenOf(
  section: EvidenceUnit,
  units: readonly EvidenceUnit[],
  question: ReadQuestion,
): boolean {
  if (!section.facts.ownWords) return true;
  if (section.chunks.some((chunk) => headingSaid(titleOf(chunk, section), question) > 0)) return true;
  return shareSpokenOf(section, units, question) >= SPOKEN_OF;
}

/** Share (0..1) of what the question tells that a section says, with its headings and the questions its guide is known
 * for; words that few of the texts found have weigh more, those that none has most. */
function shareSpokenOf(
  section: EvidenceUnit,
  units: readonly EvidenceUnit[],
  question: ReadQuestion,
): number {
  const all = units.map(wordsOf);
  const said = wordsOf(section);
  const weights = contentTerms(question).map((term) => {
    const among = all.filter((words) => words.has(term)).length;
    return { weight: Math.log(1 + all.length / Math.max(among, 0.5)), met: said.has(term) };
  });
  const sum = (of: typeof weights): number => of.reduce((total, { weight }) => total + weight, 0);
  return weights.length === 0 ? 1 : sum(weights.filter(({ met }) => met)) / sum(weights);
}

function wordsOf({ chunks, facts }: EvidenceUnit): Set<string> {
  const texts = [
    facts.title,
    ...(facts.asked ?? []),
    ...chunks.flatMap(({ heading, text }) => [heading, text]),
  ];
  return new Set(texts.flatMap((text) => tokenise(text).map(({ folded }) => folded)));
}

/** Share (0..1) of a heading's words that the question says, where it says most of them. */
function headingSaid(heading: string, { text }: ReadQuestion): number {
  const asked = new Set(tokenise(text).map(({ folded }) => folded));
  const words = tokenise(heading).map(({ folded }) => folded);
  const share = words.length === 0 ? 0 : words.filter((word) => asked.has(word)).length / words.length;
  return share >= HEADING_SAID ? share : 0;
}

function tells({ shapes }: { readonly shapes: readonly Shape[] }): boolean {
  return shapes.some((shape) => TELLING.includes(shape));
}

/** The section's own title: its heading without the guide's. */
function titleOf({ heading }: Chunk, { facts }: EvidenceUnit): string {
  return heading.startsWith(facts.title) ? heading.slice(facts.title.length) : heading;
}

/** A passage of a guide: the sentence that answers, then what the passage says besides. */
export function guideLines(
  quote: QuoteSpan,
  { guide, question, n }: { guide: EvidenceUnit; question: ReadQuestion; n: number },
): string[] {
  const said = saidBy(quote);
  const entry = said.find((line) => isAbout(line.text, question));
  const best = entry ?? scoreCandidates(said, question)[0]?.candidate;
  if (!best) return [`${quoteText(quote)} [${n}]`];
  const rest = said.filter((candidate) => candidate !== best).map(({ text }) => plain(text));
  return [
    `${entry ? '' : subjectOf(quote, guide, best.text)}${excerpt(plain(best.text), question.terms, STATEMENT_CHARS)} [${n}]`,
    ...(rest.length > 0 ? [`${excerpt(rest.join(' '), [], GUIDE_CHARS)} [${n}]`] : []),
  ];
}

/** "Thời hiệu: " before "90 ngày từ ngày nhận": what the section's title says and the sentence does not. */
function subjectOf({ chunk }: QuoteSpan, guide: EvidenceUnit, sentence: string): string {
  const title = titleOf(chunk, guide).replace(/^[\s–-]+/u, '');
  const words = (text: string): string[] => tokenise(text).map(({ folded }) => folded);
  const said = words(sentence);
  const fits =
    title.length > 0 && title.length <= SUBJECT_CHARS && !NO_SUBJECT.test(title) && !sentence.includes(':');
  return fits && !words(title).every((word) => said.includes(word)) ? `${title}: ` : '';
}

/** "- Người có công: Sở Nội vụ." answers a question that has every word before the colon. */
function isAbout(line: string, question: ReadQuestion): boolean {
  const subject = /^[-+*•–]\s([^:]{4,60}):/u.exec(line)?.[1];
  const words = subject === undefined ? [] : tokenise(subject).map(({ folded }) => folded);
  const pairs = words.slice(1).map((word, i) => [words[i]!, word]);
  const told = pairs.filter((pair) => pair.some((word) => question.terms.includes(word)));
  return told.length > 0 && told.every((pair) => question.pairs.includes(pair.join(' ')));
}

/** What a passage says, without what the citation's label or the caution says already. */
function saidBy(quote: QuoteSpan): Candidate[] {
  return sentencesOf(quote).filter(({ text }) => !SAID_ELSEWHERE.test(text));
}

/** Sentences and list lines of our own texts; what stands after a colon belongs to what stands before it. */
function sentencesOf({ chunk, start, end }: QuoteSpan): Candidate[] {
  const pieces = [
    ...chunk.text.slice(start, end).matchAll(/\S[^\n]*?(?:[.!?](?=\s+[\p{Lu}\d“"])|(?=\s*(?:\n|$)))/gu),
  ];
  return pieces.map(
    ({ 0: text, index }, order): Candidate => ({
      chunk,
      span: { start: start + index, end: start + index + text.length },
      text,
      part: undefined,
      order,
      seams: [],
      kind: 'prose',
    }),
  );
}

function plain(text: string): string {
  return text.replace(/^[-+*•–\s]+/u, '').replace(/\s+/g, ' ');
}
