import { allNames, type Named } from './all-names.ts';
import type { Candidate } from './fusion.ts';
import type { Question } from './question.ts';
import type { RetrievalIndex } from './retrieval-index.ts';
import { tokenise } from './terms.ts';

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
  /** How much of the question its names have, against the names of the first unit (1: as much). */
  readonly share: number;
}

/** Of two names, the share of each that the other must have to be of the same procedure. */
const SAME_NAME = 0.75;

type Others = readonly (OtherMatter & Named)[];

const ABSENT = new WeakMap<RetrievalIndex, { readonly documents: number; readonly others: Others }>();

/** The matters that no procedure of the index is called after. Their words join the index's own, so that a question is
 * read with them: ask before reading it. */
export function absentMatters(index: RetrievalIndex, all: readonly OtherMatter[]): Others {
  const { documents } = index.size;
  const known = ABSENT.get(index);
  if (known?.documents === documents) return known.others;
  const titles = [...index.cards()].filter((c) => c.kind === 'procedure').map((c) => wordsOf(c.title));
  const others = all
    .filter(({ name }) => {
      const words = wordsOf(name);
      return !titles.some((title) => likeness(words, title) >= SAME_NAME);
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
 * something else. Undefined where the first unit is an article, or nothing else is near. */
export function elsewhere(
  index: RetrievalIndex,
  others: Others,
  question: Question,
  first: Candidate | undefined,
): Elsewhere | undefined {
  const card = first && index.card(first.documentId);
  if (!card || card.kind === 'official') return undefined;
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
  const own = Math.max(score(card, first.scores), score({}, first.scores));
  return { field: best.field, name: best.name, share: (most + 1) / (own + 1) };
}

const NO_TITLE = { title: 0 };

function wordsOf(name: string): Set<string> {
  return new Set(tokenise(name).map(({ folded }) => folded));
}

function likeness(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.max(a.size, b.size);
}
