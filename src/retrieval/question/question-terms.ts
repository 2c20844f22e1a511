import type { QueryTerm } from '../lexical/bm25.ts';
import { formBit } from '../lexical/terms.ts';
import { pairKey, pairSignature, type Vocabulary } from '../lexical/vocabulary.ts';
import type { Expansion } from '../thesaurus/thesaurus.ts';
import type { Reading, Slot } from './question-readings.ts';

export interface Concept {
  readonly word: string;
  /** Signature bit of the typed form; 0 when it was typed without diacritics or can be read in several ways. */
  readonly bit: number;
  /** Any of these in a text covers the concept; empty when the corpus has never seen the word. */
  readonly keys: readonly number[];
  /** Official wordings for it; a text with most syllables of one covers it as well. */
  readonly instead: readonly (readonly number[])[];
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

/** The terms of a question: its syllables and pairs of neighbours. @param askingWeight of words that only ask */
export function termsOf(
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

/** The terms of official wordings; those that were typed as well are not counted twice. */
export function officialTerms(
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

/** The single syllables of the subject, each with what covers it in a text. */
export function conceptsOf(
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
