import { citationLabel } from '../../legal/citation-label.ts';
import { reachOf } from '../../legal/effectivity/acts.ts';
import type { ChunkId } from '../../legal/model.ts';
import type { Chunk, DocumentFacts, IncomingRelation } from '../../retrieval/model.ts';
import { piecesOf } from './pieces.ts';
import type { NewWording } from './wording.ts';

/**
 * The wording a consolidation gives a part that was changed: its own text at the same place, for where the amending text
 * is not stored. Undefined where it has no such part.
 */
export function consolidatedWording(
  by: DocumentFacts,
  chunks: readonly Chunk[],
  { targetPath: place = {} }: Pick<IncomingRelation, 'targetPath'>,
): NewWording | undefined {
  const found = chunks.flatMap((chunk): Chunk[] => {
    const reached = piecesOf(chunk).filter(
      ({ path }) => reachOf({ kind: 'replaces', byNumber: '', targetPath: place }, path) === 'all',
    );
    const [first] = reached;
    if (first === undefined) return [];
    const path = reached.length === 1 ? first.path : { ...chunk.path, ...place };
    const text = chunk.text.slice(first.start, reached.at(-1)!.end).trimEnd();
    if (!/\p{L}/u.test(text)) return [];
    return [
      { ...chunk, id: `${chunk.id}~${first.start}` as ChunkId, path, label: citationLabel(path, by), text },
    ];
  });
  return found.length === 0 ? undefined : { kind: 'text', chunks: found };
}
