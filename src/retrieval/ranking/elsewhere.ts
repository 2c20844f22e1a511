import type { RetrievalIndex } from '../index/retrieval-index.ts';
import { allNames, type Named } from '../lexical/all-names.ts';
import { tokenise } from '../lexical/terms.ts';
import type { Question } from '../question/question.ts';
import type { Candidate } from './fusion.ts';

/** A procedure, or another matter people ask about, that the store may not have. */
export interface OtherMatter {
  readonly field: string;
  readonly name: string;
  readonly asked: readonly string[];
}

/** The other matter that a question is nearest to. */
export interface Elsewhere {
  readonly field: string;
  readonly name: string;
  /** How much of the question its names have, against the names or the passage of the first unit (1: as much). */
  readonly share: number;
}

/** Of two names, the share of each that the other must have to be of the same procedure. */
const SAME_NAME = 0.75;

/** What a passage that meets the question counts against another matter's names. The names of a procedure say what it is
 * about; a guide or an article is about what it says. Measured in docs/evaluation.md. */
const PASSAGE = 0.66;

type Others = readonly (OtherMatter & Named)[];

const ABSENT = new WeakMap<RetrievalIndex, { readonly documents: number; readonly others: Others }>();

/** The matters that no procedure of the index is called after and no guide answers. Their words join the index's own, so
 * that a question is read with them: ask before reading it. */
export function absentMatters(index: RetrievalIndex, all: readonly OtherMatter[]): Others {
  const { documents } = index.size;
  const known = ABSENT.get(index);
  if (known?.documents === documents) return known.others;
  const cards = [...index.cards()];
  const titles = cards.filter((c) => c.kind === 'procedure').map((c) => wordsOf(c.title));
  const answered = cards
    .filter((c) => c.kind === 'guide')
    .flatMap((c) => [c.title, ...(c.asked ?? [])].map(wordsOf));
  const others = all
    .filter(({ name }) => {
      const words = wordsOf(name);
      return (
        !titles.some((title) => likeness(words, title) >= SAME_NAME) &&
        !answered.some((question) => shareOf(words, question) >= SAME_NAME)
      );
    })
    .map((o) => ({ ...o, asked: [o.name, ...o.asked] }));
  for (const { asked } of others)
    for (const name of asked)
      for (const { folded } of tokenise(name)) index.lexical.vocabulary.intern(folded);
  ABSENT.set(index, { documents, others });
  return others;
}

/** The matter outside the store that a question is nearest to, by the subject's words: near misses share most words with
 * some procedure ("trợ cấp hưu trí xã hội" with those on pensions), and nothing in the store tells that they are
 * something else. Undefined where nothing else is near. */
export function elsewhere(
  index: RetrievalIndex,
  others: Others,
  question: Question,
  first: Candidate | undefined,
): Elsewhere | undefined {
  const card = first && index.card(first.documentId);
  if (!card) return undefined;
  const score = allNames(index.lexical, question.title, question.official);
  let best: OtherMatter | undefined;
  let most = 0;
  for (const other of others) {
    const value = score(other, NO_TITLE);
    if (value <= most) continue;
    best = other;
    most = value;
  }
  if (!best) return undefined;
  const { scores } = first;
  const passage = card.kind === 'procedure' ? 0 : PASSAGE * scores.chunk;
  const own = Math.max(score(card, scores), score({}, scores), passage);
  return { field: best.field, name: best.name, share: (most + 1) / (own + 1) };
}

const NO_TITLE = { title: 0 };

function wordsOf(name: string): Set<string> {
  return new Set(tokenise(name).map(({ folded }) => folded));
}

function likeness(a: Set<string>, b: Set<string>): number {
  return Math.min(shareOf(a, b), shareOf(b, a));
}

/** Share of the words of `a` that `b` has as well. */
function shareOf(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / a.size;
}
