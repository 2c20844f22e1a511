import type { ChunkId, DocumentId, IsoDate, Relation } from '../../legal/model.ts';
import { isMeant } from '../../legal/numbers/same-document.ts';
import { sourceFor } from '../../retrieval/access.ts';
import type { Chunk, ChunkSource, DocumentFacts, Hit, Reader, Retriever } from '../../retrieval/model.ts';
import { isInForce, type Overruled, overruled, precedes, type Stating } from './find.ts';
import { type Statement, statementsOf } from './statements.ts';

/** Statements of a new text that are looked up among those stored, and units read for each. */
const MOST_STATEMENTS = 20;
const UNITS = 6;

export interface StoredTexts {
  readonly retriever: Retriever;
  readonly source: ChunkSource;
}

/**
 * Contradictions of a text that is not stored yet with those in force, either way round: what it states otherwise than a
 * text that goes before it, and what stored texts state otherwise than it, where it goes before them. Each of its first
 * statements is looked up by its own words; what the reader may not read is not found.
 */
export async function againstStored(
  document: {
    readonly facts: DocumentFacts;
    readonly chunks: readonly Chunk[];
    readonly relations: readonly Relation[];
  },
  { retriever, source }: StoredTexts,
  reader: Reader,
  asOf: IsoDate,
): Promise<Overruled[]> {
  const open = sourceFor(source, reader);
  const own: Stating = { facts: document.facts, statements: document.chunks.flatMap(statementsOf) };
  const asked = distinct(own.statements).slice(0, MOST_STATEMENTS);
  const units = new Map<string, Hit>();
  for (const { clause, chunk } of asked) {
    const query = [chunk.heading.split(' > ').at(-1), clause].join(' ');
    const { hits } = await retriever.retrieve({ query, k: UNITS, asOf, reader });
    for (const hit of hits) if (isInForce(hit)) units.set(hit.unitId, hit);
  }
  const facts = await open.facts([...new Set([...units.values()].map(({ documentId }) => documentId))]);
  const found = await Promise.all(
    [...units.values()].map(async ({ unitId, documentId }) => {
      const stored = facts.get(documentId as DocumentId);
      if (stored === undefined || isEndedBy(document, stored)) return [];
      if (!(precedes(stored, own.facts) ?? precedes(own.facts, stored))) return [];
      const statements = (await open.unitChunks(unitId)).flatMap(statementsOf);
      const theirs = { facts: stored, statements };
      return [...overruled(own, theirs), ...overruled(theirs, own)];
    }),
  );
  return onePerMatter(found.flat());
}

/** What the text replaces or repeals as a whole it is there to state otherwise. */
function isEndedBy(
  { facts: by, relations }: { readonly facts: DocumentFacts; readonly relations: readonly Relation[] },
  stored: DocumentFacts,
): boolean {
  return relations.some(
    ({ kind, target, targetPath, sentence }) =>
      (kind === 'replaces' || kind === 'repeals') &&
      targetPath === undefined &&
      target === stored.number &&
      isMeant(stored, { sentence, by }),
  );
}

/** One query finds the others of a clause. */
function distinct(statements: readonly Statement[]): Statement[] {
  return [...new Map(statements.map((one) => [one.clause, one])).values()];
}

function onePerMatter(found: readonly Overruled[]): Overruled[] {
  const key = ({ lower, higher }: Overruled): string =>
    [lower.kind, lower.chunk.id, higher.chunk.id satisfies ChunkId].join(' ');
  return [...new Map(found.map((one) => [key(one), one])).values()];
}
