import { formBit, type Token } from './terms.ts';

/** Syllable ids stay below this, so that a pair fits into the 53 bits of a number. */
const LIMIT = 2 ** 21;

/** Numbers for folded syllables, first come first numbered; shared by every segment of an index. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];

  get size(): number {
    return this.#words.length;
  }

  /** Id ≥ 1 of a folded syllable, given on first sight. @throws RangeError past two million syllables. */
  intern(folded: string): number {
    let id = this.#ids.get(folded);
    if (id === undefined) {
      this.#words.push(folded);
      id = this.#words.length;
      if (id >= LIMIT) throw new RangeError(`vocabulary: more than ${LIMIT} distinct syllables`);
      this.#ids.set(folded, id);
    }
    return id;
  }

  /** Id of a known syllable, or undefined. */
  find(folded: string): number | undefined {
    return this.#ids.get(folded);
  }

  words(): readonly string[] {
    return this.#words;
  }

  static from(words: readonly string[]): Vocabulary {
    const v = new Vocabulary();
    for (const w of words) v.intern(w);
    return v;
  }
}

/** Key of a single syllable. */
const singleKey = (id: number): number => id;
/** Key of two neighbouring syllables. */
export const pairKey = (first: number, second: number): number => first * LIMIT + second;
/** True for keys made by `pairKey`. */
export const isPairKey = (key: number): boolean => key >= LIMIT;

/** Number of times and signature of exact forms of each term (syllables and pairs) of some runs of tokens.
 * Pairs never cross from one run into the next. */
export function countTerms(
  runs: readonly (readonly Token[])[],
  vocabulary: Vocabulary,
): { readonly counts: Map<number, number>; readonly length: number } {
  // One number a term: count in the high part, signature in the low eight bits.
  const counts = new Map<number, number>();
  let length = 0;
  for (const run of runs) {
    let previous = 0;
    let previousBit = 0;
    for (const token of run) {
      length++;
      const id = vocabulary.intern(token.folded);
      const bit = formBit(token.exact);
      bump(counts, singleKey(id), bit);
      if (previous > 0) bump(counts, pairKey(previous, id), pairSignature(previousBit, bit));
      previous = id;
      previousBit = bit;
    }
  }
  return { counts, length };
}

function bump(counts: Map<number, number>, key: number, bit: number): void {
  const packed = counts.get(key);
  counts.set(key, packed === undefined ? 256 + bit : (packed | bit) + 256);
}

/** Signature bit of a pair from its members' bits. */
export function pairSignature(first: number, second: number): number {
  const a = 31 - Math.clz32(first);
  const b = 31 - Math.clz32(second);
  return 1 << ((a * 3 + b) & 7);
}
