import type { ChunkSource, DocumentFacts, DocumentScope, IncomingRelation, Reader } from './model.ts';

/** Whether a reader may see a document. Unknown kinds of scope are closed, not open. */
export function mayRead(scope: DocumentScope, reader: Reader): boolean {
  if (scope.webOnly === true && reader.channel === 'telegram') return false;
  switch (scope.kind) {
    case 'public':
      return true;
    case 'internal':
      return reader.internal;
    case 'departments':
      return reader.internal && scope.departments.some((d) => reader.departments.includes(d));
    default:
      return false;
  }
}

/** Stands for a document that changed this one and that the reader may not know of. */
const UNNAMED = 'một văn bản khác';

/**
 * The facts as this reader may hear them: what ended or changed the text still counts, but an acting document that the
 * reader may not read is neither named nor quoted.
 */
export function forReader(facts: DocumentFacts, reader: Reader): DocumentFacts {
  const hidden = ({ byScope }: { readonly byScope?: DocumentScope }) =>
    byScope !== undefined && !mayRead(byScope, reader);
  const { incoming, basisEnded } = facts;
  if (!incoming?.some(hidden) && !basisEnded?.some(hidden)) return facts;
  return {
    ...facts,
    ...(incoming && {
      incoming: incoming.map((relation) => (hidden(relation) ? unnamed(relation) : relation)),
    }),
    ...(basisEnded && {
      basisEnded: basisEnded.map(({ byNumber, ...basis }) =>
        hidden(basis) || byNumber === undefined ? basis : { ...basis, byNumber },
      ),
    }),
  };
}

function unnamed({ byId: _, reportedIn: __, ...relation }: IncomingRelation): IncomingRelation {
  return { ...relation, byNumber: UNNAMED, byTitle: UNNAMED, sentence: '' };
}

/** A source whose facts are as this reader may hear them. */
export function sourceFor(source: ChunkSource, reader: Reader): ChunkSource {
  return {
    chunks: (ids) => source.chunks(ids),
    unitChunks: (id) => source.unitChunks(id),
    documentChunks: (id) => source.documentChunks(id),
    facts: async (ids) =>
      new Map([...(await source.facts(ids))].map(([id, facts]) => [id, forReader(facts, reader)])),
  };
}
