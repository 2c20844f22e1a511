import type { Chunk } from '../../retrieval/model.ts';
import { tokenise } from '../../retrieval/terms.ts';
import type { EvidenceUnit } from '../model.ts';
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

/** The section of a guide that answers. Retrieval finds the guide by what the question tells; which of its short sections
 * has the kind of fact that is asked for ("trong bao nhiêu ngày") is seen only sentence by sentence. */
export function answeringSection(units: readonly EvidenceUnit[], question: ReadQuestion): EvidenceUnit {
  const [first] = units;
  if (!first!.facts.ownWords || !tells(question)) return first!;
  const sections = units.filter(({ facts }) => facts.id === first!.facts.id);
  const sentences = sections.flatMap(({ chunks }, section) =>
    chunks.flatMap((chunk) =>
      sentencesOf({ chunk, start: 0, end: chunk.text.length, seams: [] })
        .filter(({ text }) => !SAID_ELSEWHERE.test(text))
        .map((sentence) => ({ sentence: { ...sentence, context: titleOf(chunk, first!) }, section })),
    ),
  );
  const ranked = scoreCandidates(
    sentences.map(({ sentence }, order) => ({ ...sentence, order })),
    question,
  );
  const told = ranked.filter(tells).map(({ candidate, score }) => {
    const { section } = sentences[candidate.order]!;
    return { section, fit: score + sections[section]!.hit.score / first!.hit.score };
  });
  if (told.length === 0 || told.some(({ section }) => section === 0)) return first!;
  return sections[told.reduce((best, one) => (one.fit > best.fit ? one : best)).section]!;
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
  const said = sentencesOf(quote).filter(({ text }) => !SAID_ELSEWHERE.test(text));
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
