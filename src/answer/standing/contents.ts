import { printDate } from '../../legal/citation-label.ts';
import type { IsoDate } from '../../legal/model.ts';
import { effectivityOf } from '../../retrieval/in-force.ts';
import { type Chunk, type DocumentFacts, NOTES_UNIT } from '../../retrieval/model.ts';
import { cautionSection } from '../cautions.ts';
import type { Draft } from '../model.ts';
import { ownCautions } from './draft.ts';
import type { Citations } from './evidence.ts';
import type { Subject } from './subject.ts';
import { STANDING_WORDS } from './words.ts';

/** Parts named in one answer. */
const MOST_NAMED = 10;
/** Characters of the beginning of a part that has no title of its own. */
const LONGEST_OPENING = 160;

/** What a document in force is about and how its parts begin, each with its mark; undefined for a question about a part
 * of it, and for a document that is not divided. */
export async function contents(
  { name, path }: Subject,
  facts: DocumentFacts,
  asOf: IsoDate,
  cite: Citations,
): Promise<Draft | undefined> {
  if (facts.kind !== 'official' || Object.keys(path).length > 0) return undefined;
  const parts = firstOfEach(await cite.chunksOf(facts));
  const lines = parts.slice(0, MOST_NAMED).flatMap((chunk) => {
    const citation = cite.opening(facts, chunk, LONGEST_OPENING);
    if (citation === undefined) return [];
    const cut = chunk.text.trim().length > citation.quote.length && !/[.;:]$/u.test(citation.quote);
    return [`${citation.quote}${cut && chunk.path.dieu === undefined ? ' …' : ''} [${citation.n}]`];
  });
  if (lines.length === 0) return undefined;
  const { from } = effectivityOf(facts, asOf);
  const more = parts.length - MOST_NAMED;
  return {
    status: 'answered',
    sections: [
      { role: 'conclusion', heading: name, lines: [STANDING_WORDS.about(facts.title)] },
      { role: 'detail', heading: STANDING_WORDS.parts, lines },
      ...cautionSection([
        ...(more > 0 ? [STANDING_WORDS.moreParts(more)] : []),
        ...(from === undefined ? [] : [STANDING_WORDS.from(printDate(from))]),
        ...ownCautions(facts, asOf),
      ]),
    ],
    citations: cite.citations,
    composer: 'embedded',
  };
}

/** The first chunk of every numbered part of the body. */
function firstOfEach(chunks: readonly Chunk[]): Chunk[] {
  const first = new Map<string, Chunk>();
  for (const chunk of chunks) {
    const { phuLuc, dieu, khoan, muc } = chunk.path;
    const numbered = dieu ?? khoan ?? muc;
    if (phuLuc !== undefined || numbered === undefined || chunk.unitId.endsWith(`#${NOTES_UNIT}`)) continue;
    if (!first.has(chunk.unitId)) first.set(chunk.unitId, chunk);
  }
  return [...first.values()];
}
