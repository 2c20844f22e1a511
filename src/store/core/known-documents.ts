import { LRUCache } from 'lru-cache';
import type { ChunkId, DocumentId, UnitId } from '../../legal/model.ts';
import type { Chunk, ChunkSource, DocumentFacts } from '../../retrieval/model.ts';

/** Documents whose facts are kept. */
const FACTS = 10_000;
/** Characters of text kept in units, in whole documents and in single chunks, each. */
const CHARACTERS = 6_000_000;

/**
 * What was read of documents, kept until one changes: questions read the facts of sixty documents and the text of five
 * units each, mostly of the same few hundred procedures.
 *
 * @param generation of the documents stored, asked for at each reading: every change of a document, its scope or what acts
 *   on it raises it, in whatever process
 */
export function withKnownDocuments(source: ChunkSource, generation: () => Promise<number>): ChunkSource {
  let known = nothingKnown(-1);
  let asked: Promise<typeof known> | undefined;
  // What is read goes to the set that was current when the reading began: a change meanwhile has begun another.
  const look = async () => {
    const now = await generation();
    asked = undefined;
    if (known.generation !== now) known = nothingKnown(now);
    return known;
  };
  // Readings that begin together ask once.
  const current = () => {
    asked ??= look().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
  return {
    async chunks(ids) {
      const { chunks } = await current();
      return throughCache(ids, chunks, (missing) => source.chunks(missing));
    },
    async facts(ids) {
      const { facts } = await current();
      return throughCache(ids, facts, (missing) => source.facts(missing));
    },
    async unitChunks(id) {
      const { units } = await current();
      return whole(units, id, () => source.unitChunks(id));
    },
    async documentChunks(id) {
      const { documents } = await current();
      return whole(documents, id, () => source.documentChunks(id));
    },
  };
}

type Whole<K extends string> = LRUCache<K, readonly Chunk[]>;

function nothingKnown(generation: number) {
  const texts = <K extends string>(): Whole<K> =>
    new LRUCache({ maxSize: CHARACTERS, sizeCalculation: (list) => 1 + sum(list.map(charactersOf)) });
  return {
    generation,
    facts: new LRUCache<DocumentId, DocumentFacts>({ max: FACTS }),
    chunks: new LRUCache<ChunkId, Chunk>({ maxSize: CHARACTERS, sizeCalculation: charactersOf }),
    units: texts<UnitId>(),
    documents: texts<DocumentId>(),
  };
}

const charactersOf = ({ text, heading, label }: Chunk): number =>
  1 + text.length + heading.length + label.length;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

async function throughCache<K extends string, V extends object>(
  ids: readonly K[],
  known: LRUCache<K, V>,
  read: (missing: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): Promise<Map<K, V>> {
  const missing = ids.filter((id) => !known.has(id));
  const fresh = missing.length === 0 ? undefined : await read(missing);
  const found = new Map<K, V>();
  // In the order asked for, whatever was known before.
  for (const id of ids) {
    const value = fresh?.get(id) ?? known.get(id);
    if (value !== undefined) found.set(id, value);
  }
  for (const [id, value] of fresh ?? []) known.set(id, value);
  return found;
}

async function whole<K extends string>(
  known: Whole<K>,
  id: K,
  read: () => Promise<readonly Chunk[]>,
): Promise<readonly Chunk[]> {
  const before = known.get(id);
  if (before !== undefined) return before;
  const list = await read();
  known.set(id, list);
  return list;
}
