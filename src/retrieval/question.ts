import { nfc, typedWithDiacritics } from '../legal/text.ts';
import { ABBREVIATIONS } from './abbreviations.ts';
import { isAskingSyllable, separateAsking } from './asking-phrases.ts';
import type { QueryTerm } from './bm25.ts';
import type { AskedField } from './model.ts';
import { formBit, tokenise, wordForms } from './terms.ts';
import type { Expansion, Thesaurus } from './thesaurus.ts';
import { nearestSyllables } from './typos.ts';
import { pairKey, pairSignature, type Vocabulary } from './vocabulary.ts';

/** Questions are read up to here; what people paste beyond it (a whole letter) only blurs the subject. */
const READ_CHARACTERS = 2_000;

/** Weights of the kinds of words in a question, measured in docs/evaluation.md. */
export const WORD_WEIGHTS = {
  asking: 0.15,
  askingInAsked: 0.7,
  official: 0.55,
  typo: 0.8,
  repeated: 1,
};

/** One reading of a place in the question: some syllables with their weight. */
interface Reading {
  readonly syllables: readonly { readonly folded: string; readonly exact: string }[];
  readonly weight: number;
}

/** One place in the question, with its readings (a word; an abbreviation's expansions; a typo's corrections). */
interface Slot {
  readonly readings: readonly Reading[];
  asking: boolean;
}

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

export interface Concept {
  readonly word: string;
  /** Signature bit of the typed form; 0 when it was typed without diacritics or can be read in several ways. */
  readonly bit: number;
  /** Any of these in a text covers the concept; empty when the corpus has never seen the word. */
  readonly keys: readonly number[];
  /** Official wordings for it; a text with most syllables of one covers it as well. */
  readonly instead: readonly (readonly number[])[];
}

/** What reading a question needs of the index: its words, and how many chunks have a term. */
export interface Language {
  readonly vocabulary: Vocabulary;
  frequency(key: number): number;
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
  const terms = (askingWeight: number) => collect(slots, vocabulary, marked, askingWeight);
  const body = terms(WORD_WEIGHTS.asking);
  return {
    normalised: flat.map((s) => s.map((x) => x.exact).join(' ')).join(' '),
    fields,
    body,
    title: terms(0),
    asked: terms(WORD_WEIGHTS.askingInAsked),
    official: officialTerms(official, vocabulary, body),
    concepts: concepts(slots, official, vocabulary, marked),
  };
}

function slotOf(token: { folded: string; exact: string }, vocabulary: Vocabulary): Slot {
  const expansions = ABBREVIATIONS[token.exact];
  if (expansions) {
    const readings = expansions.map((e) => ({ syllables: e.split(' ').map(wordForms), weight: 1 }));
    return { readings, asking: false };
  }
  if (
    token.folded.length >= 3 &&
    vocabulary.find(token.folded) === undefined &&
    !isAskingSyllable(token.folded) &&
    /^\p{L}+$/u.test(token.folded)
  ) {
    const near = nearestSyllables(token.folded, vocabulary);
    if (near.length > 0) {
      const readings = near.map((n) => ({
        syllables: [{ folded: n, exact: n }],
        weight: WORD_WEIGHTS.typo / near.length,
      }));
      return { readings, asking: false };
    }
  }
  return { readings: [{ syllables: [token], weight: 1 }], asking: false };
}

/** Weight of the readings that the neighbours speak against. */
const UNLIKELY = 0.35;
/** Stands after what it helps: no question opens with it ("đk hộ kinh doanh"). */
const AUXILIARY = 'được';

/** Puts the reading first that stands most often beside its neighbours in the corpus ("theo tt nào" → thông tư,
 * "tt tạm trú" → thủ tục); the order of the list settles what the corpus leaves open. */
function chooseReadings(slots: readonly Slot[], { vocabulary, frequency }: Language): Slot[] {
  const together = (a: string | undefined, b: string | undefined) => {
    const first = a === undefined ? undefined : vocabulary.find(a);
    const second = b === undefined ? undefined : vocabulary.find(b);
    return first === undefined || second === undefined ? 0 : Math.log1p(frequency(pairKey(first, second)));
  };
  const out = slots.map((s) => ({ ...s }));
  for (const [i, slot] of out.entries()) {
    if (slot.readings.length < 2) continue;
    const before = out[i - 1]?.readings[0]?.syllables.at(-1)?.folded;
    const after = slots[i + 1]?.readings[0]?.syllables[0]?.folded;
    const likelihood = (r: Reading) =>
      together(before, r.syllables[0]?.folded) + together(r.syllables.at(-1)?.folded, after);
    const ranked = slot.readings
      .filter((r) => i > 0 || r.syllables[0]?.exact !== AUXILIARY)
      .map((reading, order) => ({ reading, value: likelihood(reading) - 0.5 * order }))
      .sort((a, b) => b.value - a.value);
    out[i] = {
      asking: slot.asking,
      readings: ranked.map(({ reading }, rank) => ({ ...reading, weight: rank === 0 ? 1 : UNLIKELY })),
    };
  }
  return out;
}

interface Form {
  readonly id: number;
  readonly bit: number;
  readonly weight: number;
}

class TermSet {
  readonly #terms = new Map<number, { key: number; weight: number; bit: number }>();
  add(key: number, weight: number, bit: number): void {
    if (weight <= 0) return;
    const known = this.#terms.get(key);
    if (!known) this.#terms.set(key, { key, weight, bit });
    else {
      known.weight = Math.max(known.weight, weight);
      known.bit = known.bit === 0 || bit === 0 ? 0 : known.bit | bit;
    }
  }
  list(): QueryTerm[] {
    return [...this.#terms.values()];
  }
}

function collect(
  slots: readonly Slot[],
  vocabulary: Vocabulary,
  marked: boolean,
  askingWeight: number,
): QueryTerm[] {
  const out = new TermSet();
  let before: Form[] = [];
  for (const slot of slots) {
    const factor = slot.asking ? askingWeight : 1;
    const ends: Form[] = [];
    for (const reading of slot.readings) {
      const forms = formsOf(reading, vocabulary, marked, factor);
      addRun(out, forms);
      const first = forms[0];
      if (first) for (const b of before) addPair(out, b, first);
      const last = forms.at(-1);
      if (last) ends.push(last);
    }
    before = ends;
  }
  return out.list();
}

/** Terms that were typed as well are not counted twice. */
function officialTerms(
  official: readonly Reading[],
  vocabulary: Vocabulary,
  typed: readonly QueryTerm[],
): QueryTerm[] {
  const out = new TermSet();
  for (const reading of official) addRun(out, formsOf(reading, vocabulary, true, 1));
  const known = new Map(typed.map((t) => [t.key, t.weight]));
  return out.list().filter((t) => (known.get(t.key) ?? 0) < t.weight);
}

function formsOf(
  reading: Reading,
  vocabulary: Vocabulary,
  marked: boolean,
  factor: number,
): (Form | undefined)[] {
  return reading.syllables.map((s) => {
    const id = vocabulary.find(s.folded);
    return id === undefined
      ? undefined
      : { id, bit: marked ? formBit(s.exact) : 0, weight: reading.weight * factor };
  });
}

function addRun(out: TermSet, forms: readonly (Form | undefined)[]): void {
  let before: Form | undefined;
  for (const f of forms) {
    if (f) out.add(f.id, f.weight, f.bit);
    if (f && before) addPair(out, before, f);
    before = f;
  }
}

function addPair(out: TermSet, a: Form, b: Form): void {
  const bit = a.bit === 0 || b.bit === 0 ? 0 : pairSignature(a.bit, b.bit);
  out.add(pairKey(a.id, b.id), Math.min(a.weight, b.weight), bit);
}

function concepts(
  slots: readonly Slot[],
  official: readonly Expansion[],
  vocabulary: Vocabulary,
  marked: boolean,
): Concept[] {
  const known = (folded: string | undefined) => vocabulary.find(folded ?? '') ?? [];
  const out: Concept[] = [];
  let at = 0;
  for (const slot of slots) {
    for (const [i, x] of slot.readings[0]!.syllables.entries()) {
      const instead = official
        .filter((e) => e.start <= at && at < e.end)
        .map((e) => e.syllables.flatMap((s) => known(s.folded)));
      at++;
      if (slot.asking) continue;
      const keys = slot.readings.flatMap((r) => known(r.syllables[i]?.folded));
      const bit = marked && slot.readings.length === 1 ? formBit(x.exact) : 0;
      out.push({ word: x.exact, keys, bit, instead });
    }
  }
  return out;
}
