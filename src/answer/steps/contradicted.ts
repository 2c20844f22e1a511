import type { DocumentId } from '../../legal/model.ts';
import type { ChunkSource, Hit } from '../../retrieval/model.ts';
import { toCitation } from '../citations.ts';
import {
  isInForce,
  type Overruled,
  overruled,
  precedes,
  type Stating,
  type TakenUp,
  takenUp,
} from '../contradictions/find.ts';
import { type Statement, statementsOf } from '../contradictions/statements.ts';
import { CONTRADICTION_WORDS } from '../contradictions/words.ts';
import { currentUnit } from '../current/unit.ts';
import type { Citation, Draft, Evidence, EvidenceUnit } from '../model.ts';
import { isLiteral, locate } from '../quote.ts';
import { withCautions } from './days.ts';
import type { Step, Work } from './step.ts';

/** Units of texts that go before what was cited, read for one answer. */
const MOST_UNITS = 6;
/** Contradictions told in one answer. */
const MOST_TOLD = 2;

/**
 * Where an answer states a time, sum, number of copies or deciding body from a text, and another text that goes before it
 * (higher, or later from the same body), in force on the day asked and found for the same question, states another one
 * on the same matter, both are shown, the one that is to be applied with its citation.
 */
export const contradicted: Step = async (work, { source }) => {
  const { draft, evidence } = work;
  if (!draft || !evidence || work.standing || !/^(?:answered|partial)$/.test(draft.status)) return work;
  const cited = evidence.units.filter(({ chunks }) =>
    chunks.some(({ id }) => draft.citations.some(({ chunkId }) => chunkId === id)),
  );
  const above = await unitsAbove(work, cited, source);
  if (above.length === 0) return work;
  const pairs = cited.flatMap((unit) =>
    above.map((higher) => [citedOf(unit, draft.citations), statingOf(higher)] as const),
  );
  const found = pairs.flatMap(([own, higher]) => overruled(own, higher));
  const ended = pairs.flatMap(([own, later]) => takenUp(own, later));
  // A provision that has given way to a later text does not contradict it.
  const told = [...ended.map(asEnded), ...found.map(asTold)].filter(isFirstOfItsClause).slice(0, MOST_TOLD);
  return told.length === 0 ? work : tell(work, draft, evidence, above, told);
};

/** What is said of a clause that was answered from, and the clause of the other text that is cited for it. */
interface Told {
  readonly own: Statement;
  readonly other: Statement;
  readonly words: (label: string, citation: Citation) => string;
}

const asTold = (one: Overruled): Told => ({
  own: one.lower,
  other: one.higher,
  words: (label, citation) => CONTRADICTION_WORDS.told(one, label, citation),
});

const asEnded = (one: TakenUp): Told => ({
  own: one.own,
  other: one.later,
  words: (label, citation) => CONTRADICTION_WORDS.takenUp(one, label, citation),
});

function isFirstOfItsClause({ own }: Told, i: number, all: readonly Told[]): boolean {
  return all.findIndex((other) => other.own.clause === own.clause) === i;
}

/** The units found for the question whose documents go before a cited one, as they read on the day asked. */
async function unitsAbove(
  { retrieval, evidence, request: { asOf } }: Work,
  cited: readonly EvidenceUnit[],
  source: ChunkSource,
): Promise<EvidenceUnit[]> {
  const known = new Map(evidence!.units.map((unit) => [unit.hit.unitId, unit]));
  const inForce = (retrieval?.hits ?? []).filter(
    (hit) => isInForce(hit) && hit.procedureCode === undefined && hit.documentNumber !== undefined,
  );
  if (inForce.length === 0) return [];
  const facts = await source.facts([...new Set(inForce.map(({ documentId }) => documentId))]);
  const above = inForce.filter(({ documentId }) => {
    const own = facts.get(documentId as DocumentId);
    return own !== undefined && cited.some((unit) => precedes(own, unit.facts) !== undefined);
  });
  return Promise.all(
    above.slice(0, MOST_UNITS).map(async (hit: Hit) => {
      const unit = { hit, chunks: await source.unitChunks(hit.unitId), facts: facts.get(hit.documentId)! };
      return known.get(hit.unitId) ?? currentUnit(unit, source, asOf);
    }),
  );
}

/** Of a cited unit only what the answer quotes is held against others. */
function citedOf({ facts, chunks }: EvidenceUnit, citations: readonly Citation[]): Stating {
  const quotes = (id: string) => citations.filter(({ chunkId }) => chunkId === id).map(({ quote }) => quote);
  const statements = chunks
    .filter(({ id }) => quotes(id).length > 0)
    .flatMap(statementsOf)
    .filter(({ clause, chunk }) =>
      quotes(chunk.id).some((quote) => isLiteral(clause, quote) || isLiteral(quote, clause)),
    );
  return { facts, statements };
}

function statingOf({ facts, chunks }: EvidenceUnit): Stating {
  return { facts, statements: chunks.flatMap(statementsOf) };
}

function tell(
  work: Work,
  draft: Draft,
  evidence: Evidence,
  above: readonly EvidenceUnit[],
  told: readonly Told[],
): Work {
  const citations = [...draft.citations];
  const units = [...evidence.units];
  const lines = told.flatMap(({ own, other, words }) => {
    const { chunk, clause } = other;
    const unit = above.find(({ chunks }) => chunks.includes(chunk))!;
    const at = locate(clause, chunk.text);
    if (at === undefined) return [];
    const cited = citations.find(({ chunkId, quote }) => chunkId === chunk.id && isLiteral(clause, quote));
    const n = cited?.n ?? Math.max(0, ...citations.map((citation) => citation.n)) + 1;
    const citation = toCitation(n, unit, { chunk, ...at, seams: [] });
    if (cited === undefined) citations.push(citation);
    if (!units.includes(unit)) units.push(unit);
    const label = draft.citations.find(({ chunkId }) => chunkId === own.chunk.id)?.label;
    return [words(label ?? own.chunk.label, citation)];
  });
  if (lines.length === 0) return work;
  return {
    ...work,
    evidence: { ...evidence, units },
    draft: withCautions({ ...draft, citations }, lines),
  };
}
