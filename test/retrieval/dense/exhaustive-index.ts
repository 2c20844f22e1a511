import type { Neighbour, VectorIndex } from '../../../src/retrieval/dense/vector-index.ts';

/** Every vector compared: what the contract suite holds the real index against. */
export class ExhaustiveIndex implements VectorIndex {
  readonly dimensions: number;
  readonly #vectors = new Map<string, Float32Array>();

  constructor(dimensions: number) {
    this.dimensions = dimensions;
  }

  get size(): number {
    return this.#vectors.size;
  }

  add(key: string, vector: Float32Array): void {
    if (vector.length !== this.dimensions)
      throw new RangeError(`vector of ${this.dimensions} numbers expected for ${key}, got ${vector.length}`);
    this.#vectors.set(key, normalised(vector));
  }

  remove(key: string): boolean {
    return this.#vectors.delete(key);
  }

  search(vector: Float32Array, k: number, allowed: (key: string) => boolean = () => true): Neighbour[] {
    if (vector.every((x) => x === 0)) return [];
    const wanted = normalised(vector);
    const out: Neighbour[] = [];
    for (const [key, v] of this.#vectors) {
      if (!allowed(key)) continue;
      let similarity = 0;
      for (let i = 0; i < v.length; i++) similarity += v[i]! * wanted[i]!;
      out.push({ key, similarity });
    }
    return out.sort((a, b) => b.similarity - a.similarity).slice(0, Math.max(0, k));
  }
}

function normalised(v: Float32Array): Float32Array {
  const norm = Math.hypot(...v);
  return norm === 0 ? v.slice() : v.map((x) => x / norm);
}
