import { wordForms } from '../lexical/terms.ts';
import { pairKey, type Vocabulary } from '../lexical/vocabulary.ts';
import { ABBREVIATIONS } from './abbreviations.ts';
import { isAskingSyllable } from './asking.ts';
import { nearestSyllables } from './typos.ts';

/** One reading of a place in the question: some syllables with their weight. */
export interface Reading {
  readonly syllables: readonly { readonly folded: string; readonly exact: string }[];
  readonly weight: number;
}

/** One place in the question, with its readings (a word; an abbreviation's expansions; a typo's corrections). */
export interface Slot {
  readonly readings: readonly Reading[];
  asking: boolean;
}

/** What reading a question needs of the index: its words, and how many chunks have a term. */
export interface Language {
  readonly vocabulary: Vocabulary;
  frequency(key: number): number;
}

/** Weight of a slip of the keyboard put right, measured in docs/evaluation.md. */
const TYPO = 0.8;

/** A word of the question with what it may stand for: itself, an abbreviation's expansions, a slip put right. */
export function slotOf(token: { folded: string; exact: string }, vocabulary: Vocabulary): Slot {
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
        weight: TYPO / near.length,
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
export function chooseReadings(slots: readonly Slot[], { vocabulary, frequency }: Language): Slot[] {
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
