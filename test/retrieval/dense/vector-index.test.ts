import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HnswIndex, type VectorIndex } from '../../../src/retrieval/dense/vector-index.ts';
import { ExhaustiveIndex } from './exhaustive-index.ts';

/** The same numbers at every run. */
function random(seed: number): () => number {
  let s = seed;
  return () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return s / 2 ** 32 - 0.5;
  };
}
const vectors = (n: number, dimensions: number, seed = 1): Float32Array[] => {
  const next = random(seed);
  return Array.from({ length: n }, () => Float32Array.from({ length: dimensions }, next));
};

const STORES: [string, (dimensions: number) => VectorIndex][] = [
  ['hnsw', (d) => new HnswIndex(d)],
  ['exhaustive', (d) => new ExhaustiveIndex(d)],
];

describe.each(STORES)('contract of a vector index: %s', (_name, make) => {
  it('finds what is nearest, nearest first, with its cosine', () => {
    const index = make(2);
    index.add('east', Float32Array.of(3, 0));
    index.add('north', Float32Array.of(0, 1));
    index.add('west', Float32Array.of(-1, 0));
    const found = index.search(Float32Array.of(1, 0.1), 2);
    expect(found.map((f) => f.key)).toEqual(['east', 'north']);
    expect(found[0]!.similarity).toBeCloseTo(1 / Math.hypot(1, 0.1), 4);
  });

  it('forgets what was removed and takes the key again', () => {
    const index = make(2);
    index.add('a', Float32Array.of(1, 0));
    index.add('b', Float32Array.of(0, 1));
    expect(index.remove('a')).toBe(true);
    expect(index.remove('a')).toBe(false);
    expect(index.size).toBe(1);
    expect(index.search(Float32Array.of(1, 0), 5).map((f) => f.key)).toEqual(['b']);
    index.add('a', Float32Array.of(1, 0.01));
    expect(index.search(Float32Array.of(1, 0), 5).map((f) => f.key)).toEqual(['a', 'b']);
  });

  it('replaces the vector of a key', () => {
    const index = make(2);
    index.add('a', Float32Array.of(1, 0));
    index.add('b', Float32Array.of(0.7, 0.7));
    index.add('a', Float32Array.of(-1, 0));
    expect(index.size).toBe(2);
    expect(index.search(Float32Array.of(1, 0), 1)[0]!.key).toBe('b');
  });

  it('gives only what is allowed, and as many as there are', () => {
    const index = make(4);
    for (const [i, v] of vectors(50, 4).entries()) index.add(`k${i}`, v);
    const odd = (key: string) => Number(key.slice(1)) % 2 === 1;
    const found = index.search(vectors(1, 4, 9)[0]!, 10, odd);
    expect(found).toHaveLength(10);
    expect(found.every((f) => odd(f.key))).toBe(true);
  });

  it('is empty at first, for k of 0 and for a question without a direction', () => {
    const index = make(2);
    expect(index.search(Float32Array.of(1, 0), 3)).toEqual([]);
    index.add('a', Float32Array.of(1, 0));
    expect(index.search(Float32Array.of(0, 0), 3)).toEqual([]);
    expect(index.search(Float32Array.of(1, 0), 0)).toEqual([]);
  });

  it('refuses a vector of another length', () => {
    expect(() => make(3).add('a', Float32Array.of(1, 0))).toThrow(/3 numbers expected for a, got 2/);
  });
});

describe('hnsw', () => {
  it('agrees with the exhaustive index on nearly all neighbours, removals included', () => {
    const hnsw = new HnswIndex(16);
    const exact = new ExhaustiveIndex(16);
    for (const [i, v] of vectors(1500, 16).entries()) {
      hnsw.add(`k${i}`, v);
      exact.add(`k${i}`, v);
    }
    for (let i = 0; i < 1500; i += 3) {
      hnsw.remove(`k${i}`);
      exact.remove(`k${i}`);
    }
    let same = 0;
    for (const q of vectors(20, 16, 77)) {
      const wanted = new Set(exact.search(q, 10).map((f) => f.key));
      for (const f of hnsw.search(q, 10)) if (wanted.has(f.key)) same++;
    }
    expect(same).toBeGreaterThanOrEqual(190);
  });

  it('is saved and opened with its generation; another embedder’s vectors are never mixed in', () => {
    const dir = mkdtempSync(join(tmpdir(), 'vectors-'));
    try {
      const index = new HnswIndex(4);
      for (const [i, v] of vectors(20, 4).entries()) index.add(`k${i}`, v);
      index.remove('k3');
      index.save(dir, 1, 'model-a');
      index.save(dir, 2, 'model-a');
      expect(readdirSync(dir).sort()).toEqual([
        expect.stringMatching(/^vectors-2-.*\.hnsw$/),
        'vectors.json',
      ]);
      const opened = HnswIndex.open(dir, 'model-a')!;
      expect(opened.generation).toBe(2);
      expect(opened.index.size).toBe(19);
      const q = vectors(1, 4, 5)[0]!;
      expect(opened.index.search(q, 5)).toEqual(index.search(q, 5));
      opened.index.add('new', q);
      expect(opened.index.search(q, 1)[0]!.key).toBe('new');
      expect(HnswIndex.open(dir, 'model-b')).toBeUndefined();
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});
