/** Keeps the items with the largest scores: a binary heap with the smallest on top. */
export class BestOf<T> {
  readonly #limit: number;
  readonly #scores: number[] = [];
  readonly #items: T[] = [];

  constructor(limit: number) {
    this.#limit = Math.max(0, limit);
  }

  /** A score must exceed this to be kept. */
  get threshold(): number {
    if (this.#limit === 0) return Number.POSITIVE_INFINITY;
    return this.#scores.length < this.#limit ? 0 : this.#scores[0]!;
  }

  /** Keeps the item if its score exceeds the threshold. */
  offer(score: number, item: T): void {
    if (!(score > this.threshold)) return;
    if (this.#scores.length < this.#limit) {
      this.#scores.push(score);
      this.#items.push(item);
      this.#up(this.#scores.length - 1);
      return;
    }
    this.#scores[0] = score;
    this.#items[0] = item;
    this.#down(0);
  }

  /** What was kept, in no order. */
  items(): T[] {
    return [...this.#items];
  }

  #up(start: number): void {
    for (let i = start; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (this.#scores[parent]! <= this.#scores[i]!) return;
      this.#swap(i, parent);
      i = parent;
    }
  }

  #down(start: number): void {
    for (let i = start; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < this.#scores.length && this.#scores[child]! < this.#scores[least]!) least = child;
      if (least === i) return;
      this.#swap(i, least);
      i = least;
    }
  }

  #swap(a: number, b: number): void {
    [this.#scores[a], this.#scores[b]] = [this.#scores[b]!, this.#scores[a]!];
    [this.#items[a], this.#items[b]] = [this.#items[b]!, this.#items[a]!];
  }
}
