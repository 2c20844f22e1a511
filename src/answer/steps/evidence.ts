import { performance } from 'node:perf_hooks';
import type { DocumentId } from '../../legal/model.ts';
import { mask } from '../../legal/privacy.ts';
import type { ChunkSource, Hit, Retrieval } from '../../retrieval/model.ts';
import { supports } from '../effectivity.ts';
import type { EvidenceUnit } from '../model.ts';
import type { Step } from './step.ts';

/** Hits kept for the log and the contract's `hits`. */
export const HITS = 20;
/** Units whose whole text a composer may quote. */
const UNITS = 5;

/** Retrieves, and fetches the whole text of the first units that may support an answer on the day asked. */
export const gatherEvidence: Step = async (work, { retriever, source }) => {
  if (work.draft) return work;
  const { question, asOf, reader, territory } = work.request;
  const started = performance.now();
  const retrieval = await retriever.retrieve({
    query: withoutPersonalData(question),
    k: HITS,
    asOf,
    reader,
    ...(territory !== undefined && { territory }),
  });
  const units = await unitsOf(retrieval, source);
  return { ...work, retrieval, evidence: { retrieval, units }, retrieveMs: performance.now() - started };
};

async function unitsOf(retrieval: Retrieval, source: ChunkSource): Promise<EvidenceUnit[]> {
  const hits = retrieval.hits.filter((hit) => supports(hit.effectivity)).slice(0, UNITS);
  const facts = await source.facts([...new Set(hits.map((hit) => hit.documentId))]);
  const units = await Promise.all(hits.map((hit) => unitOf(hit, source)));
  return units.flatMap(({ hit, chunks }) => {
    const own = facts.get(hit.documentId as DocumentId);
    return own && chunks.length > 0 ? [{ hit, chunks, facts: own }] : [];
  });
}

async function unitOf(hit: Hit, source: ChunkSource): Promise<Pick<EvidenceUnit, 'hit' | 'chunks'>> {
  return { hit, chunks: await source.unitChunks(hit.unitId) };
}

/** A citizen's name and numbers say nothing of the procedure, and would be searched for like words of it. */
function withoutPersonalData(question: string): string {
  const { masked, tokens } = mask(question);
  const left = tokens.reduce((text, { token }) => text.replaceAll(token, ' '), masked);
  return tokens.length > 0 && /\p{L}/u.test(left) ? left.replace(/\s+/gu, ' ').trim() : question;
}
