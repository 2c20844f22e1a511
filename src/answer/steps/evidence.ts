import { performance } from 'node:perf_hooks';
import { withoutReceipt } from '../../legal/calendar/as-of.ts';
import type { DocumentId, IsoDate } from '../../legal/model.ts';
import { mask } from '../../legal/privacy/privacy.ts';
import { type ChunkSource, type Hit, NOTES_UNIT, type Retrieval } from '../../retrieval/model.ts';
import { currentUnit } from '../current/unit.ts';
import { supports } from '../effectivity.ts';
import type { EvidenceUnit } from '../model.ts';
import type { Step } from './step.ts';

/** Hits kept for the log and the contract's `hits`. */
const HITS = 20;
/** First units whose whole text a composer may quote. */
const UNITS = 5;

/** Retrieves, and fetches the whole text of the first units that may support an answer on the day asked. */
export const gatherEvidence: Step = async (work, { retriever, source }) => {
  if (work.draft) return work;
  const { question, asOf, reader, territory } = work.request;
  const started = performance.now();
  const retrieval = await retriever.retrieve({
    query: withoutPersonalData(work.request.dayNamed ? withoutReceipt(question) : question),
    k: HITS,
    asOf,
    reader,
    ...(territory !== undefined && { territory }),
  });
  const units = await unitsOf(retrieval, source, asOf);
  return { ...work, retrieval, evidence: { retrieval, units }, retrieveMs: performance.now() - started };
};

async function unitsOf(retrieval: Retrieval, source: ChunkSource, asOf: IsoDate): Promise<EvidenceUnit[]> {
  const usable = retrieval.hits.filter(
    ({ effectivity, unitId }) => supports(effectivity) && !unitId.endsWith(`#${NOTES_UNIT}`),
  );
  const facts = await source.facts([...new Set(usable.map((hit) => hit.documentId))]);
  const guide = facts.get(usable[0]?.documentId as DocumentId);
  // A guide of ours is short: all its sections that were found come along, the one that answers may not be the first.
  const whole = guide?.ownWords === true && guide.kind !== 'procedure' ? guide.id : undefined;
  const hits = usable.filter((hit, i) => i < UNITS || hit.documentId === whole);
  const units = await Promise.all(hits.map((hit) => unitOf(hit, source)));
  const found = units.flatMap(({ hit, chunks }) => {
    const own = facts.get(hit.documentId as DocumentId);
    return own ? [{ hit, chunks, facts: own }] : [];
  });
  const current = await Promise.all(found.map((unit) => currentUnit(unit, source, asOf)));
  return withoutConsolidated(current.filter(({ chunks }) => chunks.length > 0));
}

/** An article and the same one in a consolidation of its text say one thing: the article stays, as it reads now, at the
 * better of the two ranks. */
function withoutConsolidated(units: readonly EvidenceUnit[]): EvidenceUnit[] {
  const place = (base: string | undefined, { hit: { path } }: EvidenceUnit) =>
    JSON.stringify([base, path.phuLuc, path.dieu]);
  const articles = new Map(
    units.flatMap((unit) =>
      unit.hit.path.dieu === undefined ? [] : [[place(unit.facts.number, unit), unit]],
    ),
  );
  const kept = units.map((unit) => articles.get(place(unit.facts.consolidates?.base, unit)) ?? unit);
  return [...new Set(kept)];
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
