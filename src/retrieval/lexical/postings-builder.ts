import type { Steps } from '../steps.ts';
import { groupSteps, type Postings } from './postings.ts';
import type { Token } from './terms.ts';
import { countTerms, type Vocabulary } from './vocabulary.ts';

/** Postings that one step sorts: under a millisecond. */
const STEP = 32_768;

/** Grows by doubling; typed arrays cannot. */
class Growing<T extends Uint32Array | Uint8Array> {
  data: T;
  length = 0;
  readonly #make: (size: number) => T;
  constructor(make: (size: number) => T) {
    this.#make = make;
    this.data = make(1024);
  }
  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = this.#make(this.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }
}
const growing32 = () => new Growing<Uint32Array>((n) => new Uint32Array(n));
const growing8 = () => new Growing<Uint8Array>((n) => new Uint8Array(n));

/** Collects entries in group order and turns them into posting lists. */
export class PostingsBuilder {
  readonly #vocabulary: Vocabulary;
  readonly #termOf = new Map<number, number>();
  readonly #keys: number[] = [];
  readonly #terms = growing32();
  readonly #entries = growing32();
  readonly #frequencies = growing8();
  readonly #signatures = growing8();
  readonly #lengths: number[] = [];
  readonly #groups: number[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  get entryCount(): number {
    return this.#lengths.length;
  }

  /** @param group must not be smaller than that of the entry before. */
  add(group: number, runs: readonly (readonly Token[])[]): void {
    const entry = this.#lengths.length;
    const { counts, length } = countTerms(runs, this.#vocabulary);
    for (const [key, packed] of counts) {
      let term = this.#termOf.get(key);
      if (term === undefined) {
        term = this.#keys.length;
        this.#termOf.set(key, term);
        this.#keys.push(key);
      }
      this.#terms.push(term);
      this.#entries.push(entry);
      this.#frequencies.push(Math.min(255, Math.floor(packed / 256)));
      this.#signatures.push(packed & 255);
    }
    this.#lengths.push(length);
    this.#groups.push(group);
  }

  *finish(groupCount: number): Steps<Postings> {
    const keys = Float64Array.from(this.#keys).sort();
    const rank = new Uint32Array(keys.length);
    yield;
    for (let i = 0; i < keys.length; i++) {
      rank[this.#termOf.get(keys[i]!)!] = i;
      if (i % STEP === 0) yield;
    }
    yield;
    const n = this.#terms.length;
    const offsets = new Uint32Array(keys.length + 1);
    for (let i = 0; i < n; i++) offsets[rank[this.#terms.data[i]!]! + 1]!++;
    for (let i = 0; i < keys.length; i++) offsets[i + 1]! += offsets[i]!;
    const entries = new Uint32Array(n);
    const frequencies = new Uint8Array(n);
    const signatures = new Uint8Array(n);
    const next = offsets.slice(0, keys.length);
    // Counting sort by term: entries were added in order, so each list comes out sorted.
    for (let i = 0; i < n; i++) {
      const to = next[rank[this.#terms.data[i]!]!]!++;
      entries[to] = this.#entries.data[i]!;
      frequencies[to] = this.#frequencies.data[i]!;
      signatures[to] = this.#signatures.data[i]!;
      if (i % STEP === 0) yield;
    }
    const groupOf = Uint32Array.from(this.#groups);
    const base = { keys, offsets, entries, frequencies, signatures, groupOf, groupCount };
    return { ...base, lengths: Uint32Array.from(this.#lengths), groupFrequency: yield* groupSteps(base) };
  }
}
