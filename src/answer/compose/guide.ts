import { tokenise } from '../../retrieval/lexical/terms.ts';
import type { Chunk } from '../../retrieval/model.ts';
import type { EvidenceUnit } from '../model.ts';
import { contentTerms } from '../naming.ts';
import { type ReadQuestion, readQuestion, type Shape } from '../question.ts';
import { type QuoteSpan, quoteText } from '../quote.ts';
import type { Candidate } from './candidates.ts';
import { excerpt } from './excerpt.ts';
import { scoreCandidates } from './score.ts';
import { hasShape } from './shapes.ts';

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

/** What a section counts beside its share of the first one's score: a heading that the question says, a heading that names
 * the kind of fact asked for ("Hồ sơ …"), the sentence of the guide that shares most of it, a sentence with that kind of
 * fact. Measured on the guides' questions of the
 * project's own set (docs/evaluation.md). */
const SECTION = { heading: 0.5, kind: 0.25, sentence: 0.25, told: 0.9 } as const;
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
      (namesKind(unit, question) ? SECTION.kind : 0) +
      SECTION.sentence * (best.score / most) +
      (own.some(tells) ? SECTION.told : 0);
    return { unit, fit, named: heading > 0 };
  });
  const [answer, next] = fits.sort((a, b) => b.fit - a.fit);
  return [answer!, ...(next?.named ? [next] : [])].map(({ unit }) => unit);
}

/** Does the section's heading ask what the question asks ("Ai quyết định", "Thời hạn", "Hồ sơ trợ cấp")? */
function namesKind(section: EvidenceUnit, { shapes }: ReadQuestion): boolean {
  return section.chunks.some((chunk) =>
    readQuestion(titleOf(chunk, section)).shapes.some((shape) => shapes.includes(shape)),
  );
}

/** Reads texts as the question is typed: a diacritic that was typed is information. */
function wordsFor({ marked }: ReadQuestion) {
  return (text: string, wanted: (folded: string) => boolean = () => true): string[] =>
    tokenise(text)
      .filter(({ folded }) => wanted(folded))
      .map(({ exact, folded }) => (marked ? exact : folded));
}

/** Share (0..1) of some words that are among others; 1 for none. */
function shareOf(words: readonly string[], others: readonly string[]): number {
  const among = new Set(others);
  return words.length === 0 ? 1 : words.filter((word) => among.has(word)).length / words.length;
}

function foldedWords(text: string): string[] {
  return tokenise(text).map(({ folded }) => folded);
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

/** Kinds of fact without which a question that asks for nothing else is not answered. */
const FIGURES: readonly Shape[] = ['duration', 'validity', 'money'];

/** Does the question ask only for a time or a sum, and no sentence of these sections tell one? True of guides alone: a
 * record that lacks its fee says so. Unlike `absentMatter`, which reads the first text found before anything is composed,
 * this weighs the sections that would be told. */
export function tellsNoFigure(sections: readonly EvidenceUnit[], { shapes }: ReadQuestion): boolean {
  if (!sections.every(({ facts }) => facts.ownWords)) return false;
  const asked = shapes.filter((shape) => shape !== 'condition');
  if (asked.length === 0 || !asked.every((shape) => FIGURES.includes(shape))) return false;
  const sentences = sections.flatMap(({ chunks }) =>
    chunks.flatMap((chunk) => saidBy({ chunk, start: 0, end: chunk.text.length, seams: [] })),
  );
  return !sentences.some((sentence) => asked.some((shape) => hasShape(sentence, shape)));
}

/** Share (0..1) of what the question tells that a section says, with its headings and the questions its guide is known
 * for; words that few of the texts found have weigh more, those that none has most. */
function shareSpokenOf(
  section: EvidenceUnit,
  units: readonly EvidenceUnit[],
  question: ReadQuestion,
): number {
  const words = wordsFor(question);
  const all = units.map((unit) => wordsOf(unit, words));
  const said = wordsOf(section, words);
  const telling = new Set(contentTerms(question));
  const told = new Set(words(question.text, (folded) => telling.has(folded)));
  const weights = [...told].map((term) => {
    const among = all.filter((words) => words.has(term)).length;
    return { weight: Math.log(1 + all.length / Math.max(among, 0.5)), met: said.has(term) };
  });
  const sum = (of: typeof weights): number => of.reduce((total, { weight }) => total + weight, 0);
  return weights.length === 0 ? 1 : sum(weights.filter(({ met }) => met)) / sum(weights);
}

function wordsOf({ chunks, facts }: EvidenceUnit, words: (text: string) => string[]): Set<string> {
  const texts = [
    facts.title,
    ...(facts.asked ?? []),
    ...chunks.flatMap(({ heading, text }) => [heading, text]),
  ];
  return new Set(texts.flatMap((text) => words(text)));
}

/** Share (0..1) of a heading's words that the question says, where it says most of them. */
function headingSaid(heading: string, { text }: ReadQuestion): number {
  const words = foldedWords(heading);
  const share = words.length === 0 ? 0 : shareOf(words, foldedWords(text));
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
  const best = entry ?? leadOf(said, question);
  if (!best) return [`${quoteText(quote)} [${n}]`];
  const rest = said.filter((candidate) => candidate !== best).map(({ text }) => plain(text));
  return [
    `${entry ? '' : subjectOf(quote, guide, best.text)}${excerpt(plain(best.text), question.terms, STATEMENT_CHARS)} [${n}]`,
    ...(rest.length > 0 ? [`${excerpt(rest.join(' '), [], GUIDE_CHARS)} [${n}]`] : []),
  ];
}

/** Share of the best sentence's score from which the opening one leads: it is written to say what its heading promises. */
const OPENS = 0.6;

/** The sentence of a passage to begin with. */
function leadOf(said: readonly Candidate[], question: ReadQuestion): Candidate | undefined {
  const ranked = scoreCandidates(said, question);
  const [best] = ranked;
  const opening = ranked.find(({ candidate }) => candidate === said[0]);
  const serves =
    opening !== undefined &&
    best !== undefined &&
    !/^[-+*•–]/u.test(opening.candidate.text) &&
    opening.score >= OPENS * best.score;
  return (serves && opening.shapes.length >= best.shapes.length ? opening : best)?.candidate;
}

/** "Thời hiệu: " before "90 ngày từ ngày nhận": what the section's title says and the sentence does not. */
function subjectOf({ chunk }: QuoteSpan, guide: EvidenceUnit, sentence: string): string {
  const title = titleOf(chunk, guide).replace(/^[\s–-]+/u, '');
  const said = foldedWords(sentence);
  const fits =
    title.length > 0 && title.length <= SUBJECT_CHARS && !NO_SUBJECT.test(title) && !sentence.includes(':');
  return fits && !foldedWords(title).every((word) => said.includes(word)) ? `${title}: ` : '';
}

/** "- Người có công: Sở Nội vụ." answers a question that has every word before the colon. */
function isAbout(line: string, question: ReadQuestion): boolean {
  const subject = /^[-+*•–]\s([^:]{4,60}):/u.exec(line)?.[1];
  const words = subject === undefined ? [] : foldedWords(subject);
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
