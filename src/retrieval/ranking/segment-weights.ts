import type { DocumentId } from '../../legal/model.ts';
import { mayRead } from '../access.ts';
import type { DocumentCard } from '../index/retrieval-index.ts';
import type { Segment } from '../lexical/segment.ts';
import type { UnitWeights } from '../lexical/unit-scores.ts';
import type { Reader } from '../model.ts';
import { unitWeights } from './unit-weights.ts';

/** What a segment's documents weigh for askers of one territory. */
interface SegmentWeights {
  readonly territory: string;
  readonly weights: readonly (UnitWeights | undefined)[];
  /** Documents that not everybody may read, by their place. */
  readonly guarded: readonly { readonly document: number; readonly card: DocumentCard }[];
}

const KNOWN = new WeakMap<Segment, SegmentWeights>();

/** Weights of a segment's documents by their place in it; undefined where the reader may not see one. What is the same
 * for everybody is kept with the segment: a document's card changes only with its segment. Access is settled anew at
 * each question. */
export function weightsIn(
  segment: Segment,
  cardOf: (id: DocumentId) => DocumentCard | undefined,
  reader: Reader,
  territory: string,
): readonly (UnitWeights | undefined)[] {
  let known = KNOWN.get(segment);
  if (known?.territory !== territory) {
    known = read(segment, cardOf, territory);
    KNOWN.set(segment, known);
  }
  const closed = known.guarded.filter(({ card }) => !mayRead(card.scope, reader));
  if (closed.length === 0) return known.weights;
  const out = [...known.weights];
  for (const { document } of closed) out[document] = undefined;
  return out;
}

/** Sees only what everybody may see, on every channel. */
const ANYBODY: Reader = { internal: false, departments: [], channel: 'telegram' };

function read(
  segment: Segment,
  cardOf: (id: DocumentId) => DocumentCard | undefined,
  territory: string,
): SegmentWeights {
  const guarded: { document: number; card: DocumentCard }[] = [];
  const same = new Map<string, UnitWeights>();
  const weights = segment.documents.map((id, document) => {
    const card = cardOf(id);
    if (card === undefined) return undefined;
    if (!mayRead(card.scope, ANYBODY)) guarded.push({ document, card });
    const own = unitWeights(card, territory);
    const key = JSON.stringify(own);
    // Equal weights are one object: thousands of their own would be read from far memory at every question.
    if (!same.has(key)) same.set(key, own);
    return same.get(key);
  });
  return { territory, weights, guarded };
}
