import type { IsoDate } from '../../legal/model.ts';
import { labelWithin } from '../../legal/units/provinces.ts';
import { mayRead } from '../access.ts';
import { EFFECTIVITY_FACTOR, effectivityOf, unitPath } from '../in-force.ts';
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { Chunk, ChunkSource, DocumentFacts, Hit, RetrieveRequest } from '../model.ts';
import type { Candidate } from './fusion.ts';
import { differenceOf, type NameRead, nameRead } from './variants.ts';

/** A candidate that the store still has and the asker may read. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly facts: DocumentFacts;
  /** In force on the day asked, as far as is known. */
  readonly serves: boolean;
}

/** Candidates in order of score, what is not in force on the day lowered. Facts come from the store, which knows of
 * relations and scopes that changed after the index was written. */
export async function inForce(
  source: ChunkSource,
  candidates: readonly Candidate[],
  request: RetrieveRequest,
): Promise<Ranked[]> {
  const facts = await source.facts([...new Set(candidates.map((c) => c.documentId))]);
  const out: Ranked[] = [];
  for (const candidate of candidates) {
    const f = facts.get(candidate.documentId);
    // The store decides: a scope may have been narrowed since the index was written.
    if (!f || !mayRead(f.scope, request.reader)) continue;
    const effectivity = effectivityOf(f, request.asOf, unitPath(candidate.unitId));
    const factor = EFFECTIVITY_FACTOR[effectivity.status];
    candidate.score *= factor;
    out.push({ candidate, facts: f, serves: factor === 1 });
  }
  return out.sort((a, b) => b.candidate.score - a.candidate.score);
}

/** Hits with the literal text of each unit's best chunk. */
export async function toHits(
  source: ChunkSource,
  lexical: LexicalIndex,
  ranked: readonly Ranked[],
  asOf: IsoDate,
): Promise<Hit[]> {
  const ids = ranked.map(({ candidate }) => candidate.chunkId ?? lexical.chunkId(candidate.scores));
  const chunks = await source.chunks(ids);
  const hits: Hit[] = [];
  const originals: Original[] = [];
  for (const [i, { candidate, facts }] of ranked.entries()) {
    const chunk = chunks.get(ids[i]!);
    if (!chunk) continue;
    const effectivity = effectivityOf(facts, asOf, chunk.path);
    const rank = hits.length + 1;
    const name = nameRead(facts.title);
    const variant = facts.kind === 'procedure' ? variantOf(name, originals) : undefined;
    if (variant === undefined && facts.procedureCode !== undefined) originals.push({ rank, name });
    hits.push({
      ...hitOf(facts, chunk, effectivity),
      rank,
      score: candidate.score,
      unitId: candidate.unitId,
      trace: candidate.trace,
      ...(variant && { variantOf: variant }),
    });
  }
  return hits;
}

/** A passage of a document as a hit that no question was scored for. */
export function hitOf(f: DocumentFacts, chunk: Chunk, effectivity: Hit['effectivity']): Hit {
  return {
    rank: 1,
    score: 0,
    chunkId: chunk.id,
    documentId: f.id,
    unitId: chunk.unitId,
    source: f.source,
    ...(f.number !== undefined && { documentNumber: f.number }),
    documentTitle: f.title,
    documentType: f.type,
    ...(f.issuer !== undefined && { issuer: f.issuer }),
    ...(f.procedureCode !== undefined && { procedureCode: f.procedureCode }),
    path: chunk.path,
    label: labelWithin(chunk.label, f.territory),
    ...(f.territory !== undefined && { territory: f.territory }),
    text: chunk.text,
    ...(chunk.page !== undefined && { page: chunk.page }),
    effectivity,
  };
}

/** A procedure among the hits that is no variant of an earlier one. */
interface Original {
  readonly rank: number;
  readonly name: NameRead;
}

/** The first of the originals that is the same procedure but for a few words, and those words. */
function variantOf(title: NameRead, originals: readonly Original[]): Hit['variantOf'] {
  for (const { rank, name } of originals) {
    const differs = differenceOf(name, title);
    if (differs) return { rank, adds: differs.other, lacks: differs.one };
  }
  return undefined;
}
