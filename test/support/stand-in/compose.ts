import { EMPTY_REPLY } from '../empty-reply.ts';
import { type Passage, partsOf, sentencesOf, shareOf, topicWords } from './reading.ts';

interface Sent {
  readonly question: string;
  readonly evidence: readonly {
    readonly token: string;
    readonly label: string;
    readonly document: string;
    readonly effectivity: string;
    readonly text: string;
  }[];
}

interface Statement {
  readonly text: string;
  readonly evidence: readonly string[];
  readonly quotes: readonly { readonly evidence: string; readonly quote: string }[];
}

interface Found {
  readonly passage: Passage;
  readonly sentence: string;
  readonly score: number;
}

const EMPTY = { verdict: 'none', ...EMPTY_REPLY };
/** What the instructions forbid as a basis. */
const NO_SUPPORT = new Set(['expired', 'not_yet', 'suspended']);
/** Of a part's words, how many must be in document, label and sentence for it to count as answered. */
const ANSWERED = 0.5;
/** Sentences told of each part. */
const TOLD = 4;

export interface Composing {
  /** Takes whatever lies nearest for an answer, and says that it is one. */
  readonly keen?: boolean;
}

/**
 * An answer in the evidence's own words: of each part of the question the sentences that share most words with it,
 * quoted whole. `full` when every part is met, `partial` when one is, `none` otherwise.
 */
export function composeFrom(user: string, { keen = false }: Composing = {}): object {
  const { question, evidence } = JSON.parse(user) as Sent;
  const passages = evidence
    .filter(({ effectivity }) => !NO_SUPPORT.has(effectivity))
    .map(({ token, label, document, text }) => ({
      token,
      document,
      text,
      about: topicWords(`${document} ${label}`),
    }));
  const parts = partsOf(question).map((part) => bestOf(topicWords(part), passages));
  const met = parts.filter(([best]) => best !== undefined && best.score >= (keen ? 0 : ANSWERED));
  if (met.length === 0) return EMPTY;
  const [conclusion, ...rest] = [met.map(([best]) => best!), ...met.map((found) => found.slice(1))];
  return {
    ...EMPTY,
    verdict: met.length === parts.length ? 'full' : 'partial',
    conclusion: conclusion!.map(statementOf),
    steps: rest.flat().map(statementOf),
  };
}

function bestOf(wanted: ReadonlySet<string>, passages: readonly Passage[]): Found[] {
  const found = passages.flatMap((passage) =>
    sentencesOf(passage.text).map((sentence) => {
      const own = topicWords(sentence);
      return {
        passage,
        sentence,
        score: shareOf(wanted, new Set([...own, ...passage.about])) + shareOf(wanted, own) / 2,
      };
    }),
  );
  return found.sort((a, b) => b.score - a.score).slice(0, TOLD);
}

const statementOf = ({ passage, sentence }: Found): Statement => ({
  text: sentence,
  evidence: [passage.token],
  quotes: [{ evidence: passage.token, quote: sentence }],
});

/** The same reply with a time that no source has in its first statement, as a model that errs writes it. */
export function withFault(reply: object): object {
  const { conclusion } = reply as { conclusion: readonly Statement[] };
  const [first, ...others] = conclusion;
  if (first === undefined) return reply;
  return {
    ...reply,
    conclusion: [{ ...first, text: `${first.text} Thời hạn 97 ngày làm việc.` }, ...others],
  };
}
