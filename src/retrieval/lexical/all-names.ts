import { OTHER_FORM, type QueryTerm } from './bm25.ts';
import { tokenise } from './terms.ts';
import { countTerms, type Vocabulary } from './vocabulary.ts';

/** BM25 parameters; a document's everyday names have some 100 syllables together. */
const K1 = 1.6;
const B = 0.5;
const USUAL_LENGTH = 100;

/** Everyday names are written in everyday words, so official words added for them count less there. */
export const OFFICIAL_IN_ASKED = 0.6;

/** What the official name counts once more where nobody wrote everyday names. */
export const INSTEAD = 0.7;

/** What has everyday names: a document, or a procedure that is not here. Belongs to one index. */
export interface Named {
  readonly asked?: readonly string[];
}

/** What scoring names needs of the index: its words, and what each is worth among everyday names. */
export interface NamesLanguage {
  readonly vocabulary: Vocabulary;
  askedIdf(key: number): number;
}

interface Names {
  readonly counts: ReadonlyMap<number, number>;
  readonly length: number;
}

/** Read once while the card lives. */
const NAMES = new WeakMap<Named, Names>();

/** The question's terms for all everyday names together: what was typed, and official words at their lesser weight. */
export function allNamesTerms(typed: readonly QueryTerm[], official: readonly QueryTerm[]): QueryTerm[] {
  const terms = new Map<number, QueryTerm>(typed.map((t) => [t.key, t]));
  for (const { key, weight, bit } of official) {
    const known = terms.get(key);
    terms.set(key, {
      key,
      weight: (known?.weight ?? 0) + OFFICIAL_IN_ASKED * weight,
      bit: known?.bit ?? bit,
    });
  }
  return [...terms.values()];
}

/** Length part of the denominator for names of so many syllables together. */
export const allNamesNorm = (length: number): number => K1 * (1 - B + (B * length) / USUAL_LENGTH);

/** BM25 of all everyday names of a document as one text. A question that tells a citizen's situation shares a few words
 * with each of several names and most of its words with all of them together; the best single name misses that. A
 * document without such names has its official one instead. Measured in docs/evaluation.md. This is for one document at
 * a time, in the index or not; {@link NameScores} does the same for all of them from the posting lists. */
export function allNames(
  language: NamesLanguage,
  typed: readonly QueryTerm[],
  official: readonly QueryTerm[],
): (card: Named, scores: { readonly title: number }) => number {
  const weighed = allNamesTerms(typed, official).map(({ key, bit, weight }) => ({
    key,
    bit,
    weight: weight * language.askedIdf(key),
  }));
  return (card, scores) => {
    if (!card.asked?.length) return INSTEAD * scores.title;
    const { counts, length } = namesOf(card, card.asked, language);
    const norm = allNamesNorm(length);
    let sum = 0;
    for (const { key, bit, weight } of weighed) {
      const packed = counts.get(key);
      if (packed === undefined) continue;
      const frequency = packed >>> 8;
      const sameForm = bit === 0 || (packed & bit) !== 0;
      sum += (sameForm ? weight : OTHER_FORM * weight) * (frequency / (frequency + norm));
    }
    return sum;
  };
}

function namesOf(card: Named, asked: readonly string[], { vocabulary }: NamesLanguage): Names {
  let names = NAMES.get(card);
  if (!names) {
    names = countTerms(asked.map(tokenise), vocabulary);
    NAMES.set(card, names);
  }
  return names;
}
