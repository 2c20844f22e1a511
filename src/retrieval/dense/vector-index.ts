import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import hnswlib from 'hnswlib-node';

/** A stored vector's key (chunk or unit id) and its cosine similarity to the question (−1..1). */
export interface Neighbour {
  readonly key: string;
  readonly similarity: number;
}

/** The port that every vector index fulfils; one contract suite tests them all, a plain reference among them. */
export interface VectorIndex {
  readonly dimensions: number;
  readonly size: number;
  /** Adds a vector or replaces the one of this key. */
  add(key: string, vector: Float32Array): void;
  /** False when there is no such key. */
  remove(key: string): boolean;
  /** Nearest first, at most k, only keys that are allowed. */
  search(vector: Float32Array, k: number, allowed?: (key: string) => boolean): Neighbour[];
}

/** HNSW (Malkov & Yashunin 2016): links a node, and breadth while building and searching. */
const LINKS = 16;
const BUILD_BREADTH = 100;
const SEARCH_BREADTH = 120;
const MANIFEST = 'vectors.json';
const FORMAT = 1;

interface Manifest {
  readonly format: number;
  readonly generation: number;
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly file: string;
  readonly keys: readonly (readonly [label: number, key: string])[];
}

/**
 * HNSW (hnswlib) with deletion. A removed key's node is marked and its place reused, so re-ingestion does not let the
 * graph grow. The vectors themselves are committed in the database; this is a rebuildable snapshot.
 */
export class HnswIndex implements VectorIndex {
  readonly dimensions: number;
  readonly #graph: hnswlib.HierarchicalNSW;
  readonly #labelOf = new Map<string, number>();
  readonly #keyOf = new Map<number, string>();
  readonly #free: number[] = [];
  #next = 0;

  constructor(dimensions: number, graph?: hnswlib.HierarchicalNSW, keys: Manifest['keys'] = []) {
    this.dimensions = dimensions;
    this.#graph = graph ?? new hnswlib.HierarchicalNSW('cosine', dimensions);
    if (!graph)
      this.#graph.initIndex({ maxElements: 1024, m: LINKS, efConstruction: BUILD_BREADTH, randomSeed: 100 });
    for (const [label, key] of keys) {
      this.#labelOf.set(key, label);
      this.#keyOf.set(label, key);
      this.#next = Math.max(this.#next, label + 1);
    }
    for (let label = 0; label < this.#next; label++) if (!this.#keyOf.has(label)) this.#free.push(label);
    this.#graph.setEf(SEARCH_BREADTH);
  }

  get size(): number {
    return this.#labelOf.size;
  }

  keys(): Iterable<string> {
    return this.#labelOf.keys();
  }

  add(key: string, vector: Float32Array): void {
    checkVector(key, vector, this.dimensions);
    this.remove(key);
    const reused = this.#free.pop();
    const label = reused ?? this.#next++;
    if (label >= this.#graph.getMaxElements()) this.#graph.resizeIndex(this.#graph.getMaxElements() * 2);
    if (reused !== undefined) this.#graph.unmarkDelete(reused);
    // A known label is updated in place by hnswlib.
    this.#graph.addPoint(Array.from(vector), label);
    this.#labelOf.set(key, label);
    this.#keyOf.set(label, key);
  }

  remove(key: string): boolean {
    const label = this.#labelOf.get(key);
    if (label === undefined) return false;
    this.#graph.markDelete(label);
    this.#labelOf.delete(key);
    this.#keyOf.delete(label);
    this.#free.push(label);
    return true;
  }

  search(vector: Float32Array, k: number, allowed: (key: string) => boolean = () => true): Neighbour[] {
    if (this.size === 0 || k < 1 || vector.every((x) => x === 0)) return [];
    const wanted = Math.min(k, this.size);
    this.#graph.setEf(Math.max(SEARCH_BREADTH, 2 * wanted));
    const filter = (label: number) => {
      const key = this.#keyOf.get(label);
      return key !== undefined && allowed(key);
    };
    const { neighbors, distances } = this.#graph.searchKnn(Array.from(vector), wanted, filter);
    return neighbors.map((label, i) => ({ key: this.#keyOf.get(label)!, similarity: 1 - distances[i]! }));
  }

  /** Writes a snapshot beside the earlier one; the manifest decides which is valid. */
  save(dir: string, generation: number, fingerprint: string): void {
    mkdirSync(dir, { recursive: true });
    // A name of its own each time: another process may be reading the earlier one.
    const file = `vectors-${generation}-${process.pid}-${Date.now()}.hnsw`;
    const before = readManifest(dir);
    this.#graph.writeIndexSync(join(dir, file));
    const manifest: Manifest = {
      format: FORMAT,
      generation,
      fingerprint,
      dimensions: this.dimensions,
      file,
      keys: [...this.#keyOf],
    };
    const temporary = join(dir, `${MANIFEST}.${process.pid}.tmp`);
    writeFileSync(temporary, JSON.stringify(manifest));
    renameSync(temporary, join(dir, MANIFEST));
    if (before && before.file !== file) rmSync(join(dir, before.file), { force: true });
  }

  /** Undefined when there is no snapshot, or when it was made by another embedder: vectors are never mixed. */
  static open(dir: string, fingerprint: string): { index: HnswIndex; generation: number } | undefined {
    const manifest = readManifest(dir);
    if (manifest?.format !== FORMAT || manifest.fingerprint !== fingerprint) return undefined;
    const path = join(dir, manifest.file);
    if (!existsSync(path)) return undefined;
    const graph = new hnswlib.HierarchicalNSW('cosine', manifest.dimensions);
    try {
      graph.readIndexSync(path);
    } catch {
      return undefined;
    }
    return {
      index: new HnswIndex(manifest.dimensions, graph, manifest.keys),
      generation: manifest.generation,
    };
  }
}

/** One NaN would make every distance to it, and the search through it, meaningless. */
function checkVector(key: string, vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions)
    throw new RangeError(`vector of ${dimensions} numbers expected for ${key}, got ${vector.length}`);
  if (!vector.every(Number.isFinite)) throw new RangeError(`finite numbers expected for ${key}`);
}

function readManifest(dir: string): Manifest | undefined {
  const path = join(dir, MANIFEST);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}
