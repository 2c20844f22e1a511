/** Keeps the items with the largest scores: a binary heap with the smallest on top. Of equal scores the earlier order
 * wins, so that what is kept does not depend on when it was offered. */
export class BestOf<T> {
  readonly #limit: number;
  readonly #scores: number[] = [];
  readonly #orders: number[] = [];
  readonly #items: T[] = [];

  constructor(limit: number) {
    this.#limit = Math.max(0, limit);
  }

  /** A score below this is not kept; scores of 0 and less never are. */
  get threshold(): number {
    if (this.#limit === 0) return Number.POSITIVE_INFINITY;
    return this.#scores.length < this.#limit ? 0 : this.#scores[0]!;
  }

  /** @param order distinct for each item, ascending in the order that ties are settled in */
  offer(score: number, order: number, item: T): void {
    if (this.#limit === 0 || !(score > 0)) return;
    const at = this.#scores.length;
    if (at < this.#limit) {
      this.#put(at, score, order, item);
      this.#up(at);
    } else if (score > this.#scores[0]! || (score === this.#scores[0]! && order < this.#orders[0]!)) {
      this.#put(0, score, order, item);
      this.#down(0);
    }
  }

  /** What was kept, in no order. */
  items(): T[] {
    return [...this.#items];
  }

  #put(at: number, score: number, order: number, item: T): void {
    this.#scores[at] = score;
    this.#orders[at] = order;
    this.#items[at] = item;
  }

  /** Whether the item at `a` goes before the one at `b`. */
  #worse(a: number, b: number): boolean {
    const difference = this.#scores[a]! - this.#scores[b]!;
    return difference < 0 || (difference === 0 && this.#orders[a]! > this.#orders[b]!);
  }

  #up(start: number): void {
    for (let i = start; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!this.#worse(i, parent)) return;
      this.#swap(i, parent);
      i = parent;
    }
  }

  #down(start: number): void {
    for (let i = start; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < this.#scores.length && this.#worse(child, least)) least = child;
      if (least === i) return;
      this.#swap(i, least);
      i = least;
    }
  }

  #swap(a: number, b: number): void {
    for (const list of [this.#scores, this.#orders, this.#items] as unknown[][])
      [list[a], list[b]] = [list[b], list[a]];
  }
}
