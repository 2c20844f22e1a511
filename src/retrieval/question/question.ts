import { nfc, typedWithDiacritics } from '../../legal/text.ts';
import type { QueryTerm } from '../lexical/bm25.ts';
import { tokenise } from '../lexical/terms.ts';
import type { AskedField } from '../model.ts';
import type { Thesaurus } from '../thesaurus/thesaurus.ts';
import { separateAsking } from './asking.ts';
import { chooseReadings, type Language, slotOf } from './question-readings.ts';
import { type Concept, conceptsOf, officialTerms, termsOf } from './question-terms.ts';

/** Questions are read up to here; what people paste beyond it (a whole letter) only blurs the subject. */
const READ_CHARACTERS = 2_000;

/** Weights of the kinds of words in a question, measured in docs/evaluation.md. */
const WORD_WEIGHTS = {
  asking: 0.15,
  askingInAsked: 0.7,
  official: 0.55,
  repeated: 1,
};

export interface Question {
  /** NFC with abbreviations expanded, as logged. */
  readonly normalised: string;
  readonly fields: readonly AskedField[];
  /** The subject's terms, for chunks and whole records. */
  readonly body: readonly QueryTerm[];
  /** The same without what only asks, for names. */
  readonly title: readonly QueryTerm[];
  /** The same with more of what only asks, for questions kept beside a document. */
  readonly asked: readonly QueryTerm[];
  /** Official words for everyday ones that were typed. */
  readonly official: readonly QueryTerm[];
  /** Single syllables of the subject, each with its keys (itself and official words for it), for coverage. */
  readonly concepts: readonly Concept[];
}

/** Reads a question for an index that speaks this language. */
export function readQuestion(text: string, language: Language, thesaurus: Thesaurus): Question {
  const { vocabulary } = language;
  const clean = nfc(text).slice(0, READ_CHARACTERS);
  const marked = typedWithDiacritics(clean);
  const slots = chooseReadings(
    tokenise(clean).map((t) => slotOf(t, vocabulary)),
    language,
  );
  const flat = slots.map((s) => s.readings[0]!.syllables);
  const folded = flat.flat().map((s) => s.folded);
  const { fields, asking } = separateAsking(folded);
  let at = 0;
  for (const [i, slot] of slots.entries()) {
    const n = flat[i]!.length;
    slot.asking = n > 0 && asking.slice(at, at + n).every((a) => a === 1);
    at += n;
  }
  // "Mất bao lâu" asks for a time; its "mất" lost nothing.
  const official = thesaurus
    .expand(flat.flat(), marked)
    .filter(({ start, end }) => !asking.slice(start, end).every((a) => a === 1));
  const terms = (askingWeight: number) => termsOf(slots, vocabulary, marked, askingWeight);
  const body = terms(WORD_WEIGHTS.asking);
  return {
    normalised: flat.map((s) => s.map((x) => x.exact).join(' ')).join(' '),
    fields,
    body,
    title: terms(0),
    asked: terms(WORD_WEIGHTS.askingInAsked),
    official: officialTerms(official, vocabulary, body),
    concepts: conceptsOf(slots, official, vocabulary, marked),
  };
}
